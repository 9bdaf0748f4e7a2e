/* Edges of the rules that a person at the dock never meets, and a program at the command line does. */
#include "goods.h"
#include "vouch-code-work.h"
#include "vouch-error.h"
#include "vouch-first-start.h"
#include "vouch-policy-work.h"
#include "vouch-print-work.h"
#include "vouch-user-work.h"

#define KEY "6f1b1f0e-3d0a-4f4e-9a57-1d5c1c6f0001"

static void
test_a_station_number_has_to_be_one (StationFixture *self, gconstpointer data)
{
  static const char *const numbers[] = { "abc", "0", "-1", "1024", "99999999999999999999", "" };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      VouchPolicyRequest request = { (char *)"station-number", (char *)numbers[i] };
      g_autoptr (GError) error = NULL;
      g_autoptr (VouchDone) done = goods_run (self, &vouch_policy_change, "VB1001", &request, &error);

      g_test_message ("%s", numbers[i]);
      g_assert_null (done);
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
    }
}

static void
test_an_absurd_multiplier_is_no_overflow (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_counted (self);
  VouchPassRequest request = { lot_id, 2, G_MAXINT64 };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchProgress) progress = NULL;

  goods_plan (self, lot_id);
  progress = goods_run (self, &vouch_inspect_pass_unit, INSPECTOR, &request, &error);
  g_assert_true (progress != NULL || g_error_matches (error, VOUCH_ERROR, VOUCH_ERROR_INVALID));
  g_assert_true (progress == NULL || progress->inspected == 4);
}

