#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a screen reader calls a widget. Where a part of it gets the focus, the part is called so as well. */
void vouch_accessible_name_set (GtkWidget *widget, const char *name);
/* The buttons in a widget that show a picture only are called what their tooltips say. */
void vouch_accessible_name_pictures (GtkWidget *widget);

G_END_DECLS
