/* Sending what waits; declared in vouch-publish-work.h. */
#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-hex.h"
#include "vouch-outbox-store.h"
#include "vouch-outbox.h"
#include "vouch-publish-work.h"
#include "vouch-publisher.h"
#include "vouch-sealed-box.h"
#include "vouch-trust-record.h"

static gpointer
read_waiting (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_outbox_store_list_waiting (conn, error);
}

static gboolean
note (VouchStation *station, const VouchOutbox *last, GError **error)
{
  g_autoptr (VouchActor) actor = vouch_actor_new_station ();
  VouchSentRequest request = { last->epoch, last->seq };
  g_autoptr (VouchDone) done = vouch_use_case_run (&vouch_publish_note_sent, station, actor, NULL, &request, error);

  return done != NULL;
}

/* Why the service did not take a publication, as an error of ours. */
static GError *
explain_refusal (const VouchPublisherAnswer *answer)
{
  if (answer->error != NULL)
    return g_error_copy (answer->error);
  return g_error_new_literal (VOUCH_ERROR, VOUCH_ERROR_CONFLICT,
                              _ ("The lookup service waits for earlier publications; publish again"));
}

/* What was acknowledged is noted even if a later line was refused. */
static gboolean
send (VouchStation *station, const char *url, GPtrArray *waiting, guint *n_taken, GError **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GError) refusal = NULL;

  *n_taken = 0;
  for (guint i = 0; i < waiting->len; i++)
    g_string_append_printf (lines, "%s\n", ((const VouchOutbox *)g_ptr_array_index (waiting, i))->line);
  if (!vouch_publisher_send (url, lines->str, lines->len, &answers, error))
    return FALSE;
  for (guint i = 0; i < MIN (answers->len, waiting->len) && refusal == NULL; i++)
    {
      const VouchPublisherAnswer *answer = g_ptr_array_index (answers, i);

      if (answer->state == VOUCH_PUBLISHER_STORED || answer->state == VOUCH_PUBLISHER_ALREADY)
        (*n_taken)++;
      else
        refusal = explain_refusal (answer);
    }
  if (*n_taken > 0 && !note (station, g_ptr_array_index (waiting, *n_taken - 1), error))
    return FALSE;
  if (refusal != NULL)
    g_propagate_error (error, g_steal_pointer (&refusal));
  return *n_taken == waiting->len;
}

/**
 * vouch_publish_push:
 * @station: the station
 * @n_sent: (out): how many publications were acknowledged
 * @error: NOT_FOUND if no lookup service is enrolled, BUSY if it does not answer, else what it said
 *
 * Sends what waits, in order. What was acknowledged before a failure stays so; the rest waits on.
 *
 * Returns: whether everything was sent
 */
gboolean
vouch_publish_push (VouchStation *station, guint *n_sent, GError **error)
{
  g_autofree char *url = vouch_station_dup_policy (station, "lookup-url");

  *n_sent = 0;
  if (url == NULL)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND,
                           _ ("No lookup service is enrolled; an administrator enrols one with “vouch lookup enrol”"));
      return FALSE;
    }
  for (;;)
    {
      g_autoptr (GPtrArray) waiting = vouch_station_read (station, read_waiting, NULL, error);
      guint n_taken;

      if (waiting == NULL)
        return FALSE;
      if (waiting->len == 0)
        return TRUE;
      if (!send (station, url, waiting, &n_taken, error))
        return FALSE;
      *n_sent += n_taken;
    }
}

/**
 * vouch_publish_dup_trust:
 * @station: the station
 *
 * Returns: (transfer full): the line that enrols this station at a lookup service, signed by itself
 */
char *
vouch_publish_dup_trust (VouchStation *station)
{
  g_autoptr (VouchTrustRecord) trust = vouch_trust_record_new ();
  VouchKeyFile *keys = vouch_station_get_keys (station);

  trust->station = vouch_station_get_number (station);
  trust->name = vouch_station_dup_policy (station, "station-name");
  trust->host = vouch_station_dup_policy (station, "host");
  trust->desk_key = g_bytes_new (vouch_key_file_get_desk_public_key (keys), VOUCH_BOX_KEY_SIZE);
  trust->epoch = vouch_station_get_epoch (station);
  trust->created_at = vouch_clock_now (vouch_station_get_clock (station));
  return vouch_trust_record_write (trust, vouch_key_file_get_signer (keys));
}

/**
 * vouch_publish_prepare_enrolment:
 * @private_url: of the service's private listener, which only stations reach
 * @cancellable: (nullable): stops it
 * @error: what the network said
 *
 * The slow half of enrolling, which needs nobody's permission: the service is asked for its key.
 *
 * Returns: (transfer full) (nullable): the request that enrols it
 */
VouchEnrolRequest *
vouch_publish_prepare_enrolment (const char *private_url, GCancellable *cancellable, GError **error)
{
  g_autoptr (VouchEnrolRequest) request = vouch_enrol_request_new ();
  guint8 public_key[32];

  if (!vouch_publisher_fetch_key (private_url, cancellable, public_key, error))
    return NULL;
  request->private_url = g_strdup (private_url);
  request->public_key = vouch_hex_write (public_key, sizeof public_key);
  return g_steal_pointer (&request);
}

/**
 * vouch_publish_enrol_at:
 * @station: the station
 * @actor: who enrols
 * @private_url: of the service's private listener, which only stations reach
 * @key: (nullable): the act's idempotency key
 * @error: DENIED if @actor may not; what the network or the database said
 *
 * The service's key is asked of the service itself. Waits for the network.
 *
 * Returns: whether the station publishes there from now on
 */
gboolean
vouch_publish_enrol_at (VouchStation *station, VouchActor *actor, const char *private_url, const char *key,
                        GError **error)
{
  g_autoptr (VouchEnrolRequest) request = vouch_publish_prepare_enrolment (private_url, NULL, error);
  g_autoptr (VouchDone) done = NULL;

  if (request != NULL)
    done = vouch_use_case_run (&vouch_publish_enrol, station, actor, key, request, error);
  return done != NULL;
}
