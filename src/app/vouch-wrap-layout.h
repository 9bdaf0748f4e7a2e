#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_WRAP_LAYOUT (vouch_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (VouchWrapLayout, vouch_wrap_layout, VOUCH, WRAP_LAYOUT, GtkLayoutManager)

/**
 * VouchWrapLayout:
 *
 * Buttons beside each other like words in a text: each as wide as it wants to be, in as many rows as that takes. A
 * child that expands is at the far end of its row, as are those after it.
 */

G_END_DECLS
