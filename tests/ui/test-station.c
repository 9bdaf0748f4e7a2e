/* The window at a real station with example data, from the first badge to the decision on a rejected lot. */
#include "opened-station.h"
#include "ui-test.h"
#include "vouch-dispose-dialog.h"
#include "vouch-lot-pane.h"
#include "vouch-queue-page.h"
#include "vouch-review-page.h"
#include "vouch-samples-page.h"
#include "vouch-search-page.h"
#include "vouch-window.h"

typedef struct
{
  OpenedStation base;
  VouchDesk *desk;
  VouchWindow *window;
  char *lot; /* the number of the tea that was released */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  VouchSessionSettings settings = VOUCH_SESSION_SETTINGS_DEFAULT;

  opened_station_open (&fixture->base, TRUE);
  fixture->desk = vouch_desk_new (fixture->base.station, &settings);
  fixture->window = g_object_new (VOUCH_TYPE_WINDOW, NULL);
  vouch_window_set_desk (fixture->window, fixture->base.station, fixture->desk);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  vouch_window_set_desk (fixture->window, NULL, NULL);
  vouch_desk_close (fixture->desk);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_settle ();
  g_object_unref (fixture->desk);
  opened_station_close (&fixture->base);
  g_free (fixture->lot);
}

/* Until the window says so; the test's own time limit ends a wait for nothing. */
static void
wait_for_text (GtkWidget *window, const char *text)
{
  while (ui_test_find_text (window, text) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
scan_text (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchScan) scan = NULL;

  /* Time passes between two scans. */
  vouch_clock_advance (fixture->base.clock, 5 * G_USEC_PER_SEC);
  scan = vouch_scan_new (text, -1, VOUCH_SCAN_WEDGE, vouch_clock_now (fixture->base.clock), &error);
  g_assert_no_error (error);
  vouch_window_scan (fixture->window, scan);
}

static void
scan (Fixture *fixture, const char *text, const char *answer)
{
  scan_text (fixture, text);
  wait_for_text (GTK_WIDGET (fixture->window), answer);
}

static void
command (Fixture *fixture, const char *action, int argument, const char *answer)
{
  if (argument >= 0)
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, "i", argument);
  else
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL);
  wait_for_text (GTK_WIDGET (fixture->window), answer);
}

static void
test_badge_shows_the_deliveries (Fixture *fixture, gconstpointer data)
{
  scan (fixture, "VB1002", "PO-2026-0001");
  g_assert_cmpstr (vouch_window_get_page (fixture->window), ==, "queue");
  g_assert_nonnull (ui_test_find_text (GTK_WIDGET (fixture->window), "Scan the delivery note"));
}

static void
test_sheet_is_there_before_anybody_signs_in (Fixture *fixture, gconstpointer data)
{
  VouchSamplesPage *page = VOUCH_SAMPLES_PAGE (ui_test_find (GTK_WIDGET (fixture->window), VOUCH_TYPE_SAMPLES_PAGE));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", "samples");
  while (vouch_samples_page_is_empty (page))
    g_main_context_iteration (NULL, TRUE);
}

static void
sign_in_lead (Fixture *fixture, const char *seen)
{
  scan (fixture, "VB1004", "Type your PIN");
  for (const char *digit = "271828"; *digit != '\0'; digit++)
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "desk.digit", "i", *digit - '0');
  wait_for_text (GTK_WIDGET (fixture->window), "●●●●●●");
  command (fixture, "desk.enter", -1, seen);
  g_assert_cmpstr (vouch_window_get_page (fixture->window), ==, "review");
}

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (VOUCH_IS_SIGNING (window))
        return window;
    }
  return NULL;
}

static void
choose_first_lot (Fixture *fixture)
{
  GtkWidget *page = ui_test_find (GTK_WIDGET (fixture->window), VOUCH_TYPE_REVIEW_PAGE);
  GtkListView *list = GTK_LIST_VIEW (ui_test_find (page, GTK_TYPE_LIST_VIEW));

  gtk_selection_model_select_item (gtk_list_view_get_model (list), 0, TRUE);
  wait_for_text (GTK_WIDGET (fixture->window), "Rejected");
}

