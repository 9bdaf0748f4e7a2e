/* How a lot is judged: by class, in stages, by readings, as severity stands, or not at all. */
#include "goods.h"
#include "vouch-error.h"
#include "vouch-plan-store.h"
#include "vouch-quality-work.h"
#include "vouch-row.h"
#include "vouch-sample-words.h"

#define SKU "TEA-G100"
#define TEXT(text) ((char *)text)
#define BY_AQL(standard_, type_, aql_)                                                                                 \
  .method = VOUCH_SAMPLING_METHOD_AQL, .standard = TEXT (standard_), .type = TEXT (type_), .level = TEXT ("II"),       \
  .aql = TEXT (aql_)

static gint64 receipt_id;

static gint64
count_lot (StationFixture *self, const char *sku, gint64 pieces)
{
  static int n;
  g_autofree char *name = g_strdup_printf ("S%d", ++n);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) counted = NULL;

  if (receipt_id == 0)
    receipt_id = goods_open (self, g_str_equal (sku, SKU) ? "PO-2026-0001" : "PO-2026-0003");
  counted = goods_count (self, receipt_id, sku, name, 500, pieces, &error);
  g_assert_no_error (error);
  return counted->lot_id;
}

static VouchProgress *
pass (StationFixture *self, gint64 lot_id, gint64 from, gint64 times)
{
  VouchPassRequest request = { lot_id, from, times };
  g_autoptr (GError) error = NULL;
  VouchProgress *progress = goods_run (self, &vouch_inspect_pass_unit, INSPECTOR, &request, &error);

  g_assert_no_error (error);
  return progress;
}

/* Fails check @index of a unit, and says how the lot stands. */
static VouchProgress *
fail (StationFixture *self, gint64 lot_id, gint64 position, guint index)
{
  g_autoptr (VouchLotFile) file = goods_load (self, lot_id);
  const VouchCharacteristic *check = g_ptr_array_index (file->characteristics, index);
  VouchRecordRequest request = {
    .lot_id = lot_id, .position = position, .characteristic_id = check->id, .result = VOUCH_RESULT_FAIL
  };
  g_autoptr (GError) error = NULL;
  VouchProgress *progress = goods_run (self, &vouch_inspect_record, INSPECTOR, &request, &error);

  g_assert_no_error (error);
  return progress;
}

static VouchProgress *
take_next (StationFixture *self, gint64 lot_id, GError **error)
{
  return goods_run (self, &vouch_inspect_next_sample, INSPECTOR, &(VouchLotRequest){ lot_id }, error);
}

static void
assert_units_differ (const VouchLotFile *file)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < file->units->len; i++)
    g_assert_true (g_hash_table_add (seen, &((VouchSampleUnit *)g_ptr_array_index (file->units, i))->unit));
}

