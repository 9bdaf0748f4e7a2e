#include "goods.h"
#include "vouch-code-work.h"
#include "vouch-error.h"
#include "vouch-label-work.h"
#include "vouch-scan-back-work.h"

static void
assert_refused (GError **error, VouchErrorCode code, const char *field)
{
  g_assert_error (*error, VOUCH_ERROR, (int)code);
  g_test_message ("%s", (*error)->message);
  g_assert_cmpstr (vouch_error_get_field (*error), ==, field);
  g_clear_error (error);
}

static gint64
issue (StationFixture *self, gint64 lot_id, gint64 units, GError **error)
{
  VouchIssueRequest request = { lot_id, units };
  g_autoptr (VouchDone) batch = goods_run (self, &vouch_code_issue, INSPECTOR, &request, error);

  return batch != NULL ? batch->id : 0;
}

static gint64
print_units (StationFixture *self, gint64 lot_id, gint64 units)
{
  g_autoptr (VouchActor) actor = station_fixture_dup_actor (self, INSPECTOR);
  VouchLabelOrder order = { .lot_id = lot_id, .purpose = VOUCH_PRINT_PURPOSE_UNIT, .units = units, .dpi = 203 };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPrintJob) job = vouch_label_print (self->station, actor, &order, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_file_test (job->file, G_FILE_TEST_EXISTS));
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

static VouchScannedBack *
scan_back (StationFixture *self, gint64 batch_id, const char *code, GError **error)
{
  VouchScanBackRequest request = { batch_id, (char *)code };

  return goods_run (self, &vouch_code_scan_back, INSPECTOR, &request, error);
}

/* The same label a second time. */
static VouchScannedBack *
scan_again (StationFixture *self, gint64 batch_id, const char *code, GError **error)
{
  VouchScanBackRequest request = { batch_id, (char *)code, TRUE };

  return goods_run (self, &vouch_code_scan_back, INSPECTOR, &request, error);
}

static void
test_only_released_lots_get_codes (StationFixture *self, gconstpointer data)
{
  gint64 pending = goods_tea_counted (self);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (issue (self, pending, 1, &error), ==, 0);
  assert_refused (&error, VOUCH_ERROR_DENIED, "lot_id");
  goods_hold (self, pending);
  g_assert_cmpint (issue (self, pending, 1, &error), ==, 0);
  assert_refused (&error, VOUCH_ERROR_DENIED, "lot_id");
}

static void
test_rejected_lots_get_no_codes (StationFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (issue (self, goods_tea_rejected (self), 1, &error), ==, 0);
  assert_refused (&error, VOUCH_ERROR_DENIED, "lot_id");
}

static void
test_codes_are_issued_never_twice_and_never_more_than_accepted (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLotFile) file = NULL;
  gint64 next = 1;

  g_assert_cmpint (issue (self, lot_id, 201, &error), ==, 0);
  assert_refused (&error, VOUCH_ERROR_INVALID, "units");
  g_assert_cmpint (issue (self, lot_id, -1, &error), ==, 0);
  assert_refused (&error, VOUCH_ERROR_INVALID, "units");
  g_assert_cmpint (issue (self, lot_id, 150, &error), !=, 0);
  g_assert_cmpint (issue (self, lot_id, 51, &error), ==, 0);
  assert_refused (&error, VOUCH_ERROR_INVALID, "units");
  g_assert_cmpint (issue (self, lot_id, 0, &error), !=, 0);
  g_assert_cmpint (issue (self, lot_id, 0, &error), ==, 0);
  assert_refused (&error, VOUCH_ERROR_CONFLICT, "units");
  file = goods_load (self, lot_id);
  for (guint i = 0; i < file->batches->len; i++)
    {
      const VouchCodeBatch *batch = g_ptr_array_index (file->batches, i);

      g_assert_cmpint (batch->first_unit, ==, next);
      next += batch->units;
    }
  g_assert_cmpint (next, ==, 201);
}

static void
test_an_address_carries_the_gtin_only_where_it_may (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *address = NULL;

  g_assert_cmpint (issue (self, lot_id, 1, &error), !=, 0);
  address = dup_address (self, lot_id, 0, 1);
  g_assert_true (g_str_has_prefix (address, "https://vouch.example/01/09520001000010/10/L"));
}

