#include "vouch-inspection-report.h"

static void
free_class (VouchReportClass *class)
{
  g_free (class->name);
  g_free (class->terms);
  g_free (class->sample);
  g_free (class->found);
  g_free (class->result);
  g_free (class);
}

static void
free_reading (VouchReportReading *reading)
{
  g_free (reading->characteristic);
  g_free (reading->result);
  g_free (reading->value);
  g_free (reading->limits);
  g_free (reading->defect_code);
  g_free (reading->defect_name);
  g_free (reading->inspector);
  g_free (reading->at);
  g_free (reading);
}

static void
free_signature (VouchReportSignature *signature)
{
  g_free (signature->signer);
  g_free (signature->meaning);
  g_free (signature->at);
  g_free (signature->record_hash);
  g_free (signature);
}

static void
free_code_batch (VouchReportCodeBatch *batch)
{
  g_free (batch->name);
  g_free (batch->host);
  g_free (batch->address);
  g_free (batch->state);
  g_free (batch);
}

/**
 * vouch_inspection_report_new:
 *
 * Returns: (transfer full): a report that says nothing yet
 */
VouchInspectionReport *
vouch_inspection_report_new (void)
{
  VouchInspectionReport *self = g_new0 (VouchInspectionReport, 1);

  self->units = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->oc_plans = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_oc_plan_free);
  self->classes = g_ptr_array_new_with_free_func ((GDestroyNotify)free_class);
  self->readings = g_ptr_array_new_with_free_func ((GDestroyNotify)free_reading);
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_reading_series_free);
  self->signatures = g_ptr_array_new_with_free_func ((GDestroyNotify)free_signature);
  self->code_batches = g_ptr_array_new_with_free_func ((GDestroyNotify)free_code_batch);
  return self;
}

/**
 * vouch_inspection_report_free:
 * @self: (nullable): a report
 */
void
vouch_inspection_report_free (VouchInspectionReport *self)
{
  if (self == NULL)
    return;

  char *const texts[] = { self->station,
                          self->number,
                          self->printed_at,
                          self->printed_by,
                          self->product_name,
                          self->sku,
                          self->gtin,
                          self->specification,
                          self->supplier,
                          self->lot,
                          self->supplier_lot,
                          self->origin,
                          self->receipt,
                          self->delivery,
                          self->received_at,
                          self->quantity_unit,
                          self->level,
                          self->aql,
                          self->sampling_standard,
                          self->severity,
                          self->why,
                          self->verdict,
                          self->verdict_reason,
                          self->decision,
                          self->decision_reason };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_array_unref (self->units);
  g_ptr_array_unref (self->oc_plans);
  g_ptr_array_unref (self->classes);
  g_ptr_array_unref (self->readings);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->signatures);
  g_ptr_array_unref (self->code_batches);
  g_free (self);
}

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/**
 * vouch_inspection_report_set_plan:
 * @self: a report
 * @plan: a single sampling plan
 *
 * Fills in everything the report says about the plan, but for the units drawn.
 */
void
vouch_inspection_report_set_plan (VouchInspectionReport *self, const VouchSamplingPlan *plan)
{
  g_return_if_fail (self != NULL && plan != NULL);

  set_text (&self->sampling_standard, vouch_sampling_standard_get_title (plan->table.standard));
  set_text (&self->level, plan->level);
  set_text (&self->aql, plan->aql);
  set_text (&self->severity, vouch_severity_get_label (plan->table.severity));
  self->lot_size = plan->lot_size;
  self->letter = plan->letter;
  self->plan_letter = plan->plan_letter;
  self->n = plan->samples.stages[0].n;
  self->ac = (guint32)plan->samples.stages[0].ac;
  self->re = plan->samples.stages[0].re;
  self->full_inspection = plan->full_inspection;
  self->counts_nonconformities = plan->counts_nonconformities;
  g_free (self->why);
  self->why = vouch_sampling_plan_dup_why (plan);
}

/**
 * vouch_inspection_report_take_oc_plan:
 * @self: a report
 * @plan: (transfer full): a plan that judged the lot, named as its reader knows it, like a defect class
 *
 * Has the operating characteristic of a plan drawn in the report, beside those of the plans before.
 */
void
vouch_inspection_report_take_oc_plan (VouchInspectionReport *self, VouchOcPlan *plan)
{
  g_return_if_fail (self != NULL && plan != NULL);

  g_ptr_array_add (self->oc_plans, plan);
}

/**
 * vouch_inspection_report_take_series:
 * @self: a report
 * @series: (transfer full) (element-type VouchReadingSeries): the readings of each measured characteristic
 *
 * Has readings drawn against their limits, in place of what was drawn before.
 */
void
vouch_inspection_report_take_series (VouchInspectionReport *self, GPtrArray *series)
{
  g_return_if_fail (self != NULL && series != NULL);

  g_ptr_array_unref (self->series);
  self->series = series;
}

/**
 * vouch_inspection_report_add_class:
 * @self: a report
 *
 * Returns: (transfer none): another class of defects, to be filled in
 */
VouchReportClass *
vouch_inspection_report_add_class (VouchInspectionReport *self)
{
  VouchReportClass *class = g_new0 (VouchReportClass, 1);

  g_ptr_array_add (self->classes, class);
  return class;
}

/**
 * vouch_inspection_report_add_reading:
 * @self: a report
 *
 * Returns: (transfer none): a new, empty reading at the end of the table, to be filled in
 */
VouchReportReading *
vouch_inspection_report_add_reading (VouchInspectionReport *self)
{
  VouchReportReading *reading = g_new0 (VouchReportReading, 1);

  g_ptr_array_add (self->readings, reading);
  return reading;
}

/**
 * vouch_inspection_report_add_signature:
 * @self: a report
 *
 * Returns: (transfer none): a new, empty signature at the end of the table, to be filled in
 */
VouchReportSignature *
vouch_inspection_report_add_signature (VouchInspectionReport *self)
{
  VouchReportSignature *signature = g_new0 (VouchReportSignature, 1);

  g_ptr_array_add (self->signatures, signature);
  return signature;
}

/**
 * vouch_inspection_report_add_code_batch:
 * @self: a report
 *
 * Returns: (transfer none): a new, empty batch of codes at the end of the table, to be filled in
 */
VouchReportCodeBatch *
vouch_inspection_report_add_code_batch (VouchInspectionReport *self)
{
  VouchReportCodeBatch *batch = g_new0 (VouchReportCodeBatch, 1);

  g_ptr_array_add (self->code_batches, batch);
  return batch;
}
