/* The ledgers of quality levels through stored rows: what lots and signed acts do to severity, and what becomes of a
 * ledger that somebody wrote into. */
#include "goods.h"
#include "ledger-lots.h"
#include "vouch-error.h"
#include "vouch-policy-work.h"
#include "vouch-quality-work.h"

typedef struct
{
  StationFixture station;
  VouchActor *inspector;
  LedgerLots lots;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  station_fixture_set_up (&self->station, data);
  self->inspector = station_fixture_dup_actor (&self->station, INSPECTOR);
  ledger_lots_init (&self->lots, self->station.station, self->inspector, goods_tea_counted (&self->station));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  vouch_actor_unref (self->inspector);
  station_fixture_tear_down (&self->station, data);
}

static VouchDeclared *
try_declare (Fixture *self, VouchQualityEntryKind kind, GError **error)
{
  VouchDeclareRequest request = { self->lots.level_id, kind, (char *)"seen at the supplier's", (char *)QA_LEAD,
                                  (char *)QA_LEAD_PIN };

  return goods_run (&self->station, &vouch_quality_declare, QA_LEAD, &request, error);
}

static void
declare (Fixture *self, VouchQualityEntryKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDeclared) declared = try_declare (self, kind, &error);

  g_assert_no_error (error);
}

static void
assert_refused (Fixture *self, VouchQualityEntryKind kind, const char *in_force)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDeclared) declared = try_declare (self, kind, &error);

  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  g_assert_cmpstr (vouch_error_get_field (error), ==, "kind");
  g_assert_nonnull (strstr (error->message, in_force));
  g_assert_null (declared);
}

static void
assert_severity (Fixture *self, VouchSeverity severity)
{
  g_assert_cmpstr (vouch_severity_values.names[ledger_lots_get_severity (&self->lots)], ==,
                   vouch_severity_values.names[severity]);
}

static void
pass (Fixture *self, guint n)
{
  ledger_lots_take_many (&self->lots, n, 0, TRUE);
}

static void
fail (Fixture *self, guint n)
{
  ledger_lots_take_many (&self->lots, n, 9, FALSE);
}

static void
test_two_of_five_not_accepted_tighten (Fixture *self, gconstpointer data)
{
  g_autoptr (VouchQualityLedger) ledger = NULL;
  const VouchQualityEntry *reason;

  fail (self, 1);
  pass (self, 3);
  assert_severity (self, VOUCH_SEVERITY_NORMAL);
  fail (self, 1);
  assert_severity (self, VOUCH_SEVERITY_TIGHTENED);
  pass (self, 2);
  ledger = ledger_lots_load (&self->lots);
  reason = vouch_quality_ledger_get_reason (ledger);
  g_assert_cmpint (reason->position, ==, 5);
  g_assert_cmpint (reason->event, ==, VOUCH_SAMPLING_EVENT_TIGHTENED);
  g_assert_false (vouch_quality_ledger_is_broken (ledger));
}

static void
test_two_of_six_not_accepted_change_nothing (Fixture *self, gconstpointer data)
{
  g_autoptr (VouchQualityLedger) ledger = NULL;

  fail (self, 1);
  pass (self, 4);
  fail (self, 1);
  ledger = ledger_lots_load (&self->lots);
  g_assert_cmpint (vouch_quality_ledger_get_severity (ledger), ==, VOUCH_SEVERITY_NORMAL);
  g_assert_null (vouch_quality_ledger_get_reason (ledger));
}

static void
test_five_accepted_on_tightened_bring_normal_back (Fixture *self, gconstpointer data)
{
  fail (self, 2);
  pass (self, 4);
  assert_severity (self, VOUCH_SEVERITY_TIGHTENED);
  pass (self, 1);
  assert_severity (self, VOUCH_SEVERITY_NORMAL);
}

static void
test_five_not_accepted_on_tightened_discontinue_until_it_is_resumed (Fixture *self, gconstpointer data)
{
  fail (self, 2);
  assert_refused (self, VOUCH_QUALITY_ENTRY_RESUMED, "tightened inspection");
  fail (self, 4);
  assert_severity (self, VOUCH_SEVERITY_TIGHTENED);
  fail (self, 1);
  assert_severity (self, VOUCH_SEVERITY_DISCONTINUED);
  declare (self, VOUCH_QUALITY_ENTRY_RESUMED);
  assert_severity (self, VOUCH_SEVERITY_TIGHTENED);
  assert_refused (self, VOUCH_QUALITY_ENTRY_RESUMED, "tightened inspection");
}

