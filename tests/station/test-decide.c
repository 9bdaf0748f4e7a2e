#include "goods.h"
#include "vouch-error.h"

static void
assert_refused (GError **error, VouchErrorCode code, const char *field)
{
  g_assert_error (*error, VOUCH_ERROR, (int)code);
  g_test_message ("%s", (*error)->message);
  g_assert_cmpstr (vouch_error_get_field (*error), ==, field);
  g_clear_error (error);
}

static VouchDisposeRequest
make_disposal (gint64 lot_id, VouchDecisionKind kind, gint64 accepted, gint64 rejected, const char *reason)
{
  return (VouchDisposeRequest){
    .lot_id = lot_id,
    .kind = kind,
    .accepted = PIECES (accepted),
    .rejected = PIECES (rejected),
    .reason = (char *)reason,
    .badge = (char *)QA_LEAD,
    .pin = (char *)QA_LEAD_PIN,
  };
}

static VouchDecided *
dispose (StationFixture *self, const VouchDisposeRequest *request, GError **error)
{
  return goods_run (self, &vouch_decide_dispose, QA_LEAD, request, error);
}

static void
test_an_unfinished_inspection_is_not_accepted (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_counted (self);
  g_autoptr (GError) error = NULL;

  g_assert_null (goods_accept (self, lot_id, INSPECTOR, &error));
  assert_refused (&error, VOUCH_ERROR_DENIED, "lot_id");
  goods_plan (self, lot_id);
  goods_pass (self, lot_id, 4);
  g_assert_null (goods_accept (self, lot_id, INSPECTOR, &error));
  assert_refused (&error, VOUCH_ERROR_DENIED, "lot_id");
}

static void
test_an_accepted_lot_is_signed_and_stocked (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchLotFile) file = goods_load (self, goods_tea_released (self));
  const VouchSignature *signature = g_ptr_array_index (file->signatures, 0);
  const VouchUsageDecision *decision = g_ptr_array_index (file->decisions, 0);

  g_assert_cmpint (file->lot->status, ==, VOUCH_LOT_STATUS_RELEASED);
  g_assert_cmpint (file->lot->held, ==, 0);
  g_assert_cmpint (file->inspection->state, ==, VOUCH_INSPECTION_STATE_DECIDED);
  g_assert_cmpstr (signature->subject, ==, "usage_decision");
  g_assert_cmpint (signature->subject_id, ==, decision->id);
  g_assert_cmpuint (g_bytes_get_size (signature->record_hash), ==, 32);
  g_assert_cmpint (station_fixture_ask (self, "SELECT quantity FROM stock WHERE status = 'released'"
                                              " AND location = 'stock'"),
                   ==, PIECES (200));
  g_assert_cmpint (station_fixture_ask (self, "SELECT sum(quantity) FROM stock"), ==, PIECES (200));
}

static void
test_a_lot_is_decided_once (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (GError) error = NULL;

  g_assert_null (goods_accept (self, lot_id, INSPECTOR, &error));
  assert_refused (&error, VOUCH_ERROR_CONFLICT, "lot_id");
  g_assert_null (
      goods_run (self, &vouch_decide_hold, INSPECTOR, &(VouchHoldRequest){ lot_id, (char *)"doubt" }, &error));
  assert_refused (&error, VOUCH_ERROR_CONFLICT, "lot_id");
}

static void
test_only_the_own_badge_signs (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_counted (self);
  VouchSignRequest request = { lot_id, (char *)OTHER_INSPECTOR };
  g_autoptr (GError) error = NULL;

  goods_plan (self, lot_id);
  goods_pass (self, lot_id, 5);
  g_assert_null (goods_run (self, &vouch_decide_accept_within_plan, INSPECTOR, &request, &error));
  assert_refused (&error, VOUCH_ERROR_DENIED, "badge");
}

static void
test_a_good_lot_cannot_be_rejected_by_its_readings (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_counted (self);
  VouchSignRequest request = { lot_id, (char *)INSPECTOR };
  g_autoptr (GError) error = NULL;

  goods_plan (self, lot_id);
  goods_pass (self, lot_id, 5);
  g_assert_null (goods_run (self, &vouch_decide_confirm_rejection, INSPECTOR, &request, &error));
  assert_refused (&error, VOUCH_ERROR_DENIED, "lot_id");
}

