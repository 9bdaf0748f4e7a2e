/* Real keys from the display, as a scanner that is a keyboard sends them. */
#include "real-keys.h"
#include "ui-test.h"
#include "vouch-scan-catcher.h"

typedef struct
{
  VouchClock *clock;
  VouchScanCatcher *catcher;
  GtkWidget *window;
  GString *scans;
  gboolean has_scanned;
  guint n_pressed;
} Fixture;

static void
scanned_cb (Fixture *fixture, const VouchScan *scan)
{
  g_string_append_printf (fixture->scans, "%s;", scan->text);
  fixture->has_scanned = TRUE;
}

static void
pressed_cb (Fixture *fixture)
{
  fixture->n_pressed++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  VouchWedgeSettings settings = VOUCH_WEDGE_DEFAULTS;

  /* A loaded machine is slower than a scanner. */
  settings.gap_ms = 120;
  fixture->clock = vouch_clock_new_fixed (1000000, 0);
  fixture->catcher = vouch_scan_catcher_new (&settings, fixture->clock);
  fixture->scans = g_string_new (NULL);
  g_signal_connect_swapped (fixture->catcher, "scanned", G_CALLBACK (scanned_cb), fixture);
  fixture->window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (fixture->window), "vouch-scanner-keys");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 300);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_settle ();
  g_object_unref (fixture->catcher);
  vouch_clock_unref (fixture->clock);
  g_string_free (fixture->scans, TRUE);
}

static void
present (GtkWidget *window, const char *title)
{
  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  real_keys_focus (GTK_WINDOW (window));
}

static void
scan (Fixture *fixture, const char *text)
{
  fixture->has_scanned = FALSE;
  real_keys_scan (text);
  ui_test_wait (&fixture->has_scanned);
}

static void
test_scan_presses_no_focused_button (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = gtk_button_new_with_label ("Delete everything");

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (pressed_cb), fixture);
  gtk_window_set_child (GTK_WINDOW (fixture->window), button);
  gtk_window_set_default_widget (GTK_WINDOW (fixture->window), button);
  present (fixture->window, "vouch-scanner-keys");
  gtk_widget_grab_focus (button);
  scan (fixture, "VB1002");
  scan (fixture, "PO-2026-0001");
  g_assert_cmpstr (fixture->scans->str, ==, "VB1002;PO-2026-0001;");
  g_assert_cmpuint (fixture->n_pressed, ==, 0);
}

static void
test_scan_leaves_a_focused_entry_as_it_was (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = gtk_entry_new ();

  g_signal_connect_swapped (entry, "activate", G_CALLBACK (pressed_cb), fixture);
  gtk_editable_set_text (GTK_EDITABLE (entry), "half");
  gtk_window_set_child (GTK_WINDOW (fixture->window), entry);
  present (fixture->window, "vouch-scanner-keys");
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (entry));
  gtk_editable_set_position (GTK_EDITABLE (entry), 2);
  scan (fixture, "]C1010952000100001010L1");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "half");
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (entry)), ==, 2);
  g_assert_cmpuint (fixture->n_pressed, ==, 0);
}

static void
test_scan_confirms_no_dialog (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  present (fixture->window, "vouch-scanner-keys");
  dialog = adw_message_dialog_new (GTK_WINDOW (fixture->window), "Delete?", NULL);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", "Cancel", "delete", "Delete", NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "delete");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (pressed_cb), fixture);
  present (dialog, "vouch-scanner-dialog");
  scan (fixture, "VB1002");
  g_assert_cmpstr (fixture->scans->str, ==, "VB1002;");
  g_assert_cmpuint (fixture->n_pressed, ==, 0);
  g_signal_handlers_disconnect_by_data (dialog, fixture);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_scan_is_caught_over_an_open_popover (Fixture *fixture, gconstpointer data)
{
  GtkWidget *menu = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *button = gtk_button_new_with_label ("Log out");

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (pressed_cb), fixture);
  gtk_popover_set_child (GTK_POPOVER (popover), button);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (menu), popover);
  gtk_window_set_child (GTK_WINDOW (fixture->window), menu);
  present (fixture->window, "vouch-scanner-keys");
  gtk_menu_button_popup (GTK_MENU_BUTTON (menu));
  ui_test_settle ();
  gtk_widget_grab_focus (button);
  scan (fixture, "XCPASS");
  g_assert_cmpstr (fixture->scans->str, ==, "XCPASS;");
  g_assert_cmpuint (fixture->n_pressed, ==, 0);
}

static void
chosen_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Fixture *fixture = data;

  fixture->n_pressed++;
  fixture->has_scanned = TRUE;
}

/* Its first letter is that of an entry. */
static void
test_scan_chooses_nothing_from_an_open_menu (Fixture *fixture, gconstpointer data)
{
  const GActionEntry entries[] = { { .name = "choose", .activate = chosen_action } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GMenu) model = g_menu_new ();
  GtkWidget *menu = gtk_menu_button_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (menu, "test", G_ACTION_GROUP (group));
  g_menu_append (model, "_Log Out", "test.choose");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu), G_MENU_MODEL (model));
  gtk_window_set_child (GTK_WINDOW (fixture->window), menu);
  present (fixture->window, "vouch-scanner-keys");
  gtk_menu_button_popup (GTK_MENU_BUTTON (menu));
  ui_test_settle ();
  scan (fixture, "LOT-7");
  g_assert_cmpstr (fixture->scans->str, ==, "LOT-7;");
  g_assert_cmpuint (fixture->n_pressed, ==, 0);
  /* A person's letter does what it does in a menu. */
  fixture->has_scanned = FALSE;
  real_keys_press ("l");
  ui_test_wait (&fixture->has_scanned);
  g_assert_cmpuint (fixture->n_pressed, ==, 1);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/scanner-keys/scan-presses-no-focused-button", test_scan_presses_no_focused_button);
  ADD ("/scanner-keys/scan-leaves-a-focused-entry-as-it-was", test_scan_leaves_a_focused_entry_as_it_was);
  ADD ("/scanner-keys/scan-confirms-no-dialog", test_scan_confirms_no_dialog);
  ADD ("/scanner-keys/scan-is-caught-over-an-open-popover", test_scan_is_caught_over_an_open_popover);
  ADD ("/scanner-keys/scan-chooses-nothing-from-an-open-menu", test_scan_chooses_nothing_from_an_open_menu);
  return g_test_run ();
}
