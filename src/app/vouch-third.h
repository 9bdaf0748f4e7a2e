#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_THIRD (vouch_third_get_type ())
G_DECLARE_FINAL_TYPE (VouchThird, vouch_third, VOUCH, THIRD, GtkWidget)

/**
 * VouchThird:
 *
 * Puts its first child above its second and gives it at least a third of the window's height, while it is visible. The
 * children are given in the template as "upper" and "lower".
 */

G_END_DECLS