/* Into the row of a form with this title. */
static void
type (GtkWidget *form, const char *title, const char *text)
{
  GtkWidget *row = gtk_widget_get_ancestor (ui_test_find_text (form, title), ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/* The dialog that an action of the lot that is shown opens. */
static GtkWindow *
ask (GtkWidget *pane, const char *action)
{
  GtkWindow *dialog;

  gtk_widget_activate_action (pane, action, NULL);
  while ((dialog = find_dialog ()) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return dialog;
}

static void
test_rejected_lot_is_decided_on_the_review_page (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = ui_test_find (GTK_WIDGET (fixture->window), VOUCH_TYPE_LOT_PANE);
  g_autoptr (VouchDisposeRequest) request = NULL;
  GtkWindow *dialog;

  scan (fixture, "VB1002", "PO-2026-0001");
  scan (fixture, "PO-2026-0002", "Delivery open");
  scan (fixture, "9520001000089", "How many?");
  command (fixture, "desk.digit", 1, "1");
  command (fixture, "desk.digit", 2, "12");
  command (fixture, "desk.digit", 0, "120");
  command (fixture, "desk.enter", -1, "1 of 8");
  command (fixture, "desk.fail", -1, "Which defect?");
  command (fixture, "desk.defect", 1, "LOT FAILS");
  command (fixture, "desk.reject", -1, "Sign");
  scan (fixture, "VB1002", "REJECTED");
  sign_in_lead (fixture, "USB-C charger 20 W");

  choose_first_lot (fixture);
  dialog = ask (pane, "lot.decide");
  wait_for_text (GTK_WIDGET (dialog), "The quantities add up");

  /* The badge that is scanned now signs; it does not sign in. */
  scan_text (fixture, "VB1004");
  request = vouch_dispose_dialog_dup_request (VOUCH_DISPOSE_DIALOG (dialog));
  g_assert_cmpstr (request->badge, ==, "VB1004");
  g_assert_cmpint (request->accepted + request->rejected, ==, 120 * G_GINT64_CONSTANT (1000000));

  type (GTK_WIDGET (dialog), "PIN", "271828");
  g_signal_emit_by_name (dialog, "signed");
  wait_for_text (GTK_WIDGET (dialog), "This decision needs a reason");
  type (GTK_WIDGET (dialog), "Reason", "Cosmetic only");
  g_signal_emit_by_name (dialog, "signed");
  wait_for_text (GTK_WIDGET (fixture->window), "Nothing waits for a decision");
  wait_for_text (GTK_WIDGET (fixture->window), "119 pc");
  g_assert_null (find_dialog ());
}

/* Green tea, from its label to the inspector's signature. */
static gint64
release_tea (Fixture *fixture)
{
  static const char *const units[] = { "2 of 5", "3 of 5", "4 of 5", "5 of 5", "The lot meets its plan: accept it" };
  g_autoptr (VouchDeskState) state = NULL;

  scan (fixture, "VB1002", "PO-2026-0001");
  scan (fixture, "PO-2026-0001", "Delivery open");
  scan (fixture,
        "]C101095200010000101728041510QH26A01\x1d"
        "30200",
        "1 of 5");
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    command (fixture, "desk.pass", -1, units[i]);
  command (fixture, "desk.accept", -1, "Sign");
  scan (fixture, "VB1002", "ACCEPTED");
  state = vouch_desk_get_state (fixture->desk);
  g_free (fixture->lot);
  fixture->lot = g_strdup (state->lot);
  command (fixture, "desk.log-out", -1, "Scan your badge");
  return state->lot_id;
}

/* A lot that was released is put on hold, and then recalled, by the label that a QA lead has in hand. */
static void
test_released_lot_is_taken_back (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = ui_test_find (GTK_WIDGET (fixture->window), VOUCH_TYPE_LOT_PANE);
  gint64 lot_id = release_tea (fixture);
  GtkWindow *dialog;

  sign_in_lead (fixture, "Nothing waits for a decision");
  vouch_lot_pane_show_lot (VOUCH_LOT_PANE (pane), lot_id);
  wait_for_text (pane, "Put on Hold…");
  dialog = ask (pane, "lot.withhold");
  scan_text (fixture, "VB1004");
  type (GTK_WIDGET (dialog), "PIN", "000000");
  type (GTK_WIDGET (dialog), "Reason (stays in the house)", "A doubt");
  g_signal_emit_by_name (dialog, "signed");
  wait_for_text (GTK_WIDGET (dialog), "The badge or the PIN is not right");
  type (GTK_WIDGET (dialog), "PIN", "271828");
  g_signal_emit_by_name (dialog, "signed");
  wait_for_text (pane, "On hold");
  g_assert_null (find_dialog ());

  dialog = ask (pane, "lot.recall");
  scan_text (fixture, "VB1004");
  type (GTK_WIDGET (dialog), "PIN", "271828");
  type (GTK_WIDGET (dialog), "Reason (stays in the house)", "A fact");
  type (GTK_WIDGET (dialog), "In Chinese", "请退回。");
  g_signal_emit_by_name (dialog, "signed");
  wait_for_text (pane, "Recalled");
  g_assert_null (find_dialog ());
}

static GtkListView *
find_list (Fixture *fixture, GType page)
{
  return GTK_LIST_VIEW (ui_test_find (ui_test_find (GTK_WIDGET (fixture->window), page), GTK_TYPE_LIST_VIEW));
}

static void
test_parked_work_is_gone_on_with_from_the_queue (Fixture *fixture, gconstpointer data)
{
  scan (fixture, "VB1002", "PO-2026-0001");
  scan (fixture, "PO-2026-0001", "Delivery open");
  scan (fixture,
        "]C101095200010000101728041510QH26A01\x1d"
        "30200",
        "1 of 5");
  command (fixture, "desk.pass", -1, "2 of 5");
  command (fixture, "desk.save", -1, "Parked");
  command (fixture, "desk.log-out", -1, "Scan your badge");
  scan (fixture, "VB1003", "Green tea, tin");
  g_assert_cmpstr (vouch_window_get_page (fixture->window), ==, "queue");
  g_signal_emit_by_name (find_list (fixture, VOUCH_TYPE_QUEUE_PAGE), "activate", 1);
  wait_for_text (GTK_WIDGET (fixture->window), "Taken over");
  wait_for_text (GTK_WIDGET (fixture->window), "2 of 5");
  g_assert_cmpstr (vouch_window_get_page (fixture->window), ==, "inspect");
}

static void
test_lot_is_found_as_one_types (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ui_test_find (GTK_WIDGET (fixture->window), VOUCH_TYPE_SEARCH_PAGE);

  release_tea (fixture);
  scan (fixture, "VB1002", "PO-2026-0002");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", "search");
  wait_for_text (page, "Green tea, tin");
  vouch_search_page_set_text (VOUCH_SEARCH_PAGE (page), "rice");
  wait_for_text (page, "No lot fits");
  vouch_search_page_set_text (VOUCH_SEARCH_PAGE (page), "绿茶");
  wait_for_text (page, "Green tea, tin");
  gtk_selection_model_select_item (gtk_list_view_get_model (find_list (fixture, VOUCH_TYPE_SEARCH_PAGE)), 0, TRUE);
  wait_for_text (page, "Released");
}

static void
test_scanned_goods_are_looked_up_outside_a_delivery (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ui_test_find (GTK_WIDGET (fixture->window), VOUCH_TYPE_SEARCH_PAGE);

  release_tea (fixture);
  scan (fixture, "VB1002", "PO-2026-0002");
  scan_text (fixture, "]C10109520001000010");
  wait_for_text (page, "Green tea, tin");
  g_assert_cmpstr (vouch_window_get_page (fixture->window), ==, "search");
}

/* However often it is scanned, and wherever somebody has gone meanwhile. */
static void
test_a_scanned_lot_comes_up_every_time (Fixture *fixture, gconstpointer data)
{
  release_tea (fixture);
  scan (fixture, "VB1002", "PO-2026-0002");
  for (int i = 0; i < 2; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", "queue");
      scan_text (fixture, "QH26A01 is no lot of ours");
      wait_for_text (GTK_WIDGET (fixture->window), "Unknown number");
      command (fixture, "desk.no", -1, "Scan the delivery note");
      scan_text (fixture, fixture->lot);
      while (g_strcmp0 (vouch_window_get_page (fixture->window), "search") != 0)
        g_main_context_iteration (NULL, TRUE);
    }
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/station/badge-shows-the-deliveries", test_badge_shows_the_deliveries);
  ADD ("/station/sheet-is-there-before-anybody-signs-in", test_sheet_is_there_before_anybody_signs_in);
  ADD ("/station/released-lot-is-taken-back", test_released_lot_is_taken_back);
  ADD ("/station/rejected-lot-is-decided-on-the-review-page", test_rejected_lot_is_decided_on_the_review_page);
  ADD ("/station/parked-work-is-gone-on-with-from-the-queue", test_parked_work_is_gone_on_with_from_the_queue);
  ADD ("/station/a-scanned-lot-comes-up-every-time", test_a_scanned_lot_comes_up_every_time);
  ADD ("/station/lot-is-found-as-one-types", test_lot_is_found_as_one_types);
  ADD ("/station/scanned-goods-are-looked-up-outside-a-delivery", test_scanned_goods_are_looked_up_outside_a_delivery);
  return g_test_run ();
}