static void
test_first_and_last_label_scanned_back_activate (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self), batch_id = print_units (self, lot_id, 3);
  g_autofree char *first = dup_address (self, lot_id, 0, 1);
  g_autofree char *middle = dup_address (self, lot_id, 0, 2);
  g_autofree char *last = dup_address (self, lot_id, 0, 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchScannedBack) one = scan_back (self, batch_id, first, &error);
  g_autoptr (VouchScannedBack) two = NULL;
  g_autoptr (VouchScannedBack) three = NULL;

  g_assert_no_error (error);
  g_assert_null (scan_back (self, batch_id, middle, &error));
  g_assert_nonnull (
      strstr (error->message, "label of unit 2, neither the first nor the last one. Scan that of unit 3"));
  assert_refused (&error, VOUCH_ERROR_INVALID, "code");
  two = scan_back (self, batch_id, first, &error);
  three = scan_back (self, batch_id, last, &error);
  g_assert_no_error (error);
  g_assert_cmpint (one->next, ==, 3);
  g_assert_true (one->is_first && !one->is_last);
  g_assert_cmpint (one->state, ==, VOUCH_CODE_BATCH_STATE_PRINTED);
  g_assert_cmpint (two->state, ==, VOUCH_CODE_BATCH_STATE_PRINTED);
  g_assert_cmpint (two->unit, ==, 1);
  g_assert_true (three->is_last);
  g_assert_cmpint (three->next, ==, 0);
  g_assert_cmpint (three->state, ==, VOUCH_CODE_BATCH_STATE_ACTIVE);
}

static void
test_the_only_label_is_scanned_once (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self), batch_id = print_units (self, lot_id, 1);
  g_autofree char *address = dup_address (self, lot_id, 0, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchScannedBack) scanned = scan_back (self, batch_id, address, &error);

  g_assert_no_error (error);
  g_assert_cmpint (scanned->state, ==, VOUCH_CODE_BATCH_STATE_ACTIVE);
}

static void
test_a_wrong_label_is_refused (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self), batch_id = print_units (self, lot_id, 2);
  g_autoptr (GError) error = NULL;
  g_autofree char *other = NULL;
  g_autoptr (GString) bent = g_string_new (NULL);
  const char *wrong[5];

  print_units (self, lot_id, 1);
  other = dup_address (self, lot_id, 1, 3);
  g_string_append (bent, other);
  bent->str[bent->len - 1] = bent->str[bent->len - 1] == '0' ? '1' : '0';
  wrong[0] = other;                           /* of another batch: is it there? */
  wrong[1] = bent->str;                       /* never issued: is it there? */
  wrong[2] = "https://vouch.example/t/L1";    /* a lot's address */
  wrong[3] = "https://evil.example/t/L1/000"; /* another host */
  wrong[4] = "6901234567892";
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_null (scan_back (self, batch_id, wrong[i], &error));
      g_assert_true (i > 0 || strstr (error->message, "unit 3 of lot") != NULL);
      g_assert_true (i > 1 || strstr (error->message, "unit 1 is then withdrawn") != NULL);
      assert_refused (&error, i > 1 ? VOUCH_ERROR_INVALID : VOUCH_ERROR_CONFLICT,
                      i > 1 ? "code" : VOUCH_SCAN_BACK_AGAIN);
    }
  for (guint i = 2; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_null (scan_again (self, batch_id, wrong[i], &error));
      assert_refused (&error, VOUCH_ERROR_INVALID, "code");
    }
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM void_unit"), ==, 0);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM code_batch WHERE state = 'active'"), ==, 0);
}

static char *
dup_bent (const char *address)
{
  g_autofree char *bent = g_strdup (address);
  char *end = bent + strlen (bent) - 1;

  *end = *end == '0' ? '1' : '0';
  return g_steal_pointer (&bent);
}

static void
assert_withdrawn (StationFixture *self, gint64 batch_id, const char *code, gint64 unit, gint64 next)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchScannedBack) done = scan_again (self, batch_id, code, &error);

  g_assert_no_error (error);
  g_assert_cmpint (done->unit, ==, 0);
  g_assert_cmpint (done->withdrawn, ==, unit);
  g_assert_cmpint (done->next, ==, next);
  g_assert_cmpint (done->state, ==, VOUCH_CODE_BATCH_STATE_PRINTED);
}

