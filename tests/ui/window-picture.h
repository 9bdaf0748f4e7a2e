#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a window shows as it is laid out now, whatever the display has room for, as a PNG. */
void window_picture_write (GtkWidget *window, const char *path);

G_END_DECLS
