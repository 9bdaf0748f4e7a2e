/* What a dock's codes can do to a station by mistake, bad luck or malice, and what has to happen. The numbers count the
 * cases, first scanners and then cameras; those that need keys, windows, cameras or the decoder are named by the test
 * that holds each, at the end. */
#include <string.h>

#include "goods.h"
#include "vouch-trace-code.h"

#define TEA "09520001000010"
#define HONEY "9520001000034"
#define SSCC "195200010000000017"
#define GS "\x1d"
#define RLO "\xe2\x80\xae" /* what follows is shown from right to left */

typedef enum
{
  AT_HOME,  /* signed in, no delivery open */
  AT_GOODS, /* the delivery of tea is open */
  AT_LOT,   /* the product is known, its lot is asked for */
} Place;

/* What happens to the last of the scans; each comes two seconds after the one before it. */
static const struct
{
  int number;
  const char *what; /* what comes → what happens */
  Place place;
  const char *scans[5];
  VouchFeedback feedback;
  const char *word;
  const char *detail; /* nullable: part of what is said */
  int counts;         /* entries of goods there are then */
} cases[] = {
  { 3,
    "an escape sequence → refused, shown escaped",
    AT_GOODS,
    { "\x1b[31mX" },
    VOUCH_FEEDBACK_MISREAD,
    "Misread",
    "\\x1b[31m",
    0 },
  { 2,
    "line ends inside a code → one event, refused; not two scans",
    AT_GOODS,
    { "AB\r\nCD" },
    VOUCH_FEEDBACK_MISREAD,
    "Misread",
    "control characters",
    0 },
  { 4,
    "a tab inside a code → refused",
    AT_GOODS,
    { "A\tB" },
    VOUCH_FEEDBACK_MISREAD,
    "Misread",
    "control characters",
    0 },
  { 7,
    "a scanner's configuration bar code → said, nothing changed",
    AT_GOODS,
    { "@FACDEF" },
    VOUCH_FEEDBACK_MISREAD,
    "Configuration bar code",
    NULL,
    0 },
  { 7,
    "another make's configuration bar code → the same",
    AT_LOT,
    { "DEFALT." },
    VOUCH_FEEDBACK_MISREAD,
    "Configuration bar code",
    NULL,
    0 },
  { 12,
    "a pallet that was received → “already received on …”",
    AT_GOODS,
    { "]C100" SSCC "01" TEA "1727123110A" GS "3050", "XCSAVE", "PO-2026-0001",
      "]C100" SSCC "01" TEA "1727123110A" GS "3050" },
    VOUCH_FEEDBACK_MISREAD,
    "Not possible",
    "already received",
    1 },
  { 12,
    "a piece that was received → “already received on …”",
    AT_GOODS,
    { "]C101" TEA "1727123110A" GS "21S1", "XCSAVE", "PO-2026-0001", "]C101" TEA "1727123110A" GS "21S1" },
    VOUCH_FEEDBACK_MISREAD,
    "Not possible",
    "already received",
    1 },
  { 16,
    "an EAN whose check digit is wrong → refused",
    AT_GOODS,
    { "]E09520001000011" },
    VOUCH_FEEDBACK_MISREAD,
    "Misread",
    "check digit",
    0 },
  { 16,
    "the same digits as text → no product",
    AT_GOODS,
    { "9520001000011" },
    VOUCH_FEEDBACK_MISREAD,
    "Unknown code",
    NULL,
    0 },
  { 17,
    "the 31st of February → an invalid date, not the 1st of March",
    AT_GOODS,
    { "]C101" TEA "1725023110A" GS "3050" },
    VOUCH_FEEDBACK_MISREAD,
    "Misread",
    "250231",
    0 },
  { 18,
    "no day in the expiry → the month's last day",
    AT_GOODS,
    { "]C101" TEA "1727090010A" GS "3050" },
    VOUCH_FEEDBACK_OK,
    "Counted",
    NULL,
    1 },
  { 19,
    "a year of another century → said how it was read",
    AT_GOODS,
    { "]C101" TEA "11991201"
      "1727123110A" GS "3050" },
    VOUCH_FEEDBACK_OK,
    "Counted",
    "1999-12-01",
    1 },
  { 20,
    "the lot twice with different values in one code → refused",
    AT_GOODS,
    { "]C101" TEA "10A" GS "10B" GS "3050" },
    VOUCH_FEEDBACK_MISREAD,
    "Misread",
    NULL,
    0 },
  { 20,
    "the lot twice with the same value → once",
    AT_GOODS,
    { "]C101" TEA "1727123110A" GS "10A" GS "3050" },
    VOUCH_FEEDBACK_OK,
    "Counted",
    NULL,
    1 },
  { 21,
    "an element that nobody knows → kept raw, the rest counts",
    AT_GOODS,
    { "]C101" TEA "1727123110A" GS "3050" GS "05xyz" },
    VOUCH_FEEDBACK_OK,
    "Counted",
    "(05)xyz",
    1 },
  { 22,
    "a lot that hides another element → asked about",
    AT_GOODS,
    { "]C101" TEA "10A17271231" },
    VOUCH_FEEDBACK_QUESTION,
    "Unsure",
    "A17271231",
    0 },
  { 23,
    "goods of another order → “not on this delivery”",
    AT_GOODS,
    { HONEY },
    VOUCH_FEEDBACK_MISREAD,
    "Not on this delivery",
    NULL,
    0 },
  { 23,
    "goods that nobody has → set apart?",
    AT_GOODS,
    { "9520009999996" },
    VOUCH_FEEDBACK_QUESTION,
    "Not in the catalogue",
    NULL,
    0 },
  { 24,
    "goods past their date → counted behind a gate, no inspector passes them",
    AT_GOODS,
    { "]C101" TEA "1726010110OLD" GS "3050" },
    VOUCH_FEEDBACK_MISREAD,
    "Shelf life",
    NULL,
    1 },
  { 25,
    "full-width figures → refused, with the way out",
    AT_GOODS,
    { "９５２０００１０００１０" },
    VOUCH_FEEDBACK_MISREAD,
    "Not used",
    "full-width",
    0 },
  { 25,
    "full-width figures for a lot → refused as well",
    AT_LOT,
    { "ＬＯＴ１" },
    VOUCH_FEEDBACK_MISREAD,
    "Not used",
    "full-width",
    0 },
  { 26,
    "a lot that turns its letters round → refused, shown escaped",
    AT_LOT,
    { "LOT" RLO "21" },
    VOUCH_FEEDBACK_MISREAD,
    "Not used",
    "202e",
    0 },
  { 26,
    "the same in GS1 data → refused",
    AT_GOODS,
    { "]C101" TEA "10LOT" RLO "21" },
    VOUCH_FEEDBACK_MISREAD,
    "Not used",
    "202e",
    0 },
  { 29,
    "a file's address → text",
    AT_GOODS,
    { "file:///etc/passwd" },
    VOUCH_FEEDBACK_MISREAD,
    "Unknown code",
    "file:///etc/passwd",
    0 },
  { 29,
    "a script's address → text",
    AT_GOODS,
    { "javascript:alert(1)" },
    VOUCH_FEEDBACK_MISREAD,
    "Unknown code",
    "javascript:alert(1)",
    0 },
  { 30,
    "a host that begins like ours → foreign",
    AT_HOME,
    { "https://vouch.example.evil.com/t/L260529-00000000" },
    VOUCH_FEEDBACK_MISREAD,
    "Foreign address",
    "evil.com",
    0 },
  { 31,
    "our host as a user's name → foreign",
    AT_HOME,
    { "https://vouch.example@evil.com/t/L260529-00000000" },
    VOUCH_FEEDBACK_MISREAD,
    "Foreign address",
    "@evil.com",
    0 },
  { 31,
    "another port of our host → foreign",
    AT_HOME,
    { "https://vouch.example:444/t/L260529-00000000" },
    VOUCH_FEEDBACK_MISREAD,
    "Foreign address",
    NULL,
    0 },
  { 31,
    "a letter of another script in our host → foreign",
    AT_HOME,
    { "https://v\xd0\xbeuch.example/t/L260529-00000000" },
    VOUCH_FEEDBACK_MISREAD,
    "Foreign address",
    "v\\u043euch.example",
    0 },
};

