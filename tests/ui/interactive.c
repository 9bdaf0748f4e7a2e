#include "interactive.h"

#include <adwaita.h>

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

/* A button with a picture is labelled by it, and then called “GtkImage”. */
static gboolean
is_labelled_by_a_picture (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) && GTK_IS_IMAGE (gtk_button_get_child (GTK_BUTTON (widget)));
}

static gboolean
is_named (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  if (gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL))
    return TRUE;
  return gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY) &&
         !is_labelled_by_a_picture (widget);
}

/* The inside of an entry that tells of its focus is part of it, and so are what GTK puts around a list and the text of
 * a row. */
static gboolean
is_named_by_another (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (GTK_IS_TEXT (widget))
    return parent != NULL && is_named (parent);
  if (ADW_IS_PREFERENCES_ROW (widget))
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
  if (GTK_IS_LIST_VIEW (widget))
    return gtk_widget_get_first_child (widget) != NULL;
  /* Where the focus rests while nothing is typed is read out by itself. */
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_STATUS)
    return FALSE;
  return gtk_widget_get_focusable (widget) && !GTK_IS_LABEL (widget) && !GTK_IS_WINDOW (widget) &&
         !GTK_IS_SCROLLED_WINDOW (widget);
}

/* The title's buttons are the window manager's and their names GTK's own, and so are the arrows of a number, whose keys
 * do the same, and the list of one in which a row of choices shows what is chosen. */
static gboolean
is_a_part_of_gtk (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkWindowControls") ||
         (GTK_IS_BUTTON (widget) && GTK_IS_SPIN_BUTTON (parent)) ||
         (GTK_IS_LIST_VIEW (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW) != NULL) ||
         (!GTK_IS_TOGGLE_BUTTON (widget) && parent != NULL &&
          gtk_widget_get_ancestor (parent, GTK_TYPE_DROP_DOWN) != NULL);
}

static void
add (GtkWidget *widget, GPtrArray *found)
{
  if (!gtk_widget_get_mapped (widget) || is_a_part_of_gtk (widget))
    return;
  if (is_interactive (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add (child, found);
}

/**
 * interactive_list:
 * @widget: a window or a part of one
 *
 * Returns: (transfer container) (element-type GtkWidget): what a person sees there and can work with
 */
GPtrArray *
interactive_list (GtkWidget *widget)
{
  GPtrArray *found = g_ptr_array_new ();

  add (widget, found);
  return found;
}

/**
 * interactive_find_fault:
 * @widget: one of interactive_list()
 *
 * Returns: (transfer full) (nullable): what assistive technology would miss of it
 */
char *
interactive_find_fault (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));
  g_autofree char *path = interactive_describe (widget);

  if (GTK_IS_TEXT (widget) && is_named_by_another (widget))
    return NULL;
  if (role == GTK_ACCESSIBLE_ROLE_WIDGET || role == GTK_ACCESSIBLE_ROLE_NONE)
    return g_strconcat ("no role: ", path, NULL);
  if (!is_named (widget) && !is_named_by_another (widget))
    return g_strconcat ("no name: ", path, NULL);
  if (GTK_IS_BUTTON (widget) && gtk_widget_is_sensitive (widget) && !gtk_widget_get_focusable (widget))
    return g_strconcat ("not reached by Tab: ", path, NULL);
  return NULL;
}

/* What is written on it, as far as a failure's message needs it. */
static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *text = get_text (child);

      if (text != NULL && *text != '\0')
        return text;
    }
  return NULL;
}

/**
 * interactive_describe:
 * @widget: (nullable): a widget
 *
 * Returns: (transfer full): the way to it, for the message of a failure
 */
char *
interactive_describe (GtkWidget *widget)
{
  GString *path = g_string_new (NULL);
  const char *text = widget != NULL ? get_text (widget) : NULL;

  if (text != NULL)
    g_string_append_printf (path, "“%s”, ", text);
  for (GtkWidget *at = widget; at != NULL; at = gtk_widget_get_parent (at))
    g_string_append_printf (path, "%s%s", at != widget ? " in " : "", G_OBJECT_TYPE_NAME (at));
  return g_string_free (path, FALSE);
}
