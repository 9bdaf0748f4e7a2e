/* What waits for whom, as the records go from the delivery note to the labels. */
#include "goods.h"
#include "vouch-code-work.h"
#include "vouch-error.h"
#include "vouch-lot-entry.h"
#include "vouch-policy-work.h"
#include "vouch-row.h"
#include "vouch-take-over-work.h"
#include "vouch-take-over.h"
#include "vouch-work-entry.h"

typedef struct
{
  const VouchListSource *source;
  VouchStation *station;
} Query;

static gpointer
read_list (VouchConn *conn, gpointer data, GError **error)
{
  const Query *query = data;
  g_autoptr (GArray) ids = query->source->read_ids (query->station, conn, NULL, 0, 0, error);

  return ids == NULL ? NULL
                     : query->source->read_rows (conn, (const gint64 *)(gconstpointer)ids->data, ids->len, error);
}

static GPtrArray *
list (StationFixture *self, const VouchListSource *source)
{
  Query query = { source, self->station };
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = vouch_station_read (self->station, read_list, &query, &error);

  g_assert_no_error (error);
  return rows;
}

/* "delivery PO-2026-0002|inspect PO-2026-0001": what waits, in order. */
static void
assert_queue (StationFixture *self, const char *expected)
{
  g_autoptr (GPtrArray) rows = list (self, &vouch_queue_source);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const VouchWorkEntry *entry = g_ptr_array_index (rows, i);

      g_assert_cmpint (entry->lot == NULL, ==, entry->kind == VOUCH_WORK_DELIVERY);
      g_string_append_printf (found, "%s%s %s", i > 0 ? "|" : "",
                              vouch_enum_get_name (&vouch_work_kind_values, (int)entry->kind), entry->delivery);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static const VouchWorkEntry *
find_work (GPtrArray *rows, gint64 id)
{
  for (guint i = 0; i < rows->len; i++)
    if (((const VouchWorkEntry *)g_ptr_array_index (rows, i))->id == id)
      return g_ptr_array_index (rows, i);
  return NULL;
}

static gint64
get_line (StationFixture *self, gint64 lot_id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT receipt_line_id FROM lot WHERE id = %" G_GINT64_FORMAT, lot_id);

  return station_fixture_ask (self, sql);
}

static void
close_line (StationFixture *self, gint64 lot_id)
{
  VouchLineRequest request = { get_line (self, lot_id) };
  g_autoptr (GError) error = NULL;
  gpointer answer = goods_run (self, &vouch_receive_close_line, INSPECTOR, &request, &error);

  g_assert_no_error (error);
  vouch_record_free (vouch_receive_close_line.answer, answer);
}

static void
test_urgent_deliveries_come_first (StationFixture *self, gconstpointer data)
{
  assert_queue (self, "delivery PO-2026-0002|delivery PO-2026-0001|delivery PO-2026-0003|delivery PO-2026-0004");
}

static void
test_lot_waits_for_what_comes_next (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_counted (self);
  VouchIssueRequest issue = { lot_id, 3 };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDecided) decided = NULL;
  g_autoptr (VouchDone) batch = NULL;

  close_line (self, lot_id);
  assert_queue (self, "delivery PO-2026-0002|inspect PO-2026-0001|delivery PO-2026-0003|delivery PO-2026-0004");
  goods_plan (self, lot_id);
  goods_pass (self, lot_id, 5);
  assert_queue (self, "delivery PO-2026-0002|go_on PO-2026-0001|delivery PO-2026-0003|delivery PO-2026-0004");
  decided = goods_accept (self, lot_id, INSPECTOR, &error);
  g_assert_no_error (error);
  assert_queue (self, "delivery PO-2026-0002|delivery PO-2026-0003|delivery PO-2026-0004|labels PO-2026-0001");
  batch = goods_run (self, &vouch_code_issue, INSPECTOR, &issue, &error);
  g_assert_no_error (error);
  assert_queue (self, "delivery PO-2026-0002|labels PO-2026-0001|delivery PO-2026-0003|delivery PO-2026-0004");
}

static void
test_labels_nobody_asks_for_are_not_wanted (StationFixture *self, gconstpointer data)
{
  goods_tea_released (self);
  vouch_clock_advance (self->clock, 8 * G_TIME_SPAN_DAY);
  assert_queue (self, "delivery PO-2026-0002|delivery PO-2026-0001|delivery PO-2026-0003|delivery PO-2026-0004");
}

static void
test_rejected_lot_goes_from_the_queue_to_review (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_rejected (self);
  g_autoptr (GPtrArray) review = list (self, &vouch_review_source);

  assert_queue (self, "delivery PO-2026-0002|delivery PO-2026-0001|delivery PO-2026-0003|delivery PO-2026-0004");
  g_assert_cmpuint (review->len, ==, 1);
  g_assert_cmpint (((const VouchLotEntry *)g_ptr_array_index (review, 0))->id, ==, lot_id);
  g_assert_cmpstr (((const VouchLotEntry *)g_ptr_array_index (review, 0))->sku, ==, "TEA-G100");
}

