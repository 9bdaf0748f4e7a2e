#pragma once

#include "vouch-chart-style.h"
#include "vouch-oc-curve.h"

G_BEGIN_DECLS

/* How many curves can be told apart without colour. */
#define VOUCH_OC_DRAWING_CURVES_MAX 4

void vouch_oc_drawing_draw (const VouchOcCurve *const *curves, guint n_curves, const VouchChartStyle *style,
                            cairo_t *cr, double width, double height);

G_END_DECLS
