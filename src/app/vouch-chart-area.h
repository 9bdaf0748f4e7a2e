#pragma once

#include <gtk/gtk.h>

#include "vouch-chart-style.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_CHART_AREA (vouch_chart_area_get_type ())
G_DECLARE_FINAL_TYPE (VouchChartArea, vouch_chart_area, VOUCH, CHART_AREA, GtkWidget)

/**
 * VouchChartArea:
 *
 * Where a chart is drawn in a window: in the colours of its theme, and as large as its text asks for. To a screen
 * reader it is a picture with a name and a description; the figures stand beside it as text.
 */

void
vouch_chart_area_set_chart (VouchChartArea *self, VouchChartDrawFunc draw, gpointer data, GDestroyNotify free_data);
void vouch_chart_area_set_size (VouchChartArea *self, double width, double height);
void vouch_chart_area_describe (VouchChartArea *self, const char *name, const char *description);

G_END_DECLS
