#pragma once

#include <gtk/gtk.h>

#include "vouch-desk-state.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_LIMIT_SCALE (vouch_limit_scale_get_type ())
G_DECLARE_FINAL_TYPE (VouchLimitScale, vouch_limit_scale, VOUCH, LIMIT_SCALE, GtkWidget)

/**
 * VouchLimitScale:
 *
 * A scale with the range that is allowed, where the measured value lies on it, and where those of the units before lay.
 */

void vouch_limit_scale_set_scale (VouchLimitScale *self, const VouchDeskScale *scale);

G_END_DECLS