static void
test_a_plan_may_ask_for_another_decider (StationFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) counted =
      goods_count (self, goods_open (self, "PO-2026-0002"), "IBU-24", "K1", 1000, 600, &error);
  g_autoptr (VouchLotFile) file = NULL;
  g_autoptr (VouchDecided) decided = NULL;

  goods_plan (self, counted->lot_id);
  file = goods_load (self, counted->lot_id);
  for (gint64 unit = 1; unit <= file->inspection->sample_size; unit++)
    {
      VouchRecordRequest request = { .lot_id = counted->lot_id, .position = unit, .result = VOUCH_RESULT_PASS };
      VouchPassRequest pass = { counted->lot_id, unit, 1 };
      g_autoptr (VouchProgress) passed = goods_run (self, &vouch_inspect_pass_unit, INSPECTOR, &pass, &error);
      g_autoptr (VouchProgress) recorded = NULL;

      g_assert_no_error (error);
      request.characteristic_id = ((VouchCharacteristic *)g_ptr_array_index (file->characteristics, 2))->id;
      recorded = goods_run (self, &vouch_inspect_record, INSPECTOR, &request, &error);
      g_assert_no_error (error);
    }
  g_assert_null (goods_accept (self, counted->lot_id, INSPECTOR, &error));
  assert_refused (&error, VOUCH_ERROR_DENIED, "lot_id");
  decided = goods_accept (self, counted->lot_id, OTHER_INSPECTOR, &error);
  g_assert_no_error (error);
}

static void
test_too_little_shelf_life_is_the_qa_leads (StationFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) counted =
      goods_count (self, goods_open (self, "PO-2026-0001"), "TEA-G100", "OLD", 45, 200, &error);
  VouchDisposeRequest request =
      make_disposal (counted->lot_id, VOUCH_DECISION_KIND_CONCESSION, 200, 0, "sold within a month");
  g_autoptr (VouchDecided) decided = NULL;
  g_autoptr (VouchLotFile) file = NULL;

  goods_plan (self, counted->lot_id);
  goods_pass (self, counted->lot_id, 5);
  g_assert_null (goods_accept (self, counted->lot_id, INSPECTOR, &error));
  assert_refused (&error, VOUCH_ERROR_DENIED, "expiry");
  goods_hold (self, counted->lot_id);
  decided = dispose (self, &request, &error);
  g_assert_no_error (error);
  file = goods_load (self, counted->lot_id);
  g_assert_cmpint (file->lot->status, ==, VOUCH_LOT_STATUS_CONCESSION);
}

static void
test_expired_goods_are_accepted_by_nobody (StationFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) counted =
      goods_count (self, goods_open (self, "PO-2026-0001"), "TEA-G100", "DEAD", -1, 200, &error);
  VouchDisposeRequest request = make_disposal (counted->lot_id, VOUCH_DECISION_KIND_CONCESSION, 200, 0, "cheap");
  g_autoptr (VouchDecided) decided = NULL;

  goods_plan (self, counted->lot_id);
  goods_pass (self, counted->lot_id, 5);
  g_assert_null (goods_accept (self, counted->lot_id, INSPECTOR, &error));
  assert_refused (&error, VOUCH_ERROR_DENIED, "expiry");
  goods_hold (self, counted->lot_id);
  g_assert_null (dispose (self, &request, &error));
  assert_refused (&error, VOUCH_ERROR_DENIED, "accepted");
  request = make_disposal (counted->lot_id, VOUCH_DECISION_KIND_SCRAP, 0, 200, "expired");
  decided = dispose (self, &request, &error);
  g_assert_no_error (error);
}

