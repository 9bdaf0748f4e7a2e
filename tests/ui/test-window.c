#include "ui-test.h"
#include "vouch-keypad.h"
#include "vouch-result-panel.h"
#include "vouch-window.h"

typedef struct
{
  VouchWindow *window;
} Fixture;

static void
open_window (Fixture *fixture, int width, int height)
{
  GtkWidget *root;

  fixture->window = g_object_new (VOUCH_TYPE_WINDOW, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  root = gtk_widget_get_ancestor (ui_test_find (GTK_WIDGET (fixture->window), VOUCH_TYPE_RESULT_PANEL), GTK_TYPE_STACK);
  gtk_stack_set_visible_child_name (GTK_STACK (root), "desk");
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_settle ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  open_window (fixture, 1280, 800);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_settle ();
}

static void
show (Fixture *fixture, VouchDeskState *state)
{
  vouch_window_show_state (fixture->window, state);
  ui_test_settle ();
}

static gboolean
says (Fixture *fixture, const char *text)
{
  return ui_test_find_text (GTK_WIDGET (fixture->window), text) != NULL;
}

static void
test_every_stage_has_its_page (Fixture *fixture, gconstpointer data)
{
  static const char *const pages[] = {
    [VOUCH_STAGE_FIRST_START] = "first-run", [VOUCH_STAGE_SIGN_IN] = "sign-in",
    [VOUCH_STAGE_PIN] = "sign-in",           [VOUCH_STAGE_HOME] = "queue",
    [VOUCH_STAGE_NEW_DELIVERY] = "queue",    [VOUCH_STAGE_SUPPLIER] = "receive",
    [VOUCH_STAGE_GOODS] = "receive",         [VOUCH_STAGE_ASK_LOT] = "receive",
    [VOUCH_STAGE_ASK_PRODUCED] = "receive",  [VOUCH_STAGE_ASK_EXPIRY] = "receive",
    [VOUCH_STAGE_ASK_QUANTITY] = "receive",  [VOUCH_STAGE_CONFIRM_COUNT] = "receive",
    [VOUCH_STAGE_ARRIVAL] = "receive",       [VOUCH_STAGE_CHOOSE_PRODUCT] = "receive",
    [VOUCH_STAGE_UNKNOWN_GOODS] = "receive", [VOUCH_STAGE_DELIVERY_DONE] = "receive",
    [VOUCH_STAGE_CHECK] = "inspect",         [VOUCH_STAGE_DEFECT] = "inspect",
    [VOUCH_STAGE_ASK_VALUE] = "inspect",     [VOUCH_STAGE_SECOND] = "inspect",
    [VOUCH_STAGE_NOTE] = "inspect",          [VOUCH_STAGE_NEXT_SAMPLE] = "inspect",
    [VOUCH_STAGE_VERDICT] = "inspect",       [VOUCH_STAGE_SIGN] = "inspect",
    [VOUCH_STAGE_LABELS] = "inspect",        [VOUCH_STAGE_SCAN_BACK] = "inspect",
    [VOUCH_STAGE_REPRINT] = "inspect",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (VouchDeskState) state = ui_test_state ((VouchStage)i);

      show (fixture, state);
      g_assert_cmpstr (vouch_window_get_page (fixture->window), ==, pages[i]);
      if (i != VOUCH_STAGE_FIRST_START)
        g_assert_true (says (fixture, state->prompt));
    }
}

static void
test_page_chosen_by_hand_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchDeskState) goods = ui_test_state (VOUCH_STAGE_GOODS);
  g_autoptr (VouchDeskState) quantity = ui_test_state (VOUCH_STAGE_ASK_QUANTITY);
  g_autoptr (VouchDeskState) check = ui_test_state (VOUCH_STAGE_CHECK);

  show (fixture, goods);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", "samples");
  show (fixture, quantity);
  g_assert_cmpstr (vouch_window_get_page (fixture->window), ==, "samples");
  show (fixture, check);
  g_assert_cmpstr (vouch_window_get_page (fixture->window), ==, "inspect");
}

