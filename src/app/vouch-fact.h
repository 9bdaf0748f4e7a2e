#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_FACT (vouch_fact_get_type ())
G_DECLARE_FINAL_TYPE (VouchFact, vouch_fact, VOUCH, FACT, GtkWidget)

/**
 * VouchFact:
 *
 * A small caption over a value, hidden while there is no value. Where room is scarce a fact may be compact: a figure
 * then has its caption beside it, and a name speaks for itself.
 *
 * Properties: "caption"; "value"; "rank" (how early it is shortened where there is too little room, 1 before 2; 0 for
 * figures, which are never shortened); "ellipsize" (where the value is cut when it is); "wrap"
 * (instead, it takes as many lines as it needs).
 */

void vouch_fact_set_value (VouchFact *self, const char *value);
const char *vouch_fact_get_value (VouchFact *self);
guint vouch_fact_get_rank (VouchFact *self);
void vouch_fact_measure_form (VouchFact *self, gboolean is_compact, int *least, int *wanted, int *height);
void vouch_fact_set_compact (VouchFact *self, gboolean is_compact);

G_END_DECLS
