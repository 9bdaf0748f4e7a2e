/* Batches of codes from their reservation to their close, and what a code comes to on the way. */
#include "goods.h"
#include "vouch-batch-work.h"
#include "vouch-code-check.h"
#include "vouch-code-version-work.h"
#include "vouch-code-work.h"
#include "vouch-error.h"
#include "vouch-label-work.h"
#include "vouch-scan-back-work.h"
#include "vouch-void-form.h"

static void
assert_refused (GError **error, VouchErrorCode code, const char *field)
{
  g_assert_error (*error, VOUCH_ERROR, (int)code);
  g_test_message ("%s", (*error)->message);
  g_assert_cmpstr (vouch_error_get_field (*error), ==, field);
  g_clear_error (error);
}

static gint64
reserve (StationFixture *self, gint64 lot_id, gint64 units, GError **error)
{
  VouchIssueRequest request = { lot_id, units, TRUE };
  g_autoptr (VouchDone) done = goods_run (self, &vouch_code_issue, INSPECTOR, &request, error);

  return done != NULL ? done->id : 0;
}

static gint64
print (StationFixture *self, gint64 lot_id, gint64 units)
{
  g_autoptr (VouchActor) actor = station_fixture_dup_actor (self, INSPECTOR);
  VouchLabelOrder order = { .lot_id = lot_id, .purpose = VOUCH_PRINT_PURPOSE_UNIT, .units = units, .dpi = 203 };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPrintJob) job = vouch_label_print (self->station, actor, &order, NULL, &error);

  g_assert_no_error (error);
  return job->batch_id;
}

static char *
dup_address (StationFixture *self, gint64 lot_id, guint batch, gint64 unit)
{
  g_autoptr (VouchLotFile) file = goods_load (self, lot_id);
  char serial[17];

  return vouch_label_dup_address (self->station, g_ptr_array_index (file->batches, batch), file->lot->number, unit,
                                  serial);
}

static VouchCodeBatchState
scan_back (StationFixture *self, gint64 lot_id, gint64 batch_id, gint64 unit)
{
  g_autofree char *address = dup_address (self, lot_id, 0, unit);
  VouchScanBackRequest request = { batch_id, address };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchScannedBack) done = goods_run (self, &vouch_code_scan_back, INSPECTOR, &request, &error);

  g_assert_no_error (error);
  return done->state;
}

typedef struct
{
  VouchStation *station;
  const char *text;
  VouchCodeState state;
} Query;

static gpointer
look (VouchConn *conn, gpointer data, GError **error)
{
  Query *query = data;
  g_autoptr (VouchCodeCheck) check = vouch_code_check_new (conn, query->station);
  VouchCodeFinding finding;

  if (!vouch_code_check_look (check, query->text, &finding, error))
    return NULL;
  query->state = finding.state;
  return query;
}

static void
assert_code (StationFixture *self, const char *text, VouchCodeState state)
{
  Query query = { self->station, text, VOUCH_CODE_STATE_UNKNOWN };
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (vouch_station_read (self->station, look, &query, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (vouch_enum_get_name (&vouch_code_state_values, (int)query.state), ==,
                   vouch_enum_get_name (&vouch_code_state_values, (int)state));
}

static void
void_units (StationFixture *self, const VouchVoidUnitsRequest *request, GError **error)
{
  g_autoptr (VouchDone) done = goods_run (self, &vouch_code_void_units, QA_LEAD, request, error);

  g_assert_true ((done == NULL) == (*error != NULL));
}

static void
test_counts_that_make_no_sense_are_refused (StationFixture *self, gconstpointer data)
{
  static const gint64 wrong[] = { 0, -1, 201, 1000000000, G_MAXINT64, G_MININT64 };
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_cmpint (reserve (self, lot_id, wrong[i], &error), ==, 0);
      assert_refused (&error, VOUCH_ERROR_INVALID, "units");
    }
}

static void
test_ranges_never_overlap (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self), next = 1;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLotFile) file = NULL;

  for (int i = 0; i < 6; i++)
    {
      reserve (self, lot_id, 7 + i, &error);
      g_assert_no_error (error);
      if (i % 2 == 1)
        station_fixture_reopen (self);
    }
  file = goods_load (self, lot_id);
  g_assert_cmpuint (file->batches->len, ==, 6);
  for (guint i = 0; i < file->batches->len; i++)
    {
      const VouchCodeBatch *batch = g_ptr_array_index (file->batches, i);

      g_assert_cmpint (batch->first_unit, ==, next);
      next += batch->units;
    }
}

