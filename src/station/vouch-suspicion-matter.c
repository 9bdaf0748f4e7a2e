/* What the lookup service found suspicious, as the QA lead settles it; declared in vouch-receiving-matter.h. */
#include <glib/gi18n-lib.h>

#include "vouch-moment.h"
#include "vouch-receiving-matter.h"
#include "vouch-suspicion-store.h"
#include "vouch-ticket-store.h"
#include "vouch-words.h"

/* More at once nobody goes through; the others follow. */
#define SHOWN_MAX 100

static char *
dup_code (const VouchSuspicion *suspicion)
{
  if (suspicion->lot == NULL)
    return g_strdup (suspicion->serial != NULL ? suspicion->serial : "");
  return g_strjoin (" ", suspicion->lot, suspicion->serial, NULL);
}

/* The case has the customer's own words. */
static gboolean
read_case (VouchConn *conn, const VouchSuspicion *suspicion, char **number, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchTicket) ticket =
      suspicion->case_id != 0 ? vouch_ticket_store_find_by_case (conn, suspicion->case_id, &local) : NULL;

  *number = ticket != NULL ? g_strdup (ticket->number) : NULL;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static char *
dup_detail (const VouchSuspicion *suspicion, const char *number)
{
  g_autofree char *at = vouch_moment_dup (suspicion->at);
  g_autofree char *code = dup_code (suspicion);

  if (suspicion->queries > 0)
    return g_strdup_printf (_ ("%s · queries: %d · %s"), code, (int)suspicion->queries, at);
  if (number != NULL)
    return g_strdup_printf (_ ("%s · case %s · %s"), code, number, at);
  return g_strdup_printf ("%s · %s", code, at);
}

/**
 * vouch_suspicion_matter_list:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchMatter): what of customers' queries and reports waits for the
 * QA lead, the oldest first
 */
GPtrArray *
vouch_suspicion_matter_list (VouchConn *conn, GError **error)
{
  g_autoptr (GPtrArray) open = vouch_suspicion_store_list_open (conn, error);
  g_autoptr (GPtrArray) matters = NULL;

  if (open == NULL)
    return NULL;
  matters = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_matter_free);
  for (guint i = 0; i < MIN (open->len, SHOWN_MAX); i++)
    {
      const VouchSuspicion *suspicion = g_ptr_array_index (open, i);
      g_autofree char *number = NULL;
      VouchMatter *matter;

      if (!read_case (conn, suspicion, &number, error))
        return NULL;
      matter = vouch_matter_new ();
      g_ptr_array_add (matters, matter);
      matter->kind = VOUCH_MATTER_KIND_SUSPICION;
      matter->id = suspicion->id;
      matter->lot_id = suspicion->lot_id;
      matter->number = g_strdup (suspicion->lot);
      matter->title = g_strdup (vouch_words_of_suspicion (suspicion->reason));
      matter->detail = dup_detail (suspicion, number);
    }
  return g_steal_pointer (&matters);
}
