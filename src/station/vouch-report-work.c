#include "vouch-report-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-hex.h"
#include "vouch-inspection-report.h"
#include "vouch-lot-file.h"
#include "vouch-lot-series.h"
#include "vouch-policy-work.h"
#include "vouch-quantity.h"
#include "vouch-sample-words.h"
#include "vouch-trace-address.h"
#include "vouch-words.h"

static char *
local_time (VouchStation *station, gint64 at_us)
{
  return at_us != 0 ? vouch_time_to_string (at_us - at_us % G_USEC_PER_SEC,
                                            vouch_clock_offset (vouch_station_get_clock (station), at_us))
                    : NULL;
}

/* As people read a time: to the minute, with the station's offset. */
static char *
shown_time (VouchStation *station, gint64 at_us)
{
  g_autofree char *full = local_time (station, at_us);

  return full != NULL ? g_strdup_printf ("%.10s %.5s %s", full, full + 11, full + 19) : NULL;
}

static void
fill_lot (VouchInspectionReport *report, VouchStation *station, const VouchLotFile *file)
{
  report->number = g_strdup (file->inspection != NULL ? file->inspection->number : file->lot->number);
  report->station = vouch_station_dup_policy (station, "station-name");
  report->printed_at = local_time (station, vouch_clock_now (vouch_station_get_clock (station)));
  report->product_name = g_strdup (vouch_words_choose (file->product->name_en, file->product->name_zh));
  report->sku = g_strdup (file->product->sku);
  report->specification = g_strdup (file->product->spec);
  report->gtin = g_strdup (file->gtin);
  report->supplier = g_strdup (vouch_words_choose (file->supplier->name_en, file->supplier->name_zh));
  report->lot = g_strdup (file->lot->number);
  report->supplier_lot = g_strdup (file->lot->supplier_lot);
  report->origin = g_strdup (file->product->origin);
  report->produced = file->lot->produced;
  report->expiry = file->lot->expiry;
  report->receipt = g_strdup (file->receipt->number);
  report->delivery = g_strdup (file->delivery->number);
  report->received_at = shown_time (station, file->receipt->arrived_at);
  report->quantity_received = file->lot->received;
  report->quantity_unit = g_strdup (file->lot->unit);
}

/* One curve a class of defects; what is judged by its readings has none of these. */
static void
add_oc_plans (VouchInspectionReport *report, const VouchLotFile *file)
{
  guint n_classes = vouch_judgement_get_n_classes (file->judgement);

  for (guint i = 0; i < n_classes; i++)
    {
      const VouchClassPlan *class_plan = vouch_judgement_get_class (file->judgement, i)->plan;
      const char *name = n_classes > 1 ? vouch_words_of_class (file, class_plan) : NULL;
      VouchRulePlan plan;

      if (class_plan->method != VOUCH_SAMPLING_METHOD_VARIABLES &&
          vouch_lot_file_get_rule_plan (file, class_plan, &plan))
        vouch_inspection_report_take_oc_plan (report, vouch_oc_plan_new_for_plan (name, &plan.plan));
    }
}

static int
compare_units (gconstpointer a, gconstpointer b)
{
  guint32 one = *(const guint32 *)a, other = *(const guint32 *)b;

  return (one > other) - (one < other);
}

static VouchMark
mark_of (VouchVerdict verdict)
{
  if (verdict == VOUCH_VERDICT_OPEN)
    return VOUCH_MARK_OPEN;
  return verdict == VOUCH_VERDICT_ACCEPT ? VOUCH_MARK_PASS : VOUCH_MARK_FAIL;
}

static void
add_class (VouchInspectionReport *report, const VouchLotFile *file, const VouchClassStanding *standing)
{
  VouchReportClass *class = vouch_inspection_report_add_class (report);
  g_autofree char *terms = vouch_words_dup_class_terms (standing->plan);

  class->name = g_strdup (vouch_words_of_class (file, standing->plan));
  class->terms = standing->plan->level_id != 0
                     ? g_strdup_printf ("%s\n%s", terms, vouch_severity_get_label (standing->plan->severity))
                     : g_steal_pointer (&terms);
  class->sample = vouch_words_dup_samples (standing);
  class->found = vouch_words_dup_class_figures (standing);
  if (class->found == NULL)
    class->found = vouch_words_dup_found (standing);
  class->mark = mark_of (standing->verdict);
  class->result = g_strdup (vouch_words_of_verdict (standing->verdict));
}

