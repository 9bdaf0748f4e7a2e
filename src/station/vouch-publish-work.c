#include "vouch-publish-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-batch-store.h"
#include "vouch-code-version-work.h"
#include "vouch-control-record.h"
#include "vouch-error.h"
#include "vouch-hash.h"
#include "vouch-hex.h"
#include "vouch-outbox-store.h"
#include "vouch-outbox.h"
#include "vouch-policy-rule.h"
#include "vouch-public-state.h"
#include "vouch-publication.h"
#include "vouch-row.h"
#include "vouch-sealed-box.h"
#include "vouch-void-unit.h"

static const VouchField enrol_fields[] = {
  VOUCH_FIELD (VouchEnrolRequest, private_url, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchEnrolRequest, public_key, TEXT, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchEnrolRequest, vouch_enrol_request, "enrol", enrol_fields)

static const VouchField sent_fields[] = {
  VOUCH_FIELD (VouchSentRequest, epoch, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSentRequest, seq, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchSentRequest, vouch_sent_request, "sent", sent_fields)

/* The place of the next publication in the epoch's order. */
static gboolean
find_next (VouchAct *act, gint64 epoch, gint64 *seq, guint8 prev[VOUCH_HASH_SIZE], GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchOutbox) last = vouch_outbox_store_find_last (act->conn, epoch, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  memset (prev, 0, VOUCH_HASH_SIZE);
  *seq = last != NULL ? last->seq + 1 : 1;
  if (last != NULL && g_bytes_get_size (last->body_hash) == VOUCH_HASH_SIZE)
    memcpy (prev, g_bytes_get_data (last->body_hash, NULL), VOUCH_HASH_SIZE);
  return TRUE;
}

static gboolean
count_revisions (VouchAct *act, gint64 lot_id, const char *type, gint64 *rev, GError **error)
{
  g_autoptr (GPtrArray) earlier = vouch_outbox_store_list_by_lot (act->conn, lot_id, error);

  *rev = 1;
  for (guint i = 0; earlier != NULL && i < earlier->len; i++)
    if (g_str_equal (((const VouchOutbox *)g_ptr_array_index (earlier, i))->type, type))
      (*rev)++;
  return earlier != NULL;
}

static gboolean
put (VouchAct *act, gint64 lot_id, gint64 rev, const char *type, GBytes *body, GError **error)
{
  g_autoptr (VouchOutbox) row = vouch_outbox_new ();
  g_autoptr (VouchPublication) publication = NULL;
  guint8 prev[VOUCH_HASH_SIZE], hash[VOUCH_HASH_SIZE];
  gint64 epoch = vouch_station_get_epoch (act->station);

  if (!find_next (act, epoch, &row->seq, prev, error))
    return FALSE;
  publication = vouch_publication_new (vouch_station_get_number (act->station), epoch, row->seq, type, body);
  memcpy (publication->prev, prev, sizeof prev);
  row->line =
      vouch_publication_write (vouch_key_file_get_signer (vouch_station_get_keys (act->station)), publication, hash);
  row->id = vouch_act_next_id (act);
  row->epoch = epoch;
  row->type = g_strdup (type);
  row->lot_id = lot_id;
  row->rev = rev;
  row->body_hash = g_bytes_new (hash, sizeof hash);
  row->published_at = vouch_act_get_now (act);
  vouch_tx_ask_anchor (act->tx);
  return vouch_act_insert (act, &vouch_outbox_type, row, error);
}

/**
 * vouch_publish_lot:
 * @act: the act that changed the lot
 * @lot_id: the lot
 * @error: what the database said
 *
 * Publishes the lot's whole public state. A station without a host name publishes nothing.
 *
 * Returns: whether the publication waits to be sent
 */
gboolean
vouch_publish_lot (VouchAct *act, gint64 lot_id, GError **error)
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
  if (file == NULL || !count_revisions (act, lot_id, VOUCH_PUBLICATION_PUBLIC_RECORD, &rev, error))
    return FALSE;
  record = vouch_public_state_make (act, file, rev, error);
  if (record == NULL)
    return FALSE;
  json = vouch_public_record_to_json (record);
  body = g_bytes_new (json, strlen (json));
  return put (act, lot_id, rev, VOUCH_PUBLICATION_PUBLIC_RECORD, body, error);
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

  return count_revisions (act, lot_id, VOUCH_PUBLICATION_PUBLIC_RECORD, &rev, error) &&
         (rev == 1 || vouch_publish_lot (act, lot_id, error));
}

static gboolean
has_key (const VouchControlRecord *record, guint32 version)
{
  for (guint i = 0; i < record->keys->len; i++)
    if (g_array_index (record->keys, VouchLotKey, i).key_version == version)
      return TRUE;
  return FALSE;
}

static gboolean
add_batch (VouchAct *act, VouchControlRecord *record, const VouchCodeBatch *batch, const VouchLot *lot, GError **error)
{
  VouchKeyFile *keys = vouch_station_get_keys (act->station);
  const guint8 *master = vouch_key_file_get_code_key (keys, (guint)batch->key_version);
  guint8 key[VOUCH_TRACE_KEY_SIZE];
  gboolean is_revoked;

  if (!vouch_code_version_is_revoked (act->conn, act->station, batch->key_version, &is_revoked, error))
    return FALSE;
  if (master == NULL)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
                   _ ("The key file has no version %d of the code key; put the latest copy of the key file back"),
                   (int)batch->key_version);
      return FALSE;
    }
  vouch_control_record_add_range (record, (guint32)batch->key_version, (guint32)batch->first_unit,
                                  (guint32)batch->units);
  if (!has_key (record, (guint32)batch->key_version))
    {
      vouch_trace_lot_key (master, batch->gtin, lot->number, key);
      vouch_control_record_add_key (record, (guint32)batch->key_version, is_revoked, key);
      vouch_wipe (key, sizeof key);
    }
  return TRUE;
}

