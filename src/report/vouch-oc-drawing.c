/* Operating characteristic curves: how likely a lot is accepted, over its quality. Drawn here for paper and screen. */
#include "vouch-oc-drawing.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vouch-chart-axis.h"

/* The axis ends where of the last curve hardly anything is left. */
#define END_PA 0.02
/* A lot of so few qualities shows each of them as a dot. */
#define DOTS_MAX 40
/* All lengths are parts of a line of text. */
#define TICK_ROOM 3.6
#define SAMPLE_WIDTH 2.6
#define LEGEND_PITCH 1.3

typedef struct
{
  const VouchOcCurve *const *curves;
  guint n_curves;
  const VouchChartStyle *style;
  cairo_t *cr;
  double line;                     /* height of a line of text */
  double left, top, width, height; /* of the field between the axes */
  VouchChartAxis p;                /* in percent, or per 100 items */
  VouchChartAxis pa;               /* in percent */
} Chart;

static double
x_of (const Chart *self, double p)
{
  return self->left + self->width * vouch_chart_axis_place (&self->p, 100 * p);
}

static double
y_of (const Chart *self, double pa)
{
  return self->top + self->height * (1 - vouch_chart_axis_place (&self->pa, 100 * pa));
}

/* Where hardly anything is accepted any more, but not short of the AQL. */
static double
find_end (const Chart *self)
{
  double end = 0;

  for (guint i = 0; i < self->n_curves; i++)
    {
      const GArray *points = self->curves[i]->points;
      double aql = vouch_oc_plan_get_aql (self->curves[i]->plan);
      guint k = 0;

      while (k + 1 < points->len && g_array_index (points, VouchSamplingOcPoint, k).pa > END_PA)
        k++;
      end = MAX (end, g_array_index (points, VouchSamplingOcPoint, k).p);
      if (!isnan (self->curves[i]->consumers.p))
        end = MAX (end, self->curves[i]->consumers.p);
      if (!isnan (aql))
        end = MAX (end, 1.2 * aql);
    }
  return 100 * end;
}

static void
lay_out (Chart *self, double width, double height)
{
  double labels = vouch_chart_style_measure (self->style, "100 %") + 0.6 * self->line;

  self->left = labels;
  self->top = 2.7 * self->line;
  self->width = MAX (width - self->left - 1.4 * self->line, 1);
  self->height = MAX (height - self->top - (2.7 + LEGEND_PITCH * (self->n_curves + 1)) * self->line, 1);
  vouch_chart_axis_init (&self->p, 0, find_end (self), (guint)CLAMP (self->width / (TICK_ROOM * self->line), 2, 11));
  vouch_chart_axis_widen (&self->p);
  vouch_chart_axis_init (&self->pa, 0, 100, self->height > 9 * self->line ? 6 : 3);
}

/* The title of the axis to the right, in what its curves are counted. */
static const char *
get_p_title (const Chart *self)
{
  guint n_poisson = 0;

  for (guint i = 0; i < self->n_curves; i++)
    n_poisson += self->curves[i]->model == VOUCH_SAMPLING_MODEL_POISSON;
  if (n_poisson == 0)
    return _ ("nonconforming items in the lot, %");
  if (n_poisson == self->n_curves)
    return _ ("nonconformities per 100 items of the lot");
  return _ ("nonconforming items in %, or nonconformities per 100 items");
}

static void
draw_p_axis (const Chart *self)
{
  double bottom = self->top + self->height;

  for (guint i = 0; i < self->p.n_ticks; i++)
    {
      g_autofree char *label = vouch_chart_axis_dup_label (&self->p, i);
      double x = x_of (self, vouch_chart_axis_get_tick (&self->p, i) / 100);

      vouch_chart_style_use (&self->style->grid, self->cr);
      vouch_chart_style_draw_line (self->cr, x, self->top, x, bottom);
      vouch_chart_style_use (&self->style->foreground, self->cr);
      vouch_chart_style_draw_line (self->cr, x, bottom, x, bottom + 0.25 * self->line);
      vouch_chart_style_write (self->style, self->cr, label, x, bottom + 0.3 * self->line, 0.5, 0);
    }
  vouch_chart_style_write (self->style, self->cr, get_p_title (self), self->left + self->width,
                           bottom + 1.35 * self->line, 1, self->left + self->width);
}

