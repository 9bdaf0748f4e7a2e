/* Labels printed again, codes voided, badges: who may, what stands on them, and what is counted. */
#include "goods.h"
#include "vouch-code-batch-store.h"
#include "vouch-code-work.h"
#include "vouch-error.h"
#include "vouch-label-rule.h"
#include "vouch-label-subject.h"
#include "vouch-print-entry.h"
#include "vouch-print-work.h"
#include "vouch-row.h"
#include "vouch-scan-back-work.h"
#include "vouch-user-store.h"
#include "vouch-user-view.h"

static VouchPrintJob *
print_order (StationFixture *self, const char *badge, const VouchLabelOrder *order, GError **error)
{
  g_autoptr (VouchActor) actor = station_fixture_dup_actor (self, badge);

  return vouch_label_print (self->station, actor, order, NULL, error);
}

static VouchPrintJob *
print_units (StationFixture *self, gint64 lot_id, gint64 units)
{
  VouchLabelOrder order = { .lot_id = lot_id, .purpose = VOUCH_PRINT_PURPOSE_UNIT, .units = units, .dpi = 203 };
  g_autoptr (GError) error = NULL;
  VouchPrintJob *job = print_order (self, INSPECTOR, &order, &error);

  g_assert_no_error (error);
  return job;
}

static VouchPrintJob *
repeat (StationFixture *self, const char *badge, gint64 job_id, VouchReprintReason reason, const char *note,
        GError **error)
{
  VouchLabelOrder order = { .copy_of = job_id, .reason = reason, .note = note, .dpi = 203 };

  return print_order (self, badge, &order, error);
}

static void
assert_denied (VouchPrintJob *job, GError **error, int code, const char *field)
{
  g_assert_null (job);
  g_assert_error (*error, VOUCH_ERROR, code);
  g_assert_cmpstr (vouch_error_get_field (*error), ==, field);
}

/* Somebody who watches a print stops it after the second label. */
typedef struct
{
  GCancellable *cancellable;
  guint done;
} Watch;

static void
stop_after_two (guint done, guint total, gpointer data)
{
  Watch *watch = data;

  g_assert_cmpuint (total, ==, 5);
  g_assert_cmpuint (done, ==, watch->done + 1);
  watch->done = done;
  if (done == 2)
    g_cancellable_cancel (watch->cancellable);
}

static void
test_a_print_is_stopped_between_two_labels (StationFixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (VouchActor) actor = station_fixture_dup_actor (self, INSPECTOR);
  Watch watch = { cancellable, 0 };
  VouchLabelOrder order = { .lot_id = goods_tea_released (self),
                            .purpose = VOUCH_PRINT_PURPOSE_UNIT,
                            .units = 5,
                            .dpi = 203,
                            .progress = stop_after_two,
                            .progress_data = &watch };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPrintJob) job = vouch_label_print (self->station, actor, &order, cancellable, &error);

  assert_denied (g_steal_pointer (&job), &error, VOUCH_ERROR_CONFLICT, NULL);
  g_clear_error (&error);
  g_assert_cmpuint (watch.done, ==, 2);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM print_job WHERE purpose = 'unit'"), ==, 0);
  order.batch_id = station_fixture_ask (self, "SELECT id FROM code_batch WHERE state = 'reserved'");
  order.progress = NULL;
  job = vouch_label_print (self->station, actor, &order, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (job->labels, ==, 5);
}

