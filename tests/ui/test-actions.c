#include "ui-test.h"
#include "vouch-action-bar.h"
#include "vouch-desk-actions.h"
#include "vouch-stage-page.h"
#include "vouch-typed-keys.h"

typedef struct
{
  VouchCommand command;
  int argument;
  guint n;
} Told;

static void
tell_cb (VouchCommand command, int argument, gpointer data)
{
  Told *told = data;

  told->command = command;
  told->argument = argument;
  told->n++;
}

static gboolean
is_enabled (GSimpleActionGroup *group, const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (group), name);
}

static void
test_nothing_is_enabled_before_a_state (void)
{
  Told told = { 0 };
  g_autoptr (GSimpleActionGroup) group = vouch_desk_actions_new (tell_cb, &told);
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (group));
  gsize n;

  vouch_desk_actions_get_all (&n);
  g_assert_cmpuint (g_strv_length (names), ==, n);
  for (guint i = 0; names[i] != NULL; i++)
    g_assert_false (is_enabled (group, names[i]));
}

static void
test_enabled_is_what_the_desk_offers (void)
{
  Told told = { 0 };
  g_autoptr (GSimpleActionGroup) group = vouch_desk_actions_new (tell_cb, &told);
  g_autoptr (VouchDeskState) state = ui_test_state (VOUCH_STAGE_CHECK);

  vouch_desk_state_add_answer (state, VOUCH_COMMAND_PASS, 0, "Pass");
  vouch_desk_state_add_answer (state, VOUCH_COMMAND_DIGIT, 4, "4");
  vouch_desk_actions_update (group, state);
  g_assert_true (is_enabled (group, "pass"));
  g_assert_true (is_enabled (group, "digit"));
  g_assert_false (is_enabled (group, "fail"));
  g_assert_false (is_enabled (group, "accept"));
  g_assert_false (is_enabled (group, "defect"));
  vouch_desk_state_add_defect (state,
                               &(VouchDeskDefect){ .code = 1, .name = (char *)"Scratched", .severity = "Major" });
  vouch_desk_actions_update (group, state);
  g_assert_true (is_enabled (group, "defect"));
}

static void
test_an_action_tells_its_command (void)
{
  Told told = { 0 };
  g_autoptr (GSimpleActionGroup) group = vouch_desk_actions_new (tell_cb, &told);
  g_autoptr (VouchDeskState) state = ui_test_state (VOUCH_STAGE_CHECK);

  vouch_desk_state_add_answer (state, VOUCH_COMMAND_DIGIT, 4, "4");
  vouch_desk_actions_update (group, state);
  g_action_group_activate_action (G_ACTION_GROUP (group), "digit", g_variant_new_int32 (7));
  g_assert_cmpint (told.command, ==, VOUCH_COMMAND_DIGIT);
  g_assert_cmpint (told.argument, ==, 7);
  /* What the desk does not offer is not told. */
  g_action_group_activate_action (G_ACTION_GROUP (group), "accept", NULL);
  g_assert_cmpuint (told.n, ==, 1);
}

static void
show_answers (VouchActionBar *bar, VouchStage stage, const VouchCommand *commands)
{
  g_autoptr (VouchDeskState) state = ui_test_state (stage);

  for (; *commands != VOUCH_COMMAND_NONE; commands++)
    vouch_desk_state_add_answer (state, *commands, 0, vouch_command_get_label (*commands));
  vouch_action_bar_set_state (bar, state);
  ui_test_settle ();
}

static int
find_left_edge (GtkWidget *window, VouchActionBar *bar, const char *text)
{
  GtkWidget *label = ui_test_find_text (GTK_WIDGET (bar), text);
  GtkWidget *button = gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
  double x, y;

  g_assert_nonnull (label);
  g_assert_true (gtk_widget_translate_coordinates (button, window, 0, 0, &x, &y));
  return (int)x;
}

