/* A database, or a key file, that went back to an earlier state: no unit number and no serial is given out twice. */
#include "vouch-restore-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-batch.h"
#include "vouch-code-version-store.h"
#include "vouch-code-version-work.h"
#include "vouch-error.h"
#include "vouch-issued-log.h"
#include "vouch-lot-store.h"
#include "vouch-pack-store.h"
#include "vouch-policy-work.h"
#include "vouch-publish-line.h"
#include "vouch-row.h"
#include "vouch-text.h"

static const VouchField request_fields[] = {
  VOUCH_FIELD (VouchRestoredRequest, note, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchRestoredRequest, vouch_restored_request, "restored_request", request_fields)

static const VouchField restored_fields[] = {
  VOUCH_FIELD (VouchRestored, epoch, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRestored, version, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRestored, recovered, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchRestored, vouch_restored, "restored", restored_fields)

static gboolean
knows_batch (VouchConn *conn, gint64 id, gboolean *is_known, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchCodeBatch) batch = vouch_row_find_by_id (conn, &vouch_code_batch_type, "WHERE id = ?1", id, &local);

  *is_known = batch != NULL;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Who issued it may not have had an account yet when the database was copied. */
static gboolean
find_issuer (VouchConn *conn, gint64 wanted, gint64 *issuer, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT coalesce ((SELECT id FROM user WHERE id = %" G_GINT64_FORMAT "), (SELECT min(id) FROM user))", wanted);

  return vouch_conn_get_number (conn, sql, issuer, error);
}

/* Units that were given out count as printed: their labels may be on goods. Scanning the first and the last one makes
 * them active again; a QA lead can void them. Lots that are not known any more need nothing: their numbers never come
 * again, because they are made of the time. */
static gboolean
recover_range (VouchAct *act, const VouchIssuedRange *range, gint64 *recovered, GError **error)
{
  g_autoptr (VouchCodeBatch) batch = vouch_code_batch_new ();
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchLot) lot = NULL;
  gboolean is_known;

  if (!knows_batch (act->conn, range->batch_id, &is_known, error))
    return FALSE;
  lot = is_known ? NULL : vouch_lot_store_find_by_number (act->conn, range->lot, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (lot == NULL)
    return TRUE;
  batch->id = range->batch_id;
  batch->lot_id = lot->id;
  batch->key_version = range->key_version;
  batch->first_unit = range->first_unit;
  batch->units = range->units;
  batch->gtin = g_strdup (range->gtin);
  batch->host = g_strdup (range->host);
  batch->state = VOUCH_CODE_BATCH_STATE_PRINTED;
  batch->issued_at = range->issued_at;
  (*recovered)++;
  return find_issuer (act->conn, range->issued_by, &batch->issued_by, error) &&
         vouch_act_insert (act, &vouch_code_batch_type, batch, error);
}

static gboolean
begin_epoch (VouchAct *act, gint64 epoch, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, epoch);

  return vouch_policy_set (act, "epoch", text, error);
}

/* Who declares it has seen it. */
static gboolean
complete_version (VouchAct *act, const VouchRestored *answer, GError **error)
{
  g_autoptr (VouchCodeVersion) row = vouch_code_version_store_find (act->conn, answer->version, error);

  if (row == NULL)
    return FALSE;
  row->recovered = answer->recovered;
  row->seen_by = vouch_act_get_actor_id (act);
  row->seen_at = row->seen_by != 0 ? vouch_act_get_now (act) : 0;
  return vouch_act_update (act, &vouch_code_version_type, row, error);
}

static gboolean
take_restored (VouchAct *act, gconstpointer data, gpointer answer_data, GError **error)
{
  const VouchRestoredRequest *request = data;
  VouchRestored *answer = answer_data;
  g_autoptr (VouchIssuedLog) log = vouch_issued_log_read (act->station, error);

  if (log == NULL || !vouch_text_check_note (request->note, "note", error))
    return FALSE;
  answer->epoch = MAX (vouch_station_get_epoch (act->station), log->epoch) + 1;
  if (!begin_epoch (act, answer->epoch, error) || !vouch_publish_carry_over (act, answer->epoch, error) ||
      !vouch_code_version_plan (act, VOUCH_CODE_VERSION_CAUSE_RESTORE, request->note, &answer->version, error))
    return FALSE;
  for (guint i = 0; i < log->ranges->len; i++)
    if (!recover_range (act, g_ptr_array_index (log->ranges, i), &answer->recovered, error))
      return FALSE;
  return complete_version (act, answer, error);
}

static gboolean
after_restored (VouchStation *station, gconstpointer data, GError **error)
{
  const VouchRestored *answer = data;

  vouch_station_set_epoch (station, answer->epoch);
  return vouch_issued_log_add_epoch (station, answer->epoch, error) && vouch_code_version_settle (station, error);
}

static gboolean
take_key_file (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  return vouch_code_version_plan (act, VOUCH_CODE_VERSION_CAUSE_KEY_FILE, NULL, &((VouchRestored *)answer)->version,
                                  error);
}

static gboolean
after_key_file (VouchStation *station, gconstpointer answer, GError **error)
{
  return vouch_code_version_settle (station, error);
}

typedef struct
{
  const VouchIssuedLog *log;
  gint64 known;
  gint64 used;
  gboolean knows_last; /* the last range, and the last SSCC */
} Evidence;

static gboolean
knows_sscc (VouchConn *conn, const char *sscc, gboolean *is_known, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchPack) pack = vouch_pack_store_find_by_sscc (conn, sscc, &local);

  *is_known = pack != NULL;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Of this epoch alone: what was given out in an earlier one may be lost for good, and is known to be. */
static gboolean
find_whether_last_is_known (VouchConn *conn, Evidence *evidence, GError **error)
{
  const VouchIssuedLog *log = evidence->log;
  gboolean knows_range = TRUE, knows_pack = TRUE;

  if (log->ranges->len > log->n_earlier_ranges &&
      !knows_batch (conn, ((VouchIssuedRange *)g_ptr_array_index (log->ranges, log->ranges->len - 1))->batch_id,
                    &knows_range, error))
    return FALSE;
  if (log->ssccs->len > log->n_earlier_ssccs &&
      !knows_sscc (conn, g_ptr_array_index (log->ssccs, log->ssccs->len - 1), &knows_pack, error))
    return FALSE;
  evidence->knows_last = knows_range && knows_pack;
  return TRUE;
}

static gpointer
read_evidence (VouchConn *conn, gpointer data, GError **error)
{
  Evidence *evidence = data;

  return vouch_code_version_store_get_greatest (conn, &evidence->known, &evidence->used, error) &&
                 find_whether_last_is_known (conn, evidence, error)
             ? evidence
             : NULL;
}

static gboolean
run_as_station (const VouchUseCase *use_case, VouchStation *station, GError **error)
{
  g_autoptr (VouchActor) actor = vouch_actor_new_station ();
  g_autoptr (VouchRestoredRequest) request = vouch_restored_request_new ();
  g_autoptr (VouchRestored) restored = vouch_use_case_run (use_case, station, actor, NULL, request, error);

  return restored != NULL;
}

/**
 * vouch_restore_check:
 * @station: a station that is just being opened, by whoever owns it
 * @error: STORAGE if what has to be noted could not be
 *
 * The key file and the log of what was given out lie outside the database. Where they know more than it does, it is an
 * older one: a new epoch and a new version of the code key begin, and what was given out since is taken over. Where it
 * knows a version that the key file does not, the key file is an older one: a new version begins.
 *
 * Returns: whether codes may be issued
 */
gboolean
vouch_restore_check (VouchStation *station, GError **error)
{
  g_autoptr (VouchIssuedLog) log = vouch_issued_log_read (station, error);
  Evidence evidence = { .log = log };
  gint64 newest, epoch = vouch_station_get_epoch (station);

  if (log == NULL || vouch_station_read (station, read_evidence, &evidence, error) == NULL)
    return FALSE;
  newest = vouch_key_file_get_code_version (vouch_station_get_keys (station));
  if (newest > evidence.known || log->epoch > epoch || (log->epoch == epoch && !evidence.knows_last))
    return run_as_station (&vouch_restore_note, station, error);
  if (evidence.used > newest && !run_as_station (&vouch_restore_note_key_file, station, error))
    return FALSE;
  /* What was not finished when the power went. */
  return (log->epoch == epoch || epoch == 1 || vouch_issued_log_add_epoch (station, epoch, error)) &&
         vouch_code_version_settle (station, error);
}

const VouchUseCase vouch_restore_note = {
  .name = "station.note_restored",
  .permission = VOUCH_PERMISSION_SYSTEM,
  .request = &vouch_restored_request_type,
  .answer = &vouch_restored_type,
  .act = take_restored,
  .after = after_restored,
};

const VouchUseCase vouch_restore_declare = {
  .name = "key.declare_restored",
  .permission = VOUCH_PERMISSION_MANAGE_STATION,
  .request = &vouch_restored_request_type,
  .answer = &vouch_restored_type,
  .act = take_restored,
  .after = after_restored,
};

const VouchUseCase vouch_restore_note_key_file = {
  .name = "station.note_key_file",
  .permission = VOUCH_PERMISSION_SYSTEM,
  .request = &vouch_restored_request_type,
  .answer = &vouch_restored_type,
  .act = take_key_file,
  .after = after_key_file,
};
