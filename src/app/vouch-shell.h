#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_SHELL (vouch_shell_get_type ())
G_DECLARE_FINAL_TYPE (VouchShell, vouch_shell, VOUCH, SHELL, GtkWidget)

/**
 * VouchShell:
 *
 * What a window's template puts into it, one below the other, beside a rail that leads to the pages of a stack; above
 * a bar instead where the window is narrow or stands upright.
 */

gboolean vouch_shell_is_narrow (VouchShell *self);

G_END_DECLS
