/* Sending what waits; declared in vouch-publish-work.h. */
#include <glib/gi18n-lib.h>

#include "vouch-administrator-key-work.h"
#include "vouch-error.h"
#include "vouch-hex.h"
#include "vouch-outbox-store.h"
#include "vouch-outbox.h"
#include "vouch-public-report-work.h"
#include "vouch-publish-work.h"
#include "vouch-publisher.h"
#include "vouch-sealed-box.h"
#include "vouch-trust-record.h"

#define LINES_MAX (8 * 1024 * 1024)

static gpointer
read_waiting (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_outbox_store_list_waiting (conn, error);
}

/* The lines of one request; the service takes 32 MiB at a time. */
static GString *
join_lines (GPtrArray *waiting)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < waiting->len && lines->len < LINES_MAX; i++)
    g_string_append_printf (lines, "%s\n", ((const VouchOutbox *)g_ptr_array_index (waiting, i))->line);
  return lines;
}

static gboolean
send_waiting (VouchStation *station, const char *url, gint64 *n_sent, GError **error)
{
  for (;;)
    {
      g_autoptr (GPtrArray) waiting = vouch_station_read (station, read_waiting, NULL, error);
      g_autoptr (GPtrArray) answers = NULL;
      g_autoptr (GString) lines = NULL;
      gboolean is_settled;
      gint64 n_taken;

      if (waiting == NULL || waiting->len == 0)
        return waiting != NULL;
      lines = join_lines (waiting);
      if (!vouch_publisher_send (url, lines->str, lines->len, &answers, error))
        return FALSE;
      is_settled = vouch_publish_settle (station, answers, &n_taken, error);
      *n_sent += n_taken;
      if (!is_settled)
        return FALSE;
      if (n_taken == 0)
        {
          g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY,
                       _ ("%s does not answer like a lookup service; nothing was acknowledged"), url);
          return FALSE;
        }
    }
}

/**
 * vouch_publish_push:
 * @station: the station
 * @n_sent: (out): how many publications were acknowledged
 * @error: NOT_FOUND if no lookup service is enrolled, BUSY if it does not answer, else what it said
 *
 * Draws the reports that are wanted and sends what waits, in order. What was acknowledged before a failure stays so;
 * the rest waits on.
 *
 * Returns: whether everything was sent
 */
gboolean
vouch_publish_push (VouchStation *station, gint64 *n_sent, GError **error)
{
  g_autofree char *url = vouch_station_dup_policy (station, "lookup-url");
  g_autoptr (GError) drawing = NULL;

  *n_sent = 0;
  if (url == NULL)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND,
                           _ ("No lookup service is enrolled; an administrator enrols one with “vouch lookup enrol”"));
      return FALSE;
    }
  /* A report that cannot be drawn keeps nothing else back. */
  vouch_public_report_make (station, &drawing);
  if (!send_waiting (station, url, n_sent, error))
    return FALSE;
  if (drawing == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&drawing));
  return FALSE;
}

static gpointer
read_administrators (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_administrator_key_join (conn, error);
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
  /* Where they cannot be read the record does not speak of them. */
  trust->administrators = vouch_station_read (station, read_administrators, NULL, NULL);
  return vouch_trust_record_write (trust, vouch_key_file_get_signer (keys));
}

/**
 * vouch_publish_prepare_enrolment:
 * @place: the address of the service's private listener, which only stations reach; or its public key, 64 hexadecimal
 *   digits, where no network reaches it
 * @cancellable: (nullable): stops it
 * @error: what the network said
 *
 * The slow half of enrolling, which needs nobody's permission: the service is asked for its key.
 *
 * Returns: (transfer full) (nullable): the request that enrols it
 */
VouchEnrolRequest *
vouch_publish_prepare_enrolment (const char *place, GCancellable *cancellable, GError **error)
{
  g_autoptr (VouchEnrolRequest) request = vouch_enrol_request_new ();
  guint8 public_key[32];

  if (vouch_hex_read (place, public_key, sizeof public_key))
    {
      request->public_key = g_strdup (place);
      return g_steal_pointer (&request);
    }
  if (!vouch_publisher_fetch_key (place, cancellable, public_key, error))
    return NULL;
  request->private_url = g_strdup (place);
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
