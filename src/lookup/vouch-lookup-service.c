#define G_LOG_DOMAIN "vouch-lookup"

#include "vouch-lookup-service.h"

#include <glib-unix.h>
#include <stdio.h>

#include "vouch-lookup-backfill.h"
#include "vouch-lookup-bulletin.h"
#include "vouch-lookup-claim.h"
#include "vouch-lookup-count-log.h"
#include "vouch-lookup-counts.h"
#include "vouch-lookup-db.h"
#include "vouch-lookup-housekeeping.h"
#include "vouch-lookup-lock.h"
#include "vouch-lookup-operator.h"
#include "vouch-lookup-private.h"
#include "vouch-lookup-public.h"
#include "vouch-lookup-trust-files.h"

#define DROP_SLOW_MS 500
#define TIDY_UP_SECONDS 3600
#define LAST_REPLIES_US (5 * G_USEC_PER_SEC)

typedef struct
{
  GMainLoop *loop;
  VouchClock *clock;
  VouchIdSource *ids;
  VouchLookupKeys *keys;
  VouchLookupLock *lock;
  VouchLookupWriter *writer;
  VouchLookupCounts *counts;
  VouchLookupIntake intake;
  VouchLookupTally *tally;
  VouchLookupPublic *public;
  VouchLookupBulletin *bulletin; /* NULL where this process is the only one */
  VouchLookupPrivate *private;
  VouchLookupOperator *operator;
  VouchLookupListener *public_listener;
  VouchLookupListener *private_listener;
  VouchLookupListener *operator_listener; /* NULL where none is wanted */
} Service;

/* Cases get ids that go on from the last one, even if the clock went back in between. */
static gboolean
prepare_ids (Service *self, VouchLookupDb *db, GError **error)
{
  gint64 last;

  if (!vouch_lookup_db_get_number (db, "SELECT max (id) FROM problem", &last, error))
    return FALSE;
  self->ids = vouch_id_source_new (self->clock, 0);
  vouch_id_source_raise (self->ids, last);
  return TRUE;
}

static gboolean
fold_log (VouchLookupDb *db, GError **error)
{
  if (!vouch_lookup_db_begin (db, error))
    return FALSE;
  if (vouch_lookup_count_log_fold (db, error))
    return vouch_lookup_db_commit (db, error);
  vouch_lookup_db_rollback (db);
  return FALSE;
}

static gboolean
open_data (Service *self, const VouchLookupServiceSettings *settings, GError **error)
{
  gboolean is_alone = settings->place.database == NULL;
  g_autoptr (VouchLookupDb) db = NULL;

  self->clock = vouch_clock_new_system ();
  self->tally = vouch_lookup_tally_new ();
  self->lock = vouch_lookup_lock_take (settings->place.data_dir, error);
  if (self->lock == NULL)
    return FALSE;
  self->keys = vouch_lookup_keys_open (settings->place.data_dir, error);
  if (self->keys == NULL)
    return FALSE;
  db = vouch_lookup_db_open_writer (&settings->place, error);
  if (db == NULL || !vouch_lookup_claim (db, self->keys, error) ||
      !vouch_lookup_trust_files_take (&settings->place, db, self->clock, error) || !prepare_ids (self, db, error) ||
      (is_alone && !fold_log (db, error)))
    return FALSE;
  self->writer = vouch_lookup_writer_new (g_steal_pointer (&db));
  self->counts = vouch_lookup_counts_new (is_alone ? self->writer : NULL);
  self->intake = (VouchLookupIntake){ self->keys, self->clock };
  return TRUE;
}

static void
outdate_public (gpointer data)
{
  vouch_lookup_public_outdate (data);
}

static gboolean
open_public (Service *self, const VouchLookupServiceSettings *settings, GError **error)
{
  const VouchLookupPublicSettings public_settings = { .place = &settings->place,
                                                      .hosts = (const char *const *)settings->hosts,
                                                      .rates = settings->rates,
                                                      .proxies = settings->proxies,
                                                      .own_addresses = settings->own_addresses,
                                                      .tally = self->tally,
                                                      .clock = self->clock,
                                                      .ids = self->ids,
                                                      .keys = self->keys,
                                                      .writer = self->writer,
                                                      .counts = self->counts };

  self->public = vouch_lookup_public_new (&public_settings, error);
  if (self->public == NULL)
    return FALSE;
  if (settings->place.database != NULL)
    self->bulletin = vouch_lookup_bulletin_new (settings->place.database, outdate_public, self->public);
  vouch_lookup_backfill_begin (self->writer, outdate_public, self->public);
  self->public_listener = vouch_lookup_public_listen (self->public, settings->listen, error);
  return self->public_listener != NULL;
}

static gboolean
open_private (Service *self, const VouchLookupServiceSettings *settings, GError **error)
{
  const VouchLookupPrivateSettings private_settings = { .hosts = (const char *const *)settings->hosts,
                                                        .intake = &self->intake,
                                                        .place = &settings->place,
                                                        .writer = self->writer,
                                                        .counts = self->counts,
                                                        .public = self->public };
  g_autofree char *url = NULL;

  self->private = vouch_lookup_private_new (&private_settings, error);
  if (self->private == NULL)
    return FALSE;
  self->private_listener = vouch_lookup_private_listen (self->private, settings->private_listen, error);
  if (self->private_listener == NULL)
    return FALSE;
  url = vouch_lookup_listener_dup_url (self->private_listener);
  return vouch_lookup_lock_write_url (self->lock, url, error);
}

