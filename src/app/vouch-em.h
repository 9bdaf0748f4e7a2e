#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

int vouch_em_measure (GtkWidget *widget);

G_END_DECLS
