#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_LIMIT_SCALE (vouch_limit_scale_get_type ())
G_DECLARE_FINAL_TYPE (VouchLimitScale, vouch_limit_scale, VOUCH, LIMIT_SCALE, GtkWidget)

/**
 * VouchLimitScale:
 *
 * A scale with the range that is allowed and where the measured value lies on it.
 */

void vouch_limit_scale_set_position (VouchLimitScale *self, double position);

G_END_DECLS
