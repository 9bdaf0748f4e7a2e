#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_FACT_LAYOUT (vouch_fact_layout_get_type ())
G_DECLARE_FINAL_TYPE (VouchFactLayout, vouch_fact_layout, VOUCH, FACT_LAYOUT, GtkLayoutManager)

/**
 * VouchFactLayout:
 *
 * Facts beside each other, each as wide as its text, in one row, or in two where the window is high. Where even that is
 * too little the first ones, which change least, give way.
 */

G_END_DECLS