static void
take (StationFixture *self, const char *text, gssize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchScan) scan = NULL;

  vouch_clock_advance (self->clock, 2 * G_USEC_PER_SEC);
  scan = vouch_scan_new (text, length, VOUCH_SCAN_WEDGE, vouch_clock_now (self->clock), &error);
  if (scan != NULL)
    vouch_session_scan (self->session, scan);
  else
    vouch_session_refuse (self->session, "Misread", error->message);
}

static void
go_to (StationFixture *self, Place place)
{
  take (self, INSPECTOR, -1);
  if (place >= AT_GOODS)
    take (self, "PO-2026-0001", -1);
  if (place == AT_LOT)
    take (self, "9520001000010", -1);
}

static void
assert_said (StationFixture *self, VouchFeedback feedback, const char *word, const char *detail)
{
  g_autoptr (VouchDeskState) state = vouch_session_dup_state (self->session);

  g_test_message ("    %s: %s", state->word, state->detail);
  g_assert_cmpint (state->feedback, ==, feedback);
  if (word != NULL)
    g_assert_cmpstr (state->word, ==, word);
  if (detail != NULL)
    g_assert_nonnull (strstr (state->detail, detail));
}

static void
test_each_case_ends_as_it_has_to (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StationFixture fixture = { 0 };

      g_test_message ("%d  %s", cases[i].number, cases[i].what);
      station_fixture_set_up (&fixture, NULL);
      go_to (&fixture, cases[i].place);
      for (guint j = 0; j < G_N_ELEMENTS (cases[i].scans) && cases[i].scans[j] != NULL; j++)
        take (&fixture, cases[i].scans[j], -1);
      assert_said (&fixture, cases[i].feedback, cases[i].word, cases[i].detail);
      g_assert_cmpint (station_fixture_ask (&fixture, "SELECT count(*) FROM lot_count"), ==, cases[i].counts);
      g_assert_cmpint (station_fixture_ask (&fixture, "SELECT count(*) FROM usage_decision"), ==, 0);
      station_fixture_tear_down (&fixture, NULL);
    }
}