static void
test_reduced_needs_score_steadiness_and_authority (Fixture *self, gconstpointer data)
{
  pass (self, 15);
  assert_severity (self, VOUCH_SEVERITY_NORMAL);
  declare (self, VOUCH_QUALITY_ENTRY_STEADY);
  pass (self, 1);
  assert_severity (self, VOUCH_SEVERITY_NORMAL);
  declare (self, VOUCH_QUALITY_ENTRY_REDUCED_ALLOWED);
  assert_severity (self, VOUCH_SEVERITY_NORMAL);
  pass (self, 1);
  assert_severity (self, VOUCH_SEVERITY_REDUCED);
}

static void
reduce (Fixture *self)
{
  ledger_lots_open (&self->lots);
  declare (self, VOUCH_QUALITY_ENTRY_STEADY);
  declare (self, VOUCH_QUALITY_ENTRY_REDUCED_ALLOWED);
  pass (self, 15);
  assert_severity (self, VOUCH_SEVERITY_REDUCED);
}

static void
test_a_lot_not_accepted_ends_reduced (Fixture *self, gconstpointer data)
{
  reduce (self);
  fail (self, 1);
  assert_severity (self, VOUCH_SEVERITY_NORMAL);
}

static void
test_irregular_production_ends_reduced (Fixture *self, gconstpointer data)
{
  reduce (self);
  declare (self, VOUCH_QUALITY_ENTRY_IRREGULAR);
  assert_severity (self, VOUCH_SEVERITY_NORMAL);
}

static void
test_the_authority_ends_reduced_and_withholding_does_not (Fixture *self, gconstpointer data)
{
  reduce (self);
  declare (self, VOUCH_QUALITY_ENTRY_REDUCED_WITHHELD);
  assert_severity (self, VOUCH_SEVERITY_REDUCED);
  declare (self, VOUCH_QUALITY_ENTRY_REDUCED_ENDED);
  assert_severity (self, VOUCH_SEVERITY_NORMAL);
  assert_refused (self, VOUCH_QUALITY_ENTRY_REDUCED_ENDED, "normal inspection");
}

static void
test_late_and_resubmitted_lots_change_nothing (Fixture *self, gconstpointer data)
{
  fail (self, 1);
  ledger_lots_take (&self->lots, &(LedgerLot){ .nonconforming = 9, .is_resubmitted = TRUE });
  assert_severity (self, VOUCH_SEVERITY_NORMAL);
  fail (self, 1);
  assert_severity (self, VOUCH_SEVERITY_TIGHTENED);
  for (int i = 0; i < 6; i++)
    ledger_lots_take (&self->lots, &(LedgerLot){ .nonconforming = 9, .is_late = TRUE, .under = VOUCH_SEVERITY_NORMAL });
  assert_severity (self, VOUCH_SEVERITY_TIGHTENED);
  g_assert_cmpint (station_fixture_ask (&self->station, "SELECT count(*) FROM quality_entry WHERE NOT original"), ==,
                   1);
}

static void
test_an_inspection_is_noted_once (Fixture *self, gconstpointer data)
{
  gint64 id = ledger_lots_take (&self->lots, &(LedgerLot){ .nonconforming = 9 });

  ledger_lots_take (&self->lots, &(LedgerLot){ .nonconforming = 9, .inspection_id = id });
  g_assert_cmpint (station_fixture_ask (&self->station, "SELECT count(*) FROM quality_entry"), ==, 1);
  assert_severity (self, VOUCH_SEVERITY_NORMAL);
}

static void
test_aql_written_otherwise_is_the_same_history (Fixture *self, gconstpointer data)
{
  ledger_lots_open (&self->lots);
  self->lots.rule.aql = (char *)"1";
  ledger_lots_open (&self->lots);
  g_assert_cmpint (station_fixture_ask (&self->station, "SELECT count(*) FROM quality_level"), ==, 1);
  self->lots.rule.aql = (char *)"1.5";
  ledger_lots_open (&self->lots);
  g_assert_cmpint (station_fixture_ask (&self->station, "SELECT count(*) FROM quality_level"), ==, 2);
}