static void
test_pass_and_fail_never_move (void)
{
  static const VouchCommand some[] = { VOUCH_COMMAND_PASS, VOUCH_COMMAND_FAIL, VOUCH_COMMAND_NONE };
  static const VouchCommand more[] = { VOUCH_COMMAND_FAIL,     VOUCH_COMMAND_UNDO, VOUCH_COMMAND_HOLD,
                                       VOUCH_COMMAND_MULTIPLY, VOUCH_COMMAND_OK,   VOUCH_COMMAND_PASS,
                                       VOUCH_COMMAND_NONE };
  GtkWidget *window = gtk_window_new ();
  VouchActionBar *bar = g_object_new (VOUCH_TYPE_ACTION_BAR, NULL);
  int pass, fail;

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 200);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (bar));
  gtk_window_present (GTK_WINDOW (window));
  show_answers (bar, VOUCH_STAGE_CHECK, some);
  while (gtk_widget_get_width (GTK_WIDGET (bar)) == 0)
    g_main_context_iteration (NULL, TRUE);
  pass = find_left_edge (window, bar, "Pass");
  fail = find_left_edge (window, bar, "Fail");
  g_assert_cmpint (pass, <, fail);
  show_answers (bar, VOUCH_STAGE_CHECK, more);
  g_assert_cmpint (find_left_edge (window, bar, "Pass"), ==, pass);
  g_assert_cmpint (find_left_edge (window, bar, "Fail"), ==, fail);
  g_assert_cmpint (find_left_edge (window, bar, "Undo"), <, find_left_edge (window, bar, "Hold"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static VouchCommand
interpret (const VouchDeskState *state, guint keyval, int *argument)
{
  return vouch_typed_keys_interpret (state, keyval, argument);
}

static void
test_keypad_keys_answer_by_stage (void)
{
  g_autoptr (VouchDeskState) count = ui_test_state (VOUCH_STAGE_ASK_QUANTITY);
  g_autoptr (VouchDeskState) check = ui_test_state (VOUCH_STAGE_CHECK);
  g_autoptr (VouchDeskState) defect = ui_test_state (VOUCH_STAGE_DEFECT);
  int argument;

  vouch_desk_state_add_answer (count, VOUCH_COMMAND_DIGIT, 0, "0");
  vouch_desk_state_add_answer (count, VOUCH_COMMAND_ENTER, 0, "Enter");
  g_assert_cmpint (interpret (count, GDK_KEY_KP_5, &argument), ==, VOUCH_COMMAND_DIGIT);
  g_assert_cmpint (argument, ==, 5);
  g_assert_cmpint (interpret (count, GDK_KEY_Return, &argument), ==, VOUCH_COMMAND_ENTER);
  g_assert_cmpint (interpret (count, GDK_KEY_KP_Add, &argument), ==, VOUCH_COMMAND_NONE);

  vouch_desk_state_add_answer (check, VOUCH_COMMAND_PASS, 0, "Pass");
  vouch_desk_state_add_answer (check, VOUCH_COMMAND_FAIL, 0, "Fail");
  g_assert_cmpint (interpret (check, GDK_KEY_KP_Add, &argument), ==, VOUCH_COMMAND_PASS);
  g_assert_cmpint (interpret (check, GDK_KEY_KP_Subtract, &argument), ==, VOUCH_COMMAND_FAIL);
  g_assert_cmpint (interpret (check, GDK_KEY_5, &argument), ==, VOUCH_COMMAND_NONE);

  vouch_desk_state_add_defect (defect,
                               &(VouchDeskDefect){ .code = 101, .name = (char *)"Scratched", .severity = "Major" });
  vouch_desk_state_add_defect (defect, &(VouchDeskDefect){ .code = 205, .name = (char *)"Short", .severity = "Major" });
  g_assert_cmpint (interpret (defect, GDK_KEY_2, &argument), ==, VOUCH_COMMAND_DEFECT);
  g_assert_cmpint (argument, ==, 205);
  g_assert_cmpint (interpret (defect, GDK_KEY_3, &argument), ==, VOUCH_COMMAND_NONE);
}

static void
count_key_cb (guint *n, guint keyval, gboolean is_alone)
{
  (*n)++;
}

static void
count_alone_cb (guint *n, guint keyval, gboolean is_alone)
{
  *n += is_alone;
}

static void
test_only_a_single_key_is_alone (void)
{
  GtkWidget *window = gtk_window_new ();
  g_autoptr (VouchTypedKeys) keys = vouch_typed_keys_new (window, 1);
  guint n = 0, n_alone = 0;

  g_signal_connect_swapped (keys, "key", G_CALLBACK (count_key_cb), &n);
  g_signal_connect_swapped (keys, "key", G_CALLBACK (count_alone_cb), &n_alone);
  vouch_typed_keys_feed (keys, GDK_KEY_j, 0);
  vouch_typed_keys_feed (keys, GDK_KEY_d, 0);
  while (n < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_alone, ==, 0);
  vouch_typed_keys_feed (keys, GDK_KEY_j, 0);
  while (n < 3)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_alone, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_keys_that_begin_a_scan_are_forgotten (void)
{
  GtkWidget *window = gtk_window_new ();
  g_autoptr (VouchTypedKeys) keys = vouch_typed_keys_new (window, 20);
  guint n = 0;

  g_signal_connect_swapped (keys, "key", G_CALLBACK (count_key_cb), &n);
  vouch_typed_keys_feed (keys, GDK_KEY_6, 0);
  vouch_typed_keys_feed (keys, GDK_KEY_9, 0);
  vouch_typed_keys_forget (keys);
  vouch_typed_keys_feed (keys, GDK_KEY_Return, 0);
  g_assert_cmpuint (n, ==, 1);
  g_assert_false (vouch_typed_keys_feed (keys, GDK_KEY_z, GDK_CONTROL_MASK));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_numbered_answers_are_given_by_digits (void)
{
  g_autoptr (VouchDeskState) state = ui_test_state (VOUCH_STAGE_REPRINT);
  GtkWidget *bar = g_object_ref_sink (g_object_new (VOUCH_TYPE_ACTION_BAR, NULL));
  int argument;

  vouch_desk_state_add_answer (state, VOUCH_COMMAND_DIGIT, 1, "Damaged");
  vouch_desk_state_add_answer (state, VOUCH_COMMAND_DIGIT, 2, "Misprint");
  g_assert_cmpint (interpret (state, GDK_KEY_2, &argument), ==, VOUCH_COMMAND_DIGIT);
  g_assert_cmpint (argument, ==, 2);
  g_assert_true (vouch_action_bar_set_state (VOUCH_ACTION_BAR (bar), state));
  g_assert_nonnull (ui_test_find_text (bar, "Damaged"));
  g_assert_nonnull (ui_test_find_text (bar, "Misprint"));
  g_object_unref (bar);
}

static void
test_a_pin_is_never_shown (void)
{
  g_autoptr (VouchDeskState) state = ui_test_state (VOUCH_STAGE_PIN);
  g_autofree char *shown = NULL;

  g_free (state->typed);
  state->typed = g_strdup ("2718");
  shown = vouch_desk_state_dup_typed (state);
  g_assert_cmpstr (shown, ==, "●●●●");
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/actions/nothing-is-enabled-before-a-state", test_nothing_is_enabled_before_a_state);
  g_test_add_func ("/actions/enabled-is-what-the-desk-offers", test_enabled_is_what_the_desk_offers);
  g_test_add_func ("/actions/an-action-tells-its-command", test_an_action_tells_its_command);
  g_test_add_func ("/actions/pass-and-fail-never-move", test_pass_and_fail_never_move);
  g_test_add_func ("/keys/keypad-keys-answer-by-stage", test_keypad_keys_answer_by_stage);
  g_test_add_func ("/keys/keys-that-begin-a-scan-are-forgotten", test_keys_that_begin_a_scan_are_forgotten);
  g_test_add_func ("/keys/only-a-single-key-is-alone", test_only_a_single_key_is_alone);
  g_test_add_func ("/keys/numbered-answers-are-given-by-digits", test_numbered_answers_are_given_by_digits);
  g_test_add_func ("/keys/a-pin-is-never-shown", test_a_pin_is_never_shown);
  return g_test_run ();
}
