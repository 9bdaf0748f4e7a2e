#include "vouch-accessible-name.h"

/**
 * vouch_accessible_name_set:
 * @widget: a widget
 * @name: what it is called
 *
 * The button inside of a drop-down list or a menu button is what gets the focus, and would be called by its class.
 */
void
vouch_accessible_name_set (GtkWidget *widget, const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (name != NULL);

  if (GTK_IS_DROP_DOWN (widget) || GTK_IS_MENU_BUTTON (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (widget)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    name, -1);
  /* A menu button's part adds its name to that of the whole. */
  if (!GTK_IS_MENU_BUTTON (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * vouch_accessible_name_pictures:
 * @widget: a widget with parts that are not its own, like a row for a password
 *
 * GTK calls a button by what lies in it, which for a picture is "GtkImage".
 */
void
vouch_accessible_name_pictures (GtkWidget *widget)
{
  const char *tooltip;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  tooltip = gtk_widget_get_tooltip_text (widget);
  if (GTK_IS_BUTTON (widget) && GTK_IS_IMAGE (gtk_button_get_child (GTK_BUTTON (widget))) && tooltip != NULL)
    vouch_accessible_name_set (widget, tooltip);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    vouch_accessible_name_pictures (child);
}
