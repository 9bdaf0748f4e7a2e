/* The walk that the accessibility tests take with Tab sees what would keep a person from going on. */
#include "tab-walk.h"
#include "ui-test.h"
#include "vouch-tab-stop.h"
#include "vouch-tile.h"

/* A window with buttons before and behind whatever is to be tried. */
static GtkWidget *
make_window (GtkWidget *middle)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("First"));
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Before"));
  gtk_box_append (GTK_BOX (box), middle);
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Behind"));
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (window))
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle ();
  return window;
}

static void
assert_fault (GtkWidget *middle, GtkDirectionType direction, const char *part)
{
  GtkWidget *window = make_window (middle);
  g_autofree char *fault = tab_walk_find_fault (GTK_WINDOW (window), direction);

  g_test_message ("%s", fault);
  if (part == NULL)
    g_assert_cmpstr (fault, ==, NULL);
  else
    {
      g_assert_nonnull (fault);
      g_assert_nonnull (strstr (fault, part));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_a_sound_window_has_no_fault (void)
{
  assert_fault (gtk_entry_new (), GTK_DIR_TAB_FORWARD, NULL);
  assert_fault (gtk_spin_button_new_with_range (0, 9, 1), GTK_DIR_TAB_BACKWARD, NULL);
}

/* A child that takes no focus says all the same that it took it, so that no key moves the focus any more. */
static void
test_a_trap_is_seen (void)
{
  GtkWidget *box = gtk_flow_box_new ();
  GtkWidget *button = gtk_button_new_with_label ("Not now");

  gtk_widget_set_sensitive (button, FALSE);
  gtk_flow_box_append (GTK_FLOW_BOX (box), button);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
  assert_fault (box, GTK_DIR_TAB_FORWARD, "stays on “Before”");
}

/* The same, as the window does it. */
static void
test_tiles_are_no_trap (void)
{
  GtkWidget *box = gtk_flow_box_new ();
  GtkWidget *button = gtk_button_new_with_label ("Not now");

  gtk_flow_box_append (GTK_FLOW_BOX (box), vouch_tile_new (button));
  gtk_flow_box_append (GTK_FLOW_BOX (box), vouch_tile_new (gtk_button_new_with_label ("Now")));
  gtk_widget_set_sensitive (button, FALSE);
  g_object_ref_sink (box);
  assert_fault (box, GTK_DIR_TAB_FORWARD, NULL);
  g_object_unref (box);
}

/* As many rows as there are, Tab comes to the list once. */
static void
test_a_list_is_one_stop (void)
{
  static const char *const rows[] = { "Row 1", "Row 2", "Row 3", NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (rows);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list =
      gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (model)))), factory);
  GtkWidget *stop = g_object_new (VOUCH_TYPE_TAB_STOP, "child", list, NULL);
  GtkWidget *window;

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, "Rows", -1);
  window = make_window (stop);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  for (guint i = 0; i < 4; i++)
    g_signal_emit_by_name (window, "move-focus", GTK_DIR_TAB_FORWARD);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (gtk_window_get_focus (GTK_WINDOW (window)))), ==, "Behind");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_what_no_key_comes_to_is_seen (void)
{
  GtkWidget *button = gtk_button_new_with_label ("Only for mice");

  gtk_widget_set_focusable (button, FALSE);
  assert_fault (button, GTK_DIR_TAB_FORWARD, "never comes to “Only for mice”");
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/tab-walk/a-sound-window-has-no-fault", test_a_sound_window_has_no_fault);
  g_test_add_func ("/tab-walk/a-trap-is-seen", test_a_trap_is_seen);
  g_test_add_func ("/tab-walk/tiles-are-no-trap", test_tiles_are_no_trap);
  g_test_add_func ("/tab-walk/a-list-is-one-stop", test_a_list_is_one_stop);
  g_test_add_func ("/tab-walk/what-no-key-comes-to-is-seen", test_what_no_key_comes_to_is_seen);
  return g_test_run ();
}
