#include "vouch-accessible-name.h"

/**
 * vouch_accessible_name_set:
 * @widget: a widget
 * @name: what it is called
 *
 * The button inside of a drop-down list or a menu button is what gets the focus, and would be called by its class. A
 * title that labelled the widget does so no longer, because its name would be said as well.
 */
void
vouch_accessible_name_set (GtkWidget *widget, const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (name != NULL);

  if (GTK_IS_DROP_DOWN (widget) || GTK_IS_MENU_BUTTON (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (widget)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    name, -1);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  /* A menu button's part adds its name to that of the whole. */
  if (!GTK_IS_MENU_BUTTON (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The text in a row gets the focus, and of itself has neither role nor name: whoever came there would hear nothing. */
static void
name_text (AdwEntryRow *row)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (row));

  g_object_set (text, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  vouch_accessible_name_set (GTK_WIDGET (text), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

/* GTK calls a button by what lies in it, which for a picture is "GtkImage". */
static void
name_picture (GtkWidget *button)
{
  const char *tooltip = gtk_widget_get_tooltip_text (button);

  if (GTK_IS_IMAGE (gtk_button_get_child (GTK_BUTTON (button))) && tooltip != NULL)
    vouch_accessible_name_set (button, tooltip);
}

/**
 * vouch_accessible_name_parts:
 * @widget: a widget with parts that are not its own, like rows for texts and passwords
 *
 * Names what libadwaita leaves without a name: the buttons that show a picture only are called what their tooltips say,
 * and the texts in rows by their titles.
 */
void
vouch_accessible_name_parts (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_BUTTON (widget))
    name_picture (widget);
  if (ADW_IS_ENTRY_ROW (widget))
    name_text (ADW_ENTRY_ROW (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    vouch_accessible_name_parts (child);
}

static void
name_labels (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    vouch_accessible_name_set (widget, gtk_button_get_label (GTK_BUTTON (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_labels (child);
}

/**
 * vouch_accessible_name_answers:
 * @question: a question with its answers
 *
 * Each answer is said once: libadwaita names its buttons by their labels and lets them have the labels besides.
 */
void
vouch_accessible_name_answers (AdwMessageDialog *question)
{
  g_return_if_fail (ADW_IS_MESSAGE_DIALOG (question));

  name_labels (GTK_WIDGET (question));
}