static void
test_a_wrong_label_in_place_withdraws_the_unit_there (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self), batch_id = print_units (self, lot_id, 5), acts;
  g_autofree char *one = dup_address (self, lot_id, 0, 1);
  g_autofree char *two = dup_address (self, lot_id, 0, 2);
  g_autofree char *four = dup_address (self, lot_id, 0, 4);
  g_autofree char *bent = dup_bent (one);
  g_autofree char *other = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchScannedBack) first = NULL;
  g_autoptr (VouchScannedBack) last = NULL;

  print_units (self, lot_id, 1);
  other = dup_address (self, lot_id, 1, 6);
  acts = station_fixture_ask (self, "SELECT count(*) FROM audit_entry");
  assert_withdrawn (self, batch_id, bent, 1, 2);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM audit_entry"), ==, acts + 1);
  g_assert_cmpint (
      station_fixture_ask (self, "SELECT count(*) FROM void_unit WHERE first_unit = 1 AND units = 1 AND batch_id = "
                                 "(SELECT min(id) FROM code_batch) AND reason LIKE '%another label in its place%'"),
      ==, 1);
  g_assert_null (scan_back (self, batch_id, one, &error));
  g_assert_nonnull (strstr (error->message, "unit 1 was withdrawn: destroy it"));
  assert_refused (&error, VOUCH_ERROR_INVALID, "code");
  first = scan_back (self, batch_id, two, &error);
  g_assert_no_error (error);
  g_assert_true (first->is_first);
  assert_withdrawn (self, batch_id, other, 5, 4);
  last = scan_back (self, batch_id, four, &error);
  g_assert_no_error (error);
  g_assert_cmpint (last->state, ==, VOUCH_CODE_BATCH_STATE_ACTIVE);
  /* Nothing more is withdrawn by a scan once the codes are active. */
  g_assert_null (scan_again (self, batch_id, other, &error));
  assert_refused (&error, VOUCH_ERROR_INVALID, "code");
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM void_unit"), ==, 2);
}

static void
test_the_stand_asks_before_a_unit_is_withdrawn (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (VouchLotFile) file = goods_load (self, lot_id);
  g_autofree char *one = NULL, *two = NULL, *bent = NULL;
  g_autoptr (VouchDeskState) state = NULL;

  print_units (self, lot_id, 3);
  one = dup_address (self, lot_id, 0, 1);
  two = dup_address (self, lot_id, 0, 2);
  bent = dup_bent (one);
  station_fixture_scan (self, INSPECTOR);
  station_fixture_scan (self, file->lot->number);
  station_fixture_command (self, VOUCH_COMMAND_PRINT, 0);
  station_fixture_scan (self, bent);
  station_fixture_expect (self, VOUCH_STAGE_SCAN_BACK, VOUCH_FEEDBACK_QUESTION);
  /* The goods' own code between the two, and the question is given up. */
  station_fixture_scan (self, "09520001000010");
  station_fixture_scan (self, bent);
  station_fixture_expect (self, VOUCH_STAGE_SCAN_BACK, VOUCH_FEEDBACK_QUESTION);
  station_fixture_command (self, VOUCH_COMMAND_NO, 0);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM void_unit"), ==, 0);
  station_fixture_scan (self, bent);
  station_fixture_scan (self, bent);
  station_fixture_expect (self, VOUCH_STAGE_SCAN_BACK, VOUCH_FEEDBACK_FAIL);
  state = vouch_session_dup_state (self->session);
  g_assert_nonnull (strstr (state->detail, "Unit 1 is withdrawn"));
  g_assert_nonnull (strstr (state->detail, "scan the label of unit 2"));
  g_assert_cmpint (station_fixture_ask (self, "SELECT sum(units) FROM void_unit"), ==, 1);
  station_fixture_scan (self, two);
  station_fixture_expect (self, VOUCH_STAGE_SCAN_BACK, VOUCH_FEEDBACK_OK);
}

static void
test_a_batch_whose_only_label_is_wrong_has_none (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self), batch_id = print_units (self, lot_id, 1);
  g_autofree char *one = dup_address (self, lot_id, 0, 1);
  g_autofree char *bent = dup_bent (one);
  g_autoptr (GError) error = NULL;

  assert_withdrawn (self, batch_id, bent, 1, 0);
  g_assert_null (scan_back (self, batch_id, one, &error));
  assert_refused (&error, VOUCH_ERROR_DENIED, "batch_id");
}

