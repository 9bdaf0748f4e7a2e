/* The pages at a real desk, with rows in their lists, a lot and its labels in their panes, and every kind of settings:
 * everything has a name, a role and a place in the tab order. */
#include "assert-accessible.h"
#include "desk-fixture.h"
#include "goods.h"
#include "interactive.h"
#include "ui-test.h"
#include "vouch-labels-page.h"
#include "vouch-lot-pane.h"
#include "vouch-page.h"
#include "vouch-settings-page.h"
#include "vouch-station-settings.h"

#define ADMINISTRATOR "VB1001"
#define ADMINISTRATOR_PIN "481516"

static GtkWidget *
show_page (DeskFixture *fixture, const char *name)
{
  AdwViewStack *stack = ADW_VIEW_STACK (ui_test_find (GTK_WIDGET (fixture->window), ADW_TYPE_VIEW_STACK));

  g_test_message ("%s", name);
  vouch_window_show_page (fixture->window, name);
  g_assert_cmpstr (vouch_window_get_page (fixture->window), ==, name);
  ui_test_settle ();
  return adw_view_stack_get_visible_child (stack);
}

static void
walk (DeskFixture *fixture)
{
  g_assert_cmpuint (assert_accessible (GTK_WINDOW (fixture->window)), >, 5);
}

/* As a QA lead, who may do the most with a lot. */
static void
test_lists_with_rows (DeskFixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "queue", "receive", "review", "search", "labels", "samples" };

  goods_tea_rejected (&fixture->base);
  desk_fixture_sign_in (fixture, QA_LEAD, QA_LEAD_PIN);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      show_page (fixture, names[i]);
      walk (fixture);
    }
}

static void
walk_lot (DeskFixture *fixture, gint64 lot_id, const char *action)
{
  GtkWidget *page = show_page (fixture, "review");
  VouchLotPane *pane = VOUCH_LOT_PANE (ui_test_find (page, VOUCH_TYPE_LOT_PANE));

  vouch_lot_pane_show_lot (pane, lot_id);
  desk_fixture_wait_for_text (GTK_WIDGET (pane), action);
  walk (fixture);
}

static void
test_a_lot_that_waits (DeskFixture *fixture, gconstpointer data)
{
  gint64 lot_id = goods_tea_rejected (&fixture->base);

  desk_fixture_sign_in (fixture, QA_LEAD, QA_LEAD_PIN);
  walk_lot (fixture, lot_id, "Decide…");
}

static void
test_a_lot_that_was_let_go_and_its_labels (DeskFixture *fixture, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (&fixture->base);
  GtkWidget *page;

  desk_fixture_sign_in (fixture, QA_LEAD, QA_LEAD_PIN);
  walk_lot (fixture, lot_id, "Recall…");
  page = show_page (fixture, "labels");
  vouch_labels_page_show_lot (VOUCH_LABELS_PAGE (page), lot_id);
  desk_fixture_wait_for_text (page, "Print");
  walk (fixture);
  gtk_widget_activate_action (gtk_widget_get_ancestor (ui_test_find_text (page, "Print"), GTK_TYPE_BUTTON),
                              "label.print", NULL);
  desk_fixture_wait_for_text (page, "Print Again");
  walk (fixture);
}

static void
test_every_kind_of_settings (DeskFixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "station", "templates", "policies", "people", "lookup",
                                       "keys",    "patterns",  "problems", "history" };
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  GtkWidget *page;

  vouch_window_set_settings (fixture->window, settings);
  desk_fixture_scan (fixture, "NOBODY-KNOWS-THIS");
  desk_fixture_sign_in (fixture, ADMINISTRATOR, ADMINISTRATOR_PIN);
  page = show_page (fixture, "settings");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_test_message ("%s", names[i]);
      vouch_settings_page_show_section (VOUCH_SETTINGS_PAGE (page), names[i]);
      if (g_str_equal (names[i], "people"))
        desk_fixture_wait_for_text (page, "Print Badge");
      if (g_str_equal (names[i], "keys"))
        desk_fixture_wait_for_text (page, "Version 1 · In use");
      if (g_str_equal (names[i], "patterns"))
        desk_fixture_wait_for_text (page, "SF Express");
      walk (fixture);
    }
}

static void
test_the_menu (DeskFixture *fixture, gconstpointer data)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (ui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_MENU_BUTTON));
  GtkWidget *menu = GTK_WIDGET (gtk_menu_button_get_popover (button));
  g_autoptr (GPtrArray) all = NULL;

  gtk_menu_button_popup (button);
  while (!gtk_widget_get_mapped (menu))
    g_main_context_iteration (NULL, TRUE);
  all = interactive_list (menu);
  g_assert_cmpuint (all->len, >, 3);
  for (guint i = 0; i < all->len; i++)
    g_assert_cmpstr (interactive_find_fault (g_ptr_array_index (all, i)), ==, NULL);
  gtk_menu_button_popdown (button);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(path, func)                                                                                                \
  g_test_add ("/accessible-pages/" path, DeskFixture, NULL, desk_fixture_set_up, func, desk_fixture_tear_down)
  ADD ("lists-with-rows", test_lists_with_rows);
  ADD ("a-lot-that-waits", test_a_lot_that_waits);
  ADD ("a-lot-that-was-let-go-and-its-labels", test_a_lot_that_was_let_go_and_its_labels);
  ADD ("every-kind-of-settings", test_every_kind_of_settings);
  ADD ("the-menu", test_the_menu);
  return g_test_run ();
}
