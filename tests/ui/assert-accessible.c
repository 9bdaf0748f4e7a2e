#include "assert-accessible.h"

#include "interactive.h"
#include "tab-walk.h"
#include "ui-test.h"

#define MOST_ATTEMPTS 20

/* What can be worked with now. */
static GPtrArray *
list_sensitive (GtkWindow *window)
{
  g_autoptr (GPtrArray) all = interactive_list (GTK_WIDGET (window));
  GPtrArray *sensitive = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (gtk_widget_is_sensitive (g_ptr_array_index (all, i)))
      g_ptr_array_add (sensitive, g_ptr_array_index (all, i));
  return sensitive;
}

static gboolean
is_same (const GPtrArray *a, const GPtrArray *b)
{
  return a->len == b->len && memcmp (a->pdata, b->pdata, a->len * sizeof *a->pdata) == 0;
}

/* Tab goes by places, which things have once they are laid out. */
static void
wait_for_layout (GtkWindow *window)
{
  GdkFrameClock *clock;
  gboolean is_painted = FALSE;
  gulong id;

  while (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle ();
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (ui_test_stop_cb), &is_painted);
  gtk_widget_queue_draw (GTK_WIDGET (window));
  ui_test_wait (&is_painted);
  g_signal_handler_disconnect (clock, id);
  ui_test_settle ();
}

/* What a page reads may come while the walk is under way, and so may a frame that lays it out anew: then it was no walk
 * through one window. A true trap is there again, in the same place. */
static void
assert_walk (GtkWindow *window, GtkDirectionType direction, const char *key)
{
  g_autofree char *earlier = NULL;

  for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++)
    {
      g_autoptr (GPtrArray) before = list_sensitive (window);
      g_autofree char *fault = tab_walk_find_fault (window, direction);
      g_autoptr (GPtrArray) after = list_sensitive (window);

      if (fault == NULL)
        return;
      if (is_same (before, after) && g_strcmp0 (fault, earlier) == 0)
        g_error ("%s: %s", key, fault);
      g_free (earlier);
      earlier = g_steal_pointer (&fault);
      wait_for_layout (window);
    }
  g_error ("%s: the window never comes to rest", key);
}

guint
assert_accessible (GtkWindow *window)
{
  g_autoptr (GPtrArray) all = NULL;

  wait_for_layout (window);
  all = interactive_list (GTK_WIDGET (window));
  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *fault = interactive_find_fault (g_ptr_array_index (all, i));

      if (fault != NULL)
        g_error ("%s", fault);
    }
  assert_walk (window, GTK_DIR_TAB_FORWARD, "Tab");
  assert_walk (window, GTK_DIR_TAB_BACKWARD, "Shift+Tab");
  return all->len;
}
