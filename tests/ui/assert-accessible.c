#include "assert-accessible.h"

#include "interactive.h"
#include "tab-walk.h"
#include "ui-test.h"

static void
assert_walk (GtkWindow *window, GtkDirectionType direction, const char *key)
{
  g_autofree char *fault = tab_walk_find_fault (window, direction);

  if (fault != NULL)
    g_error ("%s: %s", key, fault);
}

guint
assert_accessible (GtkWindow *window)
{
  g_autoptr (GPtrArray) all = NULL;

  while (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle ();
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
