#include "vouch-publish-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-batch-store.h"
#include "vouch-error.h"
#include "vouch-hex.h"
#include "vouch-outbox-store.h"
#include "vouch-outbox.h"
#include "vouch-policy-work.h"
#include "vouch-public-report-work.h"
#include "vouch-public-state.h"
#include "vouch-publication.h"
#include "vouch-publish-line.h"
#include "vouch-publish-policy.h"
#include "vouch-sealed-box.h"

static const VouchField enrol_fields[] = {
  VOUCH_FIELD (VouchEnrolRequest, private_url, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchEnrolRequest, public_key, TEXT, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchEnrolRequest, vouch_enrol_request, "enrol", enrol_fields)

static const VouchField sent_fields[] = {
  VOUCH_FIELD (VouchSentRequest, epoch, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSentRequest, seq, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchSentRequest, vouch_sent_request, "sent", sent_fields)

static const VouchField refused_fields[] = {
  VOUCH_FIELD (VouchRefusedRequest, epoch, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRefusedRequest, seq, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRefusedRequest, refusal, TEXT, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchRefusedRequest, vouch_refused_request, "refused", refused_fields)

/**
 * vouch_publish_record:
 * @act: the act that changed what the public may know of the lot
 * @lot_id: the lot
 * @error: what the database said
 *
 * Publishes the lot's whole public state as it is known now. A station without a host name publishes nothing.
 *
 * Returns: whether the publication waits to be sent
 */
gboolean
vouch_publish_record (VouchAct *act, gint64 lot_id, GError **error)
{
  g_autofree char *host = vouch_policy_dup (act->conn, "host");
  g_autoptr (VouchLotFile) file = NULL;
  g_autoptr (VouchPublicRecord) record = NULL;
  g_autofree char *json = NULL;
  g_autoptr (GBytes) body = NULL;
  gint64 rev;

  if (host == NULL)
    return TRUE;
  file = vouch_lot_file_load (act->conn, lot_id, error);
  if (file == NULL || !vouch_publish_find_revision (act, lot_id, VOUCH_PUBLICATION_PUBLIC_RECORD, &rev, error))
    return FALSE;
  record = vouch_public_state_make (act, file, rev, error);
  if (record == NULL)
    return FALSE;
  json = vouch_public_record_to_json (record);
  body = g_bytes_new (json, strlen (json));
  return vouch_publish_put (act, lot_id, rev, VOUCH_PUBLICATION_PUBLIC_RECORD, body, error);
}

/**
 * vouch_publish_document:
 * @act: the act
 * @lot_id: the lot that it belongs to
 * @pdf: a PDF, by whose SHA-256 a public record names it
 * @error: what the database said
 *
 * Returns: whether the document waits to be sent
 */
gboolean
vouch_publish_document (VouchAct *act, gint64 lot_id, GBytes *pdf, GError **error)
{
  gint64 rev;

  return vouch_publish_find_revision (act, lot_id, VOUCH_PUBLICATION_DOCUMENT, &rev, error) &&
         vouch_publish_put (act, lot_id, rev, VOUCH_PUBLICATION_DOCUMENT, pdf, error);
}

/**
 * vouch_publish_lot:
 * @act: the act that changed the lot
 * @lot_id: the lot
 * @error: what the database said
 *
 * Publishes the lot's whole public state at once, and asks for its report, which is drawn later and named by the
 * record that follows it.
 *
 * Returns: whether the publication waits to be sent
 */
gboolean
vouch_publish_lot (VouchAct *act, gint64 lot_id, GError **error)
{
  return vouch_publish_record (act, lot_id, error) && vouch_public_report_want (act, lot_id, error);
}

/**
 * vouch_publish_change:
 * @act: the act that changed the lot
 * @lot_id: the lot
 * @error: what the database said
 *
 * Publishes the lot's state if it was published before. A lot that the public never heard of stays unknown to it.
 *
 * Returns: whether the publication waits to be sent, or there is nothing to publish
 */
gboolean
vouch_publish_change (VouchAct *act, gint64 lot_id, GError **error)
{
  gint64 rev;

  return vouch_publish_find_revision (act, lot_id, VOUCH_PUBLICATION_PUBLIC_RECORD, &rev, error) &&
         (rev == 1 || vouch_publish_lot (act, lot_id, error));
}

static gboolean
enrol (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchEnrolRequest *request = data;
  g_autoptr (GArray) lots = NULL;
  guint8 key[VOUCH_BOX_KEY_SIZE];

  if (!vouch_hex_read (request->public_key, key, sizeof key))
    {
      vouch_set_field_error (error, "public_key", VOUCH_ERROR_INVALID,
                             _ ("The lookup service's key has 64 lower-case hexadecimal digits"));
      return FALSE;
    }
  if (!vouch_policy_set (act, "lookup-url", request->private_url, error) ||
      !vouch_policy_set (act, "lookup-key", request->public_key, error))
    return FALSE;
  lots = vouch_code_batch_store_list_active_lots (act->conn, error);
  for (guint i = 0; lots != NULL && i < lots->len; i++)
    if (!vouch_publish_codes (act, g_array_index (lots, gint64, i), error))
      return FALSE;
  return lots != NULL && vouch_publish_policy_to_new (act, error);
}

static gboolean
note_sent (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchSentRequest *request = data;
  g_autoptr (GPtrArray) waiting = vouch_outbox_store_list_waiting (act->conn, error);

  for (guint i = 0; waiting != NULL && i < waiting->len; i++)
    {
      VouchOutbox *row = g_ptr_array_index (waiting, i);

      if (row->epoch != request->epoch || row->seq > request->seq)
        continue;
      row->state = VOUCH_OUTBOX_STATE_SENT;
      g_clear_pointer (&row->refusal, g_free);
      row->sent_at = vouch_act_get_now (act);
      if (!vouch_act_update (act, &vouch_outbox_type, row, error))
        return FALSE;
    }
  return waiting != NULL;
}

/* The same refusal again is no news. */
static gboolean
note_refused (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchRefusedRequest *request = data;
  g_autoptr (GPtrArray) waiting = vouch_outbox_store_list_waiting (act->conn, error);

  for (guint i = 0; waiting != NULL && i < waiting->len; i++)
    {
      VouchOutbox *row = g_ptr_array_index (waiting, i);

      if (row->epoch != request->epoch || row->seq != request->seq)
        continue;
      g_free (row->refusal);
      row->refusal = g_strdup (request->refusal);
      return vouch_act_update (act, &vouch_outbox_type, row, error);
    }
  return waiting != NULL;
}

const VouchUseCase vouch_publish_enrol = {
  .name = "publish.enrol",
  .permission = VOUCH_PERMISSION_MANAGE_STATION,
  .request = &vouch_enrol_request_type,
  .answer = &vouch_done_type,
  .act = enrol,
};

const VouchUseCase vouch_publish_note_sent = {
  .name = "publish.note_sent",
  .permission = VOUCH_PERMISSION_SYSTEM,
  .request = &vouch_sent_request_type,
  .answer = &vouch_done_type,
  .act = note_sent,
};

const VouchUseCase vouch_publish_note_refused = {
  .name = "publish.note_refused",
  .permission = VOUCH_PERMISSION_SYSTEM,
  .request = &vouch_refused_request_type,
  .answer = &vouch_done_type,
  .act = note_refused,
};