static void
test_a_repetition_is_counted_and_keeps_its_codes (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchPrintJob) job = print_units (self, goods_tea_released (self), 3);
  g_autoptr (VouchPrintJob) first = repeat (self, INSPECTOR, job->id, VOUCH_REPRINT_REASON_DAMAGED, NULL, NULL);
  g_autoptr (VouchPrintJob) second = NULL;

  g_assert_nonnull (first);
  g_assert_cmpint (first->batch_id, ==, job->batch_id);
  g_assert_cmpint (first->copy_of, ==, job->id);
  g_assert_cmpint (first->copy_number, ==, 1);
  g_assert_cmpint (first->labels, ==, 3);
  g_assert_true (g_str_has_suffix (first->file, "-R1.pdf"));
  second = repeat (self, QA_LEAD, first->id, VOUCH_REPRINT_REASON_OTHER, "smeared", NULL);
  g_assert_cmpint (second->copy_of, ==, job->id);
  g_assert_cmpint (second->copy_number, ==, 2);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM code_batch"), ==, 1);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM print_job WHERE reason = 'other'"), ==, 1);
}

static void
test_a_single_unit_can_be_repeated (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchPrintJob) job = print_units (self, goods_tea_released (self), 5);
  VouchLabelOrder order = {
    .copy_of = job->id, .reason = VOUCH_REPRINT_REASON_DAMAGED, .first_unit = 4, .units = 1, .dpi = 203
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPrintJob) one = print_order (self, INSPECTOR, &order, NULL);
  g_autoptr (VouchPrintJob) beyond = NULL;

  g_assert_cmpint (one->labels, ==, 1);
  g_assert_cmpint (one->first_unit, ==, 4);
  order.first_unit = 6;
  beyond = print_order (self, INSPECTOR, &order, &error);
  assert_denied (beyond, &error, VOUCH_ERROR_INVALID, "first_unit");
}

static gpointer
read_reprint_field (VouchConn *conn, gpointer data, GError **error)
{
  VouchLabelOrder order = { .copy_of = *(const gint64 *)data };
  g_auto (VouchLabelSubject) subject = { 0 };
  g_autoptr (GHashTable) fields = NULL;

  g_assert_true (vouch_label_subject_load (&subject, conn, &order, error));
  fields = vouch_label_subject_make_fields (&subject, NULL, 0);
  return g_strdup (g_hash_table_lookup (fields, "reprint"));
}

static void
test_the_label_says_that_it_is_a_repetition (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_rejected (self);
  VouchLabelOrder order = { .lot_id = lot_id, .purpose = VOUCH_PRINT_PURPOSE_REJECT, .dpi = 203 };
  g_autoptr (VouchPrintJob) job = print_order (self, INSPECTOR, &order, NULL);
  g_autofree char *number = vouch_station_read (self->station, read_reprint_field, &job->id, NULL);

  g_assert_cmpstr (number, ==, "1");
}

static void
test_inspectors_repeat_their_own_of_the_day (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchPrintJob) job = print_units (self, goods_tea_released (self), 2);
  g_autoptr (GError) no_reason = NULL, no_note = NULL, lost = NULL, others = NULL, later = NULL;

  assert_denied (repeat (self, INSPECTOR, job->id, VOUCH_REPRINT_REASON_NONE, NULL, &no_reason), &no_reason,
                 VOUCH_ERROR_INVALID, "reason");
  assert_denied (repeat (self, INSPECTOR, job->id, VOUCH_REPRINT_REASON_OTHER, "", &no_note), &no_note,
                 VOUCH_ERROR_INVALID, "note");
  assert_denied (repeat (self, INSPECTOR, job->id, VOUCH_REPRINT_REASON_LOST, NULL, &lost), &lost, VOUCH_ERROR_DENIED,
                 "reason");
  assert_denied (repeat (self, OTHER_INSPECTOR, job->id, VOUCH_REPRINT_REASON_DAMAGED, NULL, &others), &others,
                 VOUCH_ERROR_DENIED, "copy_of");
  vouch_clock_advance (self->clock, G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC);
  assert_denied (repeat (self, INSPECTOR, job->id, VOUCH_REPRINT_REASON_DAMAGED, NULL, &later), &later,
                 VOUCH_ERROR_DENIED, "copy_of");
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM print_job"), ==, 1);
}