/* Units of batches that are not active yet are of no use to the lookup service, and do no harm. */
static gboolean
add_voids (VouchAct *act, VouchControlRecord *record, gint64 lot_id, GError **error)
{
  g_autoptr (GPtrArray) voids = vouch_code_batch_store_list_voids (act->conn, lot_id, error);

  for (guint i = 0; voids != NULL && i < voids->len; i++)
    {
      const VouchVoidUnit *units = g_ptr_array_index (voids, i);

      vouch_control_record_add_void (record, (guint32)units->first_unit, (guint32)units->units);
    }
  return voids != NULL;
}

/* NULL without an error where no batch is active yet. */
static VouchControlRecord *
make_control_record (VouchAct *act, const VouchLot *lot, gint64 rev, GError **error)
{
  g_autoptr (GPtrArray) batches = vouch_code_batch_store_list (act->conn, lot->id, error);
  g_autoptr (VouchControlRecord) record = NULL;

  for (guint i = 0; batches != NULL && i < batches->len; i++)
    {
      const VouchCodeBatch *batch = g_ptr_array_index (batches, i);

      if (batch->state != VOUCH_CODE_BATCH_STATE_ACTIVE)
        continue;
      if (record == NULL)
        record = vouch_control_record_new (lot->number, batch->gtin, rev);
      if (!add_batch (act, record, batch, lot, error))
        return NULL;
    }
  if (record != NULL && !add_voids (act, record, lot->id, error))
    return NULL;
  return g_steal_pointer (&record);
}

/**
 * vouch_publish_codes:
 * @act: the act that activated codes, or enrolled a lookup service
 * @lot_id: the lot
 * @error: what the database or the key file said
 *
 * Publishes which units of the lot are active, sealed to the lookup service. Before one is enrolled there is nobody to
 * seal to; enrolling publishes what is active then.
 *
 * Returns: whether the publication waits to be sent, or there is nothing to publish
 */
gboolean
vouch_publish_codes (VouchAct *act, gint64 lot_id, GError **error)
{
  g_autofree char *hex = vouch_policy_dup (act->conn, "lookup-key");
  g_autoptr (VouchLot) lot = NULL;
  g_autoptr (VouchControlRecord) record = NULL;
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GError) local = NULL;
  guint8 public_key[VOUCH_BOX_KEY_SIZE];
  gint64 rev;

  if (hex == NULL || !vouch_hex_read (hex, public_key, sizeof public_key))
    return TRUE;
  lot = vouch_row_load (act->conn, &vouch_lot_type, lot_id, error);
  if (lot == NULL || !count_revisions (act, lot_id, VOUCH_PUBLICATION_CONTROL_RECORD, &rev, error))
    return FALSE;
  record = make_control_record (act, lot, rev, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (record == NULL)
    return TRUE;
  if (!vouch_control_record_check (record, error))
    return FALSE;
  sealed = vouch_control_record_seal (record, public_key);
  if (sealed == NULL)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                           _ ("The lookup service's key is worthless; enrol the service again"));
      return FALSE;
    }
  return put (act, lot_id, rev, VOUCH_PUBLICATION_CONTROL_RECORD, sealed, error);
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
  return lots != NULL;
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
      row->sent_at = vouch_act_get_now (act);
      if (!vouch_act_update (act, &vouch_outbox_type, row, error))
        return FALSE;
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
