/* Where on a sheet of labels printing begins: chosen by keys, by a finger, or by what the last job left. */
#include "real-keys.h"
#include "ui-test.h"
#include "vouch-sheet-choice.h"
#include "vouch-sheet-editor.h"
#include "vouch-sheet-picture.h"
#include "vouch-sheet-settings.h"
#include "vouch-station-settings.h"

#define UNIT_WIDTH 40000
#define UNIT_HEIGHT 30000

typedef struct
{
  GSettings *settings;
  VouchPrinterProfile *office;
  VouchSheetStock *stock;
  GtkWindow *window;
  VouchSheetChoice *choice;
  VouchSheetPicture *picture;
} Fixture;

static void
set_position (Fixture *self, gint64 position)
{
  g_autoptr (GError) error = NULL;

  vouch_sheet_settings_set_position (self->settings, "Office", self->stock, position, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->settings = vouch_station_settings_new ();
  self->stock = vouch_sheet_settings_find (self->settings, "L7160", &error);
  g_assert_no_error (error);
  self->office = vouch_printer_profile_new_pdf ();
  g_free (self->office->name);
  self->office->name = g_strdup ("Office");
  vouch_printer_profile_put_sheet (self->office, self->stock);
  set_position (self, 5);
  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_title (self->window, g_test_get_path ());
  self->choice = g_object_new (VOUCH_TYPE_SHEET_CHOICE, NULL);
  self->picture = VOUCH_SHEET_PICTURE (ui_test_find (GTK_WIDGET (self->choice), VOUCH_TYPE_SHEET_PICTURE));
  gtk_window_set_child (self->window, GTK_WIDGET (self->choice));
  vouch_sheet_choice_show (self->choice, self->office, UNIT_WIDTH, UNIT_HEIGHT);
  gtk_window_present (self->window);
  ui_test_settle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (self->window);
  vouch_printer_profile_free (self->office);
  vouch_sheet_stock_free (self->stock);
  g_clear_object (&self->settings);
  ui_test_settle ();
}

static void
painted_cb (gboolean *is_painted)
{
  *is_painted = TRUE;
}

/* A window that is not drawn yet takes no keys. */
static void
wait_for_paint (Fixture *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));
  gboolean is_painted = FALSE;
  gulong id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &is_painted);

  gtk_widget_queue_draw (GTK_WIDGET (self->window));
  ui_test_wait (&is_painted);
  g_signal_handler_disconnect (clock, id);
}

static void
wait_for_position (Fixture *self, gint64 position)
{
  while (vouch_sheet_choice_get_position (self->choice) != position)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_the_printers_sheet_begins_where_the_last_job_ended (Fixture *self, gconstpointer data)
{
  g_assert_cmpstr (vouch_sheet_choice_get_sheet (self->choice), ==, "L7160");
  g_assert_cmpint (vouch_sheet_choice_get_position (self->choice), ==, 5);
  g_assert_nonnull (ui_test_find_text (GTK_WIDGET (self->choice), "Label 5 of 21: row 2, column 2"));
  set_position (self, 20);
  wait_for_position (self, 20);
  g_assert_nonnull (ui_test_find_text (GTK_WIDGET (self->choice), "Label 20 of 21: row 7, column 2"));
}

static void
test_keys_choose_the_first_free_label (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *key;
    gint64 position;
  } steps[] = { { "Right", 6 }, { "Down", 9 },   { "Left", 8 }, { "Up", 5 },   { "End", 21 },
                { "Down", 21 }, { "Right", 21 }, { "Home", 1 }, { "Right", 2 } };

  wait_for_paint (self);
  real_keys_focus (self->window);
  gtk_widget_grab_focus (GTK_WIDGET (self->picture));
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (vouch_sheet_choice_get_position (self->choice) == steps[i].position)
        continue;
      real_keys_press (steps[i].key);
      wait_for_position (self, steps[i].position);
    }
}

static void
press (Fixture *self, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->picture));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "pressed", 1, x, y);
    }
}

/* The middle of the sheet is its fourth row's second label; what lies between two belongs to the nearer. */
static void
test_a_finger_chooses_the_first_free_label (Fixture *self, gconstpointer data)
{
  double width, height;

  wait_for_paint (self);
  width = gtk_widget_get_width (GTK_WIDGET (self->picture));
  height = gtk_widget_get_height (GTK_WIDGET (self->picture));
  press (self, width / 2, height / 2);
  g_assert_cmpint (vouch_sheet_choice_get_position (self->choice), ==, 11);
  press (self, 0, 0);
  g_assert_cmpint (vouch_sheet_choice_get_position (self->choice), ==, 1);
  press (self, width, height);
  g_assert_cmpint (vouch_sheet_choice_get_position (self->choice), ==, 21);
}