static void
test_a_batch_that_is_not_printed_is_not_activated (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (GError) error = NULL;
  gint64 batch_id = issue (self, lot_id, 1, &error);
  g_autofree char *address = dup_address (self, lot_id, 0, 1);

  g_assert_null (scan_back (self, batch_id, address, &error));
  assert_refused (&error, VOUCH_ERROR_DENIED, "batch_id");
}

/* Which labels each state of a lot allows: U unit, L lot, H hold, R reject, A released. */
static void
assert_labels (StationFixture *self, gint64 lot_id, const char *allowed)
{
  static const char letters[] = "ULHRA--";
  g_autoptr (VouchActor) actor = station_fixture_dup_actor (self, INSPECTOR);

  for (int purpose = VOUCH_PRINT_PURPOSE_UNIT; purpose <= VOUCH_PRINT_PURPOSE_SHEET; purpose++)
    {
      VouchLabelOrder order = { .lot_id = lot_id, .purpose = (VouchPrintPurpose)purpose, .units = 1, .dpi = 203 };
      g_autoptr (GError) error = NULL;
      g_autoptr (VouchPrintJob) job = vouch_label_print (self->station, actor, &order, NULL, &error);

      g_test_message ("%c: %s", letters[purpose], error != NULL ? error->message : "printed");
      if (strchr (allowed, letters[purpose]) != NULL)
        g_assert_no_error (error);
      else
        g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
    }
}

static void
test_a_pending_lot_gets_hold_labels_only (StationFixture *self, gconstpointer data)
{
  assert_labels (self, goods_tea_counted (self), "LH");
}

static void
test_a_released_lot_gets_unit_and_release_labels (StationFixture *self, gconstpointer data)
{
  assert_labels (self, goods_tea_released (self), "ULA");
}

static void
test_a_rejected_lot_gets_reject_labels (StationFixture *self, gconstpointer data)
{
  assert_labels (self, goods_tea_rejected (self), "LR");
}

static void
test_a_service_desk_prints_nothing (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchActor) actor = station_fixture_dup_actor (self, "VB1005");
  VouchLabelOrder order = { .lot_id = goods_tea_released (self), .purpose = VOUCH_PRINT_PURPOSE_LOT, .dpi = 203 };
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_label_print (self->station, actor, &order, NULL, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  ADD ("/codes/only-released-lots-get-codes", test_only_released_lots_get_codes);
  ADD ("/codes/rejected-lots-get-no-codes", test_rejected_lots_get_no_codes);
  ADD ("/codes/codes-are-issued-never-twice-and-never-more-than-accepted",
       test_codes_are_issued_never_twice_and_never_more_than_accepted);
  ADD ("/codes/an-address-carries-the-gtin-only-where-it-may", test_an_address_carries_the_gtin_only_where_it_may);
  ADD ("/codes/a-wrong-label-in-place-withdraws-the-unit-there", test_a_wrong_label_in_place_withdraws_the_unit_there);
  ADD ("/codes/the-stand-asks-before-a-unit-is-withdrawn", test_the_stand_asks_before_a_unit_is_withdrawn);
  ADD ("/codes/a-batch-whose-only-label-is-wrong-has-none", test_a_batch_whose_only_label_is_wrong_has_none);
  ADD ("/codes/first-and-last-label-scanned-back-activate", test_first_and_last_label_scanned_back_activate);
  ADD ("/codes/the-only-label-is-scanned-once", test_the_only_label_is_scanned_once);
  ADD ("/codes/a-wrong-label-is-refused", test_a_wrong_label_is_refused);
  ADD ("/codes/a-batch-that-is-not-printed-is-not-activated", test_a_batch_that_is_not_printed_is_not_activated);
  ADD ("/codes/a-pending-lot-gets-hold-labels-only", test_a_pending_lot_gets_hold_labels_only);
  ADD ("/codes/a-released-lot-gets-unit-and-release-labels", test_a_released_lot_gets_unit_and_release_labels);
  ADD ("/codes/a-rejected-lot-gets-reject-labels", test_a_rejected_lot_gets_reject_labels);
  ADD ("/codes/a-service-desk-prints-nothing", test_a_service_desk_prints_nothing);
  return g_test_run ();
}
