#include "vouch-oc-curve.h"

#include <math.h>

#include "vouch-oc-figure.h"
#include "vouch-sampling-oc-search.h"

/* Enough that no corner is seen. */
#define POINTS 200
/* The curve ends where hardly a lot is accepted. */
#define END_PA 0.001

static void
find_quality (const VouchSamplingOc *oc, double pa, VouchSamplingOcPoint *point)
{
  if (!vouch_sampling_oc_find_quality (oc, pa, point, NULL))
    *point = (VouchSamplingOcPoint){ .p = NAN, .nonconforming = -1, .pa = NAN, .asn = NAN, .aoq = NAN, .ati = NAN };
}

/* The best quality that is accepted with no more than that: in a lot of whole items one more than the worst that is
 * accepted with it. */
static void
find_bad_quality (const VouchSamplingOc *oc, double pa, VouchSamplingOcPoint *point)
{
  find_quality (oc, pa, point);
  if (point->nonconforming >= 0 && point->pa > pa)
    vouch_sampling_oc_compute_count (oc, point->nonconforming + 1, point, NULL);
}

/* In a lot of whole items one more than what is hardly accepted: a plan that inspects all of it has a step there. */
static double
find_end (const VouchSamplingOc *oc)
{
  double most = vouch_sampling_oc_get_p_max (oc);
  VouchSamplingOcPoint point;

  if (!vouch_sampling_oc_find_quality (oc, END_PA, &point, NULL))
    return most;
  if (point.nonconforming < 0)
    return point.p;
  return MIN ((double)(point.nonconforming + 1) / (double)vouch_sampling_oc_get_lot_size (oc), most);
}

static void
compute_at_aql (const VouchSamplingOc *oc, double aql, VouchSamplingOcPoint *point)
{
  if (isnan (aql) || !vouch_sampling_oc_compute (oc, aql, point, NULL))
    *point = (VouchSamplingOcPoint){ .p = NAN, .nonconforming = -1, .pa = NAN, .asn = NAN, .aoq = NAN, .ati = NAN };
}

/**
 * vouch_oc_curve_compute:
 * @plan: a plan
 * @error: INVALID with the field at fault, where the stages are no plan or do not fit the lot
 *
 * Computes the curve and its figures, which takes a plan of seven stages some 20 ms: nothing for the thread of a
 * window.
 *
 * Returns: (transfer full) (nullable): the curve
 */
VouchOcCurve *
vouch_oc_curve_compute (const VouchOcPlan *plan, GError **error)
{
  g_autoptr (VouchSamplingOc) oc = NULL;
  g_autoptr (GArray) points = NULL;
  VouchOcCurve *self;

  g_return_val_if_fail (plan != NULL, NULL);

  oc = vouch_sampling_oc_new (&plan->stages, vouch_oc_plan_get_model (plan), plan->lot_size, error);
  if (oc == NULL)
    return NULL;
  points = vouch_sampling_oc_list_points (oc, find_end (oc), POINTS, error);
  if (points == NULL)
    return NULL;
  self = g_new0 (VouchOcCurve, 1);
  self->plan = vouch_oc_plan_copy (plan);
  self->model = vouch_sampling_oc_get_model (oc);
  self->points = g_steal_pointer (&points);
  find_quality (oc, VOUCH_OC_PRODUCERS_PA, &self->producers);
  find_quality (oc, 0.5, &self->indifferent);
  find_bad_quality (oc, VOUCH_OC_CONSUMERS_PA, &self->consumers);
  vouch_sampling_oc_find_aoql (oc, &self->aoql);
  compute_at_aql (oc, vouch_oc_plan_get_aql (plan), &self->at_aql);
  return self;
}

/**
 * vouch_oc_curve_free:
 * @self: (nullable): a curve
 */
void
vouch_oc_curve_free (VouchOcCurve *self)
{
  if (self == NULL)
    return;
  vouch_oc_plan_free (self->plan);
  g_array_unref (self->points);
  g_free (self);
}

/**
 * vouch_oc_curve_dup_summary:
 * @self: a curve
 *
 * Returns: (transfer full): what the chart shows, in words, for whoever cannot see it: the name and the figures, one a
 *   line
 */
char *
vouch_oc_curve_dup_summary (const VouchOcCurve *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (self->plan->name);
  for (VouchOcFigure figure = 0; figure < VOUCH_N_OC_FIGURES; figure++)
    {
      g_autofree char *value = vouch_oc_figure_dup_value (figure, self);

      g_string_append_printf (text, "\n%s: %s", vouch_oc_figure_get_label (figure), value);
    }
  return g_string_free (text, FALSE);
}
