/* Correcting a recorded fact: who may, what stays, and which gates are judged again. */
#include "goods.h"
#include "vouch-correct-work.h"
#include "vouch-error.h"
#include "vouch-policy-work.h"
#include "vouch-words.h"

static VouchCorrected *
correct (StationFixture *self, const char *badge, const VouchCorrectRequest *request)
{
  g_autoptr (GError) error = NULL;
  VouchCorrected *corrected = goods_run (self, &vouch_receive_correct, badge, request, &error);

  g_assert_no_error (error);
  return corrected;
}

static gint64
close_tea (StationFixture *self)
{
  gint64 lot_id = goods_tea_counted (self);
  VouchLineRequest request = { station_fixture_ask (self, "SELECT receipt_line_id FROM lot") };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) closed = goods_run (self, &vouch_receive_close_line, INSPECTOR, &request, &error);

  g_assert_no_error (error);
  return lot_id;
}

static void
test_an_inspector_asks_and_the_qa_lead_approves (StationFixture *self, gconstpointer data)
{
  VouchCorrectRequest request = { .lot_id = close_tea (self),
                                  .supplier_lot = (char *)"QH26A10",
                                  .reason = (char *)"misread" };
  g_autoptr (VouchCorrected) asked = correct (self, INSPECTOR, &request);
  VouchCorrectionRequest approval = { asked->correction_id, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCorrected) approved = NULL;
  g_autoptr (VouchLotFile) before = goods_load (self, request.lot_id);
  g_autoptr (VouchLotFile) after = NULL;
  const VouchCorrection *entry;

  g_assert_cmpint (asked->state, ==, VOUCH_CORRECTION_STATE_ASKED);
  g_assert_cmpstr (before->lot->supplier_lot, ==, "QH26A01");
  g_assert_true (vouch_lot_file_waits_for_correction (before));
  approved = goods_run (self, &vouch_receive_approve_correction, QA_LEAD, &approval, &error);
  g_assert_no_error (error);
  after = goods_load (self, request.lot_id);
  g_assert_cmpstr (after->lot->supplier_lot, ==, "QH26A10");
  entry = g_ptr_array_index (after->corrections, 0);
  g_assert_cmpstr (entry->old_value, ==, "QH26A01");
  g_assert_null (goods_run (self, &vouch_receive_refuse_correction, QA_LEAD, &approval, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
}

static void
test_a_lot_that_waits_for_a_correction_is_not_accepted (StationFixture *self, gconstpointer data)
{
  VouchCorrectRequest request = { .lot_id = close_tea (self), .expiry = 20271201, .reason = (char *)"misread" };
  g_autoptr (VouchCorrected) asked = correct (self, INSPECTOR, &request);
  VouchCorrectionRequest refusal = { asked->correction_id, (char *)"the label is right" };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCorrected) refused = NULL;
  g_autoptr (VouchDecided) accepted = NULL;

  goods_plan (self, request.lot_id);
  goods_pass (self, request.lot_id, 5);
  g_assert_null (goods_accept (self, request.lot_id, INSPECTOR, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_clear_error (&error);
  refused = goods_run (self, &vouch_receive_refuse_correction, QA_LEAD, &refusal, &error);
  g_assert_no_error (error);
  accepted = goods_accept (self, request.lot_id, INSPECTOR, &error);
  g_assert_no_error (error);
}

static void
test_a_count_corrected_after_the_draw_is_the_qa_lead_s (StationFixture *self, gconstpointer data)
{
  VouchCorrectRequest request = {
    .lot_id = close_tea (self), .has_quantity = TRUE, .quantity = PIECES (190), .reason = (char *)"a carton too many"
  };
  g_autoptr (VouchCorrected) corrected = NULL;
  g_autoptr (VouchLotFile) file = NULL;
  g_autoptr (GError) error = NULL;

  goods_plan (self, request.lot_id);
  goods_pass (self, request.lot_id, 5);
  corrected = correct (self, QA_LEAD, &request);
  g_assert_cmpint (corrected->state, ==, VOUCH_CORRECTION_STATE_APPROVED);
  g_assert_nonnull (corrected->gate);
  file = goods_load (self, request.lot_id);
  g_assert_cmpint (file->lot->received, ==, PIECES (190));
  g_assert_cmpint (file->lot->status, ==, VOUCH_LOT_STATUS_QUARANTINED);
  g_assert_cmpint (file->lot->hold_gate, ==, VOUCH_HOLD_GATE_COUNT_CORRECTED);
  g_assert_null (file->lot->hold_reason);
  g_assert_cmpint (file->inspection->sample_size, ==, 5);
  g_assert_cmpint (file->inspection->lot_size, ==, 200);
  g_assert_cmpint (vouch_lot_file_get_damaged (file), ==, 0);
  g_assert_cmpint (station_fixture_ask (self, "SELECT sum(quantity) FROM stock"), ==, PIECES (190));
  g_assert_cmpint (station_fixture_ask (self, "SELECT counted FROM receipt_line"), ==, PIECES (190));
  g_assert_null (goods_accept (self, request.lot_id, INSPECTOR, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
}

static void
test_released_goods_that_prove_expired_are_held_again (StationFixture *self, gconstpointer data)
{
  VouchCorrectRequest request = { .lot_id = goods_tea_released (self),
                                  .expiry = 20260501,
                                  .reason = (char *)"misread" };
  g_autoptr (VouchCorrected) corrected = correct (self, QA_LEAD, &request);
  g_autoptr (VouchLotFile) file = goods_load (self, request.lot_id);

  g_assert_nonnull (corrected->gate);
  g_assert_cmpint (file->lot->status, ==, VOUCH_LOT_STATUS_QUARANTINED);
  g_assert_cmpint (file->lot->held, ==, PIECES (200));
  g_assert_cmpint (file->lot->accepted, ==, 0);
  g_assert_cmpint (file->lot->hold_gate, ==, VOUCH_HOLD_GATE_EXPIRED);
}

/* Earlier programs stored the sentence. */
static void
test_a_hold_is_told_by_code_or_in_somebody_s_words (void)
{
  const VouchLot by_rule = { .hold_gate = VOUCH_HOLD_GATE_SHELF_LIFE };
  const VouchLot by_person = { .hold_reason = (char *)"odd smell" };
  const VouchLot by_earlier_program = { .hold_reason = (char *)"货物已于 2026-05-01 过期" };
  const VouchLot never = { .hold_reason = NULL };

  g_assert_cmpstr (vouch_words_of_hold (&by_rule), ==, "Too little of the shelf life remains");
  g_assert_cmpstr (vouch_words_of_hold (&by_person), ==, "odd smell");
  g_assert_cmpstr (vouch_words_of_hold (&by_earlier_program), ==, "货物已于 2026-05-01 过期");
  g_assert_null (vouch_words_of_hold (&never));
}

static void
test_what_was_decided_on_keeps_its_count (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchDecided) accepted = NULL;
  VouchCorrectRequest request = {
    .lot_id = goods_tea_counted (self), .has_quantity = TRUE, .quantity = PIECES (190), .reason = (char *)"miscounted"
  };
  g_autoptr (GError) error = NULL;

  g_assert_null (goods_run (self, &vouch_receive_correct, QA_LEAD, &request, &error)); /* still being counted */
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  g_clear_error (&error);
  goods_plan (self, request.lot_id);
  goods_pass (self, request.lot_id, 5);
  accepted = goods_accept (self, request.lot_id, INSPECTOR, NULL);
  g_assert_nonnull (accepted);
  g_assert_null (goods_run (self, &vouch_receive_correct, QA_LEAD, &request, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
}

static void
test_impossible_corrections_are_refused (StationFixture *self, gconstpointer data)
{
  VouchCorrectRequest request = { .lot_id = close_tea (self), .produced = 20990101, .reason = (char *)"misread" };
  g_autoptr (GError) error = NULL;

  g_assert_null (goods_run (self, &vouch_receive_correct, QA_LEAD, &request, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_clear_error (&error);
  request.produced = VOUCH_DATE_NONE;
  g_assert_null (goods_run (self, &vouch_receive_correct, QA_LEAD, &request, &error)); /* nothing to correct */
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_clear_error (&error);
  request.supplier_lot = (char *)"B";
  request.reason = (char *)"";
  g_assert_null (goods_run (self, &vouch_receive_correct, QA_LEAD, &request, &error));
  g_assert_cmpstr (vouch_error_get_field (error), ==, "reason");
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM correction"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  ADD ("/correct/an-inspector-asks-and-the-qa-lead-approves", test_an_inspector_asks_and_the_qa_lead_approves);
  ADD ("/correct/a-lot-that-waits-for-a-correction-is-not-accepted",
       test_a_lot_that_waits_for_a_correction_is_not_accepted);
  ADD ("/correct/a-count-corrected-after-the-draw-is-the-qa-lead-s",
       test_a_count_corrected_after_the_draw_is_the_qa_lead_s);
  ADD ("/correct/released-goods-that-prove-expired-are-held-again",
       test_released_goods_that_prove_expired_are_held_again);
  ADD ("/correct/what-was-decided-on-keeps-its-count", test_what_was_decided_on_keeps_its_count);
  ADD ("/correct/impossible-corrections-are-refused", test_impossible_corrections_are_refused);
  g_test_add_func ("/correct/a-hold-is-told-by-code-or-in-somebody-s-words",
                   test_a_hold_is_told_by_code_or_in_somebody_s_words);
  return g_test_run ();
}
