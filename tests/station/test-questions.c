/* Scans that are asked about before they are used. */
#include <string.h>

#include "goods.h"

#define TEA "09520001000010"
#define GS "\x1d"

static void
go_to_goods (StationFixture *self, const char *delivery)
{
  station_fixture_scan (self, INSPECTOR);
  station_fixture_scan (self, delivery);
  station_fixture_expect (self, VOUCH_STAGE_GOODS, VOUCH_FEEDBACK_OK);
}

/* A scan of a camera, or of a scanner that sends no separators. */
static void
scan_as (StationFixture *self, const char *text, gboolean sure, gboolean sends_separators)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchScan) scan = NULL;

  vouch_clock_advance (self->clock, 2 * G_USEC_PER_SEC);
  scan = vouch_scan_new (text, -1, VOUCH_SCAN_CAMERA, vouch_clock_now (self->clock), &error);
  g_assert_no_error (error);
  scan->sure = sure;
  scan->sends_separators = sends_separators;
  vouch_session_scan (self->session, scan);
}

static gint64
get_counts (StationFixture *self)
{
  return station_fixture_ask (self, "SELECT count(*) FROM lot_count");
}

static void
expect_question (StationFixture *self, const char *word, VouchCommand answer)
{
  g_autoptr (VouchDeskState) state = vouch_session_dup_state (self->session);

  g_assert_cmpstr (state->word, ==, word);
  g_assert_cmpint (state->feedback, ==, VOUCH_FEEDBACK_QUESTION);
  g_assert_true (state->is_asked);
  g_assert_true (vouch_desk_state_offers (state, answer));
  g_assert_true (vouch_desk_state_offers (state, VOUCH_COMMAND_NO));
}

static void
expect_no_question (StationFixture *self)
{
  g_autoptr (VouchDeskState) state = vouch_session_dup_state (self->session);

  g_assert_false (state->is_asked);
}

static void
test_a_code_that_was_read_badly_is_asked_about (StationFixture *self, gconstpointer data)
{
  station_fixture_scan (self, INSPECTOR);
  scan_as (self, "PO-2026-0001", FALSE, TRUE);
  expect_question (self, "Unsure", VOUCH_COMMAND_OK);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM receipt"), ==, 0);
  station_fixture_command (self, VOUCH_COMMAND_OK, 0);
  station_fixture_expect (self, VOUCH_STAGE_GOODS, VOUCH_FEEDBACK_OK);
}

static void
test_the_same_reading_twice_is_sure (StationFixture *self, gconstpointer data)
{
  station_fixture_scan (self, INSPECTOR);
  scan_as (self, "PO-2026-0001", FALSE, TRUE);
  scan_as (self, "PO-2026-0002", FALSE, TRUE);
  expect_question (self, "Unsure", VOUCH_COMMAND_OK);
  scan_as (self, "PO-2026-0002", FALSE, TRUE);
  station_fixture_expect (self, VOUCH_STAGE_GOODS, VOUCH_FEEDBACK_OK);
}

static void
test_agreement_comes_soon_or_not_at_all (StationFixture *self, gconstpointer data)
{
  station_fixture_scan (self, INSPECTOR);
  scan_as (self, "PO-2026-0001", FALSE, TRUE);
  vouch_clock_advance (self->clock, 60 * G_USEC_PER_SEC);
  scan_as (self, "PO-2026-0001", FALSE, TRUE);
  expect_question (self, "Unsure", VOUCH_COMMAND_OK);
}

static void
test_what_the_open_delivery_waits_for_is_sure (StationFixture *self, gconstpointer data)
{
  go_to_goods (self, "PO-2026-0001");
  scan_as (self, "9520001000010", FALSE, TRUE);
  station_fixture_expect (self, VOUCH_STAGE_ASK_LOT, VOUCH_FEEDBACK_QUESTION);
  expect_no_question (self);
  station_fixture_command (self, VOUCH_COMMAND_BACK, 0);
  scan_as (self, "9520001000034", FALSE, TRUE); /* not on this delivery */
  expect_question (self, "Unsure", VOUCH_COMMAND_OK);
}