static void
test_a_rejection_and_its_report_are_linked_both_ways (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_rejected (self);
  VouchDisposeRequest request = make_disposal (lot_id, VOUCH_DECISION_KIND_RETURN, 0, 200, "foreign matter");
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLotFile) file = goods_load (self, lot_id);
  const VouchNcr *ncr = g_ptr_array_index (file->ncrs, 0);
  g_autoptr (VouchDecided) decided = NULL;

  g_assert_cmpuint (file->ncrs->len, ==, 1);
  g_assert_cmpint (ncr->lot_id, ==, lot_id);
  g_assert_cmpint (ncr->inspection_id, ==, file->inspection->id);
  g_assert_cmpint (ncr->nonconforming, ==, 1);
  g_assert_cmpint (file->lot->held, ==, PIECES (200));
  g_assert_cmpint (file->inspection->verdict, ==, VOUCH_VERDICT_REJECT);

  decided = dispose (self, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpint (decided->ncr_id, ==, ncr->id);
  g_clear_pointer (&file, vouch_lot_file_free);
  file = goods_load (self, lot_id);
  ncr = g_ptr_array_index (file->ncrs, 0);
  g_assert_cmpint (ncr->usage_decision_id, ==, decided->decision_id);
  g_assert_cmpint (ncr->state, ==, VOUCH_NCR_STATE_DISPOSITION);
  g_assert_cmpint (file->lot->rejected, ==, PIECES (200));
  g_assert_cmpint (file->lot->held, ==, 0);
  g_assert_cmpuint (file->signatures->len, ==, 2);
}

static void
test_quantities_have_to_add_up (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_rejected (self);
  g_autoptr (GError) error = NULL;
  static const struct
  {
    gint64 accepted, rejected;
  } sums[] = { { 0, 199 }, { 0, 201 }, { 201, 0 }, { 201, -1 } };

  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      VouchDisposeRequest request =
          make_disposal (lot_id, VOUCH_DECISION_KIND_CONCESSION, sums[i].accepted, sums[i].rejected, "reason");

      g_assert_null (dispose (self, &request, &error));
      assert_refused (&error, VOUCH_ERROR_INVALID, "accepted");
    }
}

static void
test_a_concession_needs_a_reason (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_rejected (self);
  static const char *const reasons[] = { NULL, "" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      VouchDisposeRequest request = make_disposal (lot_id, VOUCH_DECISION_KIND_CONCESSION, 200, 0, reasons[i]);

      g_assert_null (dispose (self, &request, &error));
      assert_refused (&error, VOUCH_ERROR_INVALID, "reason");
    }
}

static void
test_a_failed_lot_is_not_accepted_without_a_concession (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_rejected (self);
  VouchDisposeRequest request = make_disposal (lot_id, VOUCH_DECISION_KIND_ACCEPT, 199, 1, "fine");
  g_autoptr (GError) error = NULL;

  g_assert_null (dispose (self, &request, &error));
  assert_refused (&error, VOUCH_ERROR_DENIED, "lot_id");
  request = make_disposal (lot_id, VOUCH_DECISION_KIND_RETURN, 1, 199, "most of it");
  g_assert_null (dispose (self, &request, &error));
  assert_refused (&error, VOUCH_ERROR_DENIED, "accepted");
}

static void
test_a_wrong_pin_decides_nothing (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_rejected (self);
  VouchDisposeRequest request = make_disposal (lot_id, VOUCH_DECISION_KIND_RETURN, 0, 200, "bad");
  g_autoptr (GError) error = NULL;

  request.pin = (char *)"000000";
  g_assert_null (dispose (self, &request, &error));
  assert_refused (&error, VOUCH_ERROR_DENIED, "pin");
  request.pin = NULL;
  g_assert_null (dispose (self, &request, &error));
  assert_refused (&error, VOUCH_ERROR_INVALID, "pin");
}

static void
test_a_pending_lot_is_still_the_inspectors (StationFixture *self, gconstpointer data)
{
  VouchDisposeRequest request =
      make_disposal (goods_tea_counted (self), VOUCH_DECISION_KIND_RETURN, 0, 200, "not wanted");
  g_autoptr (GError) error = NULL;

  g_assert_null (dispose (self, &request, &error));
  assert_refused (&error, VOUCH_ERROR_DENIED, "lot_id");
}

static void
test_nobody_decides_on_an_own_inspection (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_counted (self);
  g_autoptr (VouchActor) lead = station_fixture_dup_actor (self, QA_LEAD);
  VouchUser user = { vouch_actor_get_user_id (lead), (char *)QA_LEAD, (char *)"Chen Jing" };
  g_autoptr (VouchActor) both =
      vouch_actor_new (&user, VOUCH_ROLES_OF (VOUCH_ROLE_INSPECTOR) | VOUCH_ROLES_OF (VOUCH_ROLE_QA_LEAD));
  VouchDisposeRequest request = make_disposal (lot_id, VOUCH_DECISION_KIND_RETURN, 0, 200, "bad");
  VouchPassRequest pass = { lot_id, 1, 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchProgress) progress = NULL;

  goods_plan (self, lot_id);
  progress = vouch_use_case_run (&vouch_inspect_pass_unit, self->station, both, NULL, &pass, &error);
  g_assert_no_error (error);
  goods_hold (self, lot_id);
  g_assert_null (dispose (self, &request, &error));
  assert_refused (&error, VOUCH_ERROR_DENIED, "lot_id");
}