static void
test_classes_have_histories_of_their_own (Fixture *self, gconstpointer data)
{
  self->lots.rule.scope = VOUCH_DEFECT_SCOPE_MAJOR;
  fail (self, 2);
  assert_severity (self, VOUCH_SEVERITY_TIGHTENED);
  self->lots.rule.scope = VOUCH_DEFECT_SCOPE_MINOR;
  ledger_lots_open (&self->lots);
  assert_severity (self, VOUCH_SEVERITY_NORMAL);
}

static void
test_variables_switch_by_verdict_alone (Fixture *self, gconstpointer data)
{
  self->lots.rule =
      (VouchSamplingRule){ .method = VOUCH_SAMPLING_METHOD_VARIABLES, .level = (char *)"II", .aql = (char *)"1.0" };
  fail (self, 2);
  assert_severity (self, VOUCH_SEVERITY_TIGHTENED);
  pass (self, 5);
  assert_severity (self, VOUCH_SEVERITY_NORMAL);
  declare (self, VOUCH_QUALITY_ENTRY_STEADY);
  declare (self, VOUCH_QUALITY_ENTRY_REDUCED_ALLOWED);
  pass (self, 10);
  assert_severity (self, VOUCH_SEVERITY_REDUCED);
}

/* The ledger must show the break at @place and stay with it, whatever comes later. */
static void
assert_broken (Fixture *self, gint64 place, VouchSeverity severity)
{
  g_autoptr (VouchQualityLedger) ledger = ledger_lots_load (&self->lots);

  g_assert_true (vouch_quality_ledger_is_broken (ledger));
  g_assert_true (vouch_quality_ledger_is_broken_at (ledger, place));
  g_assert_true (vouch_quality_ledger_is_unanswered (ledger));
  g_assert_nonnull (ledger->broken_message);
  g_test_message ("%s", ledger->broken_message);
  g_assert_cmpint (vouch_quality_ledger_get_severity (ledger), ==, severity);
}

static void
test_a_result_made_better_fails_closed (Fixture *self, gconstpointer data)
{
  fail (self, 1);
  pass (self, 1);
  fail (self, 1);
  pass (self, 5);
  assert_severity (self, VOUCH_SEVERITY_NORMAL);
  ledger_lots_tamper (&self->lots, "UPDATE quality_entry SET nonconforming = 0, accepted = 1, stage = 1"
                                   " WHERE position = 3");
  assert_broken (self, 3, VOUCH_SEVERITY_NORMAL);
  ledger_lots_tamper (&self->lots, "UPDATE quality_entry SET next_severity = 'reduced' WHERE position = 8");
  assert_broken (self, 8, VOUCH_SEVERITY_NORMAL);
}

static void
test_a_severity_made_milder_fails_closed (Fixture *self, gconstpointer data)
{
  fail (self, 2);
  ledger_lots_tamper (&self->lots, "UPDATE quality_entry SET next_severity = 'normal', event = 'none'"
                                   " WHERE position = 2");
  assert_broken (self, 2, VOUCH_SEVERITY_TIGHTENED);
}

static void
test_an_act_that_nobody_signed_is_not_believed (Fixture *self, gconstpointer data)
{
  fail (self, 7);
  assert_severity (self, VOUCH_SEVERITY_DISCONTINUED);
  ledger_lots_tamper (&self->lots,
                      "INSERT INTO quality_entry SELECT id + 1, level_id, 8, 'resumed', NULL, NULL, 0, 'normal', 0, 0,"
                      " 0, 0, 0, 'discontinued', 0, 0, 'tightened', 'resumed', 'made up', recorded_by, recorded_at"
                      " FROM quality_entry WHERE position = 7");
  assert_broken (self, 8, VOUCH_SEVERITY_DISCONTINUED);
}

static void
test_a_signed_reason_that_was_altered_is_not_believed (Fixture *self, gconstpointer data)
{
  reduce (self);
  ledger_lots_tamper (&self->lots, "UPDATE quality_entry SET reason = 'another' WHERE position = 1");
  assert_broken (self, 1, VOUCH_SEVERITY_NORMAL);
}