static void
test_food_is_reviewed_before_what_came_earlier (StationFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) charger =
      goods_count (self, goods_open (self, "PO-2026-0002"), "CHG-USBC20", NULL, 0, 120, &error);
  g_autoptr (GPtrArray) review = NULL;
  gint64 tea;

  g_assert_no_error (error);
  goods_hold (self, charger->lot_id);
  tea = goods_tea_rejected (self);
  review = list (self, &vouch_review_source);
  g_assert_cmpuint (review->len, ==, 2);
  g_assert_cmpint (((const VouchLotEntry *)g_ptr_array_index (review, 0))->id, ==, tea);
}

static void
assert_derived (StationFixture *self, const char *sql)
{
  g_autofree char *count = g_strdup_printf ("SELECT count (*) FROM (%s)", sql);

  g_assert_cmpint (station_fixture_ask (self, count), ==, 0);
}

static gpointer
rebuild (VouchConn *conn, gpointer data, GError **error)
{
  if (!vouch_conn_begin (conn, error) ||
      !vouch_conn_exec (conn, "CREATE TEMP TABLE before AS SELECT * FROM work", error) ||
      !vouch_work_store_rebuild (conn, error) ||
      !vouch_conn_get_number (conn,
                              "SELECT count (*) FROM (SELECT * FROM (SELECT * FROM work EXCEPT SELECT * FROM before) "
                              "UNION ALL SELECT * FROM (SELECT * FROM before EXCEPT SELECT * FROM work))",
                              data, error))
    return NULL;
  vouch_conn_rollback (conn);
  return data;
}

static void
test_list_made_anew_is_the_list_kept (StationFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) rice = NULL;
  gint64 n_different = -1;

  goods_tea_rejected (self);
  rice = goods_count (self, goods_open (self, "PO-2026-0003"), "RICE-5KG", "R1", 360, 50, &error);
  g_assert_no_error (error);
  close_line (self, rice->lot_id);
  g_assert_nonnull (vouch_db_write (vouch_station_get_db (self->station), rebuild, &n_different, &error));
  g_assert_cmpint (n_different, ==, 0);
  assert_derived (self, "SELECT id FROM work WHERE id NOT IN (SELECT id FROM lot UNION SELECT id FROM delivery)");
}

static void
begin_inspection (StationFixture *self, gint64 lot_id)
{
  goods_plan (self, lot_id);
  goods_pass (self, lot_id, 2);
}

static VouchDone *
take_over (StationFixture *self, gint64 lot_id, const char *badge, const char *from, GError **error)
{
  return goods_run (self, &vouch_inspect_take_over, badge, &(VouchTakeOverRequest){ lot_id, (char *)from }, error);
}

static void
test_open_inspection_says_whose_and_where (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_counted (self);
  g_autoptr (GPtrArray) rows = NULL;
  const VouchWorkEntry *entry;

  begin_inspection (self, lot_id);
  rows = list (self, &vouch_queue_source);
  entry = find_work (rows, lot_id);
  g_assert_nonnull (entry);
  g_assert_cmpstr (entry->badge, ==, INSPECTOR);
  g_assert_cmpint (entry->position, ==, 2);
  g_assert_cmpint (entry->sample_size, ==, 5);
  g_assert_cmpint (entry->recorded_at, >, entry->since);
}

static void
test_inspection_is_taken_over_and_readings_stay (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_counted (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = NULL;
  g_autoptr (VouchDone) again = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const VouchWorkEntry *entry;

  begin_inspection (self, lot_id);
  done = take_over (self, lot_id, OTHER_INSPECTOR, INSPECTOR, &error);
  g_assert_no_error (error);
  rows = list (self, &vouch_queue_source);
  entry = find_work (rows, lot_id);
  g_assert_cmpstr (entry->badge, ==, OTHER_INSPECTOR);
  assert_derived (self, "SELECT 1 FROM reading JOIN user ON user.id = inspector_id WHERE badge <> '" INSPECTOR "'");
  g_assert_cmpint (station_fixture_ask (self, "SELECT position FROM take_over"), ==, 3);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count (*) FROM audit_row WHERE \"table\" = 'take_over'"), ==, 1);
  again = take_over (self, lot_id, OTHER_INSPECTOR, NULL, &error);
  g_assert_null (again);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
}

