/* Goods that were released are held back and recalled, and the public hears of it. */
#include "vouch-recall-work.h"

#include "goods.h"
#include "vouch-code-work.h"
#include "vouch-error.h"
#include "vouch-outbox-store.h"
#include "vouch-public-record.h"
#include "vouch-publication.h"

static VouchDecided *
withhold (StationFixture *self, gint64 lot_id, GError **error)
{
  VouchWithholdRequest request = { lot_id, (char *)"a doubt", (char *)QA_LEAD, (char *)QA_LEAD_PIN };

  return goods_run (self, &vouch_decide_withhold, QA_LEAD, &request, error);
}

static VouchRecalled *
recall (StationFixture *self, gint64 lot_id, GError **error)
{
  VouchRecallRequest request = {
    .lot_id = lot_id,
    .class = VOUCH_RECALL_CLASS_I,
    .reason = (char *)"glass in the tin",
    .notice_en = (char *)"Do not drink this tea.",
    .notice_zh = (char *)"请勿饮用。",
    .badge = (char *)QA_LEAD,
    .pin = (char *)QA_LEAD_PIN,
  };

  return goods_run (self, &vouch_recall_announce, QA_LEAD, &request, error);
}

static VouchDecided *
dispose (StationFixture *self, gint64 lot_id, VouchDecisionKind kind, gint64 accepted, GError **error)
{
  VouchDisposeRequest request = {
    .lot_id = lot_id,
    .kind = kind,
    .accepted = PIECES (accepted),
    .rejected = PIECES (200 - accepted),
    .reason = (char *)"looked at again",
    .badge = (char *)QA_LEAD,
    .pin = (char *)QA_LEAD_PIN,
  };

  return goods_run (self, &vouch_decide_dispose, QA_LEAD, &request, error);
}

static gpointer
read_waiting (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_outbox_store_list_waiting (conn, error);
}

/* What the public is told last, and how often it was told something. */
static VouchPublicRecord *
read_public (StationFixture *self, guint *n)
{
  g_autoptr (GPtrArray) rows = vouch_station_read (self->station, read_waiting, NULL, NULL);
  g_autoptr (VouchPublication) publication = NULL;
  g_autoptr (GError) error = NULL;
  VouchPublicRecord *record;
  const VouchOutbox *last;
  gsize length;
  const char *json;

  g_assert_cmpuint (rows->len, >, 0);
  last = g_ptr_array_index (rows, rows->len - 1);
  publication = vouch_publication_read (last->line, -1, &error);
  g_assert_no_error (error);
  json = g_bytes_get_data (publication->body, &length);
  record = vouch_public_record_from_json (json, (gssize)length, &error);
  g_assert_no_error (error);
  g_assert_cmpint (record->rev, ==, rows->len);
  *n = rows->len;
  return record;
}

static void
assert_status (StationFixture *self, gint64 lot_id, VouchLotStatus status, gint64 accepted, gint64 held)
{
  g_autoptr (VouchLotFile) file = goods_load (self, lot_id);

  g_assert_cmpint (file->lot->status, ==, status);
  g_assert_cmpint (file->lot->accepted, ==, PIECES (accepted));
  g_assert_cmpint (file->lot->held, ==, PIECES (held));
  g_assert_cmpint (file->lot->accepted + file->lot->rejected + file->lot->held + file->lot->used, ==,
                   file->lot->received);
  g_assert_cmpint (station_fixture_ask (self, "SELECT sum(quantity) FROM stock"), ==, PIECES (200));
}

