#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void vouch_shortcuts_show (GtkWidget *widget, const char *name, GVariant *parameter);

G_END_DECLS
