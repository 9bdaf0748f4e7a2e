/* What becomes of a batch's labels once they are printed: withdrawn one by one, counted, closed. */
#include "vouch-batch-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-batch-store.h"
#include "vouch-code-check.h"
#include "vouch-conflict-rule.h"
#include "vouch-error.h"
#include "vouch-lot.h"
#include "vouch-publish-work.h"
#include "vouch-row.h"
#include "vouch-text.h"
#include "vouch-void-unit.h"

static const VouchField void_fields[] = {
  VOUCH_FIELD (VouchVoidUnitsRequest, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchVoidUnitsRequest, code, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchVoidUnitsRequest, first_unit, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchVoidUnitsRequest, units, NUMBER, VOUCH_FIELD_COUNT),
  VOUCH_FIELD (VouchVoidUnitsRequest, reason, TEXT, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchVoidUnitsRequest, vouch_void_units_request, "void_units", void_fields)

static const VouchField reconcile_fields[] = {
  VOUCH_FIELD (VouchReconcileRequest, batch_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchReconcileRequest, applied, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReconcileRequest, spoiled, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReconcileRequest, returned, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchReconcileRequest, vouch_reconcile_request, "reconcile", reconcile_fields)

static const VouchField close_fields[] = {
  VOUCH_FIELD (VouchCloseBatchRequest, batch_id, ID, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchCloseBatchRequest, vouch_close_batch_request, "close_batch", close_fields)

static const VouchField hand_out_fields[] = {
  VOUCH_FIELD (VouchHandOutRequest, batch_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchHandOutRequest, reason, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchHandOutRequest, vouch_hand_out_request, "hand_out", hand_out_fields)

static const VouchField reconciled_fields[] = {
  VOUCH_FIELD (VouchReconciled, batch_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReconciled, lot, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReconciled, printed, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReconciled, applied, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReconciled, spoiled, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReconciled, returned, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReconciled, unexplained, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReconciled, voided, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReconciled, is_closed, FLAG, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchReconciled, vouch_reconciled, "reconciled", reconciled_fields)

static const VouchVoidUnit *
find_void (const GPtrArray *voids, gint64 unit)
{
  for (guint i = 0; i < voids->len; i++)
    {
      const VouchVoidUnit *units = g_ptr_array_index (voids, i);

      if (unit >= units->first_unit && unit - units->first_unit < units->units)
        return units;
    }
  return NULL;
}

/**
 * vouch_batch_has_void:
 * @voids: (element-type VouchVoidUnit): the units of a lot whose labels were withdrawn one by one
 * @unit: a unit of the lot
 *
 * Returns: whether its label was withdrawn
 */
gboolean
vouch_batch_has_void (const GPtrArray *voids, gint64 unit)
{
  return find_void (voids, unit) != NULL;
}

/**
 * vouch_batch_find_ends:
 * @batch: a batch
 * @voids: (element-type VouchVoidUnit): the units of its lot whose labels were withdrawn one by one
 * @first: (out): its first unit with a good label
 * @last: (out): its last one
 *
 * Returns: whether it has any
 */
gboolean
vouch_batch_find_ends (const VouchCodeBatch *batch, const GPtrArray *voids, gint64 *first, gint64 *last)
{
  const VouchVoidUnit *units;

  *first = batch->first_unit;
  *last = batch->first_unit + batch->units - 1;
  while (*first <= *last && (units = find_void (voids, *first)) != NULL)
    *first = units->first_unit + units->units;
  while (*first <= *last && (units = find_void (voids, *last)) != NULL)
    *last = units->first_unit - 1;
  return *first <= *last;
}

/* The request, with the unit that its code is of. */
static gboolean
settle_units (VouchAct *act, const VouchVoidUnitsRequest *request, VouchVoidUnit *units, GError **error)
{
  g_autoptr (VouchCodeCheck) check = NULL;
  VouchCodeFinding finding;

  units->lot_id = request->lot_id;
  units->first_unit = request->first_unit;
  units->units = request->units != 0 ? request->units : 1;
  if (request->code == NULL)
    return TRUE;
  check = vouch_code_check_new (act->conn, act->station);
  if (!vouch_code_check_look (check, request->code, &finding, error))
    return FALSE;
  if (finding.batch_id == 0)
    {
      vouch_set_field_error (error, "code", VOUCH_ERROR_NOT_FOUND, _ ("This is no code of a unit of this station"));
      return FALSE;
    }
  units->lot_id = finding.lot_id;
  units->first_unit = finding.unit;
  units->units = 1;
  return TRUE;
}

static VouchCodeBatch *
find_batch (VouchAct *act, const VouchVoidUnit *units, GError **error)
{
  g_autoptr (GPtrArray) batches = vouch_code_batch_store_list (act->conn, units->lot_id, error);

  for (guint i = 0; batches != NULL && i < batches->len; i++)
    {
      const VouchCodeBatch *batch = g_ptr_array_index (batches, i);

      if (batch->state != VOUCH_CODE_BATCH_STATE_VOIDED && units->units >= 1 && units->units <= batch->units &&
          units->first_unit >= batch->first_unit &&
          units->first_unit - batch->first_unit <= batch->units - units->units)
        return vouch_record_copy (&vouch_code_batch_type, batch);
    }
  if (batches != NULL)
    vouch_set_field_error (error, "first_unit", VOUCH_ERROR_INVALID,
                           _ ("No batch of the lot has all of these units; name units of one batch"));
  return NULL;
}

static gboolean
check_not_void (VouchAct *act, const VouchVoidUnit *units, GError **error)
{
  g_autoptr (GPtrArray) voids = vouch_code_batch_store_list_voids (act->conn, units->lot_id, error);

  for (guint i = 0; voids != NULL && i < voids->len; i++)
    {
      const VouchVoidUnit *other = g_ptr_array_index (voids, i);

      if (units->first_unit < other->first_unit + other->units && other->first_unit < units->first_unit + units->units)
        {
          vouch_set_field_error (error, "first_unit", VOUCH_ERROR_CONFLICT, _ ("Unit %lld was voided already"),
                                 (long long)MAX (units->first_unit, other->first_unit));
          return FALSE;
        }
    }
  return voids != NULL;
}

static gboolean
void_units (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchVoidUnitsRequest *request = data;
  g_autoptr (VouchVoidUnit) units = vouch_void_unit_new ();
  g_autoptr (VouchLot) lot = NULL;
  g_autoptr (VouchCodeBatch) batch = NULL;

  if (!vouch_text_check_note (request->reason, "reason", error) || !settle_units (act, request, units, error))
    return FALSE;
  lot = vouch_row_load (act->conn, &vouch_lot_type, units->lot_id, error);
  batch = lot != NULL ? find_batch (act, units, error) : NULL;
  if (batch == NULL || !check_not_void (act, units, error))
    return FALSE;
  units->id = vouch_act_next_id (act);
  units->batch_id = batch->id;
  units->reason = g_strdup (request->reason);
  units->voided_by = vouch_act_get_actor_id (act);
  units->voided_at = vouch_act_get_now (act);
  ((VouchDone *)answer)->id = units->id;
  ((VouchDone *)answer)->number = g_strdup (lot->number);
  return vouch_act_insert (act, &vouch_void_unit_type, units, error) &&
         (batch->state != VOUCH_CODE_BATCH_STATE_ACTIVE || vouch_publish_codes (act, lot->id, error));
}

static gboolean
tell_reconciled (VouchAct *act, const VouchCodeBatch *batch, VouchReconciled *answer, GError **error)
{
  g_autoptr (GPtrArray) voids = vouch_code_batch_store_list_voids (act->conn, batch->lot_id, error);
  g_autoptr (VouchLot) lot = voids != NULL ? vouch_row_load (act->conn, &vouch_lot_type, batch->lot_id, error) : NULL;

  if (lot == NULL)
    return FALSE;
  answer->batch_id = batch->id;
  answer->lot = g_strdup (lot->number);
  answer->printed = batch->units;
  answer->applied = batch->applied;
  answer->spoiled = batch->spoiled;
  answer->returned = batch->returned;
  answer->unexplained = batch->units - batch->applied - batch->spoiled - batch->returned;
  for (guint i = 0; i < voids->len; i++)
    {
      const VouchVoidUnit *units = g_ptr_array_index (voids, i);

      answer->voided += units->batch_id == batch->id ? units->units : 0;
    }
  answer->is_closed = batch->closed_at != 0;
  return TRUE;
}

static gboolean
check_open (VouchAct *act, const VouchCodeBatch *batch, GError **error)
{
  g_autofree char *by = NULL;

  if (batch->closed_at != 0)
    {
      by = vouch_conflict_dup_by (act, &vouch_code_batch_type, batch->id);
      /* Translators: by whom and when. */
      vouch_set_field_error (error, "batch_id", VOUCH_ERROR_CONFLICT, _ ("The batch was closed already, by %s"), by);
      return FALSE;
    }
  if (batch->state == VOUCH_CODE_BATCH_STATE_PRINTED || batch->state == VOUCH_CODE_BATCH_STATE_ACTIVE)
    return TRUE;
  vouch_set_field_error (error, "batch_id", VOUCH_ERROR_DENIED,
                         _ ("The batch is not printed, or was voided; there are no labels to account for"));
  return FALSE;
}

static gboolean
check_counts (const VouchReconcileRequest *request, const VouchCodeBatch *batch, GError **error)
{
  const char *field = request->applied < 0 || request->applied > batch->units     ? "applied"
                      : request->spoiled < 0 || request->spoiled > batch->units   ? "spoiled"
                      : request->returned < 0 || request->returned > batch->units ? "returned"
                                                                                  : NULL;

  if (field == NULL && request->applied + request->spoiled + request->returned <= batch->units)
    return TRUE;
  vouch_set_field_error (error, field != NULL ? field : "applied", VOUCH_ERROR_INVALID,
                         _ ("%lld labels were printed; applied, spoiled and returned ones cannot be more, or less than "
                            "none"),
                         (long long)batch->units);
  return FALSE;
}

static gboolean
reconcile (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchReconcileRequest *request = data;
  g_autoptr (VouchCodeBatch) batch = vouch_row_load (act->conn, &vouch_code_batch_type, request->batch_id, error);

  if (batch == NULL || !check_open (act, batch, error) || !check_counts (request, batch, error))
    return FALSE;
  batch->applied = request->applied;
  batch->spoiled = request->spoiled;
  batch->returned = request->returned;
  batch->reconciled_by = vouch_act_get_actor_id (act);
  batch->reconciled_at = vouch_act_get_now (act);
  return vouch_act_update (act, &vouch_code_batch_type, batch, error) && tell_reconciled (act, batch, answer, error);
}

/* An unexplained rest is labels that somebody has. */
static gboolean
check_explained (const VouchCodeBatch *batch, GError **error)
{
  gint64 rest = batch->units - batch->applied - batch->spoiled - batch->returned;

  if (batch->reconciled_at != 0 && rest == 0)
    return TRUE;
  vouch_set_field_error (
      error, "batch_id", VOUCH_ERROR_CONFLICT,
      ngettext ("%lld label is not accounted for. Find it, or void its unit and count it as spoiled",
                "%lld labels are not accounted for. Find them, or void their units and count them as "
                "spoiled",
                (gulong)rest),
      (long long)rest);
  return FALSE;
}

static gboolean
close_batch (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchCloseBatchRequest *request = data;
  g_autoptr (VouchCodeBatch) batch = vouch_row_load (act->conn, &vouch_code_batch_type, request->batch_id, error);

  if (batch == NULL || !check_open (act, batch, error))
    return FALSE;
  if (batch->state != VOUCH_CODE_BATCH_STATE_ACTIVE)
    {
      vouch_set_field_error (error, "batch_id", VOUCH_ERROR_DENIED,
                             _ ("The codes are not active yet; scan the first and the last label first"));
      return FALSE;
    }
  if (!check_explained (batch, error))
    return FALSE;
  batch->closed_by = vouch_act_get_actor_id (act);
  batch->closed_at = vouch_act_get_now (act);
  return vouch_act_update (act, &vouch_code_batch_type, batch, error) && tell_reconciled (act, batch, answer, error);
}

/* The first time codes leave is their print; after that it is a repetition, which a QA lead gives a reason for. */
static gboolean
hand_out (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchHandOutRequest *request = data;
  g_autoptr (VouchCodeBatch) batch = vouch_row_load (act->conn, &vouch_code_batch_type, request->batch_id, error);

  if (batch == NULL || !vouch_text_check_note (request->reason, "reason", error))
    return FALSE;
  ((VouchDone *)answer)->id = batch->id;
  if (batch->state == VOUCH_CODE_BATCH_STATE_RESERVED)
    {
      batch->state = VOUCH_CODE_BATCH_STATE_PRINTED;
      return vouch_act_update (act, &vouch_code_batch_type, batch, error);
    }
  if (batch->state == VOUCH_CODE_BATCH_STATE_VOIDED)
    vouch_set_field_error (error, "batch_id", VOUCH_ERROR_DENIED, _ ("These codes are void; reserve others"));
  else if (!vouch_actor_may (act->actor, VOUCH_PERMISSION_VOID_CODES))
    vouch_set_field_error (error, "batch_id", VOUCH_ERROR_DENIED,
                           _ ("These codes were given out already; a QA lead gives them out again, with a reason"));
  else if (request->reason == NULL || *request->reason == '\0')
    vouch_set_field_error (error, "reason", VOUCH_ERROR_INVALID,
                           _ ("These codes were given out already; say why they are wanted again"));
  else
    return TRUE;
  return FALSE;
}

const VouchUseCase vouch_code_void_units = {
  .name = "code.void_units",
  .permission = VOUCH_PERMISSION_VOID_CODES,
  .request = &vouch_void_units_request_type,
  .answer = &vouch_done_type,
  .act = void_units,
};

const VouchUseCase vouch_batch_reconcile = {
  .name = "code.reconcile",
  .permission = VOUCH_PERMISSION_ISSUE_CODES,
  .request = &vouch_reconcile_request_type,
  .answer = &vouch_reconciled_type,
  .act = reconcile,
};

const VouchUseCase vouch_batch_close = {
  .name = "code.close_batch",
  .permission = VOUCH_PERMISSION_ISSUE_CODES,
  .request = &vouch_close_batch_request_type,
  .answer = &vouch_reconciled_type,
  .act = close_batch,
};

const VouchUseCase vouch_batch_hand_out = {
  .name = "code.hand_out",
  .permission = VOUCH_PERMISSION_ISSUE_CODES,
  .request = &vouch_hand_out_request_type,
  .answer = &vouch_done_type,
  .act = hand_out,
};