static void
test_badges_and_commands_are_sure_or_nothing (StationFixture *self, gconstpointer data)
{
  scan_as (self, INSPECTOR, FALSE, TRUE);
  station_fixture_expect (self, VOUCH_STAGE_SIGN_IN, VOUCH_FEEDBACK_MISREAD);
  scan_as (self, INSPECTOR, FALSE, TRUE);
  station_fixture_expect (self, VOUCH_STAGE_SIGN_IN, VOUCH_FEEDBACK_MISREAD);
  go_to_goods (self, "PO-2026-0001");
  scan_as (self, "XCSAVE", FALSE, TRUE);
  station_fixture_expect (self, VOUCH_STAGE_GOODS, VOUCH_FEEDBACK_MISREAD);
  expect_no_question (self);
}

static void
test_nobody_signs_unsurely (StationFixture *self, gconstpointer data)
{
  g_autofree char *label = station_fixture_dup_label (self, TEA, "A", 510, 200);

  go_to_goods (self, "PO-2026-0001");
  station_fixture_scan (self, label);
  for (int i = 0; i < 5; i++)
    station_fixture_command (self, VOUCH_COMMAND_PASS, 0);
  station_fixture_command (self, VOUCH_COMMAND_ACCEPT, 0);
  station_fixture_expect (self, VOUCH_STAGE_SIGN, VOUCH_FEEDBACK_QUESTION);
  for (int i = 0; i < 2; i++)
    scan_as (self, INSPECTOR, FALSE, TRUE);
  station_fixture_expect (self, VOUCH_STAGE_SIGN, VOUCH_FEEDBACK_MISREAD);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM usage_decision"), ==, 0);
}

static void
test_whatever_else_is_done_gives_the_question_up (StationFixture *self, gconstpointer data)
{
  station_fixture_scan (self, INSPECTOR);
  scan_as (self, "PO-2026-0001", FALSE, TRUE);
  station_fixture_scan (self, "PO-2026-0002");
  station_fixture_expect (self, VOUCH_STAGE_GOODS, VOUCH_FEEDBACK_OK);
  expect_no_question (self);
  scan_as (self, "nothing known", FALSE, TRUE);
  station_fixture_command (self, VOUCH_COMMAND_NO, 0);
  expect_no_question (self);
  station_fixture_expect (self, VOUCH_STAGE_GOODS, VOUCH_FEEDBACK_NONE);
}

/* Without separators everything behind the lot number reads as part of it. */
static void
test_a_lot_without_an_end_is_asked_about (StationFixture *self, gconstpointer data)
{
  go_to_goods (self, "PO-2026-0001");
  scan_as (self, "01" TEA "10L1172712311021", TRUE, TRUE);
  expect_question (self, "Unsure", VOUCH_COMMAND_OK);
  g_assert_cmpint (get_counts (self), ==, 0);
  station_fixture_command (self, VOUCH_COMMAND_NO, 0);
  station_fixture_expect (self, VOUCH_STAGE_ASK_LOT, VOUCH_FEEDBACK_QUESTION);
  expect_no_question (self);
}

static void
test_a_lot_that_somebody_compared_is_not_asked_about_again (StationFixture *self, gconstpointer data)
{
  const char *label = "01" TEA "17271231"
                      "10QH26A01";

  go_to_goods (self, "PO-2026-0001");
  scan_as (self, label, TRUE, FALSE);
  expect_question (self, "Unsure", VOUCH_COMMAND_OK);
  station_fixture_command (self, VOUCH_COMMAND_OK, 0);
  station_fixture_expect (self, VOUCH_STAGE_ASK_QUANTITY, VOUCH_FEEDBACK_QUESTION);
  station_fixture_command (self, VOUCH_COMMAND_BACK, 0);
  scan_as (self, label, TRUE, FALSE);
  station_fixture_expect (self, VOUCH_STAGE_ASK_QUANTITY, VOUCH_FEEDBACK_QUESTION);
  expect_no_question (self);
}

