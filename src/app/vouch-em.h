#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

int vouch_em_measure (GtkWidget *widget);
int vouch_em_scale (GtkWidget *widget, int length);

G_END_DECLS