static void
draw_pa_axis (const Chart *self, double width)
{
  for (guint i = 0; i < self->pa.n_ticks; i++)
    {
      g_autofree char *number = vouch_chart_axis_dup_label (&self->pa, i);
      g_autofree char *label = g_strdup_printf ("%s %%", number);
      double y = y_of (self, vouch_chart_axis_get_tick (&self->pa, i) / 100);

      vouch_chart_style_use (&self->style->grid, self->cr);
      vouch_chart_style_draw_line (self->cr, self->left, y, self->left + self->width, y);
      vouch_chart_style_use (&self->style->foreground, self->cr);
      vouch_chart_style_write (self->style, self->cr, label, self->left - 0.4 * self->line, y - 0.5 * self->line, 1, 0);
    }
  vouch_chart_style_write (self->style, self->cr, _ ("Lots accepted (Pa)"), 0, 0, 0, width);
}

static void
draw_axes (const Chart *self, double width)
{
  cairo_set_line_width (self->cr, MAX (0.06 * self->line, 0.5));
  draw_p_axis (self);
  draw_pa_axis (self, width);
  vouch_chart_style_use (&self->style->foreground, self->cr);
  cairo_set_line_width (self->cr, MAX (0.08 * self->line, 0.7));
  cairo_move_to (self->cr, self->left, self->top);
  cairo_line_to (self->cr, self->left, self->top + self->height);
  cairo_line_to (self->cr, self->left + self->width, self->top + self->height);
  cairo_stroke (self->cr);
}

/* The first curve is full and in colour, each of the others broken in a way of its own. */
static void
set_pen (const Chart *self, guint index)
{
  static const double dashes[VOUCH_OC_DRAWING_CURVES_MAX][4] = {
    { 0, 0, 0, 0 }, { 0.55, 0.35, 0.55, 0.35 }, { 0.14, 0.3, 0.14, 0.3 }, { 0.8, 0.3, 0.14, 0.3 }
  };
  double lengths[4];

  for (guint i = 0; i < 4; i++)
    lengths[i] = dashes[index][i] * self->line;
  vouch_chart_style_use (index == 0 ? &self->style->accent : &self->style->foreground, self->cr);
  cairo_set_line_width (self->cr, 0.16 * self->line);
  cairo_set_dash (self->cr, lengths, index == 0 ? 0 : 4, 0);
}

static void
draw_dots (const Chart *self, const GArray *points)
{
  if (points->len > DOTS_MAX)
    return;
  for (guint i = 0; i < points->len; i++)
    {
      const VouchSamplingOcPoint *point = &g_array_index (points, VouchSamplingOcPoint, i);

      cairo_arc (self->cr, x_of (self, point->p), y_of (self, point->pa), 0.16 * self->line, 0, 2 * G_PI);
      cairo_fill (self->cr);
    }
}

static void
draw_curve (const Chart *self, guint index)
{
  const GArray *points = self->curves[index]->points;
  const VouchSamplingOcPoint *last = &g_array_index (points, VouchSamplingOcPoint, points->len - 1);

  cairo_save (self->cr);
  cairo_rectangle (self->cr, 0, 0, self->left + self->width, self->top + self->height + self->line);
  cairo_clip (self->cr);
  set_pen (self, index);
  for (guint i = 0; i < points->len; i++)
    {
      const VouchSamplingOcPoint *point = &g_array_index (points, VouchSamplingOcPoint, i);

      cairo_line_to (self->cr, x_of (self, point->p), y_of (self, point->pa));
    }
  /* Worse lots fare no better. */
  if (100 * last->p < self->p.most && last->pa <= END_PA)
    cairo_line_to (self->cr, self->left + self->width, y_of (self, last->pa));
  cairo_stroke (self->cr);
  draw_dots (self, points);
  cairo_restore (self->cr);
}

/* A disc for the producer, a square for the consumer; only those of the first curve are full. */
static void
draw_mark (const Chart *self, gboolean is_producers, guint index, double x, double y)
{
  double half = 0.32 * self->line;

  if (is_producers)
    cairo_arc (self->cr, x, y, half, 0, 2 * G_PI);
  else
    cairo_rectangle (self->cr, x - half, y - half, 2 * half, 2 * half);
  if (index == 0)
    cairo_fill (self->cr);
  else
    cairo_stroke (self->cr);
}

static void
draw_marks (const Chart *self, guint index)
{
  const VouchOcCurve *curve = self->curves[index];

  cairo_save (self->cr);
  set_pen (self, index);
  cairo_set_dash (self->cr, NULL, 0, 0);
  if (!isnan (curve->producers.p))
    draw_mark (self, TRUE, index, x_of (self, curve->producers.p), y_of (self, curve->producers.pa));
  if (!isnan (curve->consumers.p))
    draw_mark (self, FALSE, index, x_of (self, curve->consumers.p), y_of (self, curve->consumers.pa));
  cairo_restore (self->cr);
}