/* 1: a NUL inside a code → refused whole, never its beginning. 33: bytes that are no text → refused. 8 and 32: more
 * than any code has → one event, refused by its length. */
static void
test_what_is_no_text_is_refused_whole (StationFixture *self, gconstpointer data)
{
  g_autofree char *long_code = g_strnfill (4097, '7');

  go_to (self, AT_LOT);
  take (self, "LOT\0DROP", 8);
  assert_said (self, VOUCH_FEEDBACK_MISREAD, "Misread", "control characters");
  take (self, "\xff\xfe\xfd\xfc", 4);
  assert_said (self, VOUCH_FEEDBACK_MISREAD, "Misread", "not text");
  take (self, long_code, -1);
  assert_said (self, VOUCH_FEEDBACK_MISREAD, "Misread", "longer than");
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM lot"), ==, 0);
}

static void
take_burst (StationFixture *self, const char *text, VouchWedgeFault fault)
{
  VouchWedgeBurst burst = { .text = (char *)text, .length = strlen (text), .fault = fault };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchScan) scan = vouch_scan_new_from_burst (&burst, vouch_clock_now (self->clock), &error);

  g_assert_null (scan);
  vouch_session_refuse (self->session, "Misread", error->message);
}

/* 9: half a scan → dropped and told. 10: two scanners at once → dropped and told. */
static void
test_half_a_scan_and_two_at_once_are_told_and_dropped (StationFixture *self, gconstpointer data)
{
  go_to (self, AT_GOODS);
  take_burst (self, "95200010", VOUCH_WEDGE_TORN);
  assert_said (self, VOUCH_FEEDBACK_MISREAD, "Misread", "broke off");
  take_burst (self, "95209520001000010", VOUCH_WEDGE_MIXED);
  assert_said (self, VOUCH_FEEDBACK_MISREAD, "Misread", "Two scanners");
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM lot_count"), ==, 0);
}