static void
test_voided_codes_are_not_printed_and_their_units_get_others (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (VouchPrintJob) job = print_units (self, lot_id, 0);
  VouchVoidRequest request = { job->batch_id, (char *)"smeared" };
  g_autoptr (GError) inspector = NULL, repeated = NULL, again = NULL;
  g_autoptr (VouchDone) refused = goods_run (self, &vouch_code_void, INSPECTOR, &request, &inspector);
  g_autoptr (VouchDone) done = goods_run (self, &vouch_code_void, QA_LEAD, &request, NULL);
  g_autoptr (VouchDone) twice = goods_run (self, &vouch_code_void, QA_LEAD, &request, &again);
  g_autoptr (VouchPrintJob) next = NULL;

  g_assert_null (refused);
  g_assert_error (inspector, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_assert_nonnull (done);
  g_assert_null (twice);
  g_assert_error (again, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  assert_denied (repeat (self, INSPECTOR, job->id, VOUCH_REPRINT_REASON_DAMAGED, NULL, &repeated), &repeated,
                 VOUCH_ERROR_DENIED, "batch_id");
  next = print_units (self, lot_id, 0);
  g_assert_cmpint (next->labels, ==, job->labels);
  g_assert_cmpint (next->first_unit, ==, job->first_unit + job->labels);
}

static void
open_at_the_stand (StationFixture *self)
{
  g_autoptr (VouchLotFile) file = goods_load (self, goods_tea_released (self));

  station_fixture_scan (self, INSPECTOR);
  station_fixture_scan (self, file->lot->number);
}

/* At the stand, with the labels printed and none of them read back. */
static void
print_at_the_stand (StationFixture *self)
{
  open_at_the_stand (self);
  station_fixture_command (self, VOUCH_COMMAND_PRINT, 0);
  station_fixture_expect (self, VOUCH_STAGE_SCAN_BACK, VOUCH_FEEDBACK_OK);
}

static void
test_the_stand_prints_again_only_with_a_reason (StationFixture *self, gconstpointer data)
{
  print_at_the_stand (self);
  station_fixture_command (self, VOUCH_COMMAND_PRINT, 0);
  station_fixture_expect (self, VOUCH_STAGE_REPRINT, VOUCH_FEEDBACK_QUESTION);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM print_job"), ==, 1);
  station_fixture_command (self, VOUCH_COMMAND_DIGIT, 9);
  station_fixture_expect (self, VOUCH_STAGE_REPRINT, VOUCH_FEEDBACK_MISREAD);
  station_fixture_command (self, VOUCH_COMMAND_DIGIT, 1);
  station_fixture_expect (self, VOUCH_STAGE_SCAN_BACK, VOUCH_FEEDBACK_OK);
  g_assert_cmpint (
      station_fixture_ask (self, "SELECT count(*) FROM print_job WHERE copy_number = 1 AND reason = 'damaged'"), ==, 1);
  station_fixture_command (self, VOUCH_COMMAND_PRINT, 0);
  vouch_session_type (self->session, "smeared");
  station_fixture_expect (self, VOUCH_STAGE_SCAN_BACK, VOUCH_FEEDBACK_OK);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM print_job WHERE copy_number = 2 AND reason = "
                                              "'other' AND note = 'smeared'"),
                   ==, 1);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM code_batch"), ==, 1);
}

static void
close_line (StationFixture *self, gint64 line_id)
{
  VouchLineRequest request = { line_id };
  g_autoptr (GError) error = NULL;
  gpointer closed = goods_run (self, &vouch_receive_close_line, INSPECTOR, &request, &error);

  g_assert_no_error (error);
  vouch_record_free (vouch_receive_close_line.answer, closed);
}

/* Held at the stand: the label comes by itself. */
static void
hold_at_the_stand (StationFixture *self)
{
  g_autoptr (VouchLotFile) file = goods_load (self, goods_tea_counted (self));

  close_line (self, file->line->id);
  goods_plan (self, file->lot->id);
  station_fixture_scan (self, INSPECTOR);
  station_fixture_scan (self, "PO-2026-0001");
  station_fixture_expect (self, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_OK);
  station_fixture_command (self, VOUCH_COMMAND_HOLD, 0);
  station_fixture_expect (self, VOUCH_STAGE_LABELS, VOUCH_FEEDBACK_HELD);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM print_job WHERE purpose = 'hold'"), ==, 1);
}