static void
test_a_misread_turns_no_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchDeskState) home = ui_test_state (VOUCH_STAGE_HOME);
  g_autoptr (VouchDeskState) question = ui_test_state (VOUCH_STAGE_NEW_DELIVERY);

  show (fixture, home);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", "receive");
  show (fixture, question);
  g_assert_cmpstr (vouch_window_get_page (fixture->window), ==, "receive");
  show (fixture, home);
  g_assert_cmpstr (vouch_window_get_page (fixture->window), ==, "receive");
  /* It cannot be answered there. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", "samples");
  show (fixture, question);
  g_assert_cmpstr (vouch_window_get_page (fixture->window), ==, "queue");
}

static void
test_signed_out_sees_no_work (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = ui_test_state (VOUCH_STAGE_SIGN_IN);

  show (fixture, state);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", "review");
  g_assert_cmpstr (vouch_window_get_page (fixture->window), ==, "sign-in");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", "samples");
  g_assert_cmpstr (vouch_window_get_page (fixture->window), ==, "samples");
}

static void
test_state_line_says_where_the_inspector_is (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = ui_test_state (VOUCH_STAGE_CHECK);

  state->line_position = 3;
  state->n_lines = 12;
  state->item = g_strdup ("Green tea");
  state->lot = g_strdup ("L261122-1");
  state->sample_position = 17;
  state->sample_size = 50;
  state->nonconforming = 1;
  state->ac = 1;
  state->re = 2;
  state->station = g_strdup ("Dock 3");
  show (fixture, state);
  g_assert_true (says (fixture, "Dock 3"));
  g_assert_true (says (fixture, "Li Wei"));
  g_assert_true (says (fixture, "PO-1"));
  g_assert_true (says (fixture, "3 / 12"));
  g_assert_true (says (fixture, "Green tea"));
  g_assert_true (says (fixture, "L261122-1"));
  g_assert_true (says (fixture, "17 / 50"));
  g_assert_true (says (fixture, "1 (Ac 1, Re 2)"));
}

static void
test_check_shows_unit_limits_plan_and_history (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = ui_test_state (VOUCH_STAGE_CHECK);

  state->sample_position = 4;
  state->sample_size = 13;
  state->sample_unit = 88;
  state->characteristic = g_strdup ("Net content");
  state->limits = g_strdup ("98 – 104 g");
  state->is_measurement = TRUE;
  state->scale.has_value = TRUE;
  state->scale.value_at = 0.5;
  state->plan = g_strdup ("n = 13, Ac 1, Re 2");
  state->why = g_strdup ("because");
  vouch_desk_state_add_entry (state, &(VouchDeskEntry){ (char *)"Unit 3 · Seal: fail", TRUE, FALSE });
  vouch_desk_state_add_entry (state, &(VouchDeskEntry){ (char *)"Unit 2 · Seal: pass", FALSE, TRUE });
  show (fixture, state);
  g_assert_true (says (fixture, "4 of 13"));
  g_assert_true (says (fixture, "Open unit no. 88"));
  g_assert_true (says (fixture, "Net content"));
  g_assert_true (says (fixture, "98 – 104 g"));
  g_assert_false (says (fixture, "because"));
  gtk_expander_set_expanded (GTK_EXPANDER (ui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_EXPANDER)), TRUE);
  g_assert_true (says (fixture, "because"));
  g_assert_true (says (fixture, "Unit 3 · Seal: fail"));
  g_assert_nonnull (
      gtk_label_get_attributes (GTK_LABEL (ui_test_find_text (GTK_WIDGET (fixture->window), "Unit 2 · Seal: pass"))));
}

/* Where the draw went by cartons, a unit is found in its carton; and not every unit is for all that is judged. */
static void
test_a_unit_says_where_it_is_and_what_for (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = ui_test_state (VOUCH_STAGE_CHECK);

  state->sample_position = 81;
  state->sample_size = 125;
  state->sample_unit = 44;
  state->sample_carton = 3;
  state->sample_carton_unit = 4;
  state->counts_for = g_strdup ("for: Critical defects");
  vouch_desk_state_add_answer (state, VOUCH_COMMAND_PRINT, 0, "Pick List");
  show (fixture, state);
  g_assert_true (says (fixture, "Carton 3, unit 4"));
  g_assert_false (says (fixture, "Open unit no. 44"));
  g_assert_true (says (fixture, "for: Critical defects"));
}