/* 11: the same code again within 1.5 s → a soft tick; in count mode it counts. */
static void
test_the_same_code_at_once_ticks_or_counts (StationFixture *self, gconstpointer data)
{
  const char *label = "]C101" TEA "1727123110A" GS "3010";
  g_autoptr (VouchScan) scan = NULL;

  go_to (self, AT_GOODS);
  take (self, label, -1);
  vouch_clock_advance (self->clock, G_USEC_PER_SEC);
  scan = vouch_scan_new (label, -1, VOUCH_SCAN_WEDGE, vouch_clock_now (self->clock), NULL);
  vouch_session_scan (self->session, scan);
  assert_said (self, VOUCH_FEEDBACK_TICK, "Same label", NULL);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM lot_count"), ==, 1);
  station_fixture_command (self, VOUCH_COMMAND_COUNT, 0);
  vouch_session_scan (self->session, scan);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM lot_count"), ==, 2);
}

/* 5: the Enter behind a scan does not accept a lot. */
static void
test_enter_accepts_nothing (StationFixture *self, gconstpointer data)
{
  go_to (self, AT_GOODS);
  take (self, "]C101" TEA "1727123110A" GS "30200", -1);
  for (int i = 0; i < 5; i++)
    take (self, "XCPASS", -1);
  station_fixture_expect (self, VOUCH_STAGE_VERDICT, VOUCH_FEEDBACK_OK);
  station_fixture_command (self, VOUCH_COMMAND_ENTER, 0);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM usage_decision"), ==, 0);
}

/* 18: a month for an expiry is its last day, a month for a production date its first; on healthcare goods it is said.
 * 19: years are read by the sliding rule, and said where that was another century. */
static void
test_dates_without_a_day_and_old_years_are_read_and_said (StationFixture *self, gconstpointer data)
{
  take (self, INSPECTOR, -1);
  take (self, "PO-2026-0004", -1);
  take (self,
        "]d2010952000100006517271200"
        "10VC1" GS "3050",
        -1);
  assert_said (self, VOUCH_FEEDBACK_OK, "Counted", "has no day");
  take (self, "XCSAVE", -1);
  take (self, "PO-2026-0001", -1);
  take (self,
        "]C101" TEA "11260500"
        "17270900"
        "10A" GS "3050",
        -1);
  assert_said (self, VOUCH_FEEDBACK_OK, "Counted", NULL);
  g_assert_cmpint (station_fixture_ask (self,
                                        "SELECT count(*) FROM lot WHERE (produced = 20260501 AND expiry = 20270930)"
                                        " OR (supplier_lot = 'VC1' AND expiry = 20271231)"),
                   ==, 2);
}

/* 24: whoever inspects cannot pass what is past its date. */
static void
test_nobody_at_the_dock_passes_what_is_past_its_date (StationFixture *self, gconstpointer data)
{
  go_to (self, AT_GOODS);
  take (self, "]C101" TEA "1726010110OLD" GS "30200", -1);
  for (int i = 0; i < 8; i++)
    take (self, "XCPASS", -1);
  take (self, "XCACCEPT", -1);
  take (self, INSPECTOR, -1);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM lot WHERE status = 'released'"), ==, 0);
}

/* 27: letters that look like figures, in a code of ours, are read as the figures. */
static void
test_look_alikes_in_our_own_codes_are_read (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchLotFile) file = goods_load (self, goods_tea_released (self));
  g_autofree char *address = NULL;
  char serial[VOUCH_TRACE_SERIAL_LENGTH + 1];

  g_assert_true (vouch_trace_serial_normalise ("oOil-0123-4567-89ab", serial));
  g_assert_cmpstr (serial, ==, "00110123456789AB");
  address = g_strdup_printf ("https://vouch.example/t/%s/oOil-0123-4567-89ab", file->lot->number);
  go_to (self, AT_HOME);
  take (self, address, -1);
  assert_said (self, VOUCH_FEEDBACK_OK, "Lot opened", file->lot->number);
}

/* 34: bytes that are no UTF-8 are read as Chinese and not trusted: whatever they say is asked about. */
static void
test_a_guessed_text_is_asked_about (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchScan) scan = NULL;

  go_to (self, AT_HOME);
  scan = vouch_scan_new ("批号甲", -1, VOUCH_SCAN_CAMERA, vouch_clock_now (self->clock), NULL);
  scan->sure = FALSE;
  vouch_session_scan (self->session, scan);
  assert_said (self, VOUCH_FEEDBACK_QUESTION, "Unsure", "批号甲");
}