static void
assert_conflict (GError **error)
{
  g_assert_error (*error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  g_assert_cmpstr (vouch_error_get_field (*error), ==, "lot_id");
  g_test_message ("%s", (*error)->message);
  g_clear_error (error);
}

static void
test_withheld_goods_leave_the_stock_and_are_signed (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDecided) decided = withhold (self, lot_id, &error);
  g_autoptr (VouchLotFile) file = goods_load (self, lot_id);
  const VouchSignature *signature = g_ptr_array_index (file->signatures, file->signatures->len - 1);
  const VouchLotHold *hold = g_ptr_array_index (file->holds, 0);

  g_assert_no_error (error);
  g_assert_cmpstr (decided->lot, ==, file->lot->number);
  assert_status (self, lot_id, VOUCH_LOT_STATUS_QUARANTINED, 0, 200);
  g_assert_cmpint (station_fixture_ask (self, "SELECT quantity FROM stock WHERE location = 'quarantine'"
                                              " AND status = 'quarantined'"),
                   ==, PIECES (200));
  g_assert_cmpint (hold->quantity, ==, PIECES (200));
  g_assert_cmpint (signature->meaning, ==, VOUCH_MEANING_HELD);
  g_assert_cmpstr (signature->subject, ==, "lot_hold");
  g_assert_cmpint (signature->subject_id, ==, hold->id);
}

static void
test_the_public_hears_of_a_hold_and_of_its_end (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPublicRecord) first = NULL, held = NULL, again = NULL;
  g_autoptr (VouchDecided) withheld = NULL, released = NULL;
  guint n;

  first = read_public (self, &n);
  withheld = withhold (self, lot_id, &error);
  g_assert_no_error (error);
  held = read_public (self, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (held->status, ==, VOUCH_PUBLIC_STATUS_ON_HOLD);
  g_assert_cmpint (held->released_at, ==, 0);

  released = dispose (self, lot_id, VOUCH_DECISION_KIND_ACCEPT, 200, &error);
  g_assert_no_error (error);
  again = read_public (self, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (again->status, ==, VOUCH_PUBLIC_STATUS_RELEASED);
  g_assert_cmpint (again->released_at, >=, first->released_at);
  assert_status (self, lot_id, VOUCH_LOT_STATUS_RELEASED, 200, 0);
}

static void
test_withheld_goods_that_go_back_are_withdrawn (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDecided) withheld = withhold (self, lot_id, &error);
  g_autoptr (VouchDecided) returned = dispose (self, lot_id, VOUCH_DECISION_KIND_RETURN, 0, &error);
  g_autoptr (VouchPublicRecord) record = NULL;
  guint n;

  g_assert_no_error (error);
  record = read_public (self, &n);
  g_assert_cmpint (record->status, ==, VOUCH_PUBLIC_STATUS_WITHDRAWN);
  g_assert_cmpint (record->verdict, ==, VOUCH_PUBLIC_VERDICT_REJECTED);
}

static void
test_only_released_goods_are_withheld (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_counted (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDecided) withheld = NULL;

  g_assert_null (withhold (self, lot_id, &error));
  assert_conflict (&error);
  goods_plan (self, lot_id);
  goods_pass (self, lot_id, 5);
  vouch_decided_free (goods_accept (self, lot_id, INSPECTOR, &error));
  withheld = withhold (self, lot_id, &error);
  g_assert_no_error (error);
  g_assert_null (withhold (self, lot_id, &error));
  assert_conflict (&error);
}