/* One single plan of a table is told in full; of several plans, stages or methods, what is the same for all. */
static void
fill_classes (VouchInspectionReport *report, const VouchLotFile *file)
{
  guint n_classes = vouch_judgement_get_n_classes (file->judgement);
  const VouchClassStanding *first = vouch_judgement_get_class (file->judgement, 0);
  VouchRulePlan plan;

  if (n_classes == 1 && first->plan->method == VOUCH_SAMPLING_METHOD_AQL && first->samples.n_stages == 1 &&
      vouch_lot_file_get_rule_plan (file, first->plan, &plan))
    {
      vouch_inspection_report_set_plan (report, &plan.plan);
      return;
    }
  report->lot_size = file->inspection->lot_size;
  report->why = vouch_words_dup_why (file);
  for (guint i = 0; i < n_classes; i++)
    add_class (report, file, vouch_judgement_get_class (file->judgement, i));
}

static void
fill_plan (VouchInspectionReport *report, const VouchLotFile *file)
{
  if (file->inspection == NULL)
    return;
  fill_classes (report, file);
  add_oc_plans (report, file);
  for (guint i = 0; i < file->units->len; i++)
    {
      guint32 unit = (guint32)((const VouchSampleUnit *)g_ptr_array_index (file->units, i))->unit;

      g_array_append_val (report->units, unit);
    }
  g_array_sort (report->units, compare_units);
  report->package_size = (guint32)vouch_inspection_get_package_size (file->inspection);
  report->inspected = (guint32)vouch_tally_get_inspected (file->tally);
  report->nonconforming = (guint32)vouch_tally_get_nonconforming (file->tally);
}

static const VouchCharacteristic *
find_characteristic (const VouchLotFile *file, gint64 id)
{
  for (guint i = 0; i < file->characteristics->len; i++)
    if (((const VouchCharacteristic *)g_ptr_array_index (file->characteristics, i))->id == id)
      return g_ptr_array_index (file->characteristics, i);
  return NULL;
}

static void
add_defect (VouchReportReading *row, const VouchLotFile *file, const VouchReading *reading)
{
  const VouchDefectCode *defect = g_hash_table_lookup (file->defects, &reading->defect_code_id);

  if (reading->result != VOUCH_RESULT_FAIL || defect == NULL)
    return;
  row->defect_code = g_strdup (defect->code);
  row->defect_name = g_strdup (vouch_words_choose (defect->name_en, defect->name_zh));
}

static void
add_reading (VouchInspectionReport *report, VouchStation *station, const VouchLotFile *file,
             const VouchReading *reading)
{
  VouchReportReading *row = vouch_inspection_report_add_reading (report);
  const VouchCharacteristic *characteristic = find_characteristic (file, reading->characteristic_id);
  g_autofree char *at = local_time (station, reading->recorded_at);
  const VouchSampleUnit *unit = g_ptr_array_index (file->units, reading->position - 1);

  row->unit = (guint32)unit->unit;
  row->characteristic =
      g_strdup (characteristic != NULL ? vouch_words_choose (characteristic->name_en, characteristic->name_zh) : "");
  row->mark = reading->result == VOUCH_RESULT_PASS   ? VOUCH_MARK_PASS
              : reading->result == VOUCH_RESULT_FAIL ? VOUCH_MARK_FAIL
                                                     : VOUCH_MARK_NONE;
  row->result = g_strdup (vouch_words_of_result (reading->result));
  if (reading->has_value)
    {
      g_autofree char *value = vouch_quantity_to_string (reading->value);

      row->value = g_strdup_printf ("%s %s", value, reading->unit != NULL ? reading->unit : "");
    }
  row->limits = characteristic != NULL ? vouch_words_dup_limits (characteristic) : NULL;
  add_defect (row, file, reading);
  row->inspector = g_strdup (vouch_lot_file_get_user_name (file, reading->inspector_id));
  row->at = g_strndup (at + 11, 8);
  row->is_undone = vouch_tally_is_undone (file->tally, reading);
}

