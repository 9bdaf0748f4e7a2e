#define G_LOG_DOMAIN "vouch-courier"

#include "vouch-courier.h"

#include "vouch-case-answer-work.h"
#include "vouch-case-fetch.h"
#include "vouch-error.h"
#include "vouch-public-report-work.h"
#include "vouch-publish-work.h"

#define FETCH_EVERY_US (60 * G_USEC_PER_SEC)
#define RETRY_AFTER_US (10 * G_USEC_PER_SEC)
/* Counts change with every customer; each time that is an act of the station's. */
#define COUNT_EVERY_US (10 * 60 * G_USEC_PER_SEC)

struct _VouchCourier
{
  VouchStation *station;
  VouchCourierNews news;
  gpointer data;
  GThread *thread;
  GMutex lock;
  GCond cond;
  gboolean is_poked;
  gboolean is_stopped;
  gint64 counted_at; /* monotonic; the courier's thread's own */
};

static gboolean
fetch_counts (VouchCourier *self, GError **error)
{
  VouchCaseTaken taken = { 0 };

  if (self->counted_at != 0 && g_get_monotonic_time () - self->counted_at < COUNT_EVERY_US)
    return TRUE;
  if (!vouch_case_fetch_counts (self->station, &taken, error))
    return FALSE;
  self->counted_at = g_get_monotonic_time ();
  return TRUE;
}

static gboolean
carry_cases (VouchCourier *self, GError **error)
{
  VouchCaseTaken taken = { 0 };
  guint n_carried;
  gboolean is_done = vouch_case_carry (self->station, &n_carried, error) &&
                     vouch_case_fetch (self->station, &taken, error) && fetch_counts (self, error);

  if (n_carried + taken.cases + taken.photos + taken.events > 0)
    self->news (self->data);
  return is_done;
}

/* A publication that is refused keeps no customer waiting; a service that does not answer is not asked twice. */
static gboolean
visit (VouchCourier *self)
{
  g_autoptr (GError) error = NULL, of_cases = NULL;
  gint64 n_sent;

  if (!vouch_publish_push (self->station, &n_sent, &error))
    g_info ("%s", error->message);
  if (g_error_matches (error, VOUCH_ERROR, VOUCH_ERROR_BUSY))
    return FALSE;
  if (!carry_cases (self, &of_cases))
    g_info ("%s", of_cases->message);
  return error == NULL && of_cases == NULL;
}

static gboolean
carry (VouchCourier *self)
{
  g_autofree char *url = vouch_station_dup_policy (self->station, "lookup-url");
  g_autoptr (GError) error = NULL;

  if (url != NULL)
    return visit (self);
  if (vouch_public_report_make (self->station, &error))
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
 * @news: called on the courier's thread when something came from customers, or went to them
 * @data: for @news; outlives the courier
 *
 * Returns: (transfer full): a courier that starts at once
 */
VouchCourier *
vouch_courier_new (VouchStation *station, VouchCourierNews news, gpointer data)
{
  VouchCourier *self = g_new0 (VouchCourier, 1);

  self->station = station;
  self->news = news;
  self->data = data;
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
