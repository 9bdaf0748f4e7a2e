#include "ui-test.h"
#include "vouch-result-panel.h"
#include "vouch-shape.h"

typedef struct
{
  GtkWidget *window;
  VouchResultPanel *panel;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = gtk_window_new ();
  fixture->panel = g_object_new (VOUCH_TYPE_RESULT_PANEL, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->panel));
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static void
show (Fixture *fixture, guint act, VouchStage stage, VouchFeedback feedback, const char *word)
{
  g_autoptr (VouchDeskState) state = ui_test_state (stage);

  state->act = act;
  state->feedback = feedback;
  state->word = g_strdup (word);
  vouch_result_panel_set_state (fixture->panel, state);
}

static gboolean
says (Fixture *fixture, const char *text)
{
  return ui_test_find_text (GTK_WIDGET (fixture->panel), text) != NULL;
}

/* The prompt of the stage that the tests show. */
static gboolean
says_check (Fixture *fixture)
{
  g_autofree char *prompt = g_strdup_printf ("prompt %d", VOUCH_STAGE_CHECK);

  return says (fixture, prompt);
}

static void
test_each_feedback_has_its_own_shape (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    VouchFeedback feedback;
    VouchMark shape;
  } cases[] = {
    { VOUCH_FEEDBACK_OK, VOUCH_MARK_PASS },           { VOUCH_FEEDBACK_FAIL, VOUCH_MARK_FAIL },
    { VOUCH_FEEDBACK_HELD, VOUCH_MARK_HOLD },         { VOUCH_FEEDBACK_MISREAD, VOUCH_MARK_WARNING },
    { VOUCH_FEEDBACK_QUESTION, VOUCH_MARK_QUESTION }, { VOUCH_FEEDBACK_ACCEPTED, VOUCH_MARK_PASS },
    { VOUCH_FEEDBACK_REJECTED, VOUCH_MARK_FAIL },
  };
  VouchShape *shape = VOUCH_SHAPE (ui_test_find (GTK_WIDGET (fixture->panel), VOUCH_TYPE_SHAPE));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *word = g_strdup_printf ("word %u", i);

      show (fixture, 10 + i, VOUCH_STAGE_CHECK, cases[i].feedback, word);
      g_assert_cmpint (vouch_shape_get_mark (shape), ==, cases[i].shape);
      g_assert_true (says (fixture, word));
      g_assert_true (says_check (fixture));
    }
}

static gboolean
is_cleared (Fixture *fixture)
{
  return vouch_result_panel_get_feedback (fixture->panel) == VOUCH_FEEDBACK_NONE;
}

static void
notice_cb (gboolean *flag, guint feedback)
{
  *flag = feedback == VOUCH_FEEDBACK_NONE;
}

static void
test_pass_clears_itself (Fixture *fixture, gconstpointer data)
{
  gboolean is_gone = FALSE;

  vouch_result_panel_set_seconds (fixture->panel, 0.05);
  show (fixture, 1, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_OK, "PASS");
  g_assert_true (says (fixture, "PASS"));
  g_signal_connect_swapped (fixture->panel, "showing", G_CALLBACK (notice_cb), &is_gone);
  ui_test_wait (&is_gone);
  g_assert_false (says (fixture, "PASS"));
  g_assert_true (says_check (fixture));
}

static void
test_fail_stays_until_the_next_act (Fixture *fixture, gconstpointer data)
{
  gboolean is_over = FALSE;

  vouch_result_panel_set_seconds (fixture->panel, 0.02);
  show (fixture, 1, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_FAIL, "FAIL");
  g_timeout_add_once (120, ui_test_stop_cb, &is_over);
  ui_test_wait (&is_over);
  g_assert_true (says (fixture, "FAIL"));
  /* The same state again is no act. */
  show (fixture, 1, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_NONE, NULL);
  g_assert_true (says (fixture, "FAIL"));
  show (fixture, 2, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_OK, "PASS");
  g_assert_false (says (fixture, "FAIL"));
}

static void
test_misread_stays_until_it_is_seen (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1, VOUCH_STAGE_HOME, VOUCH_FEEDBACK_MISREAD, "Unknown code");
  /* The same code again changes nothing. */
  show (fixture, 2, VOUCH_STAGE_HOME, VOUCH_FEEDBACK_TICK, "again");
  g_assert_true (says (fixture, "Unknown code"));
  g_assert_true (vouch_result_panel_acknowledge (fixture->panel));
  g_assert_true (is_cleared (fixture));
  g_assert_false (vouch_result_panel_acknowledge (fixture->panel));
}

