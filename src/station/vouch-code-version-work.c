/* Versions of the code key. The database plans and revokes; the key file follows before anybody hears of it. */
#include "vouch-code-version-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-batch.h"
#include "vouch-code-version-store.h"
#include "vouch-error.h"
#include "vouch-publish-work.h"
#include "vouch-text.h"

static const VouchField rotate_fields[] = {
  VOUCH_FIELD (VouchRotateRequest, note, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchRotateRequest, vouch_rotate_request, "rotate", rotate_fields)

static const VouchField revoke_fields[] = {
  VOUCH_FIELD (VouchRevokeRequest, key_version, NUMBER, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchRevokeRequest, reason, TEXT, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchRevokeRequest, vouch_revoke_request, "revoke", revoke_fields)

static const VouchField changed_fields[] = {
  VOUCH_FIELD (VouchVersionChanged, version, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchVersionChanged, revoked, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchVersionChanged, dead, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchVersionChanged, withdrawn, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchVersionChanged, vouch_version_changed, "version_changed", changed_fields)

static VouchKeyFile *
get_keys (VouchAct *act)
{
  return vouch_station_get_keys (act->station);
}

/**
 * vouch_code_version_plan:
 * @act: the act that wants another version
 * @cause: why
 * @note: (nullable): the same in words
 * @version: (out): the next one
 * @error: what the database said
 *
 * Neither the key file nor the database has ever had that version, so no version has two keys.
 *
 * Returns: whether it is planned; vouch_code_version_settle() makes its key
 */
gboolean
vouch_code_version_plan (VouchAct *act, VouchCodeVersionCause cause, const char *note, gint64 *version, GError **error)
{
  g_autoptr (VouchCodeVersion) row = vouch_code_version_new ();
  gint64 known, used;

  if (!vouch_code_version_store_get_greatest (act->conn, &known, &used, error))
    return FALSE;
  *version = MAX (MAX (known, used), vouch_key_file_get_code_version (get_keys (act))) + 1;
  row->id = vouch_act_next_id (act);
  row->version = *version;
  row->cause = cause;
  row->note = g_strdup (note);
  row->made_by = vouch_act_get_actor_id (act);
  row->made_at = vouch_act_get_now (act);
  vouch_tx_ask_anchor (act->tx);
  return vouch_act_insert (act, &vouch_code_version_type, row, error);
}

/**
 * vouch_code_version_is_revoked:
 * @conn: a connection
 * @station: the station
 * @version: a version
 * @is_revoked: (out): whether the database or the key file says that it is revoked
 * @error: what the database said
 *
 * A database that was put back to an earlier state does not know; the key file does.
 *
 * Returns: whether it is known
 */
gboolean
vouch_code_version_is_revoked (VouchConn *conn, VouchStation *station, gint64 version, gboolean *is_revoked,
                               GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchCodeVersion) row = vouch_code_version_store_find (conn, version, &local);

  *is_revoked = (row != NULL && row->revoked_at != 0) ||
                vouch_key_file_code_key_is_revoked (vouch_station_get_keys (station), (guint)version);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

typedef struct
{
  GPtrArray *rows;
  gint64 used;
} Versions;

static gpointer
read_versions (VouchConn *conn, gpointer data, GError **error)
{
  Versions *versions = data;
  gint64 known;

  versions->rows = vouch_code_version_store_list (conn, error);
  return versions->rows != NULL && vouch_code_version_store_get_greatest (conn, &known, &versions->used, error)
             ? versions
             : NULL;
}

/* A version that codes were made with and that the file does not have is lost: it never gets another key. */
static gboolean
settle_version (VouchKeyFile *keys, const VouchCodeVersion *row, gint64 used, GError **error)
{
  guint version = (guint)row->version;

  if (row->version > used && !vouch_key_file_add_code_key_as (keys, version, row->made_at, error))
    return FALSE;
  return row->revoked_at == 0 || vouch_key_file_get_code_key (keys, version) == NULL ||
         version == vouch_key_file_get_code_version (keys) || vouch_key_file_revoke_code_key (keys, version, error);
}

/**
 * vouch_code_version_settle:
 * @station: the station
 * @error: CONFLICT or STORAGE: the key file could not be written
 *
 * Makes the keys that the database has planned, and revokes those that it has revoked.
 *
 * Returns: whether the key file is as the database wants it
 */
gboolean
vouch_code_version_settle (VouchStation *station, GError **error)
{
  Versions versions = { NULL, 0 };
  g_autoptr (GPtrArray) rows = NULL;
  VouchKeyFile *keys = vouch_station_get_keys (station);

  if (vouch_station_read (station, read_versions, &versions, error) == NULL)
    {
      g_clear_pointer (&versions.rows, g_ptr_array_unref);
      return FALSE;
    }
  rows = versions.rows;
  /* First all new ones, because the newest version cannot be revoked. */
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < rows->len; i++)
      if (!settle_version (keys, g_ptr_array_index (rows, i), versions.used, error))
        return FALSE;
  return TRUE;
}

static gboolean
settle_after (VouchStation *station, gconstpointer answer, GError **error)
{
  return vouch_code_version_settle (station, error);
}

static gboolean
rotate (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchRotateRequest *request = data;

  return vouch_text_check_note (request->note, "note", error) &&
         vouch_code_version_plan (act, VOUCH_CODE_VERSION_CAUSE_ROTATION, request->note,
                                  &((VouchVersionChanged *)answer)->version, error);
}

static gboolean
note_revoked (VouchAct *act, VouchCodeVersion *row, const VouchRevokeRequest *request, GError **error)
{
  gboolean is_new = row->id == 0;

  if (is_new)
    {
      row->id = vouch_act_next_id (act);
      row->version = request->key_version;
      row->made_at = vouch_key_file_get_code_key_created_at (get_keys (act), (guint)request->key_version);
      if (row->made_at == 0)
        row->made_at = vouch_act_get_now (act);
    }
  row->revoked_by = vouch_act_get_actor_id (act);
  row->revoked_at = vouch_act_get_now (act);
  row->revoke_reason = g_strdup (request->reason);
  return is_new ? vouch_act_insert (act, &vouch_code_version_type, row, error)
                : vouch_act_update (act, &vouch_code_version_type, row, error);
}

/* What was never printed is worth nothing from now on; what customers may know is published as withdrawn. */
static gboolean
revoke_batch (VouchAct *act, VouchCodeBatch *batch, const VouchRevokeRequest *request, GHashTable *lots,
              VouchVersionChanged *answer, GError **error)
{
  if (batch->state == VOUCH_CODE_BATCH_STATE_ACTIVE)
    {
      answer->withdrawn += batch->units;
      g_hash_table_add (lots, g_memdup2 (&batch->lot_id, sizeof batch->lot_id));
    }
  if (batch->state != VOUCH_CODE_BATCH_STATE_RESERVED)
    return TRUE;
  answer->dead++;
  batch->state = VOUCH_CODE_BATCH_STATE_VOIDED;
  batch->void_reason = g_strdup (request->reason);
  batch->voided_by = vouch_act_get_actor_id (act);
  batch->voided_at = vouch_act_get_now (act);
  return vouch_act_update (act, &vouch_code_batch_type, batch, error);
}

static gboolean
revoke_batches (VouchAct *act, const VouchRevokeRequest *request, VouchVersionChanged *answer, GError **error)
{
  g_autoptr (GHashTable) lots = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) batches = vouch_code_version_store_list_batches (act->conn, request->key_version, error);
  GHashTableIter iter;
  gpointer lot_id;

  for (guint i = 0; batches != NULL && i < batches->len; i++)
    if (!revoke_batch (act, g_ptr_array_index (batches, i), request, lots, answer, error))
      return FALSE;
  g_hash_table_iter_init (&iter, lots);
  while (g_hash_table_iter_next (&iter, &lot_id, NULL))
    if (!vouch_publish_codes (act, *(const gint64 *)lot_id, error))
      return FALSE;
  return batches != NULL;
}

static gboolean
check_revocable (VouchAct *act, const VouchRevokeRequest *request, const VouchCodeVersion *row, GError **error)
{
  VouchKeyFile *keys = get_keys (act);

  if (request->key_version < 1 || request->key_version > G_MAXINT32 ||
      (row == NULL && vouch_key_file_get_code_key (keys, (guint)request->key_version) == NULL))
    {
      vouch_set_field_error (error, "key_version", VOUCH_ERROR_NOT_FOUND,
                             _ ("There is no version %lld of the code key"), (long long)request->key_version);
      return FALSE;
    }
  if ((row != NULL && row->revoked_at != 0) || vouch_key_file_code_key_is_revoked (keys, (guint)request->key_version))
    {
      vouch_set_field_error (error, "key_version", VOUCH_ERROR_CONFLICT,
                             _ ("Version %lld of the code key was revoked already"), (long long)request->key_version);
      return FALSE;
    }
  return vouch_text_check_note (request->reason, "reason", error);
}

static gboolean
revoke_version (VouchAct *act, gconstpointer data, gpointer answer_data, GError **error)
{
  const VouchRevokeRequest *request = data;
  VouchVersionChanged *answer = answer_data;
  guint newest = vouch_key_file_get_code_version (get_keys (act));
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchCodeVersion) row = vouch_code_version_store_find (act->conn, request->key_version, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!check_revocable (act, request, row, error))
    return FALSE;
  if (row == NULL)
    row = vouch_code_version_new ();
  answer->version = newest;
  answer->revoked = request->key_version;
  if (!note_revoked (act, row, request, error))
    return FALSE;
  if (request->key_version >= newest &&
      !vouch_code_version_plan (act, VOUCH_CODE_VERSION_CAUSE_LEAK, request->reason, &answer->version, error))
    return FALSE;
  return revoke_batches (act, request, answer, error);
}

const VouchUseCase vouch_key_rotate = {
  .name = "key.rotate",
  .permission = VOUCH_PERMISSION_MANAGE_STATION,
  .request = &vouch_rotate_request_type,
  .answer = &vouch_version_changed_type,
  .act = rotate,
  .after = settle_after,
};

const VouchUseCase vouch_key_revoke = {
  .name = "key.revoke",
  .permission = VOUCH_PERMISSION_MANAGE_STATION,
  .request = &vouch_revoke_request_type,
  .answer = &vouch_version_changed_type,
  .act = revoke_version,
  .after = settle_after,
};
