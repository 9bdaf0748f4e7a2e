/* What was measured, against its limits: a section of an inspection report. */
#include <glib/gi18n-lib.h>

#include "vouch-document-private.h"
#include "vouch-inspection-report-private.h"
#include "vouch-reading-drawing.h"
#include "vouch-reading-figure.h"

#define CHART_HEIGHT 138.0
/* What a heading takes, and what the figures below do, neither of which is to be parted from the chart. */
#define HEADING_ROOM 40.0
#define FIGURES_ROOM 75.0

static void
draw_series (gconstpointer data, const VouchChartStyle *style, cairo_t *cr, double width, double height)
{
  vouch_reading_drawing_draw (data, style, cr, width, height);
}

static void
add_figures (VouchDocument *document, const VouchReadingSeries *series)
{
  VouchDocumentPair pairs[VOUCH_N_READING_FIGURES];
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  for (VouchReadingFigure figure = 0; figure < VOUCH_N_READING_FIGURES; figure++)
    {
      g_ptr_array_add (values, vouch_reading_figure_dup_value (figure, series));
      pairs[figure] =
          (VouchDocumentPair){ vouch_reading_figure_get_label (figure), values->pdata[values->len - 1], FALSE };
    }
  vouch_document_add_pairs (document, pairs, G_N_ELEMENTS (pairs));
}

static void
add_series (VouchDocument *document, const VouchReadingSeries *series)
{
  VouchVariablesSummary summary;
  VouchVariablesNormality normality = vouch_reading_series_summarise (series, &summary);

  vouch_document_reserve (document, CHART_HEIGHT + FIGURES_ROOM);
  vouch_document_add_chart (document, draw_series, series, CHART_HEIGHT);
  add_figures (document, series);
  if (normality != VOUCH_VARIABLES_NORMALITY_TOO_FEW)
    vouch_document_add_small_print (document, vouch_variables_normality_get_hint (normality));
}

/* Adds the section, with a chart for each characteristic that was measured more than once; without any there is none.
 */
void
vouch_inspection_report_add_measurements (const VouchInspectionReport *self, VouchDocument *document)
{
  gboolean is_begun = FALSE;

  for (guint i = 0; i < self->series->len; i++)
    {
      const VouchReadingSeries *series = self->series->pdata[i];

      if (series->values->len < VOUCH_READING_SERIES_LEAST)
        continue;
      if (!is_begun)
        {
          vouch_document_reserve (document, HEADING_ROOM + CHART_HEIGHT + FIGURES_ROOM);
          vouch_document_add_heading (document, _ ("Measurements"));
        }
      is_begun = TRUE;
      add_series (document, series);
    }
}
