#include "vouch-lot-file.h"

#include "vouch-attachment-store.h"
#include "vouch-audit-change-store.h"
#include "vouch-certificate-store.h"
#include "vouch-code-batch-store.h"
#include "vouch-correction-store.h"
#include "vouch-count-rule.h"
#include "vouch-decision-store.h"
#include "vouch-defect-code-store.h"
#include "vouch-inspection-store.h"
#include "vouch-lot-store.h"
#include "vouch-plan-store.h"
#include "vouch-policy-work.h"
#include "vouch-quality-store.h"
#include "vouch-query-count-store.h"
#include "vouch-recall-store.h"
#include "vouch-receipt-store.h"
#include "vouch-row.h"
#include "vouch-ticket-store.h"
#include "vouch-user-store.h"

/* So many earlier results are in sight while a lot is inspected. */
#define EARLIER_MAX 5

/* What nobody may see before it is counted is not in the file. */
static gboolean
load_line (VouchLotFile *self, VouchConn *conn, GError **error)
{
  g_autoptr (GPtrArray) counts = NULL;
  VouchCountRule rule;
  gint64 counted;

  self->line = vouch_row_load (conn, &vouch_receipt_line_type, self->lot->receipt_line_id, error);
  if (self->line == NULL || !vouch_count_rule_load (&rule, conn, error))
    return FALSE;
  if (vouch_count_rule_hides_declared (&rule, self->line))
    self->line->declared = 0;
  counts = vouch_lot_store_list_counts (conn, self->line->id, error);
  if (counts != NULL)
    vouch_lot_count_sum (counts, self->lot->id, self->line->standing, &counted, &self->damaged);
  return counts != NULL;
}

static gboolean
load_origin (VouchLotFile *self, VouchConn *conn, gint64 lot_id, GError **error)
{
  self->lot = vouch_row_load (conn, &vouch_lot_type, lot_id, error);
  if (self->lot == NULL || !vouch_audit_change_store_get_seq (conn, vouch_lot_type.name, lot_id, &self->seen, error))
    return FALSE;
  self->product = vouch_row_load (conn, &vouch_product_type, self->lot->product_id, error);
  self->supplier = vouch_row_load (conn, &vouch_party_type, self->lot->supplier_id, self->product ? error : NULL);
  if (self->product == NULL || self->supplier == NULL)
    return FALSE;
  self->gtin = vouch_policy_dup_unit_gtin (conn, self->product);
  if (self->product->maker_id != 0)
    self->maker = vouch_row_load (conn, &vouch_party_type, self->product->maker_id, NULL);
  if (!load_line (self, conn, error))
    return FALSE;
  self->receipt = vouch_row_load (conn, &vouch_receipt_type, self->line->receipt_id, error);
  if (self->receipt == NULL)
    return FALSE;
  self->delivery = vouch_row_load (conn, &vouch_delivery_type, self->receipt->delivery_id, error);
  return self->delivery != NULL;
}

static gboolean
load_plan (VouchLotFile *self, VouchConn *conn, GError **error)
{
  if (self->plan == NULL)
    self->plan = vouch_row_load (conn, &vouch_inspection_plan_type, self->inspection->plan_id, error);
  return self->plan != NULL;
}

static gboolean
load_rules (VouchLotFile *self, VouchConn *conn, GError **error)
{
  if (self->inspection == NULL)
    return TRUE;
  if (!load_plan (self, conn, error))
    return FALSE;
  self->rules = vouch_plan_store_list_rules (conn, self->plan, error);
  return self->rules != NULL;
}

/* Why lots were inspected more strictly, or less, when this one was drawn. */
static gboolean
load_switches (VouchLotFile *self, VouchConn *conn, GError **error)
{
  self->switches = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_quality_entry_free);
  for (guint i = 0; self->class_plans != NULL && i < self->class_plans->len; i++)
    {
      const VouchClassPlan *plan = g_ptr_array_index (self->class_plans, i);
      g_autoptr (GError) local = NULL;
      VouchQualityEntry *found;

      if (plan->level_id == 0 || plan->severity == VOUCH_SEVERITY_NORMAL)
        continue;
      found = vouch_quality_store_find_switch (conn, plan->level_id, self->inspection->started_at, &local);
      if (found != NULL)
        g_ptr_array_add (self->switches, found);
      if (local == NULL)
        continue;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}

