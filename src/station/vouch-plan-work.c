/* Planning and drawing; declared in vouch-inspect-work.h. */
#include <glib/gi18n-lib.h>

#include "vouch-class-draft.h"
#include "vouch-error.h"
#include "vouch-hash.h"
#include "vouch-inspect-work.h"
#include "vouch-lot-count.h"
#include "vouch-lot-file.h"
#include "vouch-lot-store.h"
#include "vouch-number.h"
#include "vouch-plan-store.h"
#include "vouch-product-store.h"
#include "vouch-quantity.h"
#include "vouch-row.h"
#include "vouch-sample-draw.h"
#include "vouch-sampling-draw.h"

static const VouchField lot_fields[] = {
  VOUCH_FIELD (VouchLotRequest, lot_id, ID, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchLotRequest, vouch_lot_request, "lot", lot_fields)

static const VouchField progress_fields[] = {
  VOUCH_FIELD (VouchProgress, inspection_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchProgress, position, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchProgress, inspected, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchProgress, nonconforming, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchProgress, verdict, vouch_verdict_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchProgress, result, vouch_result_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchProgress, reading_id, ID, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchProgress, to_draw, NUMBER, VOUCH_FIELD_ADDED),
};

VOUCH_DEFINE_RECORD (VouchProgress, vouch_progress, "progress", progress_fields)

/* N counts whole inspection units that came undamaged. */
static gboolean
measure_lot (VouchAct *act, const VouchLot *lot, gint64 *lot_size, GError **error)
{
  g_autoptr (VouchReceiptLine) line = vouch_row_load (act->conn, &vouch_receipt_line_type, lot->receipt_line_id, error);
  g_autoptr (GPtrArray) counts = line != NULL ? vouch_lot_store_list_counts (act->conn, line->id, error) : NULL;
  gint64 counted, damaged, sound;

  if (counts == NULL)
    return FALSE;
  vouch_lot_count_sum (counts, lot->id, line->standing, &counted, &damaged);
  sound = lot->received - damaged;
  *lot_size = sound / VOUCH_QUANTITY_ONE;
  if (sound > 0 && sound % VOUCH_QUANTITY_ONE == 0)
    return TRUE;
  vouch_set_field_error (error, "lot_id", VOUCH_ERROR_INVALID,
                         _ ("Lot %s has no whole number of sound units to sample from; hold it for the QA lead"),
                         lot->number);
  return FALSE;
}

static VouchInspectionPlan *
find_plan (VouchAct *act, const VouchLot *lot, GError **error)
{
  g_autoptr (GError) local = NULL;
  VouchInspectionPlan *plan = vouch_plan_store_find_incoming (act->conn, lot->product_id, &local);

  if (plan == NULL && local == NULL)
    vouch_set_field_error (&local, "lot_id", VOUCH_ERROR_NOT_FOUND,
                           _ ("The product of lot %s has no approved inspection plan; hold it for the QA lead"),
                           lot->number);
  if (plan == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return plan;
}

static gboolean
mark_receipt_inspecting (VouchAct *act, const VouchLot *lot, GError **error)
{
  g_autoptr (VouchReceiptLine) line = vouch_row_load (act->conn, &vouch_receipt_line_type, lot->receipt_line_id, error);
  g_autoptr (VouchReceipt) receipt =
      line != NULL ? vouch_row_load (act->conn, &vouch_receipt_type, line->receipt_id, error) : NULL;

  if (receipt == NULL)
    return FALSE;
  if (receipt->state == VOUCH_RECEIPT_STATE_INSPECTING)
    return TRUE;
  receipt->state = VOUCH_RECEIPT_STATE_INSPECTING;
  return vouch_act_update (act, &vouch_receipt_type, receipt, error);
}

static gboolean
check_plannable (VouchAct *act, const VouchLot *lot, GError **error)
{
  g_autoptr (VouchLotFile) file = vouch_lot_file_load (act->conn, lot->id, error);

  if (file == NULL)
    return FALSE;
  if (lot->status == VOUCH_LOT_STATUS_PENDING && file->inspection == NULL && file->skipped == NULL)
    return TRUE;
  vouch_set_field_error (error, "lot_id", VOUCH_ERROR_CONFLICT, _ ("Lot %s was planned before"), lot->number);
  return FALSE;
}

/* Units in one of the packages that the draw goes by; 0 where it goes unit by unit. */
static gboolean
find_package_size (VouchAct *act, const VouchInspectionPlan *plan, gint64 *size, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchProductGtin) package = NULL;

  *size = 0;
  if (plan->draw_by == NULL)
    return TRUE;
  package = vouch_product_store_find_gtin (act->conn, plan->draw_by, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (package != NULL && package->product_id == plan->product_id && package->numerator % package->denominator == 0)
    *size = package->numerator / package->denominator;
  return TRUE;
}

static VouchInspection *
begin_inspection (VouchAct *act, const VouchLot *lot, const VouchInspectionPlan *plan, gint64 lot_size)
{
  VouchInspection *self = vouch_inspection_new ();
  guint8 seed[VOUCH_SAMPLING_SEED_SIZE];

  vouch_random_bytes (seed, sizeof seed);
  self->id = vouch_act_next_id (act);
  self->number = vouch_number_make ('I', self->id);
  self->lot_id = lot->id;
  self->plan_id = plan->id;
  self->lot_size = lot_size;
  self->seed = g_bytes_new (seed, sizeof seed);
  self->state = VOUCH_INSPECTION_STATE_IN_PROGRESS;
  self->inspector_id = vouch_act_get_actor_id (act);
  self->started_at = vouch_act_get_now (act);
  return self;
}

static gboolean
insert_inspection (VouchAct *act, const VouchLot *lot, VouchInspection *inspection, const GPtrArray *class_plans,
                   GError **error)
{
  vouch_class_draft_fill_inspection (class_plans, inspection);
  if (!vouch_act_insert (act, &vouch_inspection_type, inspection, error))
    return FALSE;
  for (guint i = 0; i < class_plans->len; i++)
    if (!vouch_act_insert (act, &vouch_class_plan_type, g_ptr_array_index (class_plans, i), error))
      return FALSE;
  return vouch_sample_draw_insert (act, inspection, class_plans, 0, error) && mark_receipt_inspecting (act, lot, error);
}

static gboolean
plan_lot (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchLotRequest *request = data;
  VouchProgress *progress = answer;
  g_autoptr (VouchLot) lot = vouch_row_load (act->conn, &vouch_lot_type, request->lot_id, error);
  g_autoptr (VouchInspectionPlan) plan = NULL;
  g_autoptr (VouchInspection) inspection = NULL;
  g_autoptr (GPtrArray) class_plans = NULL;
  gboolean is_skipped = FALSE;
  gint64 lot_size;

  if (lot == NULL || !check_plannable (act, lot, error) || !measure_lot (act, lot, &lot_size, error))
    return FALSE;
  plan = find_plan (act, lot, error);
  if (plan == NULL)
    return FALSE;
  inspection = begin_inspection (act, lot, plan, lot_size);
  if (!find_package_size (act, plan, &inspection->package_size, error))
    return FALSE;
  class_plans = vouch_class_draft_make (act, lot, plan, inspection, &is_skipped, error);
  if (class_plans == NULL)
    return FALSE;
  progress->verdict = is_skipped ? VOUCH_VERDICT_ACCEPT : VOUCH_VERDICT_OPEN;
  if (is_skipped)
    return mark_receipt_inspecting (act, lot, error);
  progress->inspection_id = inspection->id;
  progress->position = 1;
  return insert_inspection (act, lot, inspection, class_plans, error);
}

const VouchUseCase vouch_inspect_plan = {
  .name = "inspect.plan",
  .permission = VOUCH_PERMISSION_INSPECT,
  .request = &vouch_lot_request_type,
  .answer = &vouch_progress_type,
  .act = plan_lot,
};