static void
test_a_code_comes_to_what_became_of_it (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self), batch_id;
  g_autoptr (VouchLotFile) file = goods_load (self, lot_id);
  g_autofree char *one = NULL, *two = NULL, *four = NULL, *evil = NULL, *lot = NULL, *typed = NULL;
  VouchVoidUnitsRequest request = { .reason = (char *)"smeared" };
  VouchRevokeRequest revocation = { 1, (char *)"leaked" };
  g_autoptr (VouchVersionChanged) changed = NULL;
  g_autoptr (GError) error = NULL;

  batch_id = print (self, lot_id, 3);
  one = dup_address (self, lot_id, 0, 1);
  two = dup_address (self, lot_id, 0, 2);
  assert_code (self, one, VOUCH_CODE_STATE_PRINTED);
  scan_back (self, lot_id, batch_id, 1);
  scan_back (self, lot_id, batch_id, 3);
  assert_code (self, one, VOUCH_CODE_STATE_ACTIVE);
  typed = g_strdup_printf ("%s %.4s-%.4s %s", file->lot->number, one + strlen (one) - 16, one + strlen (one) - 12,
                           one + strlen (one) - 8);
  assert_code (self, typed, VOUCH_CODE_STATE_ACTIVE);
  evil = g_strconcat ("https://vouch.example.evil.example", strstr (one, "/01/"), NULL);
  assert_code (self, evil, VOUCH_CODE_STATE_WRONG_HOST);
  lot = g_ascii_strdown (file->lot->number, -1);
  assert_code (self, lot, VOUCH_CODE_STATE_LOT);
  assert_code (self, "", VOUCH_CODE_STATE_UNKNOWN);
  assert_code (self, "https://vouch.example/t/L260529-00000000/0000000000000000", VOUCH_CODE_STATE_UNKNOWN);
  request.code = two;
  void_units (self, &request, &error);
  g_assert_no_error (error);
  assert_code (self, two, VOUCH_CODE_STATE_VOID);
  reserve (self, lot_id, 1, &error);
  four = dup_address (self, lot_id, 1, 4);
  assert_code (self, four, VOUCH_CODE_STATE_RESERVED);
  changed = goods_run (self, &vouch_key_revoke, "VB1001", &revocation, &error);
  g_assert_no_error (error);
  assert_code (self, one, VOUCH_CODE_STATE_REVOKED);
  assert_code (self, four, VOUCH_CODE_STATE_VOID);
}

