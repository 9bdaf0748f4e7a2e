#include "vouch-shortcuts.h"

/**
 * vouch_shortcuts_show:
 * @widget: a window
 * @name: the action's name
 * @parameter: (nullable): none
 *
 * An action: shows the shortcuts. Their window is made when it is asked for and gone when it is closed: GTK 4.8 ends
 * the program if a screen reader asks for the windows while one closes and another was never shown.
 */
void
vouch_shortcuts_show (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/app/vouch/Station/ui/help-overlay.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_set_modal (shortcuts, TRUE);
  gtk_window_present (shortcuts);
}