static void
test_defects_are_tiles (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = ui_test_state (VOUCH_STAGE_DEFECT);
  GtkWidget *tile;

  vouch_desk_state_add_defect (state,
                               &(VouchDeskDefect){ .code = 101, .name = (char *)"Scratched", .severity = "Major" });
  vouch_desk_state_add_defect (state, &(VouchDeskDefect){ .code = 205, .name = (char *)"Short", .severity = "Major" });
  show (fixture, state);
  tile = gtk_widget_get_ancestor (ui_test_find_text (GTK_WIDGET (fixture->window), "2  Short"), GTK_TYPE_BUTTON);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (tile)), ==, "desk.defect");
  g_assert_cmpint (g_variant_get_int32 (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (tile))), ==, 205);
  g_assert_true (gtk_widget_is_sensitive (tile));
}

static void
test_keypad_only_where_digits_are_offered (Fixture *fixture, gconstpointer data)
{
  GtkWidget *keypad = ui_test_find (GTK_WIDGET (fixture->window), VOUCH_TYPE_KEYPAD);
  g_autoptr (VouchDeskState) home = ui_test_state (VOUCH_STAGE_HOME);
  g_autoptr (VouchDeskState) quantity = ui_test_state (VOUCH_STAGE_ASK_QUANTITY);

  vouch_desk_state_add_answer (quantity, VOUCH_COMMAND_DIGIT, 1, "1");
  show (fixture, home);
  g_assert_false (gtk_widget_is_visible (keypad));
  show (fixture, quantity);
  g_assert_true (gtk_widget_is_visible (keypad));
}