static void
test_units_are_voided_once_and_within_one_batch (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  VouchVoidUnitsRequest request = { lot_id, NULL, 2, 2, (char *)"smeared" };
  g_autoptr (GError) error = NULL;

  print (self, lot_id, 4);
  print (self, lot_id, 4);
  void_units (self, &request, &error);
  g_assert_no_error (error);
  request.first_unit = 3;
  void_units (self, &request, &error);
  assert_refused (&error, VOUCH_ERROR_CONFLICT, "first_unit");
  request.first_unit = 4;
  void_units (self, &request, &error);
  assert_refused (&error, VOUCH_ERROR_INVALID, "first_unit");
  request = (VouchVoidUnitsRequest){ lot_id, NULL, 0, 1, (char *)"smeared" };
  void_units (self, &request, &error);
  assert_refused (&error, VOUCH_ERROR_INVALID, "first_unit");
  request = (VouchVoidUnitsRequest){ lot_id, NULL, 1, G_MAXINT64, (char *)"smeared" };
  void_units (self, &request, &error);
  assert_refused (&error, VOUCH_ERROR_INVALID, "first_unit");
  request = (VouchVoidUnitsRequest){ .code = (char *)"https://vouch.example/t/X/0", .reason = (char *)"smeared" };
  void_units (self, &request, &error);
  assert_refused (&error, VOUCH_ERROR_NOT_FOUND, "code");
  /* Units whose labels were withdrawn want others: 200 accepted, 8 coded, 2 of them withdrawn. */
  g_assert_cmpint (reserve (self, lot_id, 195, &error), ==, 0);
  assert_refused (&error, VOUCH_ERROR_INVALID, "units");
  g_assert_cmpint (reserve (self, lot_id, 194, &error), !=, 0);
}

static void
test_a_withdrawn_end_is_no_end (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self), batch_id = print (self, lot_id, 4);
  VouchVoidUnitsRequest request = { lot_id, NULL, 1, 1, (char *)"torn off" };
  g_autoptr (GError) error = NULL;

  void_units (self, &request, &error);
  request.first_unit = 4;
  void_units (self, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpint (scan_back (self, lot_id, batch_id, 2), ==, VOUCH_CODE_BATCH_STATE_PRINTED);
  g_assert_cmpint (scan_back (self, lot_id, batch_id, 3), ==, VOUCH_CODE_BATCH_STATE_ACTIVE);
}

static void
test_what_is_written_of_labels_to_withdraw (StationFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *which;
    gint64 first;
    gint64 units;
  } known[] = { { "7", 7, 1 },
                { " 7 - 9 ", 7, 3 },
                { "7–9", 7, 3 },
                { "9-7", 0, 0 },
                { "0", 0, 0 },
                { "99999999999999", 0, 0 },
                { "https://vouch.example/t/X/0", 0, 0 } };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr (VouchVoidUnitsRequest) request = vouch_void_form_read (5, known[i].which, " torn ", &error);

      g_assert_no_error (error);
      g_assert_cmpint (request->first_unit, ==, known[i].first);
      g_assert_cmpint (request->units, ==, known[i].units);
      g_assert_cmpint (request->lot_id, ==, known[i].first != 0 ? 5 : 0);
      g_assert_cmpstr (request->code, ==, known[i].first != 0 ? NULL : known[i].which);
      g_assert_cmpstr (request->reason, ==, "torn");
    }
  g_assert_null (vouch_void_form_read (5, " ", "torn", &error));
  assert_refused (&error, VOUCH_ERROR_INVALID, "code");
  g_assert_null (vouch_void_form_read (5, "7", "", &error));
  assert_refused (&error, VOUCH_ERROR_INVALID, "reason");
}

static VouchReconciled *
reconcile (StationFixture *self, gint64 batch_id, gint64 applied, gint64 spoiled, gint64 returned, GError **error)
{
  VouchReconcileRequest request = { batch_id, applied, spoiled, returned };

  return goods_run (self, &vouch_batch_reconcile, INSPECTOR, &request, error);
}

static VouchReconciled *
close_batch (StationFixture *self, gint64 batch_id, GError **error)
{
  VouchCloseBatchRequest request = { batch_id };

  return goods_run (self, &vouch_batch_close, INSPECTOR, &request, error);
}

