/* Every widget that takes part in the work has a name, a role and a place in the tab order, on every page. */
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

static gboolean
has_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_text (child))
      return TRUE;
  return FALSE;
}

static gboolean
is_named (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* The inside of an entry is part of it, and so are what GTK puts around a list and the text of a row. */
static gboolean
is_named_by_another (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (GTK_IS_TEXT (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW) != NULL)
    return TRUE;
  if (GTK_IS_TEXT (widget) || GTK_IS_MENU_BUTTON (parent))
    return parent != NULL && is_named (parent);
  if (ADW_IS_PREFERENCES_ROW (widget) || GTK_IS_LIST_BOX_ROW (widget))
    return has_text (widget);
  /* A table's titles, and its rows, whose cells are read one by one. */
  if (gtk_widget_get_ancestor (widget, GTK_TYPE_COLUMN_VIEW) != NULL)
    return TRUE;
  return FALSE;
}

static gboolean
is_interactive (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) || GTK_IS_EDITABLE (widget) || GTK_IS_SWITCH (widget))
    return TRUE;
  return gtk_widget_get_focusable (widget) && !GTK_IS_LABEL (widget) && !GTK_IS_WINDOW (widget) &&
         !GTK_IS_SCROLLED_WINDOW (widget);
}

static char *
describe (GtkWidget *widget)
{
  GString *path = g_string_new (NULL);

  for (GtkWidget *at = widget; at != NULL; at = gtk_widget_get_parent (at))
    g_string_append_printf (path, "%s%s", path->len > 0 ? " in " : "", G_OBJECT_TYPE_NAME (at));
  return g_string_free (path, FALSE);
}

static void
check (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));
  g_autofree char *path = describe (widget);

  if (GTK_IS_TEXT (widget) && is_named_by_another (widget))
    return;
  if (role == GTK_ACCESSIBLE_ROLE_WIDGET || role == GTK_ACCESSIBLE_ROLE_NONE)
    g_error ("no role: %s", path);
  if (!is_named (widget) && !is_named_by_another (widget))
    g_error ("no name: %s", path);
  if (GTK_IS_BUTTON (widget) && gtk_widget_is_sensitive (widget) && !gtk_widget_get_focusable (widget))
    g_error ("not reached by Tab: %s", path);
}

/* Title buttons are the window manager's, and their names GTK's own. */
static void
walk (GtkWidget *widget, guint *n)
{
  if (!gtk_widget_get_mapped (widget) || g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkWindowControls"))
    return;
  if (is_interactive (widget))
    {
      check (widget);
      (*n)++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    walk (child, n);
}

static void
walk_window (Fixture *fixture)
{
  guint n = 0;

  while (!gtk_widget_get_mapped (GTK_WIDGET (fixture->window)))
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle ();
  walk (GTK_WIDGET (fixture->window), &n);
  g_assert_cmpuint (n, >, 3);
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
  vouch_desk_state_add_answer (state, VOUCH_COMMAND_DIGIT, 1, "1");
  vouch_desk_state_add_answer (state, VOUCH_COMMAND_BACK, 0, "Back");
  if (state->stage == VOUCH_STAGE_DEFECT)
    vouch_desk_state_add_defect (state,
                                 &(VouchDeskDefect){ .code = 101, .name = (char *)"Scratched", .severity = "Minor" });
}

static void
test_every_stage (Fixture *fixture, gconstpointer data)
{
  for (guint i = VOUCH_STAGE_FIRST_START; i <= VOUCH_STAGE_REPRINT; i++)
    {
      g_autoptr (VouchDeskState) state = ui_test_state ((VouchStage)i);

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

/* Everything that Tab comes to, until it is back where it began. */
static void
test_tab_comes_round (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = ui_test_state (VOUCH_STAGE_CHECK);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GtkWidget *focus;

  fill (state);
  vouch_window_show_state (fixture->window, state);
  ui_test_settle ();
  for (guint i = 0; i < 100; i++)
    {
      gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD);
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      if (focus != NULL && !g_hash_table_add (seen, focus))
        break;
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, 5);
  g_assert_cmpuint (g_hash_table_size (seen), <, 100);
}

static void
test_shortcuts_can_be_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/app/vouch/Station/gtk/help-overlay.ui");
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
  ADD ("/accessibility/tab-comes-round", test_tab_comes_round);
  ADD ("/accessibility/shortcuts-can-be-read", test_shortcuts_can_be_read);
  return g_test_run ();
}
