#pragma once

#include <gtk/gtk.h>

/* Whatever can be worked with in a window has a name and a role, and Tab and Shift+Tab come to it and round; or the
 * test fails. Returns how much there is. */
guint assert_accessible (GtkWindow *window);