static void
test_an_unexplained_rest_blocks_closing (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self), batch_id = print (self, lot_id, 10);
  g_autoptr (VouchReconciled) nine = NULL, ten = NULL, closed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (close_batch (self, batch_id, &error));
  assert_refused (&error, VOUCH_ERROR_DENIED, "batch_id");
  scan_back (self, lot_id, batch_id, 1);
  scan_back (self, lot_id, batch_id, 10);
  g_assert_null (close_batch (self, batch_id, &error));
  assert_refused (&error, VOUCH_ERROR_CONFLICT, "batch_id");
  nine = reconcile (self, batch_id, 7, 1, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (nine->unexplained, ==, 1);
  g_assert_null (close_batch (self, batch_id, &error));
  assert_refused (&error, VOUCH_ERROR_CONFLICT, "batch_id");
  ten = reconcile (self, batch_id, 7, 2, 1, &error);
  closed = close_batch (self, batch_id, &error);
  g_assert_no_error (error);
  g_assert_true (closed->is_closed);
  g_assert_null (close_batch (self, batch_id, &error));
  assert_refused (&error, VOUCH_ERROR_CONFLICT, "batch_id");
  g_assert_null (reconcile (self, batch_id, 10, 0, 0, &error));
  assert_refused (&error, VOUCH_ERROR_CONFLICT, "batch_id");
}

static void
test_labels_cannot_be_more_than_were_printed (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self), batch_id = print (self, lot_id, 3), reserved;
  g_autoptr (GError) error = NULL;

  g_assert_null (reconcile (self, batch_id, 4, 0, 0, &error));
  assert_refused (&error, VOUCH_ERROR_INVALID, "applied");
  g_assert_null (reconcile (self, batch_id, 2, 2, 0, &error));
  assert_refused (&error, VOUCH_ERROR_INVALID, "applied");
  g_assert_null (reconcile (self, batch_id, 3, -1, 1, &error));
  assert_refused (&error, VOUCH_ERROR_INVALID, "spoiled");
  g_assert_null (reconcile (self, batch_id, 0, 0, G_MAXINT64, &error));
  assert_refused (&error, VOUCH_ERROR_INVALID, "returned");
  reserved = reserve (self, lot_id, 3, &error);
  g_assert_null (reconcile (self, reserved, 3, 0, 0, &error));
  assert_refused (&error, VOUCH_ERROR_DENIED, "batch_id");
}

static void
hand_out (StationFixture *self, gint64 batch_id, const char *badge, const char *reason, GError **error)
{
  VouchHandOutRequest request = { batch_id, (char *)reason };
  g_autoptr (VouchDone) done = goods_run (self, &vouch_batch_hand_out, badge, &request, error);
}

static void
test_codes_are_given_out_once_without_a_reason (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self), batch_id;
  g_autoptr (GError) error = NULL;

  batch_id = reserve (self, lot_id, 3, &error);
  hand_out (self, batch_id, INSPECTOR, NULL, &error);
  g_assert_no_error (error);
  hand_out (self, batch_id, INSPECTOR, "the file is gone", &error);
  assert_refused (&error, VOUCH_ERROR_DENIED, "batch_id");
  hand_out (self, batch_id, QA_LEAD, NULL, &error);
  assert_refused (&error, VOUCH_ERROR_INVALID, "reason");
  hand_out (self, batch_id, QA_LEAD, "the file is gone", &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  ADD ("/batches/counts-that-make-no-sense-are-refused", test_counts_that_make_no_sense_are_refused);
  ADD ("/batches/ranges-never-overlap", test_ranges_never_overlap);
  ADD ("/batches/a-code-comes-to-what-became-of-it", test_a_code_comes_to_what_became_of_it);
  ADD ("/batches/units-are-voided-once-and-within-one-batch", test_units_are_voided_once_and_within_one_batch);
  ADD ("/batches/a-withdrawn-end-is-no-end", test_a_withdrawn_end_is_no_end);
  ADD ("/batches/what-is-written-of-labels-to-withdraw", test_what_is_written_of_labels_to_withdraw);
  ADD ("/batches/an-unexplained-rest-blocks-closing", test_an_unexplained_rest_blocks_closing);
  ADD ("/batches/labels-cannot-be-more-than-were-printed", test_labels_cannot_be_more_than_were_printed);
  ADD ("/batches/codes-are-given-out-once-without-a-reason", test_codes_are_given_out_once_without_a_reason);
  return g_test_run ();
}
