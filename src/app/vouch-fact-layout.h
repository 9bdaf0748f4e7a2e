#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_FACT_LAYOUT (vouch_fact_layout_get_type ())
G_DECLARE_FINAL_TYPE (VouchFactLayout, vouch_fact_layout, VOUCH, FACT_LAYOUT, GtkLayoutManager)

/**
 * VouchFactLayout:
 *
 * #VouchFact beside #VouchFact, each as wide as its text, in as many rows as that takes. None is ever left out.
 *
 * Property "sparing": where one row is too little, the facts are compact and have two; where that is too little as
 * well, they are shortened one after the other in the order of their ranks.
 */

G_END_DECLS
