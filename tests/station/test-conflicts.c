/* Two people decide on the same lot: the second one is told what the first one did. */
#include <string.h>

#include "goods.h"
#include "vouch-correct-work.h"
#include "vouch-error.h"
#include "vouch-recall-work.h"

static VouchDisposeRequest
make_return (const VouchLotFile *file)
{
  return (VouchDisposeRequest){
    .lot_id = file->lot->id,
    .kind = VOUCH_DECISION_KIND_RETURN,
    .rejected = file->lot->received,
    .reason = (char *)"dented",
    .badge = (char *)QA_LEAD,
    .pin = (char *)QA_LEAD_PIN,
    .seen = file->seen,
  };
}

static void
assert_told (GError **error, const char *what)
{
  g_assert_error (*error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  g_assert_cmpstr (vouch_error_get_field (*error), ==, "seen");
  g_test_message ("%s", (*error)->message);
  g_assert_nonnull (strstr ((*error)->message, what));
  g_clear_error (error);
}

static void
correct (StationFixture *self, const VouchLotFile *file, const char *supplier_lot, GError **error)
{
  VouchCorrectRequest request = {
    .lot_id = file->lot->id, .supplier_lot = (char *)supplier_lot, .reason = (char *)"misread", .seen = file->seen
  };
  gpointer answer = goods_run (self, &vouch_receive_correct, QA_LEAD, &request, error);

  vouch_record_free (vouch_receive_correct.answer, answer);
}

static void
test_a_decision_on_what_was_changed_is_refused (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_rejected (self);
  g_autoptr (VouchLotFile) seen = goods_load (self, lot_id);
  g_autoptr (VouchLotFile) now = NULL;
  VouchDisposeRequest request = make_return (seen);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDecided) decided = NULL;

  correct (self, seen, "QH26-B", &error);
  g_assert_no_error (error);
  g_assert_null (goods_run (self, &vouch_decide_dispose, QA_LEAD, &request, &error));
  assert_told (&error, "corrected, by ");
  now = goods_load (self, lot_id);
  g_assert_cmpint (now->seen, >, seen->seen);
  g_assert_cmpint (now->lot->status, ==, VOUCH_LOT_STATUS_REJECTED);
  request.seen = now->seen;
  decided = goods_run (self, &vouch_decide_dispose, QA_LEAD, &request, &error);
  g_assert_no_error (error);
}

static void
test_the_second_of_two_decisions_says_who_was_first (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchLotFile) seen = goods_load (self, goods_tea_rejected (self));
  VouchDisposeRequest request = make_return (seen);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDecided) decided = goods_run (self, &vouch_decide_dispose, QA_LEAD, &request, &error);

  g_assert_no_error (error);
  request.reason = (char *)"broken";
  g_assert_null (goods_run (self, &vouch_decide_dispose, QA_LEAD, &request, &error));
  assert_told (&error, "decided, by ");
}

static void
test_holds_recalls_and_corrections_are_held_to_it_too (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchLotFile) seen = goods_load (self, goods_tea_released (self));
  VouchWithholdRequest hold = { seen->lot->id, (char *)"smell", (char *)QA_LEAD, (char *)QA_LEAD_PIN, seen->seen };
  VouchRecallRequest recall = { .lot_id = seen->lot->id,
                                .reason = (char *)"salmonella",
                                .notice_en = (char *)"Bring it back",
                                .notice_zh = (char *)"请退回",
                                .badge = (char *)QA_LEAD,
                                .pin = (char *)QA_LEAD_PIN,
                                .seen = seen->seen };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDecided) held = goods_run (self, &vouch_decide_withhold, QA_LEAD, &hold, &error);

  g_assert_no_error (error);
  g_assert_null (goods_run (self, &vouch_recall_announce, QA_LEAD, &recall, &error));
  assert_told (&error, "put on hold again after its release, by ");
  correct (self, seen, "QH26-B", &error);
  assert_told (&error, "put on hold again after its release, by ");
}

static void
test_who_says_nothing_of_what_was_seen_is_not_asked (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchLotFile) seen = goods_load (self, goods_tea_rejected (self));
  VouchDisposeRequest request = make_return (seen);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDecided) decided = NULL;

  correct (self, seen, "QH26-B", &error);
  g_assert_no_error (error);
  request.seen = 0;
  decided = goods_run (self, &vouch_decide_dispose, QA_LEAD, &request, &error);
  g_assert_no_error (error);
}

static void
test_whoever_comes_too_late_is_told_who_was_there (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchLotFile) seen = goods_load (self, goods_tea_rejected (self));
  g_autoptr (VouchActor) lead = station_fixture_dup_actor (self, QA_LEAD);
  VouchDisposeRequest request = make_return (seen);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDecided) decided = NULL;

  request.seen = 0;
  decided = goods_run (self, &vouch_decide_dispose, QA_LEAD, &request, &error);
  g_assert_no_error (error);
  request.reason = (char *)"broken";
  g_assert_null (goods_run (self, &vouch_decide_dispose, QA_LEAD, &request, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, vouch_actor_get_name (lead)));
  g_assert_nonnull (strstr (error->message, "2026-"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  ADD ("/conflicts/a-decision-on-what-was-changed-is-refused", test_a_decision_on_what_was_changed_is_refused);
  ADD ("/conflicts/the-second-of-two-decisions-says-who-was-first",
       test_the_second_of_two_decisions_says_who_was_first);
  ADD ("/conflicts/holds-recalls-and-corrections-are-held-to-it-too",
       test_holds_recalls_and_corrections_are_held_to_it_too);
  ADD ("/conflicts/who-says-nothing-of-what-was-seen-is-not-asked",
       test_who_says_nothing_of_what_was_seen_is_not_asked);
  ADD ("/conflicts/whoever-comes-too-late-is-told-who-was-there", test_whoever_comes_too_late_is_told_who_was_there);
  return g_test_run ();
}