/* The others, by the test that holds each. */
static const struct
{
  int number;
  const char *what;
  const char *file; /* below tests/ */
  const char *fact;
} elsewhere[] = {
  { 4, "a tab behind a scan → the focus stays", "ui/test-scan-catcher.c",
    "/scan-catcher/scan-leaves-the-entry-as-it-was" },
  { 5, "Enter behind a scan, a button focused → not pressed", "ui/test-scanner-keys.c",
    "/scanner-keys/scan-presses-no-focused-button" },
  { 6, "control and function keys in a code → do nothing", "unit/scan/test-wedge.c",
    "/wedge/lets-no-control-key-of-a-code-act" },
  { 8, "four kibibytes at once → one refused event", "unit/scan/test-wedge.c", "/wedge/refuses-four-kibibytes" },
  { 9, "a pulled cable → the torso is told", "unit/scan/test-wedge.c", "/wedge/tells-a-torn-scan" },
  { 10, "two scanners at once → refused", "unit/scan/test-wedge.c", "/wedge/refuses-what-two-scanners-typed" },
  { 13, "a Chinese input method → eats no scan", "journeys/test-pinyin.py", "input_method" },
  { 14, "Caps Lock → seen", "unit/scan/test-wedge.c", "/wedge/notes-caps-lock" },
  { 15, "another keyboard layout → told at the scanner's check", "unit/scan/test-scanner-lesson.c",
    "/scanner-lesson/a-wrong-layout-asks-for-the-rest-of-the-characters" },
  { 28, "two codes in view → somebody chooses", "ui/test-camera.c",
    "/camera-view/of-several-codes-one-is-chosen-by-a-command" },
  { 35, "a part of a code of several → refused with a message", "unit/scan/test-decoder.c",
    "/decoder/says-why-it-refuses-a-code" },
  { 36, "a bomb of 100 megapixels → refused by its header", "unit/decoder/test-picture.c",
    "/picture/refuses-a-png-bomb-by-its-header" },
  { 37, "a JPEG cut off → not readable", "unit/scan/test-decoder.c", "/decoder/refuses-a-torn-picture" },
  { 38, "the decoder crashes → a frame is lost, it is started again", "unit/scan/test-decoder-failure.c",
    "/decoder-failure/crashes" },
  { 39, "the decoder hangs → it is killed", "unit/scan/test-decoder-failure.c", "/decoder-failure/hangs" },
  { 40, "the camera is pulled out → said, and the work goes on", "ui/test-camera.c",
    "/camera-view/work-goes-on-without-a-camera" },
  { 41, "a flood of frames → read at a walk", "unit/scan/test-camera.c", "/camera/a-flood-of-noise-is-read-at-a-walk" },
};

static void
test_the_others_are_held_elsewhere (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, elsewhere[i].file, NULL);
      g_autofree char *source = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%d  %s: %s", elsewhere[i].number, elsewhere[i].what, elsewhere[i].fact);
      g_file_get_contents (path, &source, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (strstr (source, elsewhere[i].fact));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile-scans/each-case-ends-as-it-has-to", test_each_case_ends_as_it_has_to);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  ADD ("/hostile-scans/what-is-no-text-is-refused-whole", test_what_is_no_text_is_refused_whole);
  ADD ("/hostile-scans/half-a-scan-and-two-at-once-are-told-and-dropped",
       test_half_a_scan_and_two_at_once_are_told_and_dropped);
  ADD ("/hostile-scans/the-same-code-at-once-ticks-or-counts", test_the_same_code_at_once_ticks_or_counts);
  ADD ("/hostile-scans/enter-accepts-nothing", test_enter_accepts_nothing);
  ADD ("/hostile-scans/dates-without-a-day-and-old-years-are-read-and-said",
       test_dates_without_a_day_and_old_years_are_read_and_said);
  ADD ("/hostile-scans/nobody-at-the-dock-passes-what-is-past-its-date",
       test_nobody_at_the_dock_passes_what_is_past_its_date);
  ADD ("/hostile-scans/look-alikes-in-our-own-codes-are-read", test_look_alikes_in_our_own_codes_are_read);
  ADD ("/hostile-scans/a-guessed-text-is-asked-about", test_a_guessed_text_is_asked_about);
  g_test_add_func ("/hostile-scans/the-others-are-held-elsewhere", test_the_others_are_held_elsewhere);
  return g_test_run ();
}