static void
test_an_entry_that_is_missing_fails_closed (Fixture *self, gconstpointer data)
{
  fail (self, 1);
  pass (self, 1);
  fail (self, 1);
  ledger_lots_tamper (&self->lots, "DELETE FROM quality_entry WHERE position = 1");
  assert_broken (self, 1, VOUCH_SEVERITY_TIGHTENED);
}

static void
test_a_broken_ledger_goes_on_and_is_answered_by_an_act (Fixture *self, gconstpointer data)
{
  g_autoptr (VouchQualityLedger) ledger = NULL;

  fail (self, 2);
  ledger_lots_tamper (&self->lots, "UPDATE quality_entry SET score = 7 WHERE position = 1");
  assert_broken (self, 1, VOUCH_SEVERITY_TIGHTENED);
  pass (self, 4);
  declare (self, VOUCH_QUALITY_ENTRY_IRREGULAR);
  ledger = ledger_lots_load (&self->lots);
  g_assert_true (vouch_quality_ledger_is_broken (ledger));
  g_assert_false (vouch_quality_ledger_is_unanswered (ledger));
  g_assert_cmpuint (ledger->broken->len, ==, 1);
  pass (self, 1);
  assert_severity (self, VOUCH_SEVERITY_NORMAL);
}

static void
test_a_lot_that_the_ledger_cannot_follow_is_noted_and_breaks_it (Fixture *self, gconstpointer data)
{
  pass (self, 1);
  /* More nonconforming units than were inspected: no plan explains it, and the decision on the lot stands. */
  ledger_lots_take (&self->lots, &(LedgerLot){ .nonconforming = 999, .accepted = TRUE });
  assert_broken (self, 2, VOUCH_SEVERITY_TIGHTENED);
  pass (self, 5);
  assert_severity (self, VOUCH_SEVERITY_NORMAL);
}

static void
test_terms_that_cannot_be_read_plan_nothing (Fixture *self, gconstpointer data)
{
  g_autoptr (VouchQualityLedger) ledger = NULL;

  pass (self, 1);
  ledger_lots_tamper (&self->lots, "UPDATE quality_level SET standard = 'none'");
  ledger = ledger_lots_load (&self->lots);
  g_assert_true (vouch_quality_ledger_is_unanswered (ledger));
  g_assert_cmpint (vouch_quality_ledger_get_severity (ledger), ==, VOUCH_SEVERITY_DISCONTINUED);
}

static void
test_without_switching_lots_are_on_normal_and_still_noted (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = goods_run (&self->station, &vouch_policy_change, "VB1001",
                                          &(VouchPolicyRequest){ (char *)"severity-switching", (char *)"no" }, &error);
  g_autoptr (VouchQualityLedger) ledger = NULL;

  g_assert_no_error (error);
  fail (self, 3);
  ledger = ledger_lots_load (&self->lots);
  g_assert_cmpint (vouch_quality_ledger_get_severity (ledger), ==, VOUCH_SEVERITY_NORMAL);
  g_assert_cmpint (ledger->state.now.severity, ==, VOUCH_SEVERITY_TIGHTENED);
  g_assert_cmpuint (ledger->entries->len, ==, 3);
  g_assert_false (vouch_quality_ledger_is_broken (ledger));
}

static void
use_skip_lot (Fixture *self)
{
  self->lots.rule =
      (VouchSamplingRule){ .method = VOUCH_SAMPLING_METHOD_SKIP_LOT, .qualify = 5, .every = 2, .requalify = 3 };
  ledger_lots_open (&self->lots);
}

static guint
count_skipped (Fixture *self, guint n)
{
  guint skipped = 0;

  for (guint i = 0; i < n; i++)
    skipped += ledger_lots_take_or_skip (&self->lots, TRUE);
  return skipped;
}

static void
test_lots_are_skipped_once_enough_were_accepted (Fixture *self, gconstpointer data)
{
  g_autoptr (VouchQualityLedger) ledger = NULL;

  use_skip_lot (self);
  g_assert_cmpuint (count_skipped (self, 5), ==, 0);
  g_assert_cmpuint (count_skipped (self, 40), >, 5);
  ledger = ledger_lots_load (&self->lots);
  g_assert_cmpuint (ledger->skip.n_lots, ==, 45);
  g_assert_cmpint (ledger->skip.phase, ==, VOUCH_SAMPLING_SKIP_SKIP);
  g_assert_cmpint (vouch_quality_ledger_get_reason (ledger)->position, ==, 5);
  g_assert_false (vouch_quality_ledger_is_broken (ledger));
}

