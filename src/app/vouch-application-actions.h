#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void vouch_application_actions_add (GtkApplication *application);

G_END_DECLS
