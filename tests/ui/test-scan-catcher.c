#include "ui-test.h"
#include "vouch-scan-catcher.h"

typedef struct
{
  VouchClock *clock;
  VouchScanCatcher *catcher;
  GtkWidget *window;
  GtkWidget *entry;
  GString *scans; /* each followed by a line break */
  guint n_begun;
  guint n_refused;
  guint32 time_ms;
} Fixture;

static void
scanned_cb (Fixture *fixture, const VouchScan *scan)
{
  g_string_append_printf (fixture->scans, "%s%s\n", scan->aim, scan->text);
}

static void
begun_cb (Fixture *fixture)
{
  fixture->n_begun++;
}

static void
refused_cb (Fixture *fixture)
{
  fixture->n_refused++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->clock = vouch_clock_new_fixed (1000000, 0);
  fixture->catcher = vouch_scan_catcher_new (NULL, fixture->clock);
  fixture->scans = g_string_new (NULL);
  fixture->time_ms = 5000;
  g_signal_connect_swapped (fixture->catcher, "scanned", G_CALLBACK (scanned_cb), fixture);
  g_signal_connect_swapped (fixture->catcher, "begun", G_CALLBACK (begun_cb), fixture);
  g_signal_connect_swapped (fixture->catcher, "refused", G_CALLBACK (refused_cb), fixture);
  fixture->window = gtk_window_new ();
  fixture->entry = gtk_text_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->entry);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_grab_focus (fixture->entry);
  ui_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->catcher);
  vouch_clock_unref (fixture->clock);
  g_string_free (fixture->scans, TRUE);
}

/* As a window does: what is not swallowed reaches the focused entry. */
static gboolean
press (Fixture *fixture, guint keyval, guint state, guint gap_ms)
{
  char text[7] = { 0 };
  int position;
  gunichar character = gdk_keyval_to_unicode (keyval);

  fixture->time_ms += gap_ms;
  if (vouch_scan_catcher_feed (fixture->catcher, fixture->entry, keyval, state, fixture->time_ms))
    return TRUE;
  if (character == 0 || g_unichar_iscntrl (character))
    return FALSE;
  g_unichar_to_utf8 (character, text);
  gtk_editable_delete_selection (GTK_EDITABLE (fixture->entry));
  position = gtk_editable_get_position (GTK_EDITABLE (fixture->entry));
  gtk_editable_insert_text (GTK_EDITABLE (fixture->entry), text, -1, &position);
  gtk_editable_set_position (GTK_EDITABLE (fixture->entry), position);
  return FALSE;
}

static void
type (Fixture *fixture, const char *text, guint gap_ms)
{
  for (const char *at = text; *at != '\0'; at++)
    press (fixture, gdk_unicode_to_keyval ((guint32)*at), 0, gap_ms);
}

static void
test_scan_leaves_the_entry_as_it_was (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), "half a word");
  gtk_editable_select_region (GTK_EDITABLE (fixture->entry), 5, 6);
  type (fixture, "VB1002", 5);
  g_assert_true (press (fixture, GDK_KEY_Return, 0, 5));
  g_assert_cmpstr (fixture->scans->str, ==, "VB1002\n");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->entry)), ==, "half a word");
  int start, end;
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (fixture->entry), &start, &end));
  g_assert_cmpint (start, ==, 5);
  g_assert_cmpint (end, ==, 6);
  g_assert_cmpuint (fixture->n_begun, ==, 1);
}

/* As a page whose search opens with the first key does. */
static void
test_search_opened_by_a_scan_is_closed_again (Fixture *fixture, gconstpointer data)
{
  GtkWidget *search = gtk_search_bar_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), list);
  fixture->entry = gtk_text_new ();
  gtk_search_bar_set_child (GTK_SEARCH_BAR (search), fixture->entry);
  g_assert_false (vouch_scan_catcher_feed (fixture->catcher, list, GDK_KEY_X, 0, fixture->time_ms));
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (search), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), "X");
  gtk_editable_set_position (GTK_EDITABLE (fixture->entry), -1);
  type (fixture, "CPASS", 4);
  g_assert_true (press (fixture, GDK_KEY_Return, 0, 4));
  g_assert_cmpstr (fixture->scans->str, ==, "XCPASS\n");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->entry)), ==, "");
  g_assert_false (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (search)));
}

