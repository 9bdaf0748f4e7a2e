/* A thousand scans on a busy machine, with real keys from the display: all arrive, in order and whole, whatever has the
 * focus, and none of them types, presses or chooses anything. */
#include "real-keys.h"
#include "ui-test.h"
#include "vouch-scan-catcher.h"

#define N_SCANS 1000
#define N_SCANS_A_BATCH 50
#define N_BUSY 2
#define BEFORE "half a word"

typedef struct
{
  VouchClock *clock;
  VouchScanCatcher *catcher;
  GtkWidget *window;
  GtkWidget *button;
  GtkWidget *entry;
  GtkWidget *search;
  GtkWidget *menu;
  GtkWidget *popover;
  GtkWidget *dialog;  /* nullable: none is open */
  GPtrArray *arrived; /* texts, or what was said of a scan that was refused */
  guint n_pressed;
} Fixture;

/* What has the focus while the scans come. */
typedef struct
{
  const char *name;
  void (*open) (Fixture *fixture);
  void (*close) (Fixture *fixture);
} Scene;

static void
scanned_cb (Fixture *fixture, const VouchScan *scan)
{
  g_ptr_array_add (fixture->arrived, vouch_scan_dup_with_aim (scan));
}

static void
refused_cb (Fixture *fixture, const char *message)
{
  g_ptr_array_add (fixture->arrived, g_strdup (message));
}

static void
pressed_cb (Fixture *fixture)
{
  fixture->n_pressed++;
}

static void
menu_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  pressed_cb (data);
}

static GtkWidget *
make_menu (Fixture *fixture)
{
  const GActionEntry entries[] = { { .name = "choose", .activate = menu_action } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GMenu) model = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (button, "test", G_ACTION_GROUP (group));
  g_menu_append (model, "_Log Out", "test.choose");
  g_menu_append (model, "_Delete", "test.choose");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (model));
  return button;
}

static GtkWidget *
make_popover_button (Fixture *fixture)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *inner = gtk_button_new_with_label ("Delete");

  fixture->popover = gtk_popover_new ();
  g_signal_connect_swapped (inner, "clicked", G_CALLBACK (pressed_cb), fixture);
  gtk_popover_set_child (GTK_POPOVER (fixture->popover), inner);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), fixture->popover);
  return button;
}

static void
fill_window (Fixture *fixture)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  fixture->button = gtk_button_new_with_label ("Delete everything");
  fixture->entry = gtk_entry_new ();
  fixture->search = gtk_search_entry_new ();
  fixture->menu = make_menu (fixture);
  g_signal_connect_swapped (fixture->button, "clicked", G_CALLBACK (pressed_cb), fixture);
  g_signal_connect_swapped (fixture->entry, "activate", G_CALLBACK (pressed_cb), fixture);
  g_signal_connect_swapped (fixture->search, "activate", G_CALLBACK (pressed_cb), fixture);
  gtk_box_append (GTK_BOX (box), fixture->button);
  gtk_box_append (GTK_BOX (box), fixture->entry);
  gtk_box_append (GTK_BOX (box), fixture->search);
  gtk_box_append (GTK_BOX (box), fixture->menu);
  gtk_box_append (GTK_BOX (box), make_popover_button (fixture));
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_set_default_widget (GTK_WINDOW (fixture->window), fixture->button);
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
set_up (Fixture *fixture, gconstpointer data)
{
  VouchWedgeSettings settings = VOUCH_WEDGE_DEFAULTS;

  /* What sends the keys here waits for its turn on the busy machine, as no scanner does. */
  settings.gap_ms = 500;
  settings.mix_ms = 0;
  fixture->clock = vouch_clock_new_fixed (1000000, 0);
  fixture->catcher = vouch_scan_catcher_new (&settings, fixture->clock);
  fixture->arrived = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect_swapped (fixture->catcher, "scanned", G_CALLBACK (scanned_cb), fixture);
  g_signal_connect_swapped (fixture->catcher, "refused", G_CALLBACK (refused_cb), fixture);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 400);
  fill_window (fixture);
  present (fixture->window, "vouch-scan-load");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_settle ();
  g_object_unref (fixture->catcher);
  vouch_clock_unref (fixture->clock);
  g_ptr_array_unref (fixture->arrived);
}

static void
focus_button (Fixture *fixture)
{
  gtk_widget_grab_focus (fixture->button);
}

static void
focus_entry (Fixture *fixture)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), BEFORE);
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (fixture->entry));
  gtk_editable_set_position (GTK_EDITABLE (fixture->entry), 2);
}