static void
test_lines_of_the_delivery (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = ui_test_state (VOUCH_STAGE_GOODS);
  VouchDeskLine line = { .position = 2,
                         .product = (char *)"Vacuum cup",
                         .sku = (char *)"CUP-350",
                         .declared = (char *)"90 pc",
                         .counted = (char *)"85 pc",
                         .variance = (char *)"short by 5 pc",
                         .standing = (char *)"Being counted",
                         .is_current = TRUE };

  vouch_desk_state_add_line (state, &line);
  show (fixture, state);
  while (!says (fixture, "Vacuum cup"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (says (fixture, "▶ 2"));
  g_assert_true (says (fixture, "short by 5 pc"));
}

/* The display says when it has given the window its size. */
static int
wait_for_third (Fixture *fixture, GtkWidget *panel)
{
  while (gtk_widget_get_height (panel) == 0 ||
         gtk_widget_get_allocated_height (panel) * 3 < gtk_widget_get_height (GTK_WIDGET (fixture->window)))
    g_main_context_iteration (NULL, TRUE);
  return gtk_widget_get_allocated_height (panel);
}

static void
test_panel_has_a_third_for_a_result_and_else_a_strip (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel = ui_test_find (GTK_WIDGET (fixture->window), VOUCH_TYPE_RESULT_PANEL);
  g_autoptr (VouchDeskState) sign_in = ui_test_state (VOUCH_STAGE_SIGN_IN);
  g_autoptr (VouchDeskState) home = ui_test_state (VOUCH_STAGE_HOME);
  g_autoptr (VouchDeskState) failed = ui_test_state (VOUCH_STAGE_CHECK);
  int third;

  show (fixture, sign_in);
  third = wait_for_third (fixture, panel);
  show (fixture, home);
  while (gtk_widget_get_allocated_height (panel) >= third)
    g_main_context_iteration (NULL, TRUE);
  failed->feedback = VOUCH_FEEDBACK_FAIL;
  failed->word = g_strdup ("FAIL");
  show (fixture, failed);
  wait_for_third (fixture, panel);
}

/* Large type on a small screen. */
static void
test_work_stays_in_sight_on_a_small_screen (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel, *pages;
  GtkSettings *display = gtk_settings_get_default ();
  g_autoptr (VouchDeskState) state = ui_test_state (VOUCH_STAGE_ASK_LOT);
  graphene_rect_t bounds;
  int dpi;

  g_object_get (display, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (display, "gtk-xft-dpi", 2 * dpi, NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  open_window (fixture, 1024, 600);
  panel = ui_test_find (GTK_WIDGET (fixture->window), VOUCH_TYPE_RESULT_PANEL);
  pages = gtk_widget_get_parent (ui_test_find (GTK_WIDGET (fixture->window), ADW_TYPE_VIEW_STACK));
  state->feedback = VOUCH_FEEDBACK_MISREAD;
  state->word = g_strdup ("Not understood");
  state->detail = g_strdup ("This code belongs to goods of another delivery, which is not open at this station");
  show (fixture, state);
  wait_for_third (fixture, panel);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 1024);
  g_assert_true (gtk_widget_compute_bounds (pages, GTK_WIDGET (fixture->window), &bounds));
  g_assert_cmpfloat (bounds.size.height, >=, 60);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, 600);
  g_object_set (display, "gtk-xft-dpi", dpi, NULL);
}

static void
test_focus_is_on_no_text (Fixture *fixture, gconstpointer data)
{
  static const VouchStage stages[] = { VOUCH_STAGE_SIGN_IN, VOUCH_STAGE_HOME, VOUCH_STAGE_GOODS, VOUCH_STAGE_CHECK };

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      g_autoptr (VouchDeskState) state = ui_test_state (stages[i]);
      GtkWidget *focus;

      show (fixture, state);
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      g_assert_false (GTK_IS_EDITABLE (focus));
    }
}

static void
count_frame_cb (GdkFrameClock *clock, guint *n_frames)
{
  *n_frames += 1;
}

/* Whether no frame was due for a fifth of a second. */
static gboolean
rests (GdkFrameClock *clock)
{
  guint n_frames = 0;
  gboolean is_over = FALSE;
  gulong id = g_signal_connect (clock, "before-paint", G_CALLBACK (count_frame_cb), &n_frames);

  g_timeout_add_once (200, ui_test_stop_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
  return n_frames == 0;
}

static void
test_at_rest_nothing_is_drawn (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = ui_test_state (VOUCH_STAGE_HOME);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->window));
  gboolean is_at_rest = FALSE;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  show (fixture, state);
  for (guint i = 0; i < 50 && !is_at_rest; i++)
    is_at_rest = rests (clock);
  g_assert_true (is_at_rest);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/window/every-stage-has-its-page", test_every_stage_has_its_page);
  ADD ("/window/page-chosen-by-hand-stays", test_page_chosen_by_hand_stays);
  ADD ("/window/a-misread-turns-no-page", test_a_misread_turns_no_page);
  ADD ("/window/signed-out-sees-no-work", test_signed_out_sees_no_work);
  ADD ("/window/state-line-says-where-the-inspector-is", test_state_line_says_where_the_inspector_is);
  ADD ("/window/check-shows-unit-limits-plan-and-history", test_check_shows_unit_limits_plan_and_history);
  ADD ("/window/a-unit-says-where-it-is-and-what-for", test_a_unit_says_where_it_is_and_what_for);
  ADD ("/window/defects-are-tiles", test_defects_are_tiles);
  ADD ("/window/keypad-only-where-digits-are-offered", test_keypad_only_where_digits_are_offered);
  ADD ("/window/lines-of-the-delivery", test_lines_of_the_delivery);
  ADD ("/window/panel-has-a-third-for-a-result-and-else-a-strip", test_panel_has_a_third_for_a_result_and_else_a_strip);
  ADD ("/window/work-stays-in-sight-on-a-small-screen", test_work_stays_in_sight_on_a_small_screen);
  ADD ("/window/focus-is-on-no-text", test_focus_is_on_no_text);
  ADD ("/window/at-rest-nothing-is-drawn", test_at_rest_nothing_is_drawn);
  return g_test_run ();
}