static void
test_a_lot_not_accepted_brings_back_every_lot (Fixture *self, gconstpointer data)
{
  use_skip_lot (self);
  count_skipped (self, 5);
  while (ledger_lots_take_or_skip (&self->lots, FALSE))
    ;
  g_assert_cmpuint (count_skipped (self, 3), ==, 0);
  g_assert_cmpuint (count_skipped (self, 30), >, 3);
}

static void
test_every_lot_can_be_asked_for (Fixture *self, gconstpointer data)
{
  use_skip_lot (self);
  assert_refused (self, VOUCH_QUALITY_ENTRY_EVERY_LOT, "as it is");
  assert_refused (self, VOUCH_QUALITY_ENTRY_STEADY, "skip-lot");
  count_skipped (self, 5);
  declare (self, VOUCH_QUALITY_ENTRY_EVERY_LOT);
  g_assert_cmpuint (count_skipped (self, 5), ==, 0);
  g_assert_cmpuint (count_skipped (self, 30), >, 3);
}

static void
test_a_skip_lot_ledger_that_was_altered_skips_no_lot (Fixture *self, gconstpointer data)
{
  use_skip_lot (self);
  count_skipped (self, 5);
  ledger_lots_tamper (&self->lots, "UPDATE quality_entry SET kind = 'skipped' WHERE position = 5");
  assert_broken (self, 5, VOUCH_SEVERITY_NORMAL);
  g_assert_cmpuint (count_skipped (self, 5), ==, 0);
}

static void
test_an_act_is_signed_on_its_own_bytes (Fixture *self, gconstpointer data)
{
  VouchDeclareRequest request = { 0, VOUCH_QUALITY_ENTRY_STEADY, (char *)"no", (char *)QA_LEAD, (char *)"000000" };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDeclared) declared = NULL;

  ledger_lots_open (&self->lots);
  request.level_id = self->lots.level_id;
  declared = goods_run (&self->station, &vouch_quality_declare, QA_LEAD, &request, &error);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  declare (self, VOUCH_QUALITY_ENTRY_STEADY);
  g_assert_cmpint (station_fixture_ask (&self->station,
                                        "SELECT count(*) FROM signature JOIN quality_entry"
                                        " ON subject_id = quality_entry.id AND subject = 'quality_entry'"
                                        " WHERE meaning = 'severity' AND signer_id = recorded_by"),
                   ==, 1);
}

static void
test_lots_are_not_declared (Fixture *self, gconstpointer data)
{
  ledger_lots_open (&self->lots);
  assert_refused (self, VOUCH_QUALITY_ENTRY_LOT, "normal inspection");
  assert_refused (self, VOUCH_QUALITY_ENTRY_SKIPPED, "normal inspection");
  assert_refused (self, VOUCH_QUALITY_ENTRY_EVERY_LOT, "normal inspection");
}

/* A lot of tea that comes to the dock and is planned; its supplier's lot is @n. */
static gint64
receive_tea (Fixture *self, guint n)
{
  g_autofree char *supplier_lot = g_strdup_printf ("QH%u", n);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) counted = goods_count (&self->station, goods_open (&self->station, "PO-2026-0001"),
                                                  "TEA-G100", supplier_lot, 510, 10, &error);

  g_assert_no_error (error);
  return counted->lot_id;
}

static void
reject_tea (Fixture *self, guint n, VouchSeverity severity)
{
  gint64 lot_id = receive_tea (self, n);
  g_autoptr (VouchLotFile) file = NULL;

  goods_plan (&self->station, lot_id);
  file = goods_load (&self->station, lot_id);
  g_assert_cmpint (file->inspection->severity, ==, severity);
  goods_fail (&self->station, lot_id, 1);
  goods_reject (&self->station, lot_id);
}