static void
test_buttons_step_over_the_sheet (Fixture *self, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (self->choice), "sheet.on", NULL);
  g_assert_cmpint (vouch_sheet_choice_get_position (self->choice), ==, 6);
  gtk_widget_activate_action (GTK_WIDGET (self->choice), "sheet.back", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->choice), "sheet.back", NULL);
  g_assert_cmpint (vouch_sheet_choice_get_position (self->choice), ==, 4);
}

static void
test_only_sheets_that_the_labels_fit_on_are_offered (Fixture *self, gconstpointer data)
{
  GtkDropDown *sheets = GTK_DROP_DOWN (ui_test_find (GTK_WIDGET (self->choice), GTK_TYPE_DROP_DOWN));

  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (sheets)), ==, 7);
  vouch_sheet_choice_show (self->choice, self->office, 60000, 40000);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (sheets)), ==, 4);
  g_assert_cmpstr (vouch_sheet_choice_get_sheet (self->choice), ==, "");
  g_assert_cmpint (vouch_sheet_choice_get_position (self->choice), ==, 0);
}

static void
test_a_label_printer_has_no_sheets (Fixture *self, gconstpointer data)
{
  vouch_printer_profile_put_sheet (self->office, NULL);
  self->office->language = VOUCH_PRINTER_LANGUAGE_ZPL;
  vouch_sheet_choice_show (self->choice, self->office, UNIT_WIDTH, UNIT_HEIGHT);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self->choice)));
  g_assert_null (vouch_sheet_choice_get_sheet (self->choice));
  g_assert_cmpint (vouch_sheet_choice_get_position (self->choice), ==, 0);
}

static void
test_the_house_adds_a_sheet_of_its_own (Fixture *self, gconstpointer data)
{
  VouchSheetEditor *editor = g_object_new (VOUCH_TYPE_SHEET_EDITOR, NULL);
  g_autoptr (VouchSheetStock) house = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *name;

  vouch_sheet_editor_set_settings (editor, self->settings);
  gtk_window_set_child (self->window, GTK_WIDGET (editor));
  name = ui_test_find (GTK_WIDGET (editor), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (name), "L7160");
  gtk_widget_activate_action (GTK_WIDGET (editor), "sheets.save", NULL);
  g_assert_null (ui_test_find_text (GTK_WIDGET (editor), "House · 3 × 7 · 63.5 × 38.1 mm"));
  gtk_editable_set_text (GTK_EDITABLE (name), "House");
  gtk_widget_activate_action (GTK_WIDGET (editor), "sheets.save", NULL);
  ui_test_settle ();
  g_assert_nonnull (ui_test_find_text (GTK_WIDGET (editor), "House · 3 × 7 · 63.5 × 38.1 mm"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "");
  house = vouch_sheet_settings_find (self->settings, "House", &error);
  g_assert_no_error (error);
  g_assert_true (vouch_sheet_settings_remove (self->settings, "House", &error));
  ui_test_settle ();
  g_assert_null (ui_test_find_text (GTK_WIDGET (editor), "House · 3 × 7 · 63.5 × 38.1 mm"));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD ("/sheet-choice/the-printers-sheet-begins-where-the-last-job-ended",
       test_the_printers_sheet_begins_where_the_last_job_ended);
  ADD ("/sheet-choice/keys-choose-the-first-free-label", test_keys_choose_the_first_free_label);
  ADD ("/sheet-choice/a-finger-chooses-the-first-free-label", test_a_finger_chooses_the_first_free_label);
  ADD ("/sheet-choice/buttons-step-over-the-sheet", test_buttons_step_over_the_sheet);
  ADD ("/sheet-choice/only-sheets-that-the-labels-fit-on-are-offered",
       test_only_sheets_that_the_labels_fit_on_are_offered);
  ADD ("/sheet-choice/the-house-adds-one-of-its-own", test_the_house_adds_a_sheet_of_its_own);
  ADD ("/sheet-choice/a-label-printer-has-no-sheets", test_a_label_printer_has_no_sheets);
  return g_test_run ();
}