static void
test_a_hold_label_is_printed_again_only_with_a_reason (StationFixture *self, gconstpointer data)
{
  hold_at_the_stand (self);
  station_fixture_command (self, VOUCH_COMMAND_PRINT, 0);
  station_fixture_expect (self, VOUCH_STAGE_REPRINT, VOUCH_FEEDBACK_QUESTION);
  station_fixture_command (self, VOUCH_COMMAND_BACK, 0);
  station_fixture_expect (self, VOUCH_STAGE_LABELS, VOUCH_FEEDBACK_NONE);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM print_job"), ==, 1);
  station_fixture_command (self, VOUCH_COMMAND_PRINT, 0);
  station_fixture_command (self, VOUCH_COMMAND_DIGIT, 3);
  station_fixture_expect (self, VOUCH_STAGE_LABELS, VOUCH_FEEDBACK_OK);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM print_job WHERE purpose = 'hold' AND reason = "
                                              "'lost' AND copy_number = 1"),
                   ==, 1);
}

static void
test_a_lot_s_label_is_printed_once_for_each_state (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_counted (self);
  VouchLabelOrder order = { .lot_id = lot_id, .purpose = VOUCH_PRINT_PURPOSE_HOLD, .dpi = 203 };
  g_autoptr (VouchPrintJob) pending = print_order (self, INSPECTOR, &order, NULL);
  g_autoptr (VouchPrintJob) held = NULL;
  g_autoptr (GError) again = NULL;

  g_assert_nonnull (pending);
  assert_denied (print_order (self, INSPECTOR, &order, &again), &again, VOUCH_ERROR_DENIED, "purpose");
  goods_hold (self, lot_id);
  held = print_order (self, INSPECTOR, &order, NULL);
  g_assert_nonnull (held);
  g_assert_cmpint (held->copy_of, ==, 0);
}

static gint64
get_print_act (StationFixture *self)
{
  g_autoptr (VouchDeskState) state = vouch_session_dup_state (self->session);

  return state->print_act;
}

/* Scans wait while the stand prints, so it hands long prints over to whoever prints beside the work. */
static void
test_the_stand_hands_many_labels_over (StationFixture *self, gconstpointer data)
{
  VouchSessionSettings settings = VOUCH_SESSION_SETTINGS_DEFAULT;

  settings.labels_max = 199;
  settings.hands_over = TRUE;
  vouch_session_set_settings (self->session, &settings);
  open_at_the_stand (self);
  g_assert_cmpint (get_print_act (self), ==, 0);
  station_fixture_command (self, VOUCH_COMMAND_PRINT, 0);
  station_fixture_expect (self, VOUCH_STAGE_HOME, VOUCH_FEEDBACK_OK);
  g_assert_cmpint (get_print_act (self), >, 0);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM code_batch"), ==, 0);
  settings.labels_max = 200;
  vouch_session_set_settings (self->session, &settings);
  station_fixture_command (self, VOUCH_COMMAND_PRINT, 0);
  station_fixture_expect (self, VOUCH_STAGE_SCAN_BACK, VOUCH_FEEDBACK_OK);
  g_assert_cmpint (get_print_act (self), ==, 0);
}

static void
test_the_stand_prints_any_number_where_nobody_takes_over (StationFixture *self, gconstpointer data)
{
  VouchSessionSettings settings = VOUCH_SESSION_SETTINGS_DEFAULT;

  settings.labels_max = 1;
  vouch_session_set_settings (self->session, &settings);
  open_at_the_stand (self);
  station_fixture_command (self, VOUCH_COMMAND_PRINT, 0);
  station_fixture_expect (self, VOUCH_STAGE_SCAN_BACK, VOUCH_FEEDBACK_OK);
  g_assert_cmpint (station_fixture_ask (self, "SELECT labels FROM print_job"), ==, 200);
}

