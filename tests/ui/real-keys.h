#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keys from the display, which go to whoever has the focus: a test that presses them has the display for itself. */
void real_keys_focus (GtkWindow *window);
void real_keys_press (const char *key);
void real_keys_scan (const char *text);
void real_keys_scan_all (const char *const *texts, const char *pause_s);

G_END_DECLS
