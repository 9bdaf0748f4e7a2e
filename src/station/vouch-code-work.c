#include "vouch-code-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-batch-store.h"
#include "vouch-code-version-work.h"
#include "vouch-conflict-rule.h"
#include "vouch-error.h"
#include "vouch-hash.h"
#include "vouch-issued-log.h"
#include "vouch-label-rule.h"
#include "vouch-lot-store.h"
#include "vouch-number-store.h"
#include "vouch-policy-work.h"
#include "vouch-publish-work.h"
#include "vouch-quantity.h"
#include "vouch-row.h"
#include "vouch-text.h"
#include "vouch-trace-address.h"
#include "vouch-void-unit.h"

#define UNIT_MAX ((G_GINT64_CONSTANT (1) << 30) - 1)

static const VouchField issue_fields[] = {
  VOUCH_FIELD (VouchIssueRequest, lot_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchIssueRequest, units, NUMBER, VOUCH_FIELD_COUNT),
  VOUCH_FIELD (VouchIssueRequest, has_units, FLAG, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchIssueRequest, vouch_issue_request, "issue", issue_fields)

static const VouchField void_fields[] = {
  VOUCH_FIELD (VouchVoidRequest, batch_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchVoidRequest, reason, TEXT, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchVoidRequest, vouch_void_request, "void", void_fields)

static gpointer
read_batch (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_row_load (conn, &vouch_code_batch_type, *(const gint64 *)data, error);
}

static gboolean
is_voided (const GPtrArray *batches, gint64 id)
{
  for (guint i = 0; i < batches->len; i++)
    {
      const VouchCodeBatch *batch = g_ptr_array_index (batches, i);

      if (batch->id == id)
        return batch->state == VOUCH_CODE_BATCH_STATE_VOIDED;
    }
  return FALSE;
}

static gboolean
count_coded (VouchConn *conn, gint64 lot_id, gint64 *units, GError **error)
{
  g_autoptr (GPtrArray) batches = vouch_code_batch_store_list (conn, lot_id, error);
  g_autoptr (GPtrArray) voids = batches != NULL ? vouch_code_batch_store_list_voids (conn, lot_id, error) : NULL;

  *units = 0;
  for (guint i = 0; batches != NULL && i < batches->len; i++)
    {
      const VouchCodeBatch *batch = g_ptr_array_index (batches, i);

      *units += batch->state != VOUCH_CODE_BATCH_STATE_VOIDED ? batch->units : 0;
    }
  for (guint i = 0; voids != NULL && i < voids->len; i++)
    {
      const VouchVoidUnit *voided = g_ptr_array_index (voids, i);

      *units -= is_voided (batches, voided->batch_id) ? 0 : voided->units;
    }
  return voids != NULL;
}

/* What is wanted, against what is left to be coded and what unit numbers there are. */
static gboolean
check_units (const VouchIssueRequest *request, const VouchLot *lot, gint64 left, gint64 first, GError **error)
{
  gint64 units = request->units != 0 ? request->units : left;

  if (request->units < 0 || (request->units == 0 && request->has_units))
    vouch_set_field_error (error, "units", VOUCH_ERROR_INVALID, _ ("Codes are reserved for at least one unit"));
  else if (left <= 0)
    vouch_set_field_error (error, "units", VOUCH_ERROR_CONFLICT, _ ("Every accepted unit of lot %s has its code"),
                           lot->number);
  else if (units > left)
    vouch_set_field_error (error, "units", VOUCH_ERROR_INVALID, _ ("Lot %s has %lld accepted units without a code"),
                           lot->number, (long long)left);
  else if (units > UNIT_MAX - first + 1)
    vouch_set_field_error (error, "units", VOUCH_ERROR_INVALID,
                           _ ("The unit numbers of a lot end at %lld; lot %s has %lld left"), (long long)UNIT_MAX,
                           lot->number, (long long)MAX (UNIT_MAX - first + 1, 0));
  else
    return TRUE;
  return FALSE;
}

/* A unit number is issued once per lot, whatever the key version. No more units have a code than were accepted; those
 * whose codes were voided want others. */
static gboolean
reserve (VouchAct *act, const VouchLot *lot, const VouchIssueRequest *request, VouchCodeBatch *batch, GError **error)
{
  gint64 next, left, coded;

  if (!vouch_number_store_get_next_unit (act->conn, lot->id, &next, error) ||
      !count_coded (act->conn, lot->id, &coded, error))
    return FALSE;
  left = lot->accepted / VOUCH_QUANTITY_ONE - coded;
  batch->first_unit = MAX (next, 1);
  batch->units = request->units != 0 ? request->units : left;
  return check_units (request, lot, left, batch->first_unit, error);
}

/* By the policy "label-approval" the codes of a lot may be a QA lead's to issue. */
static gboolean
check_issuer (VouchAct *act, GError **error)
{
  int approval;

  if (!vouch_policy_read_choice (act->conn, VOUCH_POLICY_LABEL_APPROVAL, &approval, error))
    return FALSE;
  if (approval == VOUCH_LABEL_APPROVAL_NONE || vouch_actor_may (act->actor, VOUCH_PERMISSION_DECIDE))
    return TRUE;
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_DENIED, _ ("Codes are issued by a QA lead here"));
  return FALSE;
}

/* The newest one, unless its revocation could not be written into the key file: then there is no good one yet. */
static gboolean
choose_version (VouchAct *act, gint64 *version, GError **error)
{
  gboolean is_revoked;

  *version = vouch_key_file_get_code_version (vouch_station_get_keys (act->station));
  if (!vouch_code_version_is_revoked (act->conn, act->station, *version, &is_revoked, error))
    return FALSE;
  if (!is_revoked)
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
               _ ("Version %d of the code key is revoked and the key file has no newer one; close the station and open "
                  "it again"),
               (int)*version);
  return FALSE;
}