static gboolean
open_operator (Service *self, const VouchLookupServiceSettings *settings, GError **error)
{
  const VouchLookupOperatorSettings operator_settings = {
    .place = &settings->place,
    .rates = settings->rates,
    .tally = self->tally,
    .clock = self->clock,
    .counts = self->counts,
  };

  if (settings->operator_listen == NULL)
    return TRUE;
  self->operator= vouch_lookup_operator_new (&operator_settings, error);
  if (self->operator== NULL)
    return FALSE;
  self->operator_listener = vouch_lookup_operator_listen (self->operator, settings->operator_listen, error);
  return self->operator_listener != NULL;
}

/* Whoever started the service waits for these lines. */
static void
say_ready (Service *self)
{
  g_autofree char *public_url = vouch_lookup_listener_dup_url (self->public_listener);
  g_autofree char *private_url = vouch_lookup_listener_dup_url (self->private_listener);

  printf ("listening %s\nprivate %s\n", public_url, private_url);
  if (self->operator_listener != NULL)
    {
      g_autofree char *operator_url = vouch_lookup_listener_dup_url (self->operator_listener);

      printf ("operator %s\n", operator_url);
    }
  fflush (stdout);
}

static gboolean
drop_slow_cb (gpointer data)
{
  Service *self = data;

  vouch_lookup_listener_drop_slow (self->public_listener);
  vouch_lookup_listener_drop_slow (self->private_listener);
  if (self->operator_listener != NULL)
    vouch_lookup_listener_drop_slow (self->operator_listener);
  vouch_lookup_counts_tick (self->counts);
  return G_SOURCE_CONTINUE;
}

static gboolean
tidy_up_cb (gpointer data)
{
  Service *self = data;

  vouch_lookup_housekeeping_begin (self->writer, self->clock);
  return G_SOURCE_CONTINUE;
}

static gboolean
signal_cb (gpointer data)
{
  Service *self = data;

  g_main_loop_quit (self->loop);
  return G_SOURCE_CONTINUE;
}

static void
serve (Service *self)
{
  guint sources[4];

  self->loop = g_main_loop_new (NULL, FALSE);
  sources[0] = g_timeout_add (DROP_SLOW_MS, drop_slow_cb, self);
  sources[1] = g_unix_signal_add (SIGTERM, signal_cb, self);
  sources[2] = g_unix_signal_add (SIGINT, signal_cb, self);
  sources[3] = g_timeout_add_seconds (TIDY_UP_SECONDS, tidy_up_cb, self);
  tidy_up_cb (self);
  say_ready (self);
  g_main_loop_run (self->loop);
  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    g_source_remove (sources[i]);
}

/* No new connections; what was asked is answered, for a few seconds at most. */
static void
finish_requests (VouchLookupListener *listener)
{
  gint64 end = g_get_monotonic_time () + LAST_REPLIES_US;

  vouch_lookup_listener_quiesce (listener);
  while (vouch_lookup_listener_get_busy (listener) > 0 && g_get_monotonic_time () < end)
    g_usleep (5000);
  vouch_lookup_listener_stop (listener);
}

static void
fold_counts (Service *self)
{
  g_autoptr (GError) error = NULL;

  if (!vouch_lookup_counts_fold (self->counts, &error))
    g_message ("What was counted stays in the log: %s", error->message);
}

static void
close_all (Service *self)
{
  if (self->public_listener != NULL)
    finish_requests (self->public_listener);
  if (self->private_listener != NULL)
    finish_requests (self->private_listener);
  if (self->writer != NULL)
    vouch_lookup_writer_come_to_rest (self->writer);
  vouch_lookup_listener_free (self->public_listener);
  vouch_lookup_listener_free (self->private_listener);
  vouch_lookup_listener_free (self->operator_listener);
  vouch_lookup_bulletin_free (self->bulletin);
  vouch_lookup_operator_free (self->operator);
  vouch_lookup_private_free (self->private);
  vouch_lookup_public_free (self->public);
  vouch_lookup_tally_free (self->tally);
  if (self->counts != NULL)
    fold_counts (self);
  vouch_lookup_writer_free (self->writer);
  vouch_lookup_counts_free (self->counts);
  vouch_lookup_keys_free (self->keys);
  vouch_id_source_free (self->ids);
  vouch_lookup_lock_free (self->lock);
  g_clear_pointer (&self->clock, vouch_clock_unref);
  g_clear_pointer (&self->loop, g_main_loop_unref);
}

/**
 * vouch_lookup_service_run:
 * @settings: how
 * @error: BUSY if the folder or an address is taken; STORAGE; INVALID
 *
 * Serves until SIGTERM or SIGINT. When it is ready it prints `listening URL`, `private URL` and, where there is one,
 * `operator URL`.
 *
 * Returns: whether it served
 */
gboolean
vouch_lookup_service_run (const VouchLookupServiceSettings *settings, GError **error)
{
  Service self = { 0 };
  gboolean served = open_data (&self, settings, error) && open_public (&self, settings, error) &&
                    open_private (&self, settings, error) && open_operator (&self, settings, error);

  if (served)
    serve (&self);
  close_all (&self);
  return served;
}