static void
test_good_scan_takes_a_misread_away (Fixture *fixture, gconstpointer data)
{
  vouch_result_panel_refuse (fixture->panel, "Control characters");
  g_assert_cmpint (vouch_result_panel_get_feedback (fixture->panel), ==, VOUCH_FEEDBACK_MISREAD);
  show (fixture, 3, VOUCH_STAGE_HOME, VOUCH_FEEDBACK_OK, "Welcome");
  g_assert_true (says (fixture, "Welcome"));
  g_assert_false (says (fixture, "Control characters"));
}

static gboolean
can_be_broken (Fixture *fixture, guint act, const char *word)
{
  int least, wanted;

  show (fixture, act, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_HELD, word);
  gtk_widget_measure (ui_test_find_text (GTK_WIDGET (fixture->panel), word), GTK_ORIENTATION_HORIZONTAL, -1, &least,
                      &wanted, NULL, NULL);
  return least < wanted;
}

static void
test_word_is_broken_at_its_spaces_only (Fixture *fixture, gconstpointer data)
{
  g_assert_true (can_be_broken (fixture, 1, "Set apart"));
  g_assert_false (can_be_broken (fixture, 2, "已单独存放"));
  g_assert_true (can_be_broken (fixture, 3, "Lot fails"));
}

static void
test_entry_only_where_text_is_asked_for (Fixture *fixture, gconstpointer data)
{
  static const VouchStage with[] = { VOUCH_STAGE_SIGN_IN, VOUCH_STAGE_HOME, VOUCH_STAGE_SUPPLIER, VOUCH_STAGE_ASK_LOT };
  static const VouchStage without[] = { VOUCH_STAGE_PIN,   VOUCH_STAGE_ASK_EXPIRY, VOUCH_STAGE_ASK_QUANTITY,
                                        VOUCH_STAGE_CHECK, VOUCH_STAGE_DEFECT,     VOUCH_STAGE_VERDICT,
                                        VOUCH_STAGE_LABELS };
  GtkWidget *entry = ui_test_find (GTK_WIDGET (fixture->panel), GTK_TYPE_ENTRY);

  for (guint i = 0; i < G_N_ELEMENTS (with); i++)
    {
      show (fixture, 1, with[i], VOUCH_FEEDBACK_NONE, NULL);
      ui_test_settle ();
      g_assert_true (gtk_widget_is_visible (entry));
      g_assert_cmpstr (gtk_entry_get_placeholder_text (GTK_ENTRY (entry)), !=, "");
      /* It waits to be chosen: scans come first. */
      g_assert_false (gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN);
    }
  for (guint i = 0; i < G_N_ELEMENTS (without); i++)
    {
      show (fixture, 1, without[i], VOUCH_FEEDBACK_NONE, NULL);
      g_assert_false (gtk_widget_is_visible (entry));
      g_assert_false (vouch_result_panel_type (fixture->panel, "x"));
    }
}

static void
take_cb (GString *all, const char *text)
{
  g_string_append_printf (all, "%s;", text);
}

static void
test_typed_answer_is_given_once (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = ui_test_find (GTK_WIDGET (fixture->panel), GTK_TYPE_ENTRY);
  g_autoptr (GString) all = g_string_new (NULL);

  g_signal_connect_swapped (fixture->panel, "answered", G_CALLBACK (take_cb), all);
  show (fixture, 1, VOUCH_STAGE_HOME, VOUCH_FEEDBACK_NONE, NULL);
  g_assert_true (vouch_result_panel_type (fixture->panel, "P"));
  g_assert_true (vouch_result_panel_type (fixture->panel, "O"));
  g_signal_emit_by_name (entry, "activate");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (all->str, ==, "PO;");
  g_assert_false (gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/result-panel/each-feedback-has-its-own-shape", test_each_feedback_has_its_own_shape);
  ADD ("/result-panel/pass-clears-itself", test_pass_clears_itself);
  ADD ("/result-panel/word-is-broken-at-its-spaces-only", test_word_is_broken_at_its_spaces_only);
  ADD ("/result-panel/fail-stays-until-the-next-act", test_fail_stays_until_the_next_act);
  ADD ("/result-panel/misread-stays-until-it-is-seen", test_misread_stays_until_it_is_seen);
  ADD ("/result-panel/good-scan-takes-a-misread-away", test_good_scan_takes_a_misread_away);
  ADD ("/result-panel/entry-only-where-text-is-asked-for", test_entry_only_where_text_is_asked_for);
  ADD ("/result-panel/typed-answer-is-given-once", test_typed_answer_is_given_once);
  return g_test_run ();
}