static void
test_a_question_why_can_be_left (StationFixture *self, gconstpointer data)
{
  print_at_the_stand (self);
  station_fixture_command (self, VOUCH_COMMAND_PRINT, 0);
  station_fixture_command (self, VOUCH_COMMAND_DIGIT, 3);
  station_fixture_expect (self, VOUCH_STAGE_REPRINT, VOUCH_FEEDBACK_MISREAD);
  station_fixture_command (self, VOUCH_COMMAND_BACK, 0);
  station_fixture_expect (self, VOUCH_STAGE_SCAN_BACK, VOUCH_FEEDBACK_NONE);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM print_job"), ==, 1);
}

static void
test_printed_codes_are_not_printed_as_if_new (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (VouchPrintJob) job = print_units (self, lot_id, 2);
  VouchLabelOrder order = {
    .lot_id = lot_id, .purpose = VOUCH_PRINT_PURPOSE_UNIT, .batch_id = job->batch_id, .dpi = 203
  };
  VouchPrintedRequest noted = { .lot_id = lot_id,
                                .batch_id = job->batch_id,
                                .template_name = (char *)"unit-60x40",
                                .labels = 2,
                                .read_back = 2,
                                .file = (char *)"again.pdf" };
  g_autoptr (GError) printed = NULL, recorded = NULL;

  assert_denied (print_order (self, INSPECTOR, &order, &printed), &printed, VOUCH_ERROR_DENIED, "batch_id");
  g_assert_null (goods_run (self, &vouch_code_note_printed, INSPECTOR, &noted, &recorded));
  g_assert_error (recorded, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM print_job"), ==, 1);
}

static void
test_active_codes_are_not_voided (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (VouchPrintJob) job = print_units (self, lot_id, 1);
  g_autoptr (VouchLotFile) file = goods_load (self, lot_id);
  char serial[17];
  g_autofree char *address =
      vouch_label_dup_address (self->station, g_ptr_array_index (file->batches, 0), file->lot->number, 1, serial);
  VouchScanBackRequest scan = { job->batch_id, address };
  VouchVoidRequest request = { job->batch_id, (char *)"smeared" };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchScannedBack) scanned = goods_run (self, &vouch_code_scan_back, INSPECTOR, &scan, NULL);
  g_autoptr (VouchDone) done = goods_run (self, &vouch_code_void, QA_LEAD, &request, &error);

  g_assert_cmpint (scanned->state, ==, VOUCH_CODE_BATCH_STATE_ACTIVE);
  g_assert_null (done);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
}

static gpointer
read_user (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_user_store_find_by_badge (conn, data, error);
}

static void
test_an_administrator_prints_a_badge (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchUser) user = vouch_station_read (self->station, read_user, (gpointer) "VB1002", NULL);
  VouchLabelOrder order = { .purpose = VOUCH_PRINT_PURPOSE_BADGE, .user_id = user->id, .dpi = 203 };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPrintJob) denied = print_order (self, QA_LEAD, &order, &error);
  g_autoptr (VouchPrintJob) job = print_order (self, "VB1001", &order, NULL);

  g_assert_null (denied);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_assert_cmpint (job->read_back, ==, 1);
  g_assert_cmpint (job->user_id, ==, user->id);
  g_assert_true (g_file_test (job->file, G_FILE_TEST_EXISTS));
}

static gpointer
read_jobs (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_print_entry_list_jobs (conn, error);
}

static gpointer
read_batches (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_print_entry_list_batches (conn, error);
}