static void
test_codes_that_disagree_are_asked_about (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = NULL;

  go_to_goods (self, "PO-2026-0001");
  scan_as (self, "]C101" TEA "10A", TRUE, TRUE);
  scan_as (self,
           "]C117271231"
           "10B",
           TRUE, TRUE);
  expect_question (self, "Codes disagree", VOUCH_COMMAND_DIGIT);
  state = vouch_session_dup_state (self->session);
  g_assert_cmpstr (state->prompt, ==, "Which lot is right?");
  g_assert_cmpstr (g_ptr_array_index (state->choices, 0), ==, "A");
  g_assert_cmpstr (g_ptr_array_index (state->choices, 1), ==, "B");
  station_fixture_scan (self, "XCD2");
  station_fixture_expect (self, VOUCH_STAGE_ASK_QUANTITY, VOUCH_FEEDBACK_QUESTION);
  station_fixture_command (self, VOUCH_COMMAND_DIGIT, 5);
  station_fixture_command (self, VOUCH_COMMAND_ENTER, 0);
  g_assert_cmpint (get_counts (self), ==, 1);
  g_assert_cmpint (station_fixture_ask (self, "SELECT supplier_lot = 'B' AND expiry = 20271231 FROM lot"), ==, 1);
}

static void
test_every_disagreement_is_asked_about (StationFixture *self, gconstpointer data)
{
  go_to_goods (self, "PO-2026-0001");
  scan_as (self, "]C101" TEA "1727123110A", TRUE, TRUE);
  scan_as (self,
           "]C117280131"
           "10B",
           TRUE, TRUE);
  expect_question (self, "Codes disagree", VOUCH_COMMAND_DIGIT);
  station_fixture_command (self, VOUCH_COMMAND_DIGIT, 1);
  expect_question (self, "Codes disagree", VOUCH_COMMAND_DIGIT);
  station_fixture_command (self, VOUCH_COMMAND_DIGIT, 2);
  station_fixture_command (self, VOUCH_COMMAND_DIGIT, 5);
  station_fixture_command (self, VOUCH_COMMAND_ENTER, 0);
  g_assert_cmpint (station_fixture_ask (self, "SELECT supplier_lot = 'A' AND expiry = 20280131 FROM lot"), ==, 1);
}

static void
test_no_to_a_disagreement_leaves_the_label_as_it_was (StationFixture *self, gconstpointer data)
{
  go_to_goods (self, "PO-2026-0001");
  scan_as (self, "]C101" TEA "1727123110A", TRUE, TRUE);
  scan_as (self, "]C110B", TRUE, TRUE);
  station_fixture_command (self, VOUCH_COMMAND_NO, 0);
  expect_no_question (self);
  station_fixture_expect (self, VOUCH_STAGE_ASK_QUANTITY, VOUCH_FEEDBACK_NONE);
  station_fixture_command (self, VOUCH_COMMAND_DIGIT, 5);
  station_fixture_command (self, VOUCH_COMMAND_ENTER, 0);
  g_assert_cmpint (station_fixture_ask (self, "SELECT supplier_lot = 'A' FROM lot"), ==, 1);
}

static void
test_logging_out_with_something_begun_is_asked_about (StationFixture *self, gconstpointer data)
{
  go_to_goods (self, "PO-2026-0001");
  scan_as (self, "9520001000010", TRUE, TRUE);
  station_fixture_scan (self, "XCLOGOUT");
  expect_question (self, "Log out", VOUCH_COMMAND_OK);
  station_fixture_command (self, VOUCH_COMMAND_NO, 0);
  station_fixture_expect (self, VOUCH_STAGE_ASK_LOT, VOUCH_FEEDBACK_NONE);
  station_fixture_scan (self, "XCLOGOUT");
  station_fixture_scan (self, INSPECTOR); /* the own badge says it, too */
  station_fixture_expect (self, VOUCH_STAGE_SIGN_IN, VOUCH_FEEDBACK_NONE);
}

static void
test_who_says_yes_too_late_is_still_there (StationFixture *self, gconstpointer data)
{
  go_to_goods (self, "PO-2026-0001");
  scan_as (self, "9520001000010", TRUE, TRUE);
  station_fixture_scan (self, "XCLOGOUT");
  vouch_clock_advance (self->clock, 11 * G_USEC_PER_SEC);
  station_fixture_command (self, VOUCH_COMMAND_OK, 0);
  station_fixture_expect (self, VOUCH_STAGE_ASK_LOT, VOUCH_FEEDBACK_MISREAD);
}

static void
test_nothing_begun_nothing_asked (StationFixture *self, gconstpointer data)
{
  go_to_goods (self, "PO-2026-0001");
  station_fixture_scan (self, "XCLOGOUT");
  station_fixture_expect (self, VOUCH_STAGE_SIGN_IN, VOUCH_FEEDBACK_NONE);
}

