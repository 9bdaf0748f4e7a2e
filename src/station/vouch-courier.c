#define G_LOG_DOMAIN "vouch-courier"

#include "vouch-courier.h"

#include "vouch-case-work.h"
#include "vouch-public-report-work.h"
#include "vouch-publish-work.h"

#define FETCH_EVERY_US (60 * G_USEC_PER_SEC)
#define RETRY_AFTER_US (10 * G_USEC_PER_SEC)

struct _VouchCourier
{
  VouchStation *station;
  GThread *thread;
  GMutex lock;
  GCond cond;
  gboolean is_poked;
  gboolean is_stopped;
};

static gboolean
carry (VouchCourier *self)
{
  g_autofree char *url = vouch_station_dup_policy (self->station, "lookup-url");
  g_autoptr (GError) error = NULL;
  gint64 n_sent;
  guint n;

  if (url == NULL && vouch_public_report_make (self->station, &error))
    return TRUE;
  if (url != NULL && vouch_publish_push (self->station, &n_sent, &error) &&
      vouch_case_fetch (self->station, &n, &error))
    return TRUE;
  g_info ("%s", error->message);
  return FALSE;
}

static gpointer
work (gpointer data)
{
  VouchCourier *self = data;
  gboolean carried;

  g_mutex_lock (&self->lock);
  while (!self->is_stopped)
    {
      self->is_poked = FALSE;
      g_mutex_unlock (&self->lock);
      carried = carry (self);
      g_mutex_lock (&self->lock);
      while (!self->is_stopped && !(self->is_poked && carried))
        if (!g_cond_wait_until (&self->cond, &self->lock,
                                g_get_monotonic_time () + (carried ? FETCH_EVERY_US : RETRY_AFTER_US)))
          break;
    }
  g_mutex_unlock (&self->lock);
  return NULL;
}

/**
 * vouch_courier_new:
 * @station: the station; outlives the courier
 *
 * Returns: (transfer full): a courier that starts at once
 */
VouchCourier *
vouch_courier_new (VouchStation *station)
{
  VouchCourier *self = g_new0 (VouchCourier, 1);

  self->station = station;
  g_mutex_init (&self->lock);
  g_cond_init (&self->cond);
  self->thread = g_thread_new ("vouch-courier", work, self);
  return self;
}

/* There may be something new to carry. */
void
vouch_courier_poke (VouchCourier *self)
{
  g_mutex_lock (&self->lock);
  self->is_poked = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->lock);
}

/* Waits for the journey that is under way. */
void
vouch_courier_free (VouchCourier *self)
{
  if (self == NULL)
    return;
  g_mutex_lock (&self->lock);
  self->is_stopped = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->lock);
  g_thread_join (self->thread);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->cond);
  g_free (self);
}
