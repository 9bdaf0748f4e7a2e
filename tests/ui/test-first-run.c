/* The window at a station that nobody has an account on, up to where its first administrator signs in. */
#include "opened-station.h"
#include "ui-test.h"
#include "vouch-first-run-page.h"
#include "vouch-first-start.h"
#include "vouch-scanner-code.h"
#include "vouch-station-settings.h"
#include "vouch-window.h"

typedef struct
{
  OpenedStation base;
  VouchDesk *desk;
  VouchWindow *window;
  GtkWidget *page;
} Fixture;

static void
start_desk (Fixture *fixture)
{
  VouchSessionSettings settings = VOUCH_SESSION_SETTINGS_DEFAULT;

  fixture->desk = vouch_desk_new (fixture->base.station, &settings);
  vouch_window_set_desk (fixture->window, fixture->base.station, fixture->desk);
}

static void
stop_desk (Fixture *fixture)
{
  vouch_window_set_desk (fixture->window, NULL, NULL);
  vouch_desk_close (fixture->desk);
  g_clear_object (&fixture->desk);
}

/* As the application does it. */
static void
populated_cb (Fixture *fixture)
{
  stop_desk (fixture);
  start_desk (fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();

  opened_station_open (&fixture->base, FALSE);
  fixture->window = g_object_new (VOUCH_TYPE_WINDOW, NULL);
  vouch_window_set_settings (fixture->window, settings);
  fixture->page = ui_test_find (GTK_WIDGET (fixture->window), VOUCH_TYPE_FIRST_RUN_PAGE);
  g_signal_connect_swapped (fixture->window, "populated", G_CALLBACK (populated_cb), fixture);
  start_desk (fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  stop_desk (fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_settle ();
  opened_station_close (&fixture->base);
}

/* Until the window says so; the test's own time limit ends a wait for nothing. */
static void
wait_for_text (Fixture *fixture, const char *text)
{
  while (ui_test_find_text (GTK_WIDGET (fixture->window), text) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
send (Fixture *fixture, const char *text, gboolean is_bare)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchScan) scan = NULL;

  vouch_clock_advance (fixture->base.clock, 5 * G_USEC_PER_SEC);
  scan = vouch_scan_new (text, -1, VOUCH_SCAN_WEDGE, vouch_clock_now (fixture->base.clock), &error);
  g_assert_no_error (error);
  scan->is_bare = is_bare;
  vouch_window_scan (fixture->window, scan);
}

static void
type (Fixture *fixture, const char *title, const char *text)
{
  GtkWidget *row = gtk_widget_get_ancestor (ui_test_find_text (fixture->page, title), ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
next (Fixture *fixture, const char *answer)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, "first-run.next", NULL));
  wait_for_text (fixture, answer);
}

static void
make_administrator (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = vouch_first_start_dup_code_path (vouch_station_get_directory (fixture->base.station));
  g_autofree char *code = NULL;

  g_file_get_contents (path, &code, NULL, &error);
  g_assert_no_error (error);
  wait_for_text (fixture, "Step 1 of 3");
  type (fixture, "Station’s name", "Gate 4");
  type (fixture, "One-time code", g_strstrip (code));
  send (fixture, "VB9001", FALSE);
  type (fixture, "Name", "Wang Fang");
  type (fixture, "PIN, at least four digits", "481516");
  next (fixture, "Step 2 of 3");
}

static void
test_administrator_names_the_station (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = NULL;

  make_administrator (fixture);
  name = vouch_station_dup_policy (fixture->base.station, "station-name");
  g_assert_cmpstr (name, ==, "Gate 4");
}

static void
test_wrong_code_stays_on_the_first_step (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = vouch_first_start_dup_code_path (vouch_station_get_directory (fixture->base.station));
  g_autofree char *refusal = g_strdup_printf ("The one-time code is wrong; it is in the file %s", path);

  wait_for_text (fixture, "Step 1 of 3");
  type (fixture, "One-time code", "none");
  type (fixture, "Badge: scan or type", "VB9001");
  type (fixture, "Name", "Wang Fang");
  type (fixture, "PIN, at least four digits", "481516");
  next (fixture, refusal);
  g_assert_nonnull (ui_test_find_text (fixture->page, "Step 1 of 3"));
}

static void
test_scanner_is_told_what_is_wrong (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *start;
  } cases[] = {
    { "ABCXYZ0189-_/:.@%+$ABCXYZ",
      "Capital and small letters arrive alike, and nobody can tell them apart. Switch off the conversion of letters in "
      "the scanner, then scan again." },
    { "6901234567892",
      "This is not the code that is shown. Scan the code that is shown; if it was that one, set the keyboard layout of "
      "the scanner to that of this machine and begin with the first code." },
    { "ABCXYZ0189-_/:.@%+$abcxyz", "Right: what arrived is what is shown." },
  };

  make_administrator (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_nonnull (ui_test_find_text (fixture->page, "Skip"));
      send (fixture, cases[i].text, FALSE);
      g_assert_nonnull (ui_test_find_text (fixture->page, cases[i].start));
    }
  send (fixture,
        "0109520001000010"
        "10AB12\x1d"
        "17271231",
        TRUE);
  g_assert_nonnull (ui_test_find_text (fixture->page, "It sends nothing after a code, so that a scan that breaks off "
                                                      "looks whole. Set it to send Enter after every code."));
  g_assert_nonnull (ui_test_find_text (fixture->page, "Next"));
}

/* In gloves, without mouse and keyboard. */
static void
test_scanner_alone_leads_through_its_check (Fixture *fixture, gconstpointer data)
{
  make_administrator (fixture);
  send (fixture, "ABCXYZ0189-_/:.@%+$abcxyz", FALSE);
  g_assert_nonnull (ui_test_find_text (fixture->page, "(01)09520001000010(10)AB12(17)271231"));
  send (fixture, "XCBACK", FALSE);
  g_assert_nonnull (ui_test_find_text (fixture->page, "ABCXYZ0189-_/:.@%+$abcxyz"));
  send (fixture, "XCNEXT", FALSE);
  g_assert_nonnull (ui_test_find_text (fixture->page, "(01)09520001000010(10)AB12(17)271231"));
  send (fixture, "XCNEXT", FALSE);
  g_assert_nonnull (ui_test_find_text (fixture->page, "The check is done"));
  send (fixture, "XCNEXT", FALSE);
  wait_for_text (fixture, "Step 3 of 3");
}

static void
test_badge_is_written_and_scanned (Fixture *fixture, gconstpointer data)
{
  GtkWidget *open;

  make_administrator (fixture);
  next (fixture, "Step 3 of 3");
  open = gtk_widget_get_ancestor (ui_test_find_text (fixture->page, "Open"), GTK_TYPE_BUTTON);
  g_assert_false (gtk_widget_is_sensitive (open));
  g_signal_emit_by_name (gtk_widget_get_ancestor (ui_test_find_text (fixture->page, "Print Badge"), GTK_TYPE_BUTTON),
                         "clicked");
  while (!gtk_widget_is_sensitive (open))
    g_main_context_iteration (NULL, TRUE);
  send (fixture, "VB9001", FALSE);
  g_assert_nonnull (ui_test_find_text (fixture->page, "Right: this is the badge of the new administrator."));
}

static void
test_back_and_skipping_end_at_the_sign_in_page (Fixture *fixture, gconstpointer data)
{
  make_administrator (fixture);
  gtk_widget_activate_action (fixture->page, "first-run.back", NULL);
  wait_for_text (fixture, "Step 1 of 3");
  next (fixture, "Step 2 of 3");
  next (fixture, "Step 3 of 3");
  gtk_widget_activate_action (fixture->page, "first-run.next", NULL);
  while (g_strcmp0 (vouch_window_get_page (fixture->window), "sign-in") != 0)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/first-run/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("administrator-names-the-station", test_administrator_names_the_station);
  ADD ("wrong-code-stays-on-the-first-step", test_wrong_code_stays_on_the_first_step);
  ADD ("scanner-is-told-what-is-wrong", test_scanner_is_told_what_is_wrong);
  ADD ("scanner-alone-leads-through-its-check", test_scanner_alone_leads_through_its_check);
  ADD ("badge-is-written-and-scanned", test_badge_is_written_and_scanned);
  ADD ("back-and-skipping-end-at-the-sign-in-page", test_back_and_skipping_end_at_the_sign_in_page);
#undef ADD
  return g_test_run ();
}
