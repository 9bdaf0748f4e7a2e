/* A new epoch of this station, taken over at the lookup service by an administrator. */
#include "vouch-takeover-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-administrator-key-file.h"
#include "vouch-error.h"
#include "vouch-outbox-store.h"
#include "vouch-policy-work.h"
#include "vouch-publish-work.h"
#include "vouch-publisher.h"
#include "vouch-takeover.h"

static const VouchField request_fields[] = {
  VOUCH_FIELD (VouchTakeoverRequest, epoch, NUMBER, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchTakeoverRequest, administrator, BYTES, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchTakeoverRequest, vouch_takeover_request, "takeover_request", request_fields)

/* That it was signed, by which key and for which epoch, is all that the station keeps of it: the database that was put
 * back may not know the key, and whether it counts is for the service to say. */
static gboolean
sign (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchTakeoverRequest *request = data;

  if (request->epoch == vouch_station_get_epoch (act->station))
    return TRUE;
  vouch_set_field_error (error, "epoch", VOUCH_ERROR_CONFLICT, _ ("The station is in epoch %d"),
                         (int)vouch_station_get_epoch (act->station));
  return FALSE;
}

/**
 * vouch_takeover_make:
 * @station: the station
 * @actor: the administrator
 * @key_path: the file with his key
 * @passphrase: by which it is opened
 * @key: (nullable): the act's idempotency key
 * @error: DENIED if @actor may not, or it is not the passphrase; what file or database said
 *
 * Returns: (transfer full) (nullable): the line by which a lookup service takes the station's epoch over
 */
char *
vouch_takeover_make (VouchStation *station, VouchActor *actor, const char *key_path, const char *passphrase,
                     const char *key, GError **error)
{
  g_autoptr (VouchSigner) signer = vouch_administrator_key_file_open (key_path, passphrase, error);
  g_autoptr (VouchTakeoverRequest) request = vouch_takeover_request_new ();
  g_autoptr (VouchDone) done = NULL;
  g_autofree char *trust = NULL;

  if (signer == NULL)
    return NULL;
  request->epoch = vouch_station_get_epoch (station);
  request->administrator = g_bytes_new (vouch_signer_get_public_key (signer), VOUCH_SIGNER_PUBLIC_KEY_SIZE);
  done = vouch_use_case_run (&vouch_takeover_sign, station, actor, key, request, error);
  if (done == NULL)
    return NULL;
  trust = vouch_publish_dup_trust (station);
  return vouch_takeover_write (trust, signer);
}

/**
 * vouch_takeover_send:
 * @station: the station
 * @line: what vouch_takeover_make() made
 * @cancellable: (nullable): stops it
 * @error: NOT_FOUND if no lookup service is enrolled with an address; BUSY if it does not answer, else what it said
 *
 * Returns: whether the service believes the epoch now
 */
gboolean
vouch_takeover_send (VouchStation *station, const char *line, GCancellable *cancellable, GError **error)
{
  g_autofree char *url = vouch_station_dup_policy (station, "lookup-url");
  g_autoptr (GPtrArray) answers = NULL;
  const VouchPublisherAnswer *answer;

  if (url == NULL)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND,
                           _ ("No lookup service is enrolled with an address; write the take-over into a file, for "
                              "“vouch-lookup import”"));
      return FALSE;
    }
  if (!vouch_publisher_send_cancellable (url, line, strlen (line), cancellable, &answers, error))
    return FALSE;
  answer = answers->len == 1 ? g_ptr_array_index (answers, 0) : NULL;
  if (answer != NULL && answer->error == NULL)
    return TRUE;
  if (answer != NULL)
    g_propagate_error (error, g_error_copy (answer->error));
  else
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY,
                 _ ("%s does not answer like a lookup service; nothing was acknowledged"), url);
  return FALSE;
}

/**
 * vouch_takeover_is_wanted:
 * @conn: a connection
 * @epoch: the station's
 *
 * A station in its first epoch was never put back; and once the service has taken a publication of a later one, it
 * believes that.
 *
 * Returns: whether the service may not believe the epoch yet
 */
gboolean
vouch_takeover_is_wanted (VouchConn *conn, gint64 epoch)
{
  g_autofree char *service = vouch_policy_dup (conn, "lookup-key");
  g_autoptr (VouchOutbox) first = NULL;

  if (epoch == 1 || service == NULL)
    return FALSE;
  first = vouch_outbox_store_find_first (conn, epoch, NULL);
  return first == NULL || first->state == VOUCH_OUTBOX_STATE_WAITING;
}

const VouchUseCase vouch_takeover_sign = {
  .name = "lookup.take_over",
  .permission = VOUCH_PERMISSION_MANAGE_STATION,
  .request = &vouch_takeover_request_type,
  .answer = &vouch_done_type,
  .act = sign,
};