static void
test_only_from_whom_one_saw_at_it (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_counted (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = NULL;

  begin_inspection (self, lot_id);
  done = take_over (self, lot_id, OTHER_INSPECTOR, "VB1004", &error);
  g_assert_null (done);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
}

static void
test_what_is_decided_is_not_taken_over (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = take_over (self, lot_id, OTHER_INSPECTOR, NULL, &error);

  g_assert_null (done);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
}

static void
test_session_goes_on_where_another_stopped (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_counted (self);
  g_autoptr (VouchDeskState) state = NULL;

  begin_inspection (self, lot_id);
  station_fixture_scan (self, OTHER_INSPECTOR);
  vouch_session_resume (self->session, lot_id);
  station_fixture_expect (self, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_OK);
  station_fixture_expect_word (self, "Taken over");
  state = vouch_session_dup_state (self->session);
  g_assert_cmpint (state->sample_position, ==, 3);
  g_assert_cmpstr (state->delivery, ==, "PO-2026-0001");
  g_assert_cmpint (station_fixture_ask (self, "SELECT count (*) FROM take_over"), ==, 1);
}

static void
test_session_goes_on_with_labels (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);

  station_fixture_scan (self, INSPECTOR);
  vouch_session_resume (self->session, lot_id);
  station_fixture_expect (self, VOUCH_STAGE_LABELS, VOUCH_FEEDBACK_OK);
  station_fixture_command (self, VOUCH_COMMAND_NEXT, 0);
  station_fixture_expect (self, VOUCH_STAGE_HOME, VOUCH_FEEDBACK_OK);
}

static gint64
get_hours (StationFixture *self, gint64 lot_id, const char *from)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT (work.due_at - %s) / 3600000000 FROM work JOIN lot ON lot.id = work.id "
                       "JOIN receipt_line ON receipt_line.id = lot.receipt_line_id "
                       "JOIN receipt ON receipt.id = receipt_line.receipt_id WHERE work.id = %" G_GINT64_FORMAT,
                       from, lot_id);

  return station_fixture_ask (self, sql);
}

static void
test_a_house_says_when_goods_are_due (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_counted (self), normal, urgent;

  close_line (self, lot_id);
  g_assert_true (vouch_station_read_policy (self->station, VOUCH_POLICY_DUE_HOURS, &normal, NULL));
  g_assert_true (vouch_station_read_policy (self->station, VOUCH_POLICY_DUE_HOURS_URGENT, &urgent, NULL));
  g_assert_cmpint (get_hours (self, lot_id, "receipt.arrived_at"), ==, normal);
  goods_set_policy (self, "due-hours", "6");
  g_assert_cmpint (get_hours (self, lot_id, "receipt.arrived_at"), ==, 6);
  goods_set_policy (self, "due-hours-urgent", "5");
  g_assert_cmpint (get_hours (self, lot_id, "receipt.arrived_at"), ==, 6);
  goods_set_policy (self, "due-hours", NULL);
  g_assert_cmpint (get_hours (self, lot_id, "receipt.arrived_at"), ==, normal);
  g_assert_cmpint (urgent, <, normal);
}

/* Tea is food. */
static void
test_a_house_says_when_a_decision_is_due (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_rejected (self), food;
  g_autoptr (GPtrArray) rows = list (self, &vouch_review_source);
  const VouchLotEntry *entry = g_ptr_array_index (rows, 0);

  g_assert_true (vouch_station_read_policy (self->station, VOUCH_POLICY_REVIEW_HOURS_FOOD, &food, NULL));
  g_assert_cmpint (entry->id, ==, lot_id);
  g_assert_cmpint (entry->due_at, >, 0);
  g_assert_cmpint (get_hours (self, lot_id, "work.since"), ==, food);
  goods_set_policy (self, "review-hours-food", "2");
  g_assert_cmpint (get_hours (self, lot_id, "work.since"), ==, 2);
  goods_set_policy (self, "review-hours", "1");
  g_assert_cmpint (get_hours (self, lot_id, "work.since"), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test)                                                                                                \
  g_test_add ("/queue/" path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  ADD ("a-house-says-when-goods-are-due", test_a_house_says_when_goods_are_due);
  ADD ("a-house-says-when-a-decision-is-due", test_a_house_says_when_a_decision_is_due);
  ADD ("urgent-deliveries-come-first", test_urgent_deliveries_come_first);
  ADD ("lot-waits-for-what-comes-next", test_lot_waits_for_what_comes_next);
  ADD ("labels-nobody-asks-for-are-not-wanted", test_labels_nobody_asks_for_are_not_wanted);
  ADD ("rejected-lot-goes-from-the-queue-to-review", test_rejected_lot_goes_from_the_queue_to_review);
  ADD ("food-is-reviewed-before-what-came-earlier", test_food_is_reviewed_before_what_came_earlier);
  ADD ("list-made-anew-is-the-list-kept", test_list_made_anew_is_the_list_kept);
  ADD ("open-inspection-says-whose-and-where", test_open_inspection_says_whose_and_where);
  ADD ("inspection-is-taken-over-and-readings-stay", test_inspection_is_taken_over_and_readings_stay);
  ADD ("only-from-whom-one-saw-at-it", test_only_from_whom_one_saw_at_it);
  ADD ("what-is-decided-is-not-taken-over", test_what_is_decided_is_not_taken_over);
  ADD ("session-goes-on-where-another-stopped", test_session_goes_on_where_another_stopped);
  ADD ("session-goes-on-with-labels", test_session_goes_on_with_labels);
  return g_test_run ();
}
