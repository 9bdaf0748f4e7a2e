#include "vouch-reading-chart.h"

#include "vouch-chart-area.h"
#include "vouch-chart-layout.h"
#include "vouch-reading-drawing.h"
#include "vouch-reading-figure.h"

/* Of the chart, in sizes of the text. */
#define CHART_WIDTH 30
#define CHART_HEIGHT 17

struct _VouchReadingChart
{
  AdwBin parent_instance;
  VouchChartArea *chart;
  GtkGrid *grid;
  GtkLabel *hint;
};

G_DEFINE_FINAL_TYPE (VouchReadingChart, vouch_reading_chart, ADW_TYPE_BIN)

static void
draw_series (gconstpointer data, const VouchChartStyle *style, cairo_t *cr, double width, double height)
{
  vouch_reading_drawing_draw (data, style, cr, width, height);
}

static void
add_cell (VouchReadingChart *self, const char *text, int column, int row, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, style);
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

/* Row by row, as they are read aloud. */
static void
show_figures (VouchReadingChart *self, const VouchReadingSeries *series)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  for (VouchReadingFigure figure = 0; figure < VOUCH_N_READING_FIGURES; figure++)
    {
      g_autofree char *value = vouch_reading_figure_dup_value (figure, series);

      add_cell (self, vouch_reading_figure_get_label (figure), 0, (int)figure, "body");
      add_cell (self, value, 1, (int)figure, "heading");
    }
}

static void
show_hint (VouchReadingChart *self, const VouchReadingSeries *series)
{
  VouchVariablesSummary summary;
  VouchVariablesNormality normality = vouch_reading_series_summarise (series, &summary);

  gtk_label_set_label (self->hint, vouch_variables_normality_get_hint (normality));
  gtk_widget_set_visible (GTK_WIDGET (self->hint), normality != VOUCH_VARIABLES_NORMALITY_TOO_FEW);
}

static void
vouch_reading_chart_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_READING_CHART);
  G_OBJECT_CLASS (vouch_reading_chart_parent_class)->dispose (object);
}

static void
vouch_reading_chart_class_init (VouchReadingChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_reading_chart_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-reading-chart.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchReadingChart, chart);
  gtk_widget_class_bind_template_child (widget_class, VouchReadingChart, grid);
  gtk_widget_class_bind_template_child (widget_class, VouchReadingChart, hint);
}

static void
vouch_reading_chart_init (VouchReadingChart *self)
{
  g_type_ensure (VOUCH_TYPE_CHART_AREA);
  g_type_ensure (VOUCH_TYPE_CHART_LAYOUT);
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_chart_area_set_size (self->chart, CHART_WIDTH, CHART_HEIGHT);
}

/**
 * vouch_reading_chart_set_series:
 * @self: a chart
 * @series: what to show, at least VOUCH_READING_SERIES_LEAST readings; it is copied
 */
void
vouch_reading_chart_set_series (VouchReadingChart *self, const VouchReadingSeries *series)
{
  g_autofree char *summary = NULL;

  g_return_if_fail (VOUCH_IS_READING_CHART (self));
  g_return_if_fail (series != NULL && series->values->len >= VOUCH_READING_SERIES_LEAST);

  summary = vouch_reading_figure_dup_summary (series);
  vouch_chart_area_describe (self->chart, series->name, summary);
  vouch_chart_area_set_chart (self->chart, draw_series, vouch_reading_series_copy (series),
                              (GDestroyNotify)vouch_reading_series_free);
  show_figures (self, series);
  show_hint (self, series);
}