static void
test_slow_typing_is_untouched (Fixture *fixture, gconstpointer data)
{
  type (fixture, "PO-2026", 140);
  g_assert_false (press (fixture, GDK_KEY_Return, 0, 140));
  g_assert_cmpstr (fixture->scans->str, ==, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->entry)), ==, "PO-2026");
  g_assert_cmpuint (fixture->n_begun, ==, 0);
}

static void
test_group_separator_comes_as_control_bracket (Fixture *fixture, gconstpointer data)
{
  type (fixture, "]C110L1", 3);
  g_assert_true (press (fixture, GDK_KEY_bracketright, GDK_CONTROL_MASK, 3));
  type (fixture, "17270131", 3);
  g_assert_true (press (fixture, GDK_KEY_Tab, 0, 3));
  g_assert_cmpstr (fixture->scans->str, ==,
                   "]C110L1\x1d"
                   "17270131\n");
}

static void
test_two_scans_come_in_order (Fixture *fixture, gconstpointer data)
{
  type (fixture, "PO-1", 4);
  press (fixture, GDK_KEY_Return, 0, 4);
  type (fixture, "PO-2", 4);
  press (fixture, GDK_KEY_Return, 0, 4);
  g_assert_cmpstr (fixture->scans->str, ==, "PO-1\nPO-2\n");
}

static void
test_scan_without_suffix_ends_by_itself (Fixture *fixture, gconstpointer data)
{
  gboolean has_come = FALSE;

  g_signal_connect_swapped (fixture->catcher, "scanned", G_CALLBACK (ui_test_stop_cb), &has_come);
  type (fixture, "VB1002", 4);
  g_assert_cmpstr (fixture->scans->str, ==, "");
  ui_test_wait (&has_come);
  g_assert_cmpstr (fixture->scans->str, ==, "VB1002\n");
}

static void
test_control_characters_are_refused (Fixture *fixture, gconstpointer data)
{
  type (fixture, "AB12", 4);
  g_assert_true (press (fixture, GDK_KEY_q, GDK_CONTROL_MASK, 4));
  type (fixture, "34", 4);
  press (fixture, GDK_KEY_Return, 0, 4);
  g_assert_cmpstr (fixture->scans->str, ==, "");
  g_assert_cmpuint (fixture->n_refused, ==, 1);
}

static gboolean
is_watched (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      n += g_strcmp0 (gtk_event_controller_get_name (controller), "vouch-scan-catcher") == 0;
    }
  g_assert_cmpuint (n, <=, 1);
  return n == 1;
}

static void
test_every_window_dialog_and_popover_is_watched (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (fixture->window), "Delete?", NULL);

  g_assert_true (is_watched (fixture->window));
  gtk_window_present (GTK_WINDOW (dialog));
  ui_test_settle ();
  g_assert_true (is_watched (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));

  gtk_popover_set_child (GTK_POPOVER (popover), gtk_button_new_with_label ("Log out"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_window_set_child (GTK_WINDOW (fixture->window), button);
  gtk_widget_grab_focus (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  ui_test_settle ();
  g_assert_true (is_watched (popover));
  /* Shown a second time it is not watched twice. */
  gtk_widget_set_visible (popover, FALSE);
  ui_test_settle ();
  gtk_widget_set_visible (popover, TRUE);
  ui_test_settle ();
  g_assert_true (is_watched (popover));
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/scan-catcher/scan-leaves-the-entry-as-it-was", test_scan_leaves_the_entry_as_it_was);
  ADD ("/scan-catcher/search-opened-by-a-scan-is-closed-again", test_search_opened_by_a_scan_is_closed_again);
  ADD ("/scan-catcher/slow-typing-is-untouched", test_slow_typing_is_untouched);
  ADD ("/scan-catcher/group-separator-comes-as-control-bracket", test_group_separator_comes_as_control_bracket);
  ADD ("/scan-catcher/two-scans-come-in-order", test_two_scans_come_in_order);
  ADD ("/scan-catcher/scan-without-suffix-ends-by-itself", test_scan_without_suffix_ends_by_itself);
  ADD ("/scan-catcher/control-characters-are-refused", test_control_characters_are_refused);
  ADD ("/scan-catcher/every-window-dialog-and-popover-is-watched", test_every_window_dialog_and_popover_is_watched);
  return g_test_run ();
}