/* The cursor and no selection: a selected text is the display's as well, which takes it back when it likes. */
static void
check_entry (Fixture *fixture)
{
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->entry)), ==, BEFORE);
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (fixture->entry)), ==, 2);
}

static void
focus_search (Fixture *fixture)
{
  gtk_widget_grab_focus (fixture->search);
}

static void
check_search (Fixture *fixture)
{
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->search)), ==, "");
}

static void
open_menu (Fixture *fixture)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (fixture->menu));
  ui_test_settle ();
}

static void
close_menu (Fixture *fixture)
{
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (fixture->menu)))));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (fixture->menu));
  ui_test_settle ();
}

static void
open_popover (Fixture *fixture)
{
  gtk_popover_popup (GTK_POPOVER (fixture->popover));
  ui_test_settle ();
  gtk_widget_grab_focus (gtk_popover_get_child (GTK_POPOVER (fixture->popover)));
}

static void
close_popover (Fixture *fixture)
{
  g_assert_true (gtk_widget_get_visible (fixture->popover));
  gtk_popover_popdown (GTK_POPOVER (fixture->popover));
  ui_test_settle ();
}

static void
open_dialog (Fixture *fixture)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (fixture->window), "Delete?", NULL);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", "Cancel", "delete", "Delete", NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "delete");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (pressed_cb), fixture);
  fixture->dialog = dialog;
  present (dialog, "vouch-scan-load-dialog");
}

static void
close_dialog (Fixture *fixture)
{
  g_signal_handlers_disconnect_by_data (fixture->dialog, fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  fixture->dialog = NULL;
  ui_test_settle ();
  real_keys_focus (GTK_WINDOW (fixture->window));
}

static const Scene scenes[] = {
  { "a button", focus_button, NULL },           { "an entry", focus_entry, check_entry },
  { "a search", focus_search, check_search },   { "a menu", open_menu, close_menu },
  { "a popover", open_popover, close_popover }, { "a dialog", open_dialog, close_dialog },
};

/* Of different kinds and lengths, and each another one. */
static char *
make_code (guint number)
{
  switch (number % 4)
    {
    case 0:
      return g_strdup_printf ("VB%04u", number);
    case 1:
      return g_strdup_printf ("Lot-%u/a_B", number);
    case 2:
      return g_strdup_printf ("]C110L%u\x1d"
                              "17270131",
                              number);
    default:
      return g_strdup_printf ("69%07u", number * 7919 % 9999999);
    }
}

static gpointer
keep_busy (gpointer data)
{
  volatile guint64 n = 0;

  while (!g_atomic_int_get ((int *)data))
    n = n * 31 + 1;
  return NULL;
}

static void
scan_batch (Fixture *fixture, const Scene *scene, guint first)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_SCANS_A_BATCH; i++)
    g_ptr_array_add (codes, make_code (first + i));
  g_ptr_array_add (codes, NULL);
  scene->open (fixture);
  real_keys_scan_all ((const char *const *)codes->pdata, "0.002");
  ui_test_settle ();
  for (guint i = 0; i < N_SCANS_A_BATCH; i++)
    {
      const char *code = g_ptr_array_index (codes, i);

      if (first + i >= fixture->arrived->len)
        g_error ("scan %u, %s, over %s: never arrived", first + i, code, scene->name);
      if (!g_str_equal (g_ptr_array_index (fixture->arrived, first + i), code))
        g_error ("scan %u over %s: %s arrived as %s", first + i, scene->name, code,
                 (const char *)g_ptr_array_index (fixture->arrived, first + i));
    }
  if (fixture->n_pressed > 0)
    g_error ("scans %u to %u pressed something over %s", first, first + N_SCANS_A_BATCH - 1, scene->name);
  if (scene->close != NULL)
    scene->close (fixture);
}

static void
test_a_thousand_scans_arrive_and_press_nothing (Fixture *fixture, gconstpointer data)
{
  GThread *threads[N_BUSY];
  int is_over = FALSE;

  for (guint i = 0; i < N_BUSY; i++)
    threads[i] = g_thread_new ("busy", keep_busy, &is_over);
  for (guint i = 0; i < N_SCANS; i += N_SCANS_A_BATCH)
    scan_batch (fixture, &scenes[i / N_SCANS_A_BATCH % G_N_ELEMENTS (scenes)], i);
  g_atomic_int_set (&is_over, TRUE);
  for (guint i = 0; i < N_BUSY; i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (fixture->arrived->len, ==, N_SCANS);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/scan-load/a-thousand-scans-arrive-and-press-nothing", Fixture, NULL, set_up,
              test_a_thousand_scans_arrive_and_press_nothing, tear_down);
  return g_test_run ();
}