static void
test_what_was_printed_is_listed (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchUser) user = vouch_station_read (self->station, read_user, (gpointer) "VB1002", NULL);
  VouchLabelOrder order = { .purpose = VOUCH_PRINT_PURPOSE_BADGE, .user_id = user->id, .dpi = 203 };
  g_autoptr (VouchPrintJob) units = print_units (self, goods_tea_released (self), 2);
  g_autoptr (VouchPrintJob) badge = print_order (self, "VB1001", &order, NULL);
  g_autoptr (GPtrArray) jobs = vouch_station_read (self->station, read_jobs, NULL, NULL);
  g_autoptr (GPtrArray) batches = vouch_station_read (self->station, read_batches, NULL, NULL);

  g_assert_cmpuint (jobs->len, ==, 2);
  g_assert_cmpstr (((const VouchJobEntry *)g_ptr_array_index (jobs, 0))->about, ==, "VB1002");
  g_assert_cmpint (((const VouchJobEntry *)g_ptr_array_index (jobs, 1))->id, ==, units->id);
  g_assert_cmpuint (batches->len, ==, 1);
  g_assert_cmpint (((const VouchBatchEntry *)g_ptr_array_index (batches, 0))->state, ==,
                   VOUCH_CODE_BATCH_STATE_PRINTED);
}

static void
test_a_label_that_would_be_wrong_is_refused_with_the_reason (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_counted (self);
  g_autoptr (VouchLotFile) file = goods_load (self, lot_id);
  static const struct
  {
    VouchPrintPurpose purpose;
    const char *says;
  } cases[] = {
    { VOUCH_PRINT_PURPOSE_UNIT, "not released" },
    { VOUCH_PRINT_PURPOSE_RELEASED, "not released" },
    { VOUCH_PRINT_PURPOSE_REJECT, "not rejected" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (vouch_label_check_lot (file->lot, cases[i].purpose, &error));
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
  g_assert_true (vouch_label_check_lot (file->lot, VOUCH_PRINT_PURPOSE_HOLD, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  ADD ("/labels/the-stand-prints-again-only-with-a-reason", test_the_stand_prints_again_only_with_a_reason);
  ADD ("/labels/a-hold-label-is-printed-again-only-with-a-reason",
       test_a_hold_label_is_printed_again_only_with_a_reason);
  ADD ("/labels/a-lot-s-label-is-printed-once-for-each-state", test_a_lot_s_label_is_printed_once_for_each_state);
  ADD ("/labels/the-stand-hands-many-labels-over", test_the_stand_hands_many_labels_over);
  ADD ("/labels/the-stand-prints-any-number-where-nobody-takes-over",
       test_the_stand_prints_any_number_where_nobody_takes_over);
  ADD ("/labels/a-question-why-can-be-left", test_a_question_why_can_be_left);
  ADD ("/labels/printed-codes-are-not-printed-as-if-new", test_printed_codes_are_not_printed_as_if_new);
  ADD ("/labels/a-print-is-stopped-between-two-labels", test_a_print_is_stopped_between_two_labels);
  ADD ("/labels/a-repetition-is-counted-and-keeps-its-codes", test_a_repetition_is_counted_and_keeps_its_codes);
  ADD ("/labels/a-single-unit-can-be-repeated", test_a_single_unit_can_be_repeated);
  ADD ("/labels/the-label-says-that-it-is-a-repetition", test_the_label_says_that_it_is_a_repetition);
  ADD ("/labels/inspectors-repeat-their-own-of-the-day", test_inspectors_repeat_their_own_of_the_day);
  ADD ("/labels/voided-codes-are-not-printed-and-their-units-get-others",
       test_voided_codes_are_not_printed_and_their_units_get_others);
  ADD ("/labels/active-codes-are-not-voided", test_active_codes_are_not_voided);
  ADD ("/labels/an-administrator-prints-a-badge", test_an_administrator_prints_a_badge);
  ADD ("/labels/what-was-printed-is-listed", test_what_was_printed_is_listed);
  ADD ("/labels/a-label-that-would-be-wrong-is-refused-with-the-reason",
       test_a_label_that_would_be_wrong_is_refused_with_the_reason);
  return g_test_run ();
}
