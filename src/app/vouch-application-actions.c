#include "vouch-application-actions.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "vouch-desk-actions.h"

static void
fullscreen_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (data);

  if (window == NULL)
    return;
  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (gtk_application_get_active_window (data), "application-name", _ ("Vouch"), "application-icon",
                         "app.vouch.Station", "version", VOUCH_VERSION, "comments",
                         _ ("What arrived, what was checked, and who vouched for it."), "license-type",
                         GTK_LICENSE_GPL_3_0, NULL);
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (data);

  /* What is being written is finished first; without a window the application then ends by itself. */
  if (window != NULL)
    gtk_window_close (window);
  else
    g_application_quit (G_APPLICATION (data));
}

/**
 * vouch_application_actions_add:
 * @application: the application
 *
 * Adds what is there whatever the station does, and every key.
 */
void
vouch_application_actions_add (GtkApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "fullscreen", .activate = fullscreen_action },
    { .name = "about", .activate = about_action },
    { .name = "quit", .activate = quit_action },
  };
  static const struct
  {
    const char *action;
    const char *accels[3];
  } keys[] = {
    { "app.fullscreen", { "F11" } },
    { "app.quit", { "<Control>q" } },
    { "win.show-shortcuts", { "<Control>question" } },
    { "win.page::queue", { "<Control>1" } },
    { "win.page::receive", { "<Control>2" } },
    { "win.page::inspect", { "<Control>3" } },
    { "win.page::review", { "<Control>4" } },
    { "win.page::labels", { "<Control>5" } },
    { "win.page::search", { "<Control>6", "<Control>f" } },
    { "win.page::settings", { "<Control>7" } },
    { "win.page::samples", { "<Control>8" } },
    { "win.page::service", { "<Control>9" } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (application, keys[i].action, keys[i].accels);
  vouch_desk_actions_set_keys (application);
}
