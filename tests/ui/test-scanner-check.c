/* The check of a scanner at a station at work: opened and led through by codes alone, and what it learned holds. */
#include "opened-station.h"
#include "ui-test.h"
#include "vouch-scan-catcher.h"
#include "vouch-scanner-dialog.h"
#include "vouch-scanner-settings.h"
#include "vouch-station-settings.h"
#include "vouch-window.h"

#define CHARACTERS "ABCXYZ0189-_/:.@%+$abcxyz"

typedef struct
{
  OpenedStation base;
  GSettings *settings;
  VouchDesk *desk;
  VouchWindow *window;
  VouchScanCatcher *catcher;
  GString *scans;
  guint32 time_ms;
} Fixture;

static void
scanned_cb (Fixture *fixture, const VouchScan *scan)
{
  g_string_append_printf (fixture->scans, "%s;", scan->text);
}

static void
arrived_cb (Fixture *fixture, const VouchWedgeBurst *burst)
{
  vouch_window_take_burst (fixture->window, burst);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  VouchSessionSettings session = VOUCH_SESSION_SETTINGS_DEFAULT;

  fixture->settings = vouch_station_settings_new ();
  g_settings_reset (fixture->settings, "scanner-profiles");
  opened_station_open (&fixture->base, TRUE);
  fixture->desk = vouch_desk_new (fixture->base.station, &session);
  fixture->window = g_object_new (VOUCH_TYPE_WINDOW, NULL);
  vouch_window_set_settings (fixture->window, fixture->settings);
  vouch_window_set_desk (fixture->window, fixture->base.station, fixture->desk);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->catcher = vouch_scan_catcher_new (NULL, fixture->base.clock);
  fixture->scans = g_string_new (NULL);
  fixture->time_ms = 1000;
  g_signal_connect_swapped (fixture->catcher, "scanned", G_CALLBACK (scanned_cb), fixture);
  g_signal_connect_swapped (fixture->catcher, "arrived", G_CALLBACK (arrived_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  vouch_window_set_desk (fixture->window, NULL, NULL);
  vouch_desk_close (fixture->desk);
  g_clear_object (&fixture->desk);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_settle ();
  g_object_unref (fixture->catcher);
  g_object_unref (fixture->settings);
  g_string_free (fixture->scans, TRUE);
  opened_station_close (&fixture->base);
}

static VouchScannerStep *
find_step (Fixture *fixture)
{
  return vouch_scanner_dialog_find_step (GTK_WINDOW (fixture->window));
}

/* As a window that has to do with nothing but keys does it. */
static void
type (Fixture *fixture, const char *text)
{
  for (; *text != '\0'; text++)
    {
      gboolean is_separator = *text == '\x1d';
      guint keyval = is_separator ? (guint)GDK_KEY_bracketright : gdk_unicode_to_keyval ((guint32)*text);

      fixture->time_ms += 5;
      vouch_scan_catcher_feed (fixture->catcher, NULL, keyval, is_separator ? GDK_CONTROL_MASK : 0, fixture->time_ms);
    }
  vouch_scan_catcher_feed (fixture->catcher, NULL, GDK_KEY_Return, 0, fixture->time_ms + 5);
  fixture->time_ms += 1000;
}

static void
open_check (Fixture *fixture)
{
  g_autoptr (VouchScan) scan = vouch_scan_new ("XCSETUP", -1, VOUCH_SCAN_WEDGE, 1, NULL);

  vouch_window_scan (fixture->window, scan);
  while (find_step (fixture) == NULL)
    g_main_context_iteration (NULL, TRUE);
  vouch_scan_catcher_set_learning (fixture->catcher, TRUE);
}

static void
close_check (Fixture *fixture)
{
  type (fixture, "XCSETUP");
  while (find_step (fixture) != NULL)
    g_main_context_iteration (NULL, TRUE);
  vouch_scan_catcher_set_learning (fixture->catcher, FALSE);
}

static void
test_what_was_learned_holds_for_the_next_scan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchScannerProfile) profile = NULL;
  VouchWedgeSettings settings = VOUCH_WEDGE_DEFAULTS;

  open_check (fixture);
  /* Y and Z change places, and each code has something in front. */
  type (fixture, "#ABCXZY0189-_/:.@%+$abcxzy");
  g_assert_nonnull (ui_test_find_text (GTK_WIDGET (find_step (fixture)),
                                       "Understood: the station puts right what arrives otherwise than shown."));
  type (fixture, "#XCNEXT");
  type (fixture, "#XCNEXT");
  type (fixture, "#XCNEXT");
  type (fixture, "#0109520001000010"
                 "10AB12\x1d"
                 "17271231");
  g_assert_nonnull (ui_test_find_text (GTK_WIDGET (find_step (fixture)), "It sends Enter after every code."));
  close_check (fixture);
  g_assert_cmpstr (fixture->scans->str, ==, "");
  profile = vouch_scanner_settings_find (fixture->settings, VOUCH_SCANNER_KEYBOARD, NULL);
  g_assert_nonnull (profile);
  vouch_scan_catcher_set_settings (fixture->catcher, &settings, profile);
  type (fixture, "#LOT-zY7");
  g_assert_cmpstr (fixture->scans->str, ==, "LOT-yZ7;");
}

static void
test_a_check_that_was_left_keeps_what_was_known (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchScannerProfile) known = vouch_scanner_profile_new ();
  g_autoptr (VouchScannerProfile) found = NULL;

  known->device = g_strdup (VOUCH_SCANNER_KEYBOARD);
  known->before = g_strdup ("#");
  g_assert_true (vouch_scanner_settings_store (fixture->settings, known, NULL));
  open_check (fixture);
  type (fixture, CHARACTERS);
  close_check (fixture);
  found = vouch_scanner_settings_find (fixture->settings, VOUCH_SCANNER_KEYBOARD, NULL);
  g_assert_cmpstr (found->before, ==, "#");
}

/* What is scanned for the check is neither a badge nor an answer to the desk. */
static void
test_the_desk_gets_nothing_of_a_check (Fixture *fixture, gconstpointer data)
{
  open_check (fixture);
  type (fixture, "VB1002");
  g_assert_nonnull (ui_test_find_text (GTK_WIDGET (find_step (fixture)), "Arrived: VB1002"));
  close_check (fixture);
  g_assert_cmpstr (vouch_window_get_page (fixture->window), ==, "sign-in");
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/scanner-check/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("what-was-learned-holds-for-the-next-scan", test_what_was_learned_holds_for_the_next_scan);
  ADD ("a-check-that-was-left-keeps-what-was-known", test_a_check_that_was_left_keeps_what_was_known);
  ADD ("the-desk-gets-nothing-of-a-check", test_the_desk_gets_nothing_of_a_check);
#undef ADD
  return g_test_run ();
}
