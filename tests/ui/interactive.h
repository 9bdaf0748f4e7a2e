#pragma once

#include <gtk/gtk.h>

/* What a person can work with in a part of the window, and whether assistive technology can tell what it is. */

GPtrArray *interactive_list (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;
char *interactive_find_fault (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;
char *interactive_describe (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;
