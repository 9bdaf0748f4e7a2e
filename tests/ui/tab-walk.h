#pragma once

#include <gtk/gtk.h>

/* A person who presses Tab, or Shift+Tab, until the focus is back where it began. */

char *tab_walk_find_fault (GtkWindow *window, GtkDirectionType direction) G_GNUC_WARN_UNUSED_RESULT;
