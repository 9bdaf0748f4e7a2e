#include "tab-walk.h"

#include "interactive.h"
#include "ui-test.h"

#define MOST_STEPS 500

typedef struct
{
  GtkWindow *window;
  GtkDirectionType direction;
  GtkWidget *first;
  GHashTable *visited;
} Walk;

/* Does what the key does: GTK asks the window to move the focus. */
static GtkWidget *
press (Walk *self)
{
  g_signal_emit_by_name (self->window, "move-focus", self->direction);
  ui_test_settle ();
  return gtk_window_get_focus (self->window);
}

static char *
tell (const char *what, GtkWidget *widget)
{
  g_autofree char *path = interactive_describe (widget);

  return g_strconcat (what, path, NULL);
}

/* A key that moves nothing is a trap as much as one that goes round without ever coming back to the first widget. */
static char *
go_round (Walk *self)
{
  GtkWidget *at;

  gtk_window_set_focus (self->window, NULL);
  self->first = at = press (self);
  if (at == NULL)
    return g_strdup ("Tab goes nowhere");
  for (guint i = 0; i < MOST_STEPS; i++)
    {
      GtkWidget *before = at;

      g_hash_table_add (self->visited, at);
      at = press (self);
      if (at == NULL)
        return tell ("the focus is lost after ", before);
      if (at == before && g_hash_table_size (self->visited) > 1)
        return tell ("Tab stays on ", at);
      if (at == self->first)
        return NULL;
      if (g_hash_table_contains (self->visited, at))
        return tell ("Tab goes round without the rest from ", at);
    }
  return tell ("Tab never comes round; it is on ", at);
}

/* Arrows go from row to row of a list, and Tab into it and out of it again. */
static gboolean
is_row (GtkWidget *widget)
{
  return GTK_IS_LIST_BOX_ROW (widget) || g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget");
}

static gboolean
was_visited (Walk *self, GtkWidget *widget)
{
  GtkWidget *place = is_row (widget) ? gtk_widget_get_parent (widget) : widget;
  GHashTableIter iter;
  gpointer visited;

  g_hash_table_iter_init (&iter, self->visited);
  while (g_hash_table_iter_next (&iter, &visited, NULL))
    if (visited == widget || gtk_widget_is_ancestor (visited, place))
      return TRUE;
  return FALSE;
}

static gboolean
is_named (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* What can be scrolled and has nothing to work with in it is a stop by itself, and nobody could tell which. */
static char *
find_riddle (Walk *self)
{
  GHashTableIter iter;
  gpointer visited;

  g_hash_table_iter_init (&iter, self->visited);
  while (g_hash_table_iter_next (&iter, &visited, NULL))
    if (GTK_IS_SCROLLED_WINDOW (visited) && !is_named (visited) &&
        !is_named (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (visited))))
      return tell ("Tab stops without a name at ", visited);
  return NULL;
}

static char *
find_missed (Walk *self)
{
  g_autoptr (GPtrArray) all = interactive_list (GTK_WIDGET (self->window));

  for (guint i = 0; i < all->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (all, i);

      if (gtk_widget_is_sensitive (widget) && !was_visited (self, widget))
        return tell ("Tab never comes to ", widget);
    }
  return NULL;
}

/**
 * tab_walk_find_fault:
 * @window: a window on the screen
 * @direction: %GTK_DIR_TAB_FORWARD or %GTK_DIR_TAB_BACKWARD
 *
 * Returns: (transfer full) (nullable): where the focus is caught or lost, or what it never comes to; %NULL if it
 *   comes to everything that can be worked with, and round
 */
char *
tab_walk_find_fault (GtkWindow *window, GtkDirectionType direction)
{
  g_autoptr (GHashTable) visited = g_hash_table_new (NULL, NULL);
  Walk self = { window, direction, NULL, visited };
  char *fault = go_round (&self);

  if (fault == NULL)
    fault = find_riddle (&self);
  return fault != NULL ? fault : find_missed (&self);
}
