#include "ui-test.h"
#include "vouch-navigation-button.h"
#include "vouch-navigation.h"
#include "vouch-shell.h"
#include "vouch-window.h"

typedef struct
{
  VouchWindow *window;
  GtkWidget *shell;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = ui_test_state (VOUCH_STAGE_HOME);

  fixture->window = g_object_new (VOUCH_TYPE_WINDOW, NULL);
  fixture->shell = ui_test_find (GTK_WIDGET (fixture->window), VOUCH_TYPE_SHELL);
  gtk_stack_set_visible_child_name (GTK_STACK (gtk_widget_get_ancestor (fixture->shell, GTK_TYPE_STACK)), "desk");
  vouch_window_show_state (fixture->window, state);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_settle ();
}

static void
present (Fixture *fixture, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (gtk_widget_get_width (fixture->shell) == 0)
    g_main_context_iteration (NULL, TRUE);
}

/* The button of a page that can be seen and pressed. */
static GtkWidget *
find_button (GtkWidget *widget, const char *page)
{
  if (VOUCH_IS_NAVIGATION_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
      g_str_equal (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget)), NULL), page))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, page);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_wide_window_has_a_rail (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t bounds;
  GtkWidget *button;

  present (fixture, 1024, 600);
  button = find_button (fixture->shell, "review");
  g_assert_false (vouch_shell_is_narrow (VOUCH_SHELL (fixture->shell)));
  g_assert_true (gtk_widget_compute_bounds (button, fixture->shell, &bounds));
  g_assert_cmpfloat (bounds.origin.x, <, 100);
  g_assert_cmpfloat (bounds.size.width, >=, 44);
  g_assert_cmpfloat (bounds.size.height, >=, 44);
}

static void
test_upright_window_has_a_bar (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t bounds;
  GtkWidget *button;

  present (fixture, 768, 1000);
  button = find_button (fixture->shell, "review");
  g_assert_true (vouch_shell_is_narrow (VOUCH_SHELL (fixture->shell)));
  g_assert_true (gtk_widget_compute_bounds (button, fixture->shell, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >, gtk_widget_get_height (fixture->shell) - 120);
  g_assert_cmpfloat (bounds.size.height, >=, 44);
}

static void
test_button_leads_to_its_page_and_is_down_there (Fixture *fixture, gconstpointer data)
{
  GtkWidget *review, *home;

  present (fixture, 1024, 600);
  review = find_button (fixture->shell, "review");
  home = find_button (fixture->shell, "queue");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (home)));
  g_signal_emit_by_name (review, "clicked");
  g_assert_cmpstr (vouch_window_get_page (fixture->window), ==, "review");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (review)));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (home)));
}

/* Or a screen reader that reads the window out would read ten pages. */
static void
test_page_that_is_shown_is_the_only_one_that_is_heard (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pages = ui_test_find (GTK_WIDGET (fixture->window), ADW_TYPE_VIEW_STACK);

  present (fixture, 1024, 600);
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *shown = adw_view_stack_get_visible_child (ADW_VIEW_STACK (pages));

      for (GtkWidget *page = gtk_widget_get_first_child (pages); page != NULL;
           page = gtk_widget_get_next_sibling (page))
        gtk_test_accessible_assert_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN, page != shown);
      g_signal_emit_by_name (find_button (fixture->shell, "review"), "clicked");
      g_assert_true (adw_view_stack_get_visible_child (ADW_VIEW_STACK (pages)) != shown || i == 1);
    }
}

/* Large buttons in a low window: those that there is no room for are in the menu of the last one. */
static void
test_pages_without_room_are_in_a_menu (Fixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "queue", "receive", "inspect", "review", "labels", "search", "settings" };
  GtkWidget *more;
  int n_missing = 0;

  gtk_widget_add_css_class (GTK_WIDGET (fixture->window), "glove");
  present (fixture, 1024, 600);
  more = gtk_widget_get_last_child (ui_test_find (fixture->shell, VOUCH_TYPE_NAVIGATION));
  g_assert_true (gtk_widget_get_mapped (more));
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    n_missing += find_button (fixture->shell, pages[i]) == NULL ? 1 : 0;
  g_assert_cmpint (n_missing, >, 0);
  g_assert_cmpint (n_missing, <, 4);
  gtk_menu_button_popup (GTK_MENU_BUTTON (more));
  g_assert_cmpint (g_menu_model_get_n_items (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (more))), ==, n_missing);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", "settings");
  g_assert_true (gtk_widget_has_css_class (more, "current"));
}

static void
test_who_is_not_signed_in_has_nowhere_to_go (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = ui_test_state (VOUCH_STAGE_SIGN_IN);

  vouch_window_show_state (fixture->window, state);
  present (fixture, 1024, 600);
  g_assert_null (find_button (fixture->shell, "queue"));
  g_assert_null (find_button (fixture->shell, "sign-in"));
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/navigation/wide-window-has-a-rail", test_wide_window_has_a_rail);
  ADD ("/navigation/upright-window-has-a-bar", test_upright_window_has_a_bar);
  ADD ("/navigation/button-leads-to-its-page-and-is-down-there", test_button_leads_to_its_page_and_is_down_there);
  ADD ("/navigation/page-that-is-shown-is-the-only-one-that-is-heard",
       test_page_that_is_shown_is_the_only_one_that_is_heard);
  ADD ("/navigation/pages-without-room-are-in-a-menu", test_pages_without_room_are_in_a_menu);
  ADD ("/navigation/who-is-not-signed-in-has-nowhere-to-go", test_who_is_not_signed_in_has_nowhere_to_go);
  return g_test_run ();
}