static void
test_the_codes_of_an_odoo_sheet_work_where_they_are_wanted (StationFixture *self, gconstpointer data)
{
  VouchSessionSettings settings = VOUCH_SESSION_SETTINGS_DEFAULT;

  go_to_goods (self, "PO-2026-0001");
  station_fixture_scan (self, "O-CMD.MAIN-MENU");
  station_fixture_expect (self, VOUCH_STAGE_GOODS, VOUCH_FEEDBACK_MISREAD);
  settings.accepts_odoo = TRUE;
  vouch_session_set_settings (self->session, &settings);
  station_fixture_scan (self, "O-CMD.MAIN-MENU");
  station_fixture_expect (self, VOUCH_STAGE_HOME, VOUCH_FEEDBACK_NONE);
}

static void
test_commands_that_belong_elsewhere_say_so (StationFixture *self, gconstpointer data)
{
  static const char *const codes[] = { "XCPARTIAL", "XCRESAMPLE", "XCREPRINT", "XCVOID", "XCRS01" };

  go_to_goods (self, "PO-2026-0001");
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      station_fixture_scan (self, codes[i]);
      station_fixture_expect (self, VOUCH_STAGE_GOODS, VOUCH_FEEDBACK_MISREAD);
      station_fixture_expect_word (self, "Not now");
    }
}

/* Without a printer of its own the stand writes files. */
static void
test_a_test_print_is_a_ruler (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = NULL;

  go_to_goods (self, "PO-2026-0001");
  station_fixture_scan (self, "XCTEST");
  station_fixture_expect (self, VOUCH_STAGE_GOODS, VOUCH_FEEDBACK_OK);
  station_fixture_expect_word (self, "Test print");
  state = vouch_session_dup_state (self->session);
  g_assert_nonnull (state->printed);
  g_assert_true (g_file_test (state->printed, G_FILE_TEST_IS_REGULAR));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  ADD ("/questions/a-code-that-was-read-badly-is-asked-about", test_a_code_that_was_read_badly_is_asked_about);
  ADD ("/questions/the-same-reading-twice-is-sure", test_the_same_reading_twice_is_sure);
  ADD ("/questions/agreement-comes-soon-or-not-at-all", test_agreement_comes_soon_or_not_at_all);
  ADD ("/questions/what-the-open-delivery-waits-for-is-sure", test_what_the_open_delivery_waits_for_is_sure);
  ADD ("/questions/badges-and-commands-are-sure-or-nothing", test_badges_and_commands_are_sure_or_nothing);
  ADD ("/questions/nobody-signs-unsurely", test_nobody_signs_unsurely);
  ADD ("/questions/whatever-else-is-done-gives-the-question-up", test_whatever_else_is_done_gives_the_question_up);
  ADD ("/questions/a-lot-without-an-end-is-asked-about", test_a_lot_without_an_end_is_asked_about);
  ADD ("/questions/a-lot-that-somebody-compared-is-not-asked-about-again",
       test_a_lot_that_somebody_compared_is_not_asked_about_again);
  ADD ("/questions/codes-that-disagree-are-asked-about", test_codes_that_disagree_are_asked_about);
  ADD ("/questions/every-disagreement-is-asked-about", test_every_disagreement_is_asked_about);
  ADD ("/questions/no-to-a-disagreement-leaves-the-label-as-it-was",
       test_no_to_a_disagreement_leaves_the_label_as_it_was);
  ADD ("/questions/logging-out-with-something-begun-is-asked-about",
       test_logging_out_with_something_begun_is_asked_about);
  ADD ("/questions/who-says-yes-too-late-is-still-there", test_who_says_yes_too_late_is_still_there);
  ADD ("/questions/nothing-begun-nothing-asked", test_nothing_begun_nothing_asked);
  ADD ("/questions/the-codes-of-an-odoo-sheet-work-where-they-are-wanted",
       test_the_codes_of_an_odoo_sheet_work_where_they_are_wanted);
  ADD ("/questions/commands-that-belong-elsewhere-say-so", test_commands_that_belong_elsewhere_say_so);
  ADD ("/questions/a-test-print-is-a-ruler", test_a_test_print_is_a_ruler);
  return g_test_run ();
}