/* MIL-STD-105E, letter J, AQL 1.0: 50 with Ac 0 and Re 3, then 100 in all with Ac 3 and Re 4. */
static void
test_a_double_plan_asks_for_its_second_sample (StationFixture *self, gconstpointer data)
{
  const VouchSamplingRule rule = { BY_AQL ("mil-std-105e", "double", "1.0") };
  g_autoptr (VouchProgress) failed = NULL, first = NULL, next = NULL, last = NULL;
  g_autoptr (VouchLotFile) file = NULL, whole = NULL;
  g_autoptr (GError) error = NULL;
  gint64 lot_id;

  goods_set_rules (self, SKU, NULL, &rule, 1);
  lot_id = count_lot (self, SKU, 1000);
  goods_plan (self, lot_id);
  file = goods_load (self, lot_id);
  g_assert_cmpint (file->inspection->sample_size, ==, 50);
  g_assert_null (take_next (self, lot_id, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_clear_error (&error);
  failed = fail (self, lot_id, 1, 0);
  g_assert_cmpint (failed->verdict, ==, VOUCH_VERDICT_OPEN);
  first = pass (self, lot_id, 2, 49);
  g_assert_cmpint (first->verdict, ==, VOUCH_VERDICT_OPEN);
  g_assert_cmpint (first->position, ==, 0);
  g_assert_cmpint (first->to_draw, ==, 50);
  next = take_next (self, lot_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (next->position, ==, 51);
  g_assert_cmpint (next->to_draw, ==, 0);
  last = pass (self, lot_id, 51, 50);
  g_assert_cmpint (last->verdict, ==, VOUCH_VERDICT_ACCEPT);
  whole = goods_load (self, lot_id);
  g_assert_cmpuint (whole->units->len, ==, 100);
  assert_units_differ (whole);
  for (guint i = 0; i < 50; i++) /* what was drawn first stays as it was */
    g_assert_cmpint (((VouchSampleUnit *)g_ptr_array_index (whole->units, i))->unit, ==,
                     ((VouchSampleUnit *)g_ptr_array_index (file->units, i))->unit);
}

static void
test_a_double_plan_may_decide_at_once (StationFixture *self, gconstpointer data)
{
  const VouchSamplingRule rule = { BY_AQL ("mil-std-105e", "double", "1.0") };
  g_autoptr (VouchProgress) good = NULL, one = NULL, two = NULL, three = NULL;
  gint64 lot_id, other;

  goods_set_rules (self, SKU, NULL, &rule, 1);
  lot_id = count_lot (self, SKU, 1000);
  goods_plan (self, lot_id);
  good = pass (self, lot_id, 1, 50);
  g_assert_cmpint (good->verdict, ==, VOUCH_VERDICT_ACCEPT);
  g_assert_cmpint (good->to_draw, ==, 0);
  other = count_lot (self, SKU, 1000);
  goods_plan (self, other);
  one = fail (self, other, 1, 0);
  two = fail (self, other, 2, 1);
  three = fail (self, other, 3, 0);
  g_assert_cmpint (two->verdict, ==, VOUCH_VERDICT_OPEN);
  g_assert_cmpint (three->verdict, ==, VOUCH_VERDICT_REJECT);
}

/* Tea: checks 1 and 2 are of major defects, check 3 of a critical one. */
static const VouchSamplingRule by_class[] = {
  { .scope = VOUCH_DEFECT_SCOPE_MAJOR, BY_AQL ("iso2859-1:1999", "single", "1.0") }, /* n = 80, Ac 2 */
  { .scope = VOUCH_DEFECT_SCOPE_CRITICAL, .method = VOUCH_SAMPLING_METHOD_FIXED, .n = 125 },
};

static void
test_each_class_is_judged_on_its_own_units (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchProgress) first = NULL, rest = NULL;
  g_autoptr (VouchLotFile) file = NULL, done = NULL;
  const VouchClassStanding *critical, *major;
  gint64 lot_id;

  goods_set_rules (self, SKU, NULL, by_class, G_N_ELEMENTS (by_class));
  lot_id = count_lot (self, SKU, 1000);
  goods_plan (self, lot_id);
  file = goods_load (self, lot_id);
  g_assert_cmpint (file->inspection->sample_size, ==, 125);
  g_assert_true (vouch_tally_is_open (file->tally, 80, 0));
  g_assert_false (vouch_tally_is_open (file->tally, 81, 0));
  g_assert_true (vouch_tally_is_open (file->tally, 81, 2));
  first = pass (self, lot_id, 1, 80);
  g_assert_cmpint (first->verdict, ==, VOUCH_VERDICT_OPEN);
  rest = pass (self, lot_id, 81, 45);
  g_assert_cmpint (rest->verdict, ==, VOUCH_VERDICT_ACCEPT);
  done = goods_load (self, lot_id);
  g_assert_cmpuint (done->readings->len, ==, 80 * 3 + 45);
  critical = vouch_judgement_get_class (done->judgement, 0);
  major = vouch_judgement_get_class (done->judgement, 1);
  g_assert_cmpint (critical->plan->scope, ==, VOUCH_DEFECT_SCOPE_CRITICAL);
  g_assert_cmpint (critical->inspected, ==, 125);
  g_assert_cmpint (major->inspected, ==, 80);
}

/* A unit with a critical and a major defect is a critical one; its other checks are made all the same. */
static void
test_a_unit_counts_for_its_gravest_class (StationFixture *self, gconstpointer data)
{
  const VouchSamplingRule rules[] = {
    { .scope = VOUCH_DEFECT_SCOPE_CRITICAL, BY_AQL ("iso2859-1:1999", "single", "1.0") },
    { .scope = VOUCH_DEFECT_SCOPE_MAJOR, BY_AQL ("iso2859-1:1999", "single", "1.0") },
  };
  g_autoptr (VouchProgress) major = NULL, critical = NULL, second = NULL;
  g_autoptr (VouchLotFile) file = NULL;
  gint64 lot_id;

  goods_set_rules (self, SKU, NULL, rules, G_N_ELEMENTS (rules));
  lot_id = count_lot (self, SKU, 1000);
  goods_plan (self, lot_id);
  major = fail (self, lot_id, 1, 0);
  g_assert_cmpint (major->position, ==, 1);
  second = fail (self, lot_id, 1, 1);
  critical = fail (self, lot_id, 1, 2);
  g_assert_cmpint (critical->position, ==, 2);
  file = goods_load (self, lot_id);
  g_assert_cmpint (vouch_judgement_get_class (file->judgement, 0)->found, ==, 1);
  g_assert_cmpint (vouch_judgement_get_class (file->judgement, 1)->found, ==, 0);
  g_assert_cmpint (vouch_tally_get_nonconforming (file->tally), ==, 1);
}

static void
test_one_class_rejects_the_lot (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchProgress) failed = NULL;
  gint64 lot_id;

  goods_set_rules (self, SKU, NULL, by_class, G_N_ELEMENTS (by_class));
  lot_id = count_lot (self, SKU, 1000);
  goods_plan (self, lot_id);
  failed = fail (self, lot_id, 3, 2);
  g_assert_cmpint (failed->verdict, ==, VOUCH_VERDICT_REJECT);
}

/* Several nonconformities of one unit all count, and d may exceed n. */
static void
test_nonconformities_are_counted_one_by_one (StationFixture *self, gconstpointer data)
{
  const VouchSamplingRule rule = { BY_AQL ("iso2859-1:1999", "single", "1.0"), .counts_nonconformities = TRUE };
  g_autoptr (VouchProgress) one = NULL, two = NULL, three = NULL;
  gint64 lot_id;

  goods_set_rules (self, SKU, NULL, &rule, 1);
  lot_id = count_lot (self, SKU, 1000);
  goods_plan (self, lot_id);
  one = fail (self, lot_id, 1, 0);
  two = fail (self, lot_id, 1, 1);
  g_assert_cmpint (two->verdict, ==, VOUCH_VERDICT_OPEN);
  three = fail (self, lot_id, 1, 2);
  g_assert_cmpint (three->verdict, ==, VOUCH_VERDICT_REJECT);
  g_assert_cmpint (three->nonconforming, ==, 1);
}

static void
finish (StationFixture *self, gint64 lot_id, gboolean good, gint64 n)
{
  g_autoptr (GError) error = NULL;

  if (good)
    {
      g_autoptr (VouchProgress) progress = n > 0 ? pass (self, lot_id, 1, n) : NULL;
      g_autoptr (VouchDecided) decided = goods_accept (self, lot_id, INSPECTOR, &error);

      g_assert_no_error (error);
      return;
    }
  for (gint64 i = 1; i <= 3; i++)
    vouch_progress_free (fail (self, lot_id, i, 0));
  goods_reject (self, lot_id);
}

static VouchSeverity
plan_severity (StationFixture *self, gint64 lot_id, gint64 *n)
{
  g_autoptr (VouchLotFile) file = NULL;

  goods_plan (self, lot_id);
  file = goods_load (self, lot_id);
  *n = file->inspection->sample_size;
  return vouch_judgement_get_class (file->judgement, 0)->plan->severity;
}

static void
test_failures_tighten_and_then_end_inspection (StationFixture *self, gconstpointer data)
{
  const VouchSamplingRule rule = { BY_AQL ("iso2859-1:1999", "single", "1.0") };
  g_autoptr (VouchLotFile) file = NULL;
  g_autofree char *why = NULL;
  g_autoptr (VouchDeclared) declared = NULL;
  g_autoptr (VouchProgress) refused = NULL;
  g_autoptr (GError) error = NULL;
  gint64 last = 0, n;

  goods_set_rules (self, SKU, NULL, &rule, 1);
  for (int i = 0; i < 7; i++)
    {
      last = count_lot (self, SKU, 1000);
      g_assert_cmpint (plan_severity (self, last, &n), ==, i < 2 ? VOUCH_SEVERITY_NORMAL : VOUCH_SEVERITY_TIGHTENED);
      finish (self, last, FALSE, n);
    }
  file = goods_load (self, last);
  why = vouch_words_dup_why (file);
  g_assert_nonnull (strstr (why, "Tightened inspection begins"));
  last = count_lot (self, SKU, 1000);
  refused = goods_run (self, &vouch_inspect_plan, INSPECTOR, &(VouchLotRequest){ last }, &error);
  g_assert_null (refused);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  g_clear_error (&error);
  declared = goods_run (
      self, &vouch_quality_declare, QA_LEAD,
      &(VouchDeclareRequest){ .level_id = ((VouchClassPlan *)g_ptr_array_index (file->class_plans, 0))->level_id,
                              .kind = VOUCH_QUALITY_ENTRY_RESUMED,
                              .reason = TEXT ("The supplier changed the sealing machine"),
                              .badge = TEXT (QA_LEAD),
                              .pin = TEXT (QA_LEAD_PIN) },
      &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan_severity (self, last, &n), ==, VOUCH_SEVERITY_TIGHTENED);
  finish (self, last, TRUE, n);
}

static void
test_a_skipped_lot_is_accepted_uninspected (StationFixture *self, gconstpointer data)
{
  const VouchSamplingRule rules[] = {
    { .method = VOUCH_SAMPLING_METHOD_FIXED, .n = 2 },
    { .method = VOUCH_SAMPLING_METHOD_SKIP_LOT, .qualify = 2, .every = 5, .requalify = 2 },
  };
  guint n_skipped = 0;

  goods_set_rules (self, SKU, NULL, rules, G_N_ELEMENTS (rules));
  for (int i = 0; i < 12; i++)
    {
      gint64 lot_id = count_lot (self, SKU, 100);
      g_autoptr (VouchLotFile) file = NULL;
      g_autoptr (VouchDecided) decided = NULL;
      g_autoptr (GError) error = NULL;

      goods_plan (self, lot_id);
      file = goods_load (self, lot_id);
      g_assert_true ((file->inspection == NULL) == (file->skipped != NULL));
      g_assert_true (i >= 2 || file->skipped == NULL);
      n_skipped += file->skipped != NULL;
      if (file->skipped == NULL)
        vouch_progress_free (pass (self, lot_id, 1, 2));
      decided = goods_accept (self, lot_id, INSPECTOR, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (n_skipped, >, 0);
}

/* Carton by carton: of 200 units in cartons of 20, each carton gives its share. */
static void
test_a_draw_goes_by_cartons (StationFixture *self, gconstpointer data)
{
  const VouchSamplingRule rule = { .method = VOUCH_SAMPLING_METHOD_FIXED, .n = 20 };
  g_autoptr (VouchLotFile) file = NULL;
  guint shares[10] = { 0 };
  gint64 lot_id;

  goods_set_rules (self, SKU, "19520001000017", &rule, 1);
  lot_id = count_lot (self, SKU, 200);
  goods_plan (self, lot_id);
  file = goods_load (self, lot_id);
  g_assert_cmpint (file->inspection->package_size, ==, 20);
  for (guint i = 0; i < file->units->len; i++)
    shares[(((VouchSampleUnit *)g_ptr_array_index (file->units, i))->unit - 1) / 20]++;
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    g_assert_cmpuint (shares[i], ==, 2);
}

/* Net content of water by the s method: the attributes are judged by themselves. */
static void
test_readings_are_judged_together (StationFixture *self, gconstpointer data)
{
  const VouchSamplingRule rules[] = {
    { BY_AQL ("iso2859-1:1999", "single", "1.5") },
    { .method = VOUCH_SAMPLING_METHOD_VARIABLES,
      .level = TEXT ("II"),
      .aql = TEXT ("1.0"),
      .characteristic = 3,
      .variables_method = TEXT ("s") },
  };
  g_autoptr (VouchLotFile) file = NULL, done = NULL;
  const VouchCharacteristic *content;
  const VouchClassStanding *standing;
  gint64 lot_id, n;

  goods_set_rules (self, "WATER-550", NULL, rules, G_N_ELEMENTS (rules));
  lot_id = count_lot (self, "WATER-550", 100);
  goods_plan (self, lot_id);
  file = goods_load (self, lot_id);
  standing = vouch_judgement_get_class (file->judgement, 1);
  g_assert_cmpint (standing->plan->method, ==, VOUCH_SAMPLING_METHOD_VARIABLES);
  n = standing->wanted;
  content = g_ptr_array_index (file->characteristics, 2);
  for (gint64 i = 1; i <= n; i++)
    {
      VouchRecordRequest request = { .lot_id = lot_id,
                                     .position = i,
                                     .characteristic_id = content->id,
                                     .has_value = TRUE,
                                     .value = (540 + i % 3) * G_GINT64_CONSTANT (1000000) };
      g_autoptr (GError) error = NULL;
      g_autoptr (VouchProgress) progress = goods_run (self, &vouch_inspect_record, INSPECTOR, &request, &error);

      g_assert_no_error (error);
      g_assert_cmpint (progress->verdict, ==, VOUCH_VERDICT_OPEN);
    }
  done = goods_load (self, lot_id);
  standing = vouch_judgement_get_class (done->judgement, 1);
  g_assert_cmpint (standing->verdict, ==, VOUCH_VERDICT_ACCEPT);
  g_assert_cmpfloat (standing->variables.percent_nonconforming, <, standing->m_percent);
}

/* A plan from before rules were is its own terms: level S-2, AQL 2.5. */
static void
test_a_plan_without_rules_is_its_own_terms (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchProgress) last = NULL;
  g_autoptr (VouchLotFile) file = NULL, done = NULL;
  const VouchClassPlan *plan;
  gint64 lot_id;

  goods_set_rules (self, SKU, NULL, NULL, 0);
  lot_id = count_lot (self, SKU, 200);
  goods_plan (self, lot_id);
  file = goods_load (self, lot_id);
  g_assert_cmpuint (file->class_plans->len, ==, 1);
  plan = g_ptr_array_index (file->class_plans, 0);
  g_assert_cmpint (plan->rule_id, ==, 0);
  g_assert_cmpint (plan->level_id, !=, 0);
  g_assert_cmpstr (plan->samples, ==, "5/0/1");
  last = pass (self, lot_id, 1, 5);
  g_assert_cmpint (last->verdict, ==, VOUCH_VERDICT_ACCEPT);
  finish (self, lot_id, TRUE, 0);
  done = goods_load (self, lot_id);
  g_assert_cmpint (done->inspection->state, ==, VOUCH_INSPECTION_STATE_DECIDED);
}

static gint64 old_lot_id;

/* As an earlier program wrote it: the inspection and its units, and no plans beside them. */
static gboolean
begin_old_inspection (VouchAct *act, gconstpointer request, gpointer answer, GError **error)
{
  g_autoptr (VouchLot) lot = vouch_row_load (act->conn, &vouch_lot_type, old_lot_id, error);
  g_autoptr (VouchInspectionPlan) plan = vouch_plan_store_find_incoming (act->conn, lot->product_id, error);
  g_autoptr (VouchInspection) inspection = vouch_inspection_new ();
  static const guint8 seed[32] = { 9 };

  inspection->id = vouch_act_next_id (act);
  inspection->number = g_strdup ("I-OLD");
  inspection->lot_id = lot->id;
  inspection->plan_id = plan->id;
  inspection->standard = g_strdup ("iso2859-1:1999");
  inspection->level = g_strdup ("S-2");
  inspection->aql = g_strdup ("2.5");
  inspection->letter = g_strdup ("C");
  inspection->plan_letter = g_strdup ("C");
  inspection->lot_size = 200;
  inspection->sample_size = 5;
  inspection->re = 1;
  inspection->seed = g_bytes_new_static (seed, sizeof seed);
  inspection->state = VOUCH_INSPECTION_STATE_IN_PROGRESS;
  inspection->inspector_id = vouch_act_get_actor_id (act);
  inspection->started_at = vouch_act_get_now (act);
  if (!vouch_act_insert (act, &vouch_inspection_type, inspection, error))
    return FALSE;
  for (gint64 i = 1; i <= inspection->sample_size; i++)
    {
      g_autoptr (VouchSampleUnit) unit = vouch_sample_unit_new ();

      unit->id = vouch_act_next_id (act);
      unit->inspection_id = inspection->id;
      unit->position = i;
      unit->unit = 10 * i;
      if (!vouch_act_insert (act, &vouch_sample_unit_type, unit, error))
        return FALSE;
    }
  return TRUE;
}

static void
test_an_inspection_from_before_class_plans_goes_on (StationFixture *self, gconstpointer data)
{
  VouchUseCase begin = vouch_inspect_plan;
  g_autoptr (VouchProgress) begun = NULL, last = NULL;
  g_autoptr (VouchLotFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *why = NULL;

  begin.name = "test.old";
  begin.act = begin_old_inspection;
  goods_set_rules (self, SKU, NULL, NULL, 0);
  old_lot_id = count_lot (self, SKU, 200);
  begun = goods_run (self, &begin, INSPECTOR, &(VouchLotRequest){ old_lot_id }, &error);
  g_assert_no_error (error);
  file = goods_load (self, old_lot_id);
  g_assert_cmpuint (vouch_judgement_get_n_classes (file->judgement), ==, 1);
  why = vouch_words_dup_why (file);
  g_assert_nonnull (strstr (why, "code letter C"));
  last = pass (self, old_lot_id, 1, 5);
  g_assert_cmpint (last->verdict, ==, VOUCH_VERDICT_ACCEPT);
  finish (self, old_lot_id, TRUE, 0);
}

static void
set_up (StationFixture *self, gconstpointer data)
{
  receipt_id = 0;
  station_fixture_set_up (self, data);
}

#define ADD(name, func)                                                                                                \
  g_test_add ("/station/samples/" name, StationFixture, NULL, set_up, func, station_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-double-plan-asks-for-its-second-sample", test_a_double_plan_asks_for_its_second_sample);
  ADD ("a-double-plan-may-decide-at-once", test_a_double_plan_may_decide_at_once);
  ADD ("each-class-is-judged-on-its-own-units", test_each_class_is_judged_on_its_own_units);
  ADD ("a-unit-counts-for-its-gravest-class", test_a_unit_counts_for_its_gravest_class);
  ADD ("one-class-rejects-the-lot", test_one_class_rejects_the_lot);
  ADD ("nonconformities-are-counted-one-by-one", test_nonconformities_are_counted_one_by_one);
  ADD ("failures-tighten-and-then-end-inspection", test_failures_tighten_and_then_end_inspection);
  ADD ("a-skipped-lot-is-accepted-uninspected", test_a_skipped_lot_is_accepted_uninspected);
  ADD ("a-draw-goes-by-cartons", test_a_draw_goes_by_cartons);
  ADD ("a-plan-without-rules-is-its-own-terms", test_a_plan_without_rules_is_its_own_terms);
  ADD ("an-inspection-from-before-class-plans-goes-on", test_an_inspection_from_before_class_plans_goes_on);
  ADD ("readings-are-judged-together", test_readings_are_judged_together);
  return g_test_run ();
}
