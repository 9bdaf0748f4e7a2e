#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_FACT (vouch_fact_get_type ())
G_DECLARE_FINAL_TYPE (VouchFact, vouch_fact, VOUCH, FACT, GtkBox)

/**
 * VouchFact:
 *
 * A small caption over a value, hidden while there is no value. Properties "caption" and "value".
 */

void vouch_fact_set_value (VouchFact *self, const char *value);
const char *vouch_fact_get_value (VouchFact *self);

G_END_DECLS