static void
test_a_hold_needs_a_reason_and_the_right_pin (StationFixture *self, gconstpointer data)
{
  VouchWithholdRequest request = { goods_tea_released (self), NULL, (char *)QA_LEAD, (char *)QA_LEAD_PIN };
  g_autoptr (GError) error = NULL;

  g_assert_null (goods_run (self, &vouch_decide_withhold, QA_LEAD, &request, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpstr (vouch_error_get_field (error), ==, "reason");
  g_clear_error (&error);
  request.reason = (char *)"a doubt";
  request.pin = (char *)"000000";
  g_assert_null (goods_run (self, &vouch_decide_withhold, QA_LEAD, &request, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  assert_status (self, request.lot_id, VOUCH_LOT_STATUS_RELEASED, 200, 0);
}

static void
test_no_code_is_issued_for_withheld_goods (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  VouchIssueRequest request = { .lot_id = lot_id };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDecided) withheld = withhold (self, lot_id, &error);

  g_assert_no_error (error);
  g_assert_null (goods_run (self, &vouch_code_issue, INSPECTOR, &request, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_assert_cmpstr (vouch_error_get_field (error), ==, "lot_id");
}

static void
test_a_recall_blocks_signs_and_tells_the_public (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchRecalled) recalled = recall (self, lot_id, &error);
  g_autoptr (VouchLotFile) file = goods_load (self, lot_id);
  g_autoptr (VouchPublicRecord) record = NULL;
  const VouchSignature *signature = g_ptr_array_index (file->signatures, file->signatures->len - 1);
  const VouchRecall *row = g_ptr_array_index (file->recalls, 0);
  guint n;

  g_assert_no_error (error);
  g_assert_cmpstr (recalled->recall, ==, row->number);
  g_assert_cmpint (row->state, ==, VOUCH_RECALL_STATE_ANNOUNCED);
  g_assert_cmpint (signature->meaning, ==, VOUCH_MEANING_RECALLED);
  g_assert_cmpint (signature->subject_id, ==, row->id);
  assert_status (self, lot_id, VOUCH_LOT_STATUS_RECALLED, 0, 200);
  g_assert_cmpint (station_fixture_ask (self, "SELECT quantity FROM stock WHERE location = 'quarantine'"
                                              " AND status = 'recalled'"),
                   ==, PIECES (200));
  g_assert_cmpint (station_fixture_ask (self, "SELECT released FROM recall_lot"), ==, PIECES (200));

  record = read_public (self, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (record->status, ==, VOUCH_PUBLIC_STATUS_RECALLED);
  g_assert_cmpstr (record->recall_class, ==, "I");
  g_assert_cmpstr (record->notice_en, ==, "Do not drink this tea.");
  g_assert_cmpstr (record->notice_zh, ==, "请勿饮用。");
}

/* The reason is the house's own. */
static void
test_the_reason_of_a_recall_is_not_published (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchRecalled) recalled = recall (self, lot_id, &error);
  g_autoptr (VouchPublicRecord) record = NULL;
  g_autofree char *json = NULL;
  guint n;

  g_assert_no_error (error);
  record = read_public (self, &n);
  json = vouch_public_record_to_json (record);
  g_assert_null (strstr (json, "glass"));
}

static void
test_withheld_goods_are_recalled_as_well (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDecided) withheld = withhold (self, lot_id, &error);
  g_autoptr (VouchRecalled) recalled = recall (self, lot_id, &error);

  g_assert_no_error (error);
  assert_status (self, lot_id, VOUCH_LOT_STATUS_RECALLED, 0, 200);
}

static void
test_what_was_never_released_is_not_recalled (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_rejected (self);
  g_autoptr (GError) error = NULL;

  g_assert_null (recall (self, lot_id, &error));
  assert_conflict (&error);
}

static void
test_a_lot_is_recalled_once (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchRecalled) recalled = recall (self, lot_id, &error);

  g_assert_no_error (error);
  g_assert_null (recall (self, lot_id, &error));
  assert_conflict (&error);
}

/* What is left is scrapped or goes back, and the lot stays recalled. */
static void
test_no_decision_ends_a_recall (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchRecalled) recalled = recall (self, lot_id, &error);
  g_autoptr (VouchDecided) scrapped = NULL;
  g_autoptr (VouchPublicRecord) record = NULL;
  guint n;

  g_assert_no_error (error);
  g_assert_null (dispose (self, lot_id, VOUCH_DECISION_KIND_ACCEPT, 200, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_clear_error (&error);
  scrapped = dispose (self, lot_id, VOUCH_DECISION_KIND_SCRAP, 0, &error);
  g_assert_no_error (error);
  assert_status (self, lot_id, VOUCH_LOT_STATUS_RECALLED, 0, 0);
  record = read_public (self, &n);
  g_assert_cmpint (record->status, ==, VOUCH_PUBLIC_STATUS_RECALLED);
  g_assert_cmpstr (record->recall_class, ==, "I");
}

/* A lot that failed, was accepted by concession and is recalled: the failed verdict is still there to be confirmed. */
static void
test_no_inspector_rejects_what_was_decided (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_rejected (self);
  VouchSignRequest request = { lot_id, (char *)INSPECTOR };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDecided) conceded = dispose (self, lot_id, VOUCH_DECISION_KIND_CONCESSION, 200, &error);
  g_autoptr (VouchDecided) withheld = withhold (self, lot_id, &error);
  g_autoptr (VouchRecalled) recalled = NULL;

  g_assert_no_error (error);
  g_assert_null (goods_run (self, &vouch_decide_confirm_rejection, INSPECTOR, &request, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_clear_error (&error);
  recalled = recall (self, lot_id, &error);
  g_assert_no_error (error);
  g_assert_null (goods_run (self, &vouch_decide_confirm_rejection, INSPECTOR, &request, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  assert_status (self, lot_id, VOUCH_LOT_STATUS_RECALLED, 0, 200);
}

static void
test_the_same_key_recalls_once (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (VouchActor) lead = station_fixture_dup_actor (self, QA_LEAD);
  VouchRecallRequest request = { .lot_id = lot_id,
                                 .class = VOUCH_RECALL_CLASS_III,
                                 .reason = (char *)"a wrong label",
                                 .badge = (char *)QA_LEAD,
                                 .pin = (char *)QA_LEAD_PIN };
  g_autofree char *key = g_uuid_string_random ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchRecalled) first =
      vouch_use_case_run (&vouch_recall_announce, self->station, lead, key, &request, &error);
  g_autoptr (VouchRecalled) second =
      vouch_use_case_run (&vouch_recall_announce, self->station, lead, key, &request, &error);

  g_assert_no_error (error);
  g_assert_cmpint (first->recall_id, ==, second->recall_id);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM recall"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  ADD ("/recall/withheld-goods-leave-the-stock-and-are-signed", test_withheld_goods_leave_the_stock_and_are_signed);
  ADD ("/recall/the-public-hears-of-a-hold-and-of-its-end", test_the_public_hears_of_a_hold_and_of_its_end);
  ADD ("/recall/withheld-goods-that-go-back-are-withdrawn", test_withheld_goods_that_go_back_are_withdrawn);
  ADD ("/recall/only-released-goods-are-withheld", test_only_released_goods_are_withheld);
  ADD ("/recall/a-hold-needs-a-reason-and-the-right-pin", test_a_hold_needs_a_reason_and_the_right_pin);
  ADD ("/recall/no-code-is-issued-for-withheld-goods", test_no_code_is_issued_for_withheld_goods);
  ADD ("/recall/a-recall-blocks-signs-and-tells-the-public", test_a_recall_blocks_signs_and_tells_the_public);
  ADD ("/recall/the-reason-of-a-recall-is-not-published", test_the_reason_of_a_recall_is_not_published);
  ADD ("/recall/withheld-goods-are-recalled-as-well", test_withheld_goods_are_recalled_as_well);
  ADD ("/recall/what-was-never-released-is-not-recalled", test_what_was_never_released_is_not_recalled);
  ADD ("/recall/a-lot-is-recalled-once", test_a_lot_is_recalled_once);
  ADD ("/recall/no-decision-ends-a-recall", test_no_decision_ends_a_recall);
  ADD ("/recall/no-inspector-rejects-what-was-decided", test_no_inspector_rejects_what_was_decided);
  ADD ("/recall/the-same-key-recalls-once", test_the_same_key_recalls_once);
  return g_test_run ();
}