static void
test_labels_are_noted_only_for_their_own_lot (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  VouchIssueRequest issue = { lot_id, 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) batch = goods_run (self, &vouch_code_issue, INSPECTOR, &issue, &error);
  g_autoptr (VouchCounted) other =
      goods_count (self, goods_open (self, "PO-2026-0003"), "RICE-5KG", "R1", 360, 50, &error);
  VouchPrintedRequest request = {
    .lot_id = other->lot_id,
    .batch_id = batch->id,
    .purpose = VOUCH_PRINT_PURPOSE_UNIT,
    .template_name = (char *)"unit-60x40",
    .labels = 1,
    .read_back = 1,
    .file = (char *)"x.pdf",
  };

  g_assert_null (goods_run (self, &vouch_code_note_printed, INSPECTOR, &request, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_clear_error (&error);
  request.purpose = VOUCH_PRINT_PURPOSE_LOT;
  g_assert_null (goods_run (self, &vouch_code_note_printed, INSPECTOR, &request, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_clear_error (&error);
  request.lot_id = lot_id;
  request.read_back = 0;
  g_assert_null (goods_run (self, &vouch_code_note_printed, INSPECTOR, &request, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
}

static void
test_a_repeated_first_start_gets_its_first_answer (StationFixture *self, gconstpointer data)
{
  g_autofree char *path = vouch_first_start_dup_code_path (self->directory);
  g_autofree char *code = NULL;
  g_autoptr (VouchActor) station = vouch_actor_new_station ();
  VouchFirstUserRequest request = { NULL, (char *)"VB1", (char *)"Ada", (char *)"84261937" };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) first = NULL, second = NULL;

  g_assert_true (g_file_get_contents (path, &code, NULL, NULL));
  request.code = g_strstrip (code);
  first = vouch_use_case_run (&vouch_user_add_first, self->station, station, KEY, &request, &error);
  g_assert_no_error (error);
  second = vouch_use_case_run (&vouch_user_add_first, self->station, station, KEY, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpint (first->id, ==, second->id);
}

static void
test_a_negative_acceptance_is_invalid (StationFixture *self, gconstpointer data)
{
  VouchDisposeRequest request = {
    .lot_id = goods_tea_rejected (self),
    .kind = VOUCH_DECISION_KIND_CONCESSION,
    .accepted = PIECES (-1),
    .rejected = PIECES (201),
    .reason = (char *)"reason",
    .badge = (char *)QA_LEAD,
    .pin = (char *)QA_LEAD_PIN,
  };
  g_autoptr (GError) error = NULL;

  g_assert_null (goods_run (self, &vouch_decide_dispose, QA_LEAD, &request, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
}

static void
test_the_reason_of_a_hold_is_kept (StationFixture *self, gconstpointer data)
{
  goods_hold (self, goods_tea_counted (self));
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM lot WHERE hold_reason = 'doubt'"), >=, 1);
}

static void
test_the_same_lot_beyond_many_others_is_still_a_question (StationFixture *self, gconstpointer data)
{
  gint64 receipt = goods_open (self, "PO-2026-0001");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i <= 201; i++)
    {
      g_autofree char *lot = g_strdup_printf ("LOT%d", i);
      g_autoptr (VouchCounted) counted = goods_count (self, receipt, "TEA-G100", lot, 500, 1, &error);

      g_assert_no_error (error);
    }
  {
    VouchNewDeliveryRequest request = { (char *)"PO-X", (char *)"QINGHE" };
    g_autoptr (VouchDone) other = goods_run (self, &vouch_receive_new_delivery, INSPECTOR, &request, &error);

    g_assert_null (goods_count (self, other->id, "TEA-G100", "LOT0", 501, 1, &error));
    g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  }
}

static void
test_two_acts_at_one_moment_are_undone_one_by_one (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_counted (self);
  g_autoptr (VouchActor) actor = station_fixture_dup_actor (self, INSPECTOR);
  VouchLotRequest request = { lot_id };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchProgress) undone = NULL;

  goods_plan (self, lot_id);
  for (int i = 1; i <= 2; i++)
    {
      VouchPassRequest pass = { lot_id, i, 1 };
      g_autoptr (VouchProgress) passed =
          vouch_use_case_run (&vouch_inspect_pass_unit, self->station, actor, NULL, &pass, &error);

      g_assert_no_error (error);
    }
  undone = vouch_use_case_run (&vouch_inspect_undo, self->station, actor, NULL, &request, &error);
  g_assert_cmpint (undone->inspected, ==, 1);
}

static void
test_a_label_batch_is_anchored (StationFixture *self, gconstpointer data)
{
  goods_tea_released (self);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM audit_anchor WHERE seq > 1"), >=, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, set_up, test) g_test_add (path, StationFixture, NULL, set_up, test, station_fixture_tear_down)
  ADD ("/edges/a-station-number-has-to-be-one", station_fixture_set_up, test_a_station_number_has_to_be_one);
  ADD ("/edges/an-absurd-multiplier-is-no-overflow", station_fixture_set_up, test_an_absurd_multiplier_is_no_overflow);
  ADD ("/edges/labels-are-noted-only-for-their-own-lot", station_fixture_set_up,
       test_labels_are_noted_only_for_their_own_lot);
  ADD ("/edges/a-repeated-first-start-gets-its-first-answer", station_fixture_set_up_empty,
       test_a_repeated_first_start_gets_its_first_answer);
  ADD ("/edges/a-negative-acceptance-is-invalid", station_fixture_set_up, test_a_negative_acceptance_is_invalid);
  ADD ("/edges/the-reason-of-a-hold-is-kept", station_fixture_set_up, test_the_reason_of_a_hold_is_kept);
  ADD ("/edges/the-same-lot-beyond-many-others-is-still-a-question", station_fixture_set_up,
       test_the_same_lot_beyond_many_others_is_still_a_question);
  ADD ("/edges/two-acts-at-one-moment-are-undone-one-by-one", station_fixture_set_up,
       test_two_acts_at_one_moment_are_undone_one_by_one);
  ADD ("/edges/a-publication-is-anchored", station_fixture_set_up, test_a_label_batch_is_anchored);
  return g_test_run ();
}
