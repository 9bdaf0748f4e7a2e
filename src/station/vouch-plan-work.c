/* Planning and drawing; declared in vouch-inspect-work.h. */
#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-hash.h"
#include "vouch-inspect-work.h"
#include "vouch-lot-count.h"
#include "vouch-lot-file.h"
#include "vouch-lot-store.h"
#include "vouch-number.h"
#include "vouch-plan-store.h"
#include "vouch-quantity.h"
#include "vouch-row.h"
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

static char *
letter_text (char letter)
{
  return letter != '\0' ? g_strndup (&letter, 1) : NULL;
}

static VouchInspection *
make_inspection (VouchAct *act, const VouchLot *lot, const VouchInspectionPlan *plan, gint64 lot_size, GError **error)
{
  g_autoptr (VouchInspection) self = vouch_inspection_new ();
  VouchSamplingTerms terms = { .lot_size = lot_size, .level = plan->level, .aql = plan->aql };
  VouchSamplingPlan sampling;
  guint8 seed[VOUCH_SAMPLING_SEED_SIZE];

  if (!vouch_sampling_standard_parse (plan->standard, &terms.table.standard, error) ||
      !vouch_sampling_plan_find (&terms, &sampling, error))
    return NULL;
  vouch_random_bytes (seed, sizeof seed);
  self->id = vouch_act_next_id (act);
  self->number = vouch_number_make ('I', self->id);
  self->lot_id = lot->id;
  self->plan_id = plan->id;
  self->standard = g_strdup (plan->standard);
  self->level = g_strdup (plan->level);
  self->aql = g_strdup (plan->aql);
  self->severity = VOUCH_SEVERITY_NORMAL;
  self->letter = letter_text (sampling.letter);
  self->plan_letter = letter_text (sampling.plan_letter);
  self->lot_size = lot_size;
  self->sample_size = vouch_sampling_plan_get_sample_size (&sampling);
  self->ac = sampling.samples.stages[0].ac;
  self->re = sampling.samples.stages[0].re;
  self->full_inspection = sampling.full_inspection;
  self->seed = g_bytes_new (seed, sizeof seed);
  self->state = VOUCH_INSPECTION_STATE_IN_PROGRESS;
  self->inspector_id = vouch_act_get_actor_id (act);
  self->started_at = vouch_act_get_now (act);
  return g_steal_pointer (&self);
}

static gboolean
insert_units (VouchAct *act, const VouchInspection *inspection, GError **error)
{
  g_autofree guint32 *units = g_new (guint32, (gsize)inspection->sample_size);

  if (!vouch_sampling_draw (g_bytes_get_data (inspection->seed, NULL), (guint32)inspection->lot_size,
                            (guint32)inspection->sample_size, units))
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("The sample cannot be drawn from this lot"));
      return FALSE;
    }
  for (gint64 i = 0; i < inspection->sample_size; i++)
    {
      g_autoptr (VouchSampleUnit) unit = vouch_sample_unit_new ();

      unit->id = vouch_act_next_id (act);
      unit->inspection_id = inspection->id;
      unit->position = i + 1;
      unit->unit = units[i];
      if (!vouch_act_insert (act, &vouch_sample_unit_type, unit, error))
        return FALSE;
    }
  return TRUE;
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
  if (lot->status == VOUCH_LOT_STATUS_PENDING && file->inspection == NULL)
    return TRUE;
  vouch_set_field_error (error, "lot_id", VOUCH_ERROR_CONFLICT, _ ("Lot %s was planned before"), lot->number);
  return FALSE;
}

static gboolean
plan_lot (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchLotRequest *request = data;
  VouchProgress *progress = answer;
  g_autoptr (VouchLot) lot = vouch_row_load (act->conn, &vouch_lot_type, request->lot_id, error);
  g_autoptr (VouchInspectionPlan) plan = NULL;
  g_autoptr (VouchInspection) inspection = NULL;
  gint64 lot_size;

  if (lot == NULL || !check_plannable (act, lot, error) || !measure_lot (act, lot, &lot_size, error))
    return FALSE;
  plan = find_plan (act, lot, error);
  if (plan == NULL)
    return FALSE;
  inspection = make_inspection (act, lot, plan, lot_size, error);
  if (inspection == NULL || !vouch_act_insert (act, &vouch_inspection_type, inspection, error) ||
      !insert_units (act, inspection, error) || !mark_receipt_inspecting (act, lot, error))
    return FALSE;
  progress->inspection_id = inspection->id;
  progress->position = 1;
  return TRUE;
}

const VouchUseCase vouch_inspect_plan = {
  .name = "inspect.plan",
  .permission = VOUCH_PERMISSION_INSPECT,
  .request = &vouch_lot_request_type,
  .answer = &vouch_progress_type,
  .act = plan_lot,
};