static void
fill_result (VouchInspectionReport *report, VouchStation *station, const VouchLotFile *file)
{
  VouchVerdict verdict = vouch_lot_file_get_verdict (file);

  for (guint i = 0; file->readings != NULL && i < file->readings->len; i++)
    if (((const VouchReading *)g_ptr_array_index (file->readings, i))->undoes_id == 0)
      add_reading (report, station, file, g_ptr_array_index (file->readings, i));
  vouch_inspection_report_take_series (report, vouch_lot_file_list_series (file));
  report->verdict_mark = mark_of (verdict);
  report->verdict = g_strdup (vouch_words_of_verdict (verdict));
}

static void
fill_decision (VouchInspectionReport *report, const VouchLotFile *file)
{
  const VouchUsageDecision *last;

  if (file->decisions->len == 0)
    return;
  last = g_ptr_array_index (file->decisions, file->decisions->len - 1);
  report->decision = g_strdup (vouch_words_of_decision (last->kind));
  report->decision_reason = g_strdup (last->reason);
  report->accepted = last->accepted;
  report->rejected = last->rejected;
  report->held = last->held;
  report->used = last->used;
}

static void
fill_signatures (VouchInspectionReport *report, VouchStation *station, const VouchLotFile *file)
{
  for (guint i = 0; i < file->signatures->len; i++)
    {
      const VouchSignature *signature = g_ptr_array_index (file->signatures, i);
      VouchReportSignature *row = vouch_inspection_report_add_signature (report);

      row->signer = g_strdup (vouch_lot_file_get_user_name (file, signature->signer_id));
      row->meaning = g_strdup (vouch_words_of_meaning (signature->meaning));
      row->at = shown_time (station, signature->signed_at);
      row->record_hash =
          vouch_hex_write (g_bytes_get_data (signature->record_hash, NULL), g_bytes_get_size (signature->record_hash));
    }
}

static void
fill_codes (VouchInspectionReport *report, const VouchLotFile *file)
{
  for (guint i = 0; i < file->batches->len; i++)
    {
      const VouchCodeBatch *batch = g_ptr_array_index (file->batches, i);
      VouchReportCodeBatch *row = vouch_inspection_report_add_code_batch (report);

      row->name = g_strdup_printf ("%u", i + 1);
      row->first_unit = (guint32)batch->first_unit;
      row->last_unit = (guint32)(batch->first_unit + batch->units - 1);
      row->host = g_strdup (batch->host);
      row->address = vouch_trace_address_format (batch->host, batch->gtin, file->lot->number, NULL);
      row->state = g_strdup (vouch_words_of_batch (batch->state));
    }
}

static gpointer
read_file (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_lot_file_load (conn, *(gint64 *)data, error);
}

/**
 * vouch_report_dup_inspection:
 * @station: the station
 * @lot_id: the lot
 * @error: NOT_FOUND where there is no such lot
 *
 * Returns: (transfer full) (nullable): everything that the lot's inspection report says, to everybody in the house
 */
VouchInspectionReport *
vouch_report_dup_inspection (VouchStation *station, gint64 lot_id, GError **error)
{
  g_autoptr (VouchLotFile) file = vouch_station_read (station, read_file, &lot_id, error);
  VouchInspectionReport *report;

  if (file == NULL)
    return NULL;
  report = vouch_inspection_report_new ();
  fill_lot (report, station, file);
  fill_plan (report, file);
  fill_result (report, station, file);
  fill_decision (report, file);
  fill_signatures (report, station, file);
  fill_codes (report, file);
  return report;
}

/**
 * vouch_report_write_inspection:
 * @station: the station
 * @lot_id: the lot
 * @path: where the PDF goes; written whole or not at all
 * @error: NOT_FOUND where there is no such lot, STORAGE if the file cannot be written
 *
 * Returns: whether the report is there
 */
gboolean
vouch_report_write_inspection (VouchStation *station, gint64 lot_id, const char *path, GError **error)
{
  g_autoptr (VouchInspectionReport) report = vouch_report_dup_inspection (station, lot_id, error);

  return report != NULL && vouch_inspection_report_write_pdf (report, path, error);
}
