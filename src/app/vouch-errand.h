#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void vouch_errand_run (GtkWindow *window, GTask *task, GTaskThreadFunc func);
void vouch_errand_wait (void);

G_END_DECLS
