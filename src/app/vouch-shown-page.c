#include "vouch-shown-page.h"

static void
tell (GtkWidget *stack)
{
  g_autoptr (GtkWidget) shown = NULL;

  g_object_get (stack, "visible-child", &shown, NULL);
  for (GtkWidget *page = gtk_widget_get_first_child (stack); page != NULL; page = gtk_widget_get_next_sibling (page))
    gtk_accessible_update_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN, page != shown, -1);
}

/**
 * vouch_shown_page_follow:
 * @stack: a #GtkStack or #AdwViewStack with all its pages
 *
 * GTK tells assistive technology of every page, so that a screen reader that reads the window out would read what is on
 * none. From now on the pages that are not shown are hidden from it.
 */
void
vouch_shown_page_follow (GtkWidget *stack)
{
  g_return_if_fail (GTK_IS_WIDGET (stack));

  g_signal_connect (stack, "notify::visible-child", G_CALLBACK (tell), NULL);
  tell (stack);
}
