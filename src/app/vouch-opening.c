#include "vouch-opening.h"

#include "vouch-first-start.h"
#include "vouch-sample-work.h"

typedef struct
{
  char *data;
  char *unlock;
  gboolean sample;
  VouchClock *clock;
} Order;

static void
order_free (gpointer data)
{
  Order *self = data;

  g_free (self->data);
  g_free (self->unlock);
  vouch_clock_unref (self->clock);
  g_free (self);
}

static gboolean
load_sample (VouchStation *station, GError **error)
{
  g_autoptr (VouchActor) actor = vouch_actor_new_station ();
  g_autoptr (VouchSampleRequest) request = vouch_sample_request_new ();
  g_autoptr (VouchSampleAnswer) answer = vouch_use_case_run (&vouch_sample_load, station, actor, NULL, request, error);

  return answer != NULL;
}

/* A station that nobody has an account on needs example data, or a code for its first administrator. */
static gboolean
prepare_first_start (VouchStation *station, gboolean sample, GError **error)
{
  GError *local = NULL;

  if (!vouch_station_is_new (station, &local))
    {
      if (local != NULL)
        g_propagate_error (error, local);
      return local == NULL;
    }
  return sample ? load_sample (station, error)
                : vouch_first_start_make_code (vouch_station_get_directory (station), error);
}

static void
write_station (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Order *order = data;
  VouchStationPaths paths = { order->data, order->unlock };
  GError *error = NULL;
  VouchStation *station = vouch_station_open (&paths, "vouch-station", VOUCH_DB_OWN, order->clock, &error);

  if (station != NULL && !prepare_first_start (station, order->sample, &error))
    {
      vouch_station_close (station, NULL);
      station = NULL;
    }
  if (station != NULL)
    g_task_return_pointer (task, station, NULL);
  else
    g_task_return_error (task, error);
}

/**
 * vouch_opening_dup_directory:
 * @options: which station
 *
 * Returns: (transfer full) (nullable): its folder; %NULL for the user's own
 */
char *
vouch_opening_dup_directory (const VouchOpeningOptions *options)
{
  if (options->data != NULL || !options->sample)
    return g_strdup (options->data);
  return g_build_filename (g_get_user_data_dir (), "vouch-sample", NULL);
}

/**
 * vouch_opening_start_async:
 * @options: which station
 * @clock: the station's clock
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Opens the station on a thread of its own, for disks and key derivation take their time.
 */
void
vouch_opening_start_async (const VouchOpeningOptions *options, VouchClock *clock, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Order *order = g_new0 (Order, 1);

  g_return_if_fail (options != NULL);
  g_return_if_fail (clock != NULL);

  order->data = vouch_opening_dup_directory (options);
  order->unlock = g_strdup (options->unlock);
  order->sample = options->sample;
  order->clock = vouch_clock_ref (clock);
  g_task_set_source_tag (task, vouch_opening_start_async);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, write_station);
}

/**
 * vouch_opening_finish:
 * @result: given to the callback
 * @error: why the station cannot be opened
 *
 * Returns: (transfer full) (nullable): the station
 */
VouchStation *
vouch_opening_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
