#include "ui-test.h"
#include "vouch-idle.h"
#include "vouch-kiosk.h"
#include "vouch-look.h"
#include "vouch-station-settings.h"

static GSettings *
new_settings (void)
{
  GSettings *settings = vouch_station_settings_new ();

  g_assert_nonnull (settings);
  g_settings_reset (settings, "text-scale");
  return settings;
}

static void
test_look_follows_the_settings (void)
{
  g_autoptr (GSettings) settings = new_settings ();
  GtkWidget *window = gtk_window_new ();
  g_autoptr (VouchLook) look = vouch_look_new (settings, window);

  g_assert_false (gtk_widget_has_css_class (window, "glove"));
  g_settings_set_string (settings, "ui-mode", "glove");
  g_settings_set_string (settings, "palette", "blue-red");
  g_settings_set_boolean (settings, "high-contrast", TRUE);
  g_settings_set_string (settings, "theme", "dark");
  g_assert_true (gtk_widget_has_css_class (window, "glove"));
  g_assert_true (gtk_widget_has_css_class (window, "blue-red"));
  g_assert_true (gtk_widget_has_css_class (window, "contrast"));
  g_assert_true (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  g_settings_set_string (settings, "ui-mode", "normal");
  g_settings_set_string (settings, "palette", "green-red");
  g_settings_set_boolean (settings, "high-contrast", FALSE);
  g_settings_set_string (settings, "theme", "light");
  g_assert_false (gtk_widget_has_css_class (window, "glove"));
  g_assert_false (gtk_widget_has_css_class (window, "contrast"));
  g_assert_false (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_text_grows_and_shrinks_again (void)
{
  g_autoptr (GSettings) settings = new_settings ();
  GtkWidget *window = gtk_window_new ();
  g_autoptr (VouchLook) look = NULL;
  int before, doubled, after;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &before, NULL);
  look = vouch_look_new (settings, window);
  g_settings_set_double (settings, "text-scale", 2.0);
  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &doubled, NULL);
  g_settings_set_double (settings, "text-scale", 1.0);
  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &after, NULL);
  g_assert_cmpint (doubled, ==, 2 * before);
  g_assert_cmpint (after, ==, before);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_animated (void)
{
  gboolean animated;

  g_object_get (gtk_settings_get_default (), "gtk-enable-animations", &animated, NULL);
  return animated;
}

static void
test_nothing_moves_where_that_is_asked_for (void)
{
  g_autoptr (GSettings) settings = new_settings ();
  GtkWidget *window = gtk_window_new ();
  g_autoptr (VouchLook) look = NULL;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  look = vouch_look_new (settings, window);
  g_settings_set_boolean (settings, "animations", FALSE);
  g_assert_false (is_animated ());
  g_settings_set_boolean (settings, "animations", TRUE);
  g_assert_true (is_animated ());

  /* The system's wish is stronger. */
  g_clear_object (&look);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  look = vouch_look_new (settings, window);
  g_assert_false (is_animated ());
  gtk_window_destroy (GTK_WINDOW (window));
}

static VouchActor *
new_actor (VouchRole role)
{
  VouchUser user = { .id = 1, .badge = (char *)"T1", .name = (char *)"T" };

  return vouch_actor_new (&user, VOUCH_ROLES_OF (role));
}

static void
leave_cb (VouchKiosk *kiosk)
{
  vouch_kiosk_set_active (kiosk, FALSE);
}

static void
test_kiosk_is_left_by_those_who_may (void)
{
  g_autoptr (GtkApplication) application = gtk_application_new (NULL, G_APPLICATION_DEFAULT_FLAGS);
  g_autoptr (VouchActor) inspector = new_actor (VOUCH_ROLE_INSPECTOR);
  g_autoptr (VouchActor) qa_lead = new_actor (VOUCH_ROLE_QA_LEAD);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *header = g_object_ref_sink (adw_header_bar_new ());
  g_autoptr (VouchKiosk) kiosk = vouch_kiosk_new (application, GTK_WINDOW (window), ADW_HEADER_BAR (header));
  GAction *leave = g_action_map_lookup_action (G_ACTION_MAP (application), "leave-kiosk");

  g_signal_connect (kiosk, "leave", G_CALLBACK (leave_cb), NULL);
  gtk_window_present (GTK_WINDOW (window));
  vouch_kiosk_set_active (kiosk, TRUE);
  g_assert_false (adw_header_bar_get_show_end_title_buttons (ADW_HEADER_BAR (header)));
  gtk_window_close (GTK_WINDOW (window));
  ui_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1);
  g_assert_false (g_action_get_enabled (leave));
  vouch_kiosk_set_actor (kiosk, inspector);
  g_action_activate (leave, NULL);
  g_assert_true (vouch_kiosk_is_active (kiosk));
  vouch_kiosk_set_actor (kiosk, qa_lead);
  g_action_activate (leave, NULL);
  g_assert_false (vouch_kiosk_is_active (kiosk));
  g_assert_true (adw_header_bar_get_show_end_title_buttons (ADW_HEADER_BAR (header)));
  g_object_unref (header);
  gtk_window_close (GTK_WINDOW (window));
  ui_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 0);
}

static void
idle_cb (VouchIdle *idle, gboolean *was_idle)
{
  *was_idle = TRUE;
}

static void
test_nobody_for_a_while_is_noticed_once (void)
{
  g_autoptr (VouchIdle) idle = vouch_idle_new ();
  gboolean was_idle = FALSE;

  g_signal_connect (idle, "idle", G_CALLBACK (idle_cb), &was_idle);
  vouch_idle_set_seconds (idle, 1);
  ui_test_wait (&was_idle);
  was_idle = FALSE;
  vouch_idle_touch (idle);
  ui_test_wait (&was_idle);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/modes/look-follows-the-settings", test_look_follows_the_settings);
  g_test_add_func ("/modes/text-grows-and-shrinks-again", test_text_grows_and_shrinks_again);
  g_test_add_func ("/modes/nothing-moves-where-that-is-asked-for", test_nothing_moves_where_that_is_asked_for);
  g_test_add_func ("/modes/kiosk-is-left-by-those-who-may", test_kiosk_is_left_by_those_who_may);
  g_test_add_func ("/modes/nobody-for-a-while-is-noticed-once", test_nobody_for_a_while_is_noticed_once);
  return g_test_run ();
}