static gboolean
load_defects (VouchLotFile *self, VouchConn *conn, GError **error)
{
  g_autoptr (GPtrArray) defects = NULL;

  if (self->defects != NULL)
    return TRUE;
  defects = vouch_defect_code_store_list (conn, error);
  if (defects == NULL)
    return FALSE;
  self->defects = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)vouch_defect_code_free);
  g_ptr_array_set_free_func (defects, NULL);
  for (guint i = 0; i < defects->len; i++)
    {
      VouchDefectCode *defect = g_ptr_array_index (defects, i);

      g_hash_table_insert (self->defects, g_memdup2 (&defect->id, sizeof defect->id), defect);
    }
  return TRUE;
}

/* Defects are only told apart where each class has a plan of its own. */
static gboolean
load_class_plans (VouchLotFile *self, VouchConn *conn, GError **error)
{
  gboolean has_classes = FALSE;

  self->class_plans = vouch_inspection_store_list_class_plans (conn, self->inspection->id, error);
  if (self->class_plans == NULL || (self->class_plans->len == 0 && !load_plan (self, conn, error)))
    return FALSE;
  if (self->class_plans->len == 0)
    g_ptr_array_add (self->class_plans,
                     vouch_class_plan_new_of_inspection (self->inspection, self->plan->counts_nonconformities));
  for (guint i = 0; i < self->class_plans->len; i++)
    has_classes |= ((const VouchClassPlan *)g_ptr_array_index (self->class_plans, i))->scope != VOUCH_DEFECT_SCOPE_ALL;
  return !has_classes || load_defects (self, conn, error);
}

static gboolean
load_inspection (VouchLotFile *self, VouchConn *conn, GError **error)
{
  GError *local = NULL;

  self->inspection = vouch_inspection_store_find_last_of_lot (conn, self->lot->id, &local);
  if (self->inspection == NULL)
    {
      if (local == NULL)
        self->skipped = vouch_quality_store_find_skipped (conn, self->lot->id, &local);
      if (local != NULL)
        g_propagate_error (error, local);
      return local == NULL;
    }
  self->characteristics = vouch_plan_store_list_characteristics (conn, self->inspection->plan_id, error);
  return self->characteristics != NULL && load_class_plans (self, conn, error) &&
         vouch_lot_file_reload_readings (self, conn, error);
}

static gboolean
load_units (VouchLotFile *self, VouchConn *conn, GError **error)
{
  if (self->inspection == NULL)
    return TRUE;
  self->units = vouch_inspection_store_list_units (conn, self->inspection->id, error);
  return self->units != NULL;
}

static gboolean
add_signatures (VouchLotFile *self, VouchConn *conn, const VouchRecordType *type, const GPtrArray *subjects,
                GError **error)
{
  for (guint i = 0; i < subjects->len; i++)
    {
      gint64 id = vouch_record_get_id (type, g_ptr_array_index (subjects, i));
      GPtrArray *found = vouch_decision_store_list_signatures (conn, id, error);

      if (found == NULL)
        return FALSE;
      g_ptr_array_extend_and_steal (self->signatures, found);
    }
  return TRUE;
}

static gboolean
load_signatures (VouchLotFile *self, VouchConn *conn, GError **error)
{
  self->signatures = self->inspection != NULL ? vouch_decision_store_list_signatures (conn, self->inspection->id, error)
                                              : g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_signature_free);
  return self->signatures != NULL && add_signatures (self, conn, &vouch_usage_decision_type, self->decisions, error) &&
         add_signatures (self, conn, &vouch_lot_hold_type, self->holds, error) &&
         add_signatures (self, conn, &vouch_recall_type, self->recalls, error);
}