/* Before anybody hears of the range it is noted outside the database, which may go back to an earlier state. */
static gboolean
log_range (VouchStation *station, gconstpointer data, GError **error)
{
  const VouchDone *answer = data;
  gint64 id = answer->id;
  g_autoptr (VouchCodeBatch) batch = vouch_station_read (station, read_batch, &id, error);

  return batch != NULL && vouch_issued_log_add_range (station, batch, answer->number, error);
}

static gboolean
issue (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchIssueRequest *request = data;
  g_autoptr (VouchLot) lot = vouch_row_load (act->conn, &vouch_lot_type, request->lot_id, error);
  g_autoptr (VouchProduct) product = NULL;
  g_autoptr (VouchCodeBatch) batch = vouch_code_batch_new ();

  if (lot == NULL || !vouch_label_check_lot (lot, VOUCH_PRINT_PURPOSE_UNIT, error) || !check_issuer (act, error))
    return FALSE;
  product = vouch_row_load (act->conn, &vouch_product_type, lot->product_id, error);
  if (product == NULL || !reserve (act, lot, request, batch, error))
    return FALSE;
  batch->host = vouch_policy_dup (act->conn, "host");
  if (batch->host == NULL)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                           _ ("The host name of the codes is not set; an administrator sets the policy “host”"));
      return FALSE;
    }
  if (!choose_version (act, &batch->key_version, error))
    return FALSE;
  batch->id = vouch_act_next_id (act);
  batch->lot_id = lot->id;
  batch->gtin = vouch_policy_dup_serial_gtin (act->conn, product);
  batch->issued_by = vouch_act_get_actor_id (act);
  batch->issued_at = vouch_act_get_now (act);
  ((VouchDone *)answer)->id = batch->id;
  ((VouchDone *)answer)->number = g_strdup (lot->number);
  vouch_tx_ask_anchor (act->tx);
  return vouch_act_insert (act, &vouch_code_batch_type, batch, error);
}

static gboolean
void_batch (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchVoidRequest *request = data;
  g_autoptr (VouchCodeBatch) batch = vouch_row_load (act->conn, &vouch_code_batch_type, request->batch_id, error);
  g_autoptr (VouchLot) lot = batch != NULL ? vouch_row_load (act->conn, &vouch_lot_type, batch->lot_id, error) : NULL;

  if (lot == NULL || !vouch_text_check_note (request->reason, "reason", error))
    return FALSE;
  if (batch->state == VOUCH_CODE_BATCH_STATE_ACTIVE)
    {
      vouch_set_field_error (error, "batch_id", VOUCH_ERROR_DENIED,
                             _ ("These codes of lot %s are active and customers may know them; hold or recall the lot"),
                             lot->number);
      return FALSE;
    }
  if (batch->state == VOUCH_CODE_BATCH_STATE_VOIDED)
    {
      g_autofree char *by = vouch_conflict_dup_by (act, &vouch_code_batch_type, batch->id);

      /* Translators: by whom and when. */
      vouch_set_field_error (error, "batch_id", VOUCH_ERROR_CONFLICT, _ ("These codes were voided already, by %s"), by);
      return FALSE;
    }
  batch->state = VOUCH_CODE_BATCH_STATE_VOIDED;
  batch->void_reason = g_strdup (request->reason);
  batch->voided_by = vouch_act_get_actor_id (act);
  batch->voided_at = vouch_act_get_now (act);
  ((VouchDone *)answer)->id = batch->id;
  ((VouchDone *)answer)->number = g_strdup (lot->number);
  return vouch_act_update (act, &vouch_code_batch_type, batch, error);
}

const VouchUseCase vouch_code_issue = {
  .name = "code.issue",
  .permission = VOUCH_PERMISSION_ISSUE_CODES,
  .request = &vouch_issue_request_type,
  .answer = &vouch_done_type,
  .act = issue,
  .after = log_range,
};

const VouchUseCase vouch_code_void = {
  .name = "code.void",
  .permission = VOUCH_PERMISSION_VOID_CODES,
  .request = &vouch_void_request_type,
  .answer = &vouch_done_type,
  .act = void_batch,
};