/* 50 sacks, level II, AQL 6.5: one may be bad, and it is not stocked. */
static void
test_bad_units_of_an_accepted_lot_are_set_aside (StationFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) counted =
      goods_count (self, goods_open (self, "PO-2026-0003"), "RICE-5KG", "R1", 360, 50, &error);
  g_autoptr (VouchLotFile) file = NULL, after = NULL;
  g_autoptr (VouchDecided) decided = NULL;
  const VouchCharacteristic *weight;

  goods_plan (self, counted->lot_id);
  file = goods_load (self, counted->lot_id);
  g_assert_cmpint (file->inspection->ac, >=, 1);
  weight = g_ptr_array_index (file->characteristics, 2);
  goods_fail (self, counted->lot_id, 1);
  for (gint64 unit = 2; unit <= file->inspection->sample_size; unit++)
    {
      VouchPassRequest pass = { counted->lot_id, unit, 1 };
      VouchRecordRequest request = { .lot_id = counted->lot_id,
                                     .position = unit,
                                     .characteristic_id = weight->id,
                                     .has_value = TRUE,
                                     .value = PIECES (5),
                                     .unit = (char *)"kg" };
      g_autoptr (VouchProgress) passed = goods_run (self, &vouch_inspect_pass_unit, INSPECTOR, &pass, &error);
      g_autoptr (VouchProgress) weighed = goods_run (self, &vouch_inspect_record, INSPECTOR, &request, &error);

      g_assert_no_error (error);
    }
  decided = goods_accept (self, counted->lot_id, INSPECTOR, &error);
  g_assert_no_error (error);
  after = goods_load (self, counted->lot_id);
  g_assert_cmpint (after->lot->accepted, ==, PIECES (49));
  g_assert_cmpint (after->lot->rejected, ==, PIECES (1));
  g_assert_cmpint (station_fixture_ask (self, "SELECT quantity FROM stock WHERE location = 'reject'"), ==, PIECES (1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  ADD ("/decide/an-unfinished-inspection-is-not-accepted", test_an_unfinished_inspection_is_not_accepted);
  ADD ("/decide/an-accepted-lot-is-signed-and-stocked", test_an_accepted_lot_is_signed_and_stocked);
  ADD ("/decide/a-lot-is-decided-once", test_a_lot_is_decided_once);
  ADD ("/decide/only-the-own-badge-signs", test_only_the_own_badge_signs);
  ADD ("/decide/a-good-lot-cannot-be-rejected-by-its-readings", test_a_good_lot_cannot_be_rejected_by_its_readings);
  ADD ("/decide/a-plan-may-ask-for-another-decider", test_a_plan_may_ask_for_another_decider);
  ADD ("/decide/too-little-shelf-life-is-the-qa-leads", test_too_little_shelf_life_is_the_qa_leads);
  ADD ("/decide/expired-goods-are-accepted-by-nobody", test_expired_goods_are_accepted_by_nobody);
  ADD ("/decide/a-rejection-and-its-report-are-linked-both-ways", test_a_rejection_and_its_report_are_linked_both_ways);
  ADD ("/decide/quantities-have-to-add-up", test_quantities_have_to_add_up);
  ADD ("/decide/a-concession-needs-a-reason", test_a_concession_needs_a_reason);
  ADD ("/decide/a-failed-lot-is-not-accepted-without-a-concession",
       test_a_failed_lot_is_not_accepted_without_a_concession);
  ADD ("/decide/a-wrong-pin-decides-nothing", test_a_wrong_pin_decides_nothing);
  ADD ("/decide/a-pending-lot-is-still-the-inspectors", test_a_pending_lot_is_still_the_inspectors);
  ADD ("/decide/nobody-decides-on-an-own-inspection", test_nobody_decides_on_an_own_inspection);
  ADD ("/decide/bad-units-of-an-accepted-lot-are-set-aside", test_bad_units_of_an_accepted_lot_are_set_aside);
  return g_test_run ();
}
