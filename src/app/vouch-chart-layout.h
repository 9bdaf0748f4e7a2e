#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_CHART_LAYOUT (vouch_chart_layout_get_type ())
G_DECLARE_FINAL_TYPE (VouchChartLayout, vouch_chart_layout, VOUCH, CHART_LAYOUT, GtkLayoutManager)

/**
 * VouchChartLayout:
 *
 * A chart, which is the first child, and what is said about it, the second: beside each other where there is room, with
 * the rest of it for the chart, and else the chart above.
 */

G_END_DECLS
