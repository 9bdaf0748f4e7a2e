#define G_LOG_DOMAIN "vouch-lookup"

#include "vouch-lookup-bulletin.h"

#include <poll.h>

#include "vouch-lookup-link.h"

#define LOOK_MS 200

struct _VouchLookupBulletin
{
  VouchLookupLink link;
  void (*outdate) (gpointer data);
  gpointer data;
  GThread *thread;
  int stop;
};

/* Takes what was announced; FALSE if the connection is lost. */
static gboolean
take_notes (VouchLookupBulletin *self)
{
  gboolean heard = FALSE;
  PGnotify *note;

  if (!PQconsumeInput (self->link.conn) || !vouch_lookup_link_is_up (&self->link))
    return FALSE;
  while ((note = PQnotifies (self->link.conn)) != NULL)
    {
      heard = TRUE;
      PQfreemem (note);
    }
  if (heard)
    self->outdate (self->data);
  return TRUE;
}

/* While nobody could be heard anything may have been published: what is known counts as old once listening began. */
static void
listen_until_lost (VouchLookupBulletin *self)
{
  gboolean is_up = TRUE;

  self->outdate (self->data);
  while (is_up && !g_atomic_int_get (&self->stop))
    {
      struct pollfd wait = { PQsocket (self->link.conn), POLLIN, 0 };

      if (poll (&wait, 1, LOOK_MS) > 0)
        is_up = take_notes (self);
    }
  if (is_up)
    return;
  g_message ("The database server is away; publications of other processes are not heard until it is back");
  self->outdate (self->data);
}

static gpointer
listen_cb (gpointer data)
{
  VouchLookupBulletin *self = data;

  while (!g_atomic_int_get (&self->stop))
    if (vouch_lookup_link_ensure (&self->link, NULL))
      listen_until_lost (self);
    else
      {
        /* What a page says may be out of date now, and must come from the database or not at all. */
        self->outdate (self->data);
        g_usleep (LOOK_MS * 1000);
      }
  return NULL;
}

/**
 * vouch_lookup_bulletin_new:
 * @url: the PostgreSQL database
 * @outdate: called on the bulletin's thread when something may have been published
 * @data: for @outdate; has to outlive the bulletin
 *
 * Begins to listen.
 *
 * Returns: (transfer full): the bulletin
 */
VouchLookupBulletin *
vouch_lookup_bulletin_new (const char *url, void (*outdate) (gpointer data), gpointer data)
{
  VouchLookupBulletin *self = g_new0 (VouchLookupBulletin, 1);

  vouch_lookup_link_init (&self->link, url, "LISTEN vouch_lookup");
  self->outdate = outdate;
  self->data = data;
  self->thread = g_thread_new ("bulletin", listen_cb, self);
  return self;
}

/**
 * vouch_lookup_bulletin_free:
 * @self: (nullable): a bulletin
 *
 * Stops listening.
 */
void
vouch_lookup_bulletin_free (VouchLookupBulletin *self)
{
  if (self == NULL)
    return;
  g_atomic_int_set (&self->stop, 1);
  g_thread_join (self->thread);
  vouch_lookup_link_clear (&self->link);
  g_free (self);
}
