/* What the plans of an inspection do with lots of whatever quality: a section of its report. */
#include <glib/gi18n-lib.h>

#include "vouch-document-private.h"
#include "vouch-inspection-report-private.h"
#include "vouch-oc-drawing.h"
#include "vouch-oc-figure.h"

/* In a chart, so that each has a column of its own below. */
#define PLANS_MAX 3
#define CHART_HEIGHT 176.0
#define NAME_HEIGHT 14.0
/* What a heading takes, which is not to be parted from the chart. */
#define HEADING_ROOM 40.0

static void
draw_curves (gconstpointer data, const VouchChartStyle *style, cairo_t *cr, double width, double height)
{
  const GPtrArray *curves = data;

  vouch_oc_drawing_draw ((const VouchOcCurve *const *)curves->pdata, curves->len, style, cr, width, height);
}

static void
add_figures (VouchDocument *document, const GPtrArray *curves)
{
  VouchDocumentColumn columns[1 + PLANS_MAX] = { { "", 190 } };

  for (guint i = 0; i < curves->len; i++)
    columns[i + 1] = (VouchDocumentColumn){ ((const VouchOcCurve *)curves->pdata[i])->plan->name, 100, FALSE };
  vouch_document_begin_table (document, columns, curves->len + 1);
  for (VouchOcFigure figure = 0; figure < VOUCH_N_OC_FIGURES; figure++)
    {
      const char *cells[1 + PLANS_MAX] = { vouch_oc_figure_get_label (figure) };
      g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
      const VouchDocumentRow row = { .cells = cells };

      for (guint i = 0; i < curves->len; i++)
        {
          g_ptr_array_add (values, vouch_oc_figure_dup_value (figure, curves->pdata[i]));
          cells[i + 1] = values->pdata[i];
        }
      vouch_document_add_row (document, &row);
    }
  vouch_document_end_table (document);
}

/* Each once, although most plans of an inspection have the same. */
static void
add_bases (VouchDocument *document, const GPtrArray *curves)
{
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < curves->len; i++)
    {
      char *basis = vouch_oc_figure_dup_basis (curves->pdata[i]);

      if (!g_hash_table_contains (said, basis))
        vouch_document_add_small_print (document, basis);
      g_hash_table_add (said, basis);
    }
}

static void
add_curves (VouchDocument *document, const GPtrArray *curves)
{
  if (curves->len == 0)
    return;
  vouch_document_add_chart (document, draw_curves, curves, CHART_HEIGHT + NAME_HEIGHT * curves->len);
  add_figures (document, curves);
  add_bases (document, curves);
}

/* Adds the section; a report without plans has none. What is no plan, like one that was altered in the database, has
 * no curve. */
void
vouch_inspection_report_add_characteristics (const VouchInspectionReport *self, VouchDocument *document)
{
  g_autoptr (GPtrArray) curves = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_oc_curve_free);

  if (self->oc_plans->len == 0)
    return;
  vouch_document_reserve (document, HEADING_ROOM + CHART_HEIGHT + NAME_HEIGHT);
  vouch_document_add_heading (document, _ ("Operating characteristic of the plan"));
  for (guint i = 0; i < self->oc_plans->len; i++)
    {
      VouchOcCurve *curve = vouch_oc_curve_compute (self->oc_plans->pdata[i], NULL);

      if (curve != NULL)
        g_ptr_array_add (curves, curve);
      if (curves->len == PLANS_MAX)
        {
          add_curves (document, curves);
          g_ptr_array_set_size (curves, 0);
        }
    }
  add_curves (document, curves);
  vouch_document_add_small_print (document, _ ("How likely a lot is accepted, by its quality. AOQL and ATI presume "
                                               "that lots not accepted are sorted, item by item."));
}