/* The next AQL after @last, or NAN: curves may share one. */
static double
find_next_aql (const Chart *self, double last, const char **text)
{
  double next = NAN;

  for (guint i = 0; i < self->n_curves; i++)
    {
      double aql = vouch_oc_plan_get_aql (self->curves[i]->plan);

      if (aql > last && !(aql >= next))
        {
          next = aql;
          *text = self->curves[i]->plan->aql;
        }
    }
  return next;
}

/* A line across the field, named above it, right of the name before. */
static double
draw_aql (const Chart *self, double aql, const char *text, double left)
{
  /* Translators: the acceptance quality limit, like "1.0". */
  g_autofree char *label = g_strdup_printf (_ ("AQL %s"), text);
  double dashes[] = { 0.2 * self->line, 0.2 * self->line };
  double x = x_of (self, aql), half = vouch_chart_style_measure (self->style, label) / 2;
  double middle = MAX (x, left + half);

  vouch_chart_style_use (&self->style->foreground, self->cr);
  cairo_set_line_width (self->cr, 0.09 * self->line);
  cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
  vouch_chart_style_draw_line (self->cr, x, self->top - 0.25 * self->line, x, self->top + self->height);
  cairo_set_dash (self->cr, NULL, 0, 0);
  vouch_chart_style_write (self->style, self->cr, label, middle, self->top - 1.35 * self->line, 0.5, 0);
  return middle + half + 0.6 * self->line;
}

static void
draw_aqls (const Chart *self)
{
  const char *text = NULL;
  double left = self->left;

  for (double aql = find_next_aql (self, -1, &text); !isnan (aql); aql = find_next_aql (self, aql, &text))
    left = draw_aql (self, aql, text, left);
}

static double
draw_mark_key (const Chart *self, gboolean is_producers, const char *text, double x, double y)
{
  double room = self->left + self->width + self->line - x;

  draw_mark (self, is_producers, 0, x + 0.4 * self->line, y + 0.5 * self->line);
  vouch_chart_style_write (self->style, self->cr, text, x + 1.1 * self->line, y, 0, MAX (room - 1.1 * self->line, 1));
  return x + 2.2 * self->line + vouch_chart_style_measure (self->style, text);
}

static void
draw_legend (const Chart *self)
{
  double y = self->top + self->height + 2.9 * self->line, x = 0.2 * self->line;
  double text_x = x + (SAMPLE_WIDTH + 0.5) * self->line;

  for (guint i = 0; i < self->n_curves; i++)
    {
      cairo_save (self->cr);
      set_pen (self, i);
      vouch_chart_style_draw_line (self->cr, x, y + 0.5 * self->line, x + SAMPLE_WIDTH * self->line,
                                   y + 0.5 * self->line);
      cairo_restore (self->cr);
      vouch_chart_style_use (&self->style->foreground, self->cr);
      vouch_chart_style_write (self->style, self->cr, self->curves[i]->plan->name, text_x, y, 0,
                               self->left + self->width + self->line - text_x);
      y += LEGEND_PITCH * self->line;
    }
  /* xgettext:no-c-format
   * Translators: a point of a curve: up to this quality, lots are accepted with at least 95 %. */
  x = draw_mark_key (self, TRUE, _ ("≥ 95 % accepted"), x, y);
  /* xgettext:no-c-format */
  draw_mark_key (self, FALSE, _ ("≤ 10 % accepted"), x, y);
}

/**
 * vouch_oc_drawing_draw:
 * @curves: (array length=n_curves): what to draw; the first one stands out
 * @n_curves: how many, 1 to VOUCH_OC_DRAWING_CURVES_MAX
 * @style: how it looks there
 * @cr: where to, from 0, 0
 * @width: room there is
 * @height: room there is
 *
 * Draws curves over a common axis, with the producer's and the consumer's points, the AQL, and which is which below.
 */
void
vouch_oc_drawing_draw (const VouchOcCurve *const *curves, guint n_curves, const VouchChartStyle *style, cairo_t *cr,
                       double width, double height)
{
  Chart chart = { .curves = curves, .n_curves = n_curves, .style = style, .cr = cr };

  g_return_if_fail (n_curves >= 1 && n_curves <= VOUCH_OC_DRAWING_CURVES_MAX && style != NULL);

  chart.line = vouch_chart_style_get_line (style);
  lay_out (&chart, width, height);
  cairo_save (cr);
  draw_axes (&chart, width);
  draw_aqls (&chart);
  for (guint i = n_curves; i-- > 0;)
    draw_curve (&chart, i);
  for (guint i = n_curves; i-- > 0;)
    draw_marks (&chart, i);
  draw_legend (&chart);
  cairo_restore (cr);
}