static gboolean
load_queries (VouchLotFile *self, VouchConn *conn, GError **error)
{
  g_autoptr (GError) local = NULL;

  self->queries = vouch_query_count_store_find_by_lot (conn, self->lot->id, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
load_outcome (VouchLotFile *self, VouchConn *conn, GError **error)
{
  self->decisions = vouch_decision_store_list (conn, self->lot->id, error);
  if (self->decisions == NULL)
    return FALSE;
  self->holds = vouch_recall_store_list_holds (conn, self->lot->id, error);
  if (self->holds == NULL)
    return FALSE;
  self->recalls = vouch_recall_store_list_by_lot (conn, self->lot->id, error);
  if (self->recalls == NULL || !load_signatures (self, conn, error))
    return FALSE;
  self->ncrs = vouch_decision_store_list_ncrs (conn, self->lot->id, error);
  if (self->ncrs == NULL)
    return FALSE;
  self->batches = vouch_code_batch_store_list (conn, self->lot->id, error);
  if (self->batches == NULL)
    return FALSE;
  self->print_jobs = vouch_code_batch_store_list_print_jobs (conn, self->lot->id, error);
  if (self->print_jobs == NULL)
    return FALSE;
  self->certificates = vouch_certificate_store_list (conn, self->lot->id, error);
  if (self->certificates == NULL)
    return FALSE;
  self->tickets = vouch_ticket_store_list_by_lot (conn, self->lot->id, error);
  if (self->tickets == NULL || !load_queries (self, conn, error))
    return FALSE;
  self->corrections = vouch_correction_store_list (conn, self->lot->id, error);
  return self->corrections != NULL;
}

static gboolean
load_attachments (VouchLotFile *self, VouchConn *conn, GError **error)
{
  g_autoptr (GPtrArray) of_line = NULL;

  self->attachments = vouch_attachment_store_list_of_lot (conn, self->lot->id, error);
  if (self->attachments == NULL)
    return FALSE;
  of_line = vouch_attachment_store_list (conn, self->line->id, error);
  if (of_line == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (self->attachments, g_steal_pointer (&of_line));
  return TRUE;
}

static gboolean
load_hands (VouchLotFile *self, VouchConn *conn, GError **error)
{
  self->take_overs = vouch_inspection_store_list_take_overs (conn, self->lot->id, error);
  if (self->take_overs == NULL)
    return FALSE;
  self->passes = vouch_receipt_store_list_passes (conn, self->line->id, error);
  return self->passes != NULL;
}

static gboolean
load_earlier (VouchLotFile *self, VouchConn *conn, GError **error)
{
  self->earlier = vouch_inspection_store_list_earlier (conn, self->lot, EARLIER_MAX, error);
  return self->earlier != NULL;
}

static gboolean
load_words (VouchLotFile *self, VouchConn *conn, GError **error)
{
  g_autoptr (GPtrArray) users = vouch_user_store_list (conn, error);

  if (users == NULL)
    return FALSE;
  self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < users->len; i++)
    {
      const VouchUser *user = g_ptr_array_index (users, i);

      g_hash_table_insert (self->names, g_memdup2 (&user->id, sizeof user->id), g_strdup (user->name));
    }
  return load_defects (self, conn, error);
}

/**
 * vouch_lot_file_load:
 * @conn: a connection
 * @lot_id: the lot
 * @error: NOT_FOUND where there is no such lot
 *
 * Returns: (transfer full) (nullable): the file
 */
VouchLotFile *
vouch_lot_file_load (VouchConn *conn, gint64 lot_id, GError **error)
{
  g_autoptr (VouchLotFile) self = g_new0 (VouchLotFile, 1);

  if (!load_origin (self, conn, lot_id, error) || !load_inspection (self, conn, error) ||
      !load_rules (self, conn, error) || !load_switches (self, conn, error) || !load_units (self, conn, error) ||
      !load_outcome (self, conn, error) || !load_attachments (self, conn, error) || !load_hands (self, conn, error) ||
      !load_earlier (self, conn, error) || !load_words (self, conn, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * vouch_lot_file_load_checks:
 * @conn: a connection
 * @lot_id: the lot
 * @error: NOT_FOUND where there is no such lot
 *
 * What an entry into an inspection needs and no more: lot, inspection, class plans, characteristics, readings and what
 * they come to. An entry is made with every scan, so it does not read the whole file.
 *
 * Returns: (transfer full) (nullable): a file with the rest %NULL
 */
VouchLotFile *
vouch_lot_file_load_checks (VouchConn *conn, gint64 lot_id, GError **error)
{
  g_autoptr (VouchLotFile) self = g_new0 (VouchLotFile, 1);

  self->lot = vouch_row_load (conn, &vouch_lot_type, lot_id, error);
  if (self->lot == NULL || !load_inspection (self, conn, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
count_again (VouchLotFile *self)
{
  g_clear_pointer (&self->judgement, vouch_judgement_free);
  g_clear_pointer (&self->tally, vouch_tally_free);
  self->tally = vouch_tally_new (self->characteristics, self->readings, self->inspection->sample_size);
  self->judgement =
      vouch_judgement_new (self->class_plans, self->inspection, self->characteristics, self->defects, self->tally);
}

/**
 * vouch_lot_file_reload_readings:
 * @self: a file with an inspection
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: whether readings and tally are as they are stored
 */
gboolean
vouch_lot_file_reload_readings (VouchLotFile *self, VouchConn *conn, GError **error)
{
  GPtrArray *readings = vouch_inspection_store_list_readings (conn, self->inspection->id, error);

  if (readings == NULL)
    return FALSE;
  g_clear_pointer (&self->readings, g_ptr_array_unref);
  self->readings = readings;
  count_again (self);
  return TRUE;
}

/**
 * vouch_lot_file_take_readings:
 * @self: a file with an inspection
 * @readings: (transfer full) (element-type VouchReading): readings that were just stored, in order
 *
 * Keeps the file and its tally true without reading it again.
 */
void
vouch_lot_file_take_readings (VouchLotFile *self, GPtrArray *readings)
{
  g_ptr_array_extend_and_steal (self->readings, readings);
  count_again (self);
}

void
vouch_lot_file_free (VouchLotFile *self)
{
  if (self == NULL)
    return;
  vouch_lot_free (self->lot);
  vouch_product_free (self->product);
  g_free (self->gtin);
  vouch_party_free (self->supplier);
  vouch_party_free (self->maker);
  vouch_receipt_line_free (self->line);
  vouch_receipt_free (self->receipt);
  vouch_delivery_free (self->delivery);
  vouch_quality_entry_free (self->skipped);
  vouch_inspection_free (self->inspection);
  vouch_inspection_plan_free (self->plan);
  vouch_judgement_free (self->judgement);
  vouch_tally_free (self->tally);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_clear_pointer (&self->class_plans, g_ptr_array_unref);
  g_clear_pointer (&self->switches, g_ptr_array_unref);
  g_clear_pointer (&self->characteristics, g_ptr_array_unref);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_pointer (&self->readings, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->signatures, g_ptr_array_unref);
  g_clear_pointer (&self->holds, g_ptr_array_unref);
  g_clear_pointer (&self->recalls, g_ptr_array_unref);
  g_clear_pointer (&self->ncrs, g_ptr_array_unref);
  g_clear_pointer (&self->batches, g_ptr_array_unref);
  g_clear_pointer (&self->print_jobs, g_ptr_array_unref);
  g_clear_pointer (&self->certificates, g_ptr_array_unref);
  g_clear_pointer (&self->tickets, g_ptr_array_unref);
  vouch_query_count_free (self->queries);
  g_clear_pointer (&self->corrections, g_ptr_array_unref);
  g_clear_pointer (&self->attachments, g_ptr_array_unref);
  g_clear_pointer (&self->take_overs, g_ptr_array_unref);
  g_clear_pointer (&self->passes, g_ptr_array_unref);
  g_clear_pointer (&self->earlier, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->defects, g_hash_table_unref);
  g_free (self);
}
