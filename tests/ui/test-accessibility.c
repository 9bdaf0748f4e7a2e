/* Every widget that takes part in the work has a name, a role and a place in the tab order, at every stage. */
#include "assert-accessible.h"
#include "ui-test.h"
#include "vouch-window.h"

typedef struct
{
  VouchWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pages;

  fixture->window = g_object_new (VOUCH_TYPE_WINDOW, NULL);
  pages = ui_test_find (GTK_WIDGET (fixture->window), ADW_TYPE_VIEW_STACK);
  gtk_stack_set_visible_child_name (GTK_STACK (gtk_widget_get_ancestor (pages, GTK_TYPE_STACK)), "desk");
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_settle ();
}

static void
walk_window (Fixture *fixture)
{
  g_assert_cmpuint (assert_accessible (GTK_WINDOW (fixture->window)), >, 3);
}

static void
fill (VouchDeskState *state)
{
  VouchDeskLine line = { .position = 1,
                         .product = (char *)"Vacuum cup",
                         .sku = (char *)"CUP-350",
                         .declared = (char *)"90 pc",
                         .counted = (char *)"85 pc",
                         .standing = (char *)"Being counted",
                         .is_current = TRUE };

  vouch_desk_state_add_line (state, &line);
  vouch_desk_state_add_answer (state, VOUCH_COMMAND_PASS, 0, "Pass");
  vouch_desk_state_add_answer (state, VOUCH_COMMAND_FAIL, 0, "Fail");
  vouch_desk_state_add_answer (state, VOUCH_COMMAND_PHOTO, 0, "Photo");
  vouch_desk_state_add_answer (state, VOUCH_COMMAND_DIGIT, 1, "1");
  vouch_desk_state_add_answer (state, VOUCH_COMMAND_BACK, 0, "Back");
  vouch_desk_state_add_entry (state, &(VouchDeskEntry){ .text = (char *)"Unit 1 · Seal: pass" });
  vouch_desk_state_add_earlier (state, &(VouchDeskEarlier){ .text = (char *)"12 Nov", .is_accepted = TRUE });
  if (state->stage == VOUCH_STAGE_CHOOSE_PRODUCT)
    vouch_desk_state_add_choice (state, "Vacuum cup");
  for (int i = 1; state->stage == VOUCH_STAGE_DEFECT && i <= 12; i++)
    vouch_desk_state_add_defect (state,
                                 &(VouchDeskDefect){ .code = i, .name = (char *)"Scratched", .severity = "Minor" });
}

static void
test_every_stage (Fixture *fixture, gconstpointer data)
{
  for (guint i = VOUCH_STAGE_FIRST_START; i <= VOUCH_STAGE_REPRINT; i++)
    {
      g_autoptr (VouchDeskState) state = ui_test_state ((VouchStage)i);

      g_test_message ("%s", vouch_enum_get_name (&vouch_stage_values, (int)i));
      fill (state);
      vouch_window_show_state (fixture->window, state);
      walk_window (fixture);
    }
}

static void
test_every_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = ui_test_state (VOUCH_STAGE_HOME);
  AdwViewStack *stack = ADW_VIEW_STACK (ui_test_find (GTK_WIDGET (fixture->window), ADW_TYPE_VIEW_STACK));
  g_autoptr (GListModel) pages = G_LIST_MODEL (adw_view_stack_get_pages (stack));

  vouch_window_show_state (fixture->window, state);
  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (pages, i);

      if (!adw_view_stack_page_get_visible (page))
        continue;
      vouch_window_show_page (fixture->window, adw_view_stack_page_get_name (page));
      walk_window (fixture);
    }
}

static void
test_misread_can_be_acknowledged_by_everybody (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = ui_test_state (VOUCH_STAGE_GOODS);

  state->feedback = VOUCH_FEEDBACK_MISREAD;
  state->word = g_strdup ("Unknown code");
  vouch_window_show_state (fixture->window, state);
  walk_window (fixture);
}

/* A text may be wanted where something else could be answered as well. */
static void
test_a_text_can_be_answered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = ui_test_state (VOUCH_STAGE_CHECK);

  fill (state);
  state->wants_text = TRUE;
  vouch_window_show_state (fixture->window, state);
  walk_window (fixture);
}

static void
test_shortcuts_can_be_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/app/vouch/Station/ui/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_present (overlay);
  while (gtk_widget_get_width (GTK_WIDGET (overlay)) == 0)
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle ();
  gtk_window_destroy (overlay);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/accessibility/every-stage", test_every_stage);
  ADD ("/accessibility/every-page", test_every_page);
  ADD ("/accessibility/misread-can-be-acknowledged-by-everybody", test_misread_can_be_acknowledged_by_everybody);
  ADD ("/accessibility/a-text-can-be-answered", test_a_text_can_be_answered);
  ADD ("/accessibility/shortcuts-can-be-read", test_shortcuts_can_be_read);
  return g_test_run ();
}