static void
test_lots_at_the_dock_are_planned_by_their_ledger (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchProgress) progress = NULL;
  gint64 lot_id;

  for (guint i = 0; i < 7; i++)
    reject_tea (self, i, i < 2 ? VOUCH_SEVERITY_NORMAL : VOUCH_SEVERITY_TIGHTENED);
  lot_id = receive_tea (self, 7);
  progress = goods_run (&self->station, &vouch_inspect_plan, INSPECTOR, &(VouchLotRequest){ lot_id }, &error);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  self->lots.level_id = station_fixture_ask (&self->station, "SELECT max(id) FROM quality_level");
  assert_severity (self, VOUCH_SEVERITY_DISCONTINUED);
  declare (self, VOUCH_QUALITY_ENTRY_RESUMED);
  goods_plan (&self->station, lot_id);
  reject_tea (self, 8, VOUCH_SEVERITY_TIGHTENED);
}

#define ADD(path, test) g_test_add ("/quality/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("two-of-five-not-accepted-tighten", test_two_of_five_not_accepted_tighten);
  ADD ("two-of-six-not-accepted-change-nothing", test_two_of_six_not_accepted_change_nothing);
  ADD ("five-accepted-on-tightened-bring-normal-back", test_five_accepted_on_tightened_bring_normal_back);
  ADD ("five-not-accepted-on-tightened-discontinue-until-it-is-resumed",
       test_five_not_accepted_on_tightened_discontinue_until_it_is_resumed);
  ADD ("reduced-needs-score-steadiness-and-authority", test_reduced_needs_score_steadiness_and_authority);
  ADD ("a-lot-not-accepted-ends-reduced", test_a_lot_not_accepted_ends_reduced);
  ADD ("irregular-production-ends-reduced", test_irregular_production_ends_reduced);
  ADD ("the-authority-ends-reduced-and-withholding-does-not", test_the_authority_ends_reduced_and_withholding_does_not);
  ADD ("late-and-resubmitted-lots-change-nothing", test_late_and_resubmitted_lots_change_nothing);
  ADD ("an-inspection-is-noted-once", test_an_inspection_is_noted_once);
  ADD ("aql-written-otherwise-is-the-same-history", test_aql_written_otherwise_is_the_same_history);
  ADD ("classes-have-histories-of-their-own", test_classes_have_histories_of_their_own);
  ADD ("variables-switch-by-verdict-alone", test_variables_switch_by_verdict_alone);
  ADD ("a-result-made-better-fails-closed", test_a_result_made_better_fails_closed);
  ADD ("a-severity-made-milder-fails-closed", test_a_severity_made_milder_fails_closed);
  ADD ("an-act-that-nobody-signed-is-not-believed", test_an_act_that_nobody_signed_is_not_believed);
  ADD ("a-signed-reason-that-was-altered-is-not-believed", test_a_signed_reason_that_was_altered_is_not_believed);
  ADD ("an-entry-that-is-missing-fails-closed", test_an_entry_that_is_missing_fails_closed);
  ADD ("a-broken-ledger-goes-on-and-is-answered-by-an-act", test_a_broken_ledger_goes_on_and_is_answered_by_an_act);
  ADD ("a-lot-that-the-ledger-cannot-follow-is-noted-and-breaks-it",
       test_a_lot_that_the_ledger_cannot_follow_is_noted_and_breaks_it);
  ADD ("terms-that-cannot-be-read-plan-nothing", test_terms_that_cannot_be_read_plan_nothing);
  ADD ("without-switching-lots-are-on-normal-and-still-noted",
       test_without_switching_lots_are_on_normal_and_still_noted);
  ADD ("lots-are-skipped-once-enough-were-accepted", test_lots_are_skipped_once_enough_were_accepted);
  ADD ("a-lot-not-accepted-brings-back-every-lot", test_a_lot_not_accepted_brings_back_every_lot);
  ADD ("every-lot-can-be-asked-for", test_every_lot_can_be_asked_for);
  ADD ("a-skip-lot-ledger-that-was-altered-skips-no-lot", test_a_skip_lot_ledger_that_was_altered_skips_no_lot);
  ADD ("an-act-is-signed-on-its-own-bytes", test_an_act_is_signed_on_its_own_bytes);
  ADD ("lots-are-not-declared", test_lots_are_not_declared);
  ADD ("lots-at-the-dock-are-planned-by-their-ledger", test_lots_at_the_dock_are_planned_by_their_ledger);
  return g_test_run ();
}
