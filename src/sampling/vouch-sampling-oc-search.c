/* Which quality has the property asked for. */
#include "vouch-sampling-oc-search.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vouch-error.h"

/* What the probability of a lot of whole items may miss by rounding. */
#define ROUNDING 1e-12
/* Where a chart ends by itself: hardly a lot is accepted any more. */
#define CHART_PA 0.001
/* How finely is looked for the top of the outgoing quality before it is closed in: points a decade. */
#define STEPS_A_DECADE 32

static double
compute_pa (const VouchSamplingOc *self, double p)
{
  VouchSamplingOcPoint point;

  return vouch_sampling_oc_compute (self, p, &point, NULL) ? point.pa : 0;
}

/* Halves until the two are neighbours among the numbers there are, which takes as long for small p as for large ones.
 */
static double
bisect_quality (const VouchSamplingOc *self, double pa, double good, double bad)
{
  for (;;)
    {
      double middle = good + (bad - good) / 2;

      if (middle <= good || middle >= bad)
        return good;
      if (compute_pa (self, middle) >= pa)
        good = middle;
      else
        bad = middle;
    }
}

static void
find_in_process (const VouchSamplingOc *self, double pa, VouchSamplingOcPoint *point)
{
  double worst = vouch_sampling_oc_get_p_max (self);
  double bad = 1.0 / (double)vouch_sampling_oc_get_drawn_most (self), good;

  while (compute_pa (self, bad) >= pa)
    bad = MIN (2 * bad, worst);
  good = bad / 2;
  while (compute_pa (self, good) < pa)
    {
      bad = good;
      good /= 2;
    }
  vouch_sampling_oc_compute (self, bisect_quality (self, pa, good, bad), point, NULL);
}

static void
find_in_lot (const VouchSamplingOc *self, double pa, VouchSamplingOcPoint *point)
{
  gint64 good = 0, bad = vouch_sampling_oc_get_lot_size (self);

  while (bad - good > 1)
    {
      gint64 middle = good + (bad - good) / 2;

      vouch_sampling_oc_compute_count (self, middle, point, NULL);
      if (point->pa >= pa * (1 - ROUNDING))
        good = middle;
      else
        bad = middle;
    }
  vouch_sampling_oc_compute_count (self, good, point, NULL);
}

/**
 * vouch_sampling_oc_find_quality:
 * @self: an operating characteristic
 * @pa: a probability of acceptance, between 0 and 1 and neither of them
 * @point: (out caller-allocates): the quality found and what the plan does with it; untouched on failure
 * @error: INVALID, field "pa": no such probability, or one below what the plan accepts at its worst
 *
 * Finds the worst quality that is accepted with at least the probability @pa. With lots of whole items, which have only
 * some probabilities, that is the largest number of nonconforming ones of which it holds.
 *
 * Returns: whether there is such a quality
 */
gboolean
vouch_sampling_oc_find_quality (const VouchSamplingOc *self, double pa, VouchSamplingOcPoint *point, GError **error)
{
  g_return_val_if_fail (self != NULL && point != NULL, FALSE);

  if (!(pa > 0 && pa < 1))
    {
      vouch_set_field_error (error, "pa", VOUCH_ERROR_INVALID,
                             _ ("A probability of acceptance to look for lies between 0 and 1"));
      return FALSE;
    }
  if (compute_pa (self, vouch_sampling_oc_get_p_max (self)) >= pa)
    {
      vouch_set_field_error (error, "pa", VOUCH_ERROR_INVALID,
                             _ ("This plan accepts lots of any quality with at least that probability"));
      return FALSE;
    }
  if (vouch_sampling_oc_get_model (self) == VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC)
    find_in_lot (self, pa, point);
  else
    find_in_process (self, pa, point);
  return TRUE;
}

static double
compute_aoq (const VouchSamplingOc *self, double p)
{
  VouchSamplingOcPoint point;

  return vouch_sampling_oc_compute (self, p, &point, NULL) ? point.aoq : 0;
}

/* Between two qualities, the better of which is left with a rising and the worse with a falling outgoing quality. */
static double
bisect_top (const VouchSamplingOc *self, double rising, double falling)
{
  for (;;)
    {
      double middle = rising + (falling - rising) / 2;

      if (middle <= rising || middle >= falling)
        return rising;
      if (vouch_sampling_oc_compute_aoq_slope (self, middle) > 0)
        rising = middle;
      else
        falling = middle;
    }
}

/* The best of a row of qualities, each worse than the one before by the same factor, and its neighbours. */
static double
scan_top (const VouchSamplingOc *self, double *before, double *after)
{
  double worst = vouch_sampling_oc_get_p_max (self), factor = pow (10, 1.0 / STEPS_A_DECADE);
  double best = -1, top = worst, start = 0.01 / (double)vouch_sampling_oc_get_drawn_most (self);

  for (double p = start; p < worst * factor; p *= factor)
    {
      double tried = MIN (p, worst), aoq = compute_aoq (self, tried);

      if (aoq > best)
        {
          best = aoq;
          top = tried;
        }
    }
  *before = top / factor;
  *after = MIN (top * factor, worst);
  return top;
}

static void
find_top_in_process (const VouchSamplingOc *self, VouchSamplingOcPoint *point)
{
  double before, after, top = scan_top (self, &before, &after);

  if (top < vouch_sampling_oc_get_p_max (self))
    top = bisect_top (self, before, after);
  vouch_sampling_oc_compute (self, top, point, NULL);
}

/* The slope of whole items is whether one more nonconforming item makes what goes out worse. */
static void
find_top_in_lot (const VouchSamplingOc *self, VouchSamplingOcPoint *point)
{
  gint64 lot_size = vouch_sampling_oc_get_lot_size (self), rising, falling;
  VouchSamplingOcPoint next;
  double before, after;

  scan_top (self, &before, &after);
  rising = MAX ((gint64)(before * (double)lot_size) - 1, 0);
  falling = MIN ((gint64)(after * (double)lot_size) + 2, lot_size);
  while (falling > rising)
    {
      gint64 middle = rising + (falling - rising) / 2;

      vouch_sampling_oc_compute_count (self, middle, point, NULL);
      vouch_sampling_oc_compute_count (self, middle + 1, &next, NULL);
      if (next.aoq > point->aoq)
        rising = middle + 1;
      else
        falling = middle;
    }
  vouch_sampling_oc_compute_count (self, rising, point, NULL);
}

/**
 * vouch_sampling_oc_find_aoql:
 * @self: an operating characteristic
 * @point: (out caller-allocates): the point with the worst average outgoing quality; its aoq is the limit, AOQL
 *
 * The average outgoing quality limit: however bad the lots are that come in, what goes out is no worse on the average,
 * if lots not accepted are sorted 100 %.
 */
void
vouch_sampling_oc_find_aoql (const VouchSamplingOc *self, VouchSamplingOcPoint *point)
{
  g_return_if_fail (self != NULL && point != NULL);

  if (vouch_sampling_oc_get_model (self) == VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC)
    find_top_in_lot (self, point);
  else
    find_top_in_process (self, point);
}

/**
 * vouch_sampling_oc_compute_risks:
 * @self: an operating characteristic
 * @prq: producer's risk quality: the producer is to be safe with lots as good as this
 * @crq: consumer's risk quality: the consumer is to be safe from lots as bad as this
 * @producers: (out): producer's risk: the probability that a lot of @prq is not accepted
 * @consumers: (out): consumer's risk: the probability that a lot of @crq is accepted
 * @error: INVALID, field "prq" or "crq": no quality
 *
 * Returns: whether there is an answer
 */
gboolean
vouch_sampling_oc_compute_risks (const VouchSamplingOc *self, double prq, double crq, double *producers,
                                 double *consumers, GError **error)
{
  VouchSamplingModel model = vouch_sampling_oc_get_model (self);

  if (!vouch_sampling_oc_check_p (model, prq, "prq", error) || !vouch_sampling_oc_check_p (model, crq, "crq", error))
    return FALSE;
  *producers = 1 - compute_pa (self, prq);
  *consumers = compute_pa (self, crq);
  return TRUE;
}

/* Where the chart ends if nobody says so. */
static double
choose_end (const VouchSamplingOc *self)
{
  VouchSamplingOcPoint point;

  if (!vouch_sampling_oc_find_quality (self, CHART_PA, &point, NULL))
    return vouch_sampling_oc_get_p_max (self);
  return point.p;
}

/**
 * vouch_sampling_oc_list_points:
 * @self: an operating characteristic
 * @p_most: the worst quality to list; 0 for the one with which hardly a lot is accepted
 * @n_points: how many points, 2 to VOUCH_SAMPLING_OC_POINTS_MAX
 * @error: INVALID with the field at fault: "points" or "p_max"
 *
 * The curve for a chart, from perfect quality on, evenly spaced. Lots of few items have fewer different qualities than
 * points: each is listed once.
 *
 * Returns: (transfer full) (nullable) (element-type VouchSamplingOcPoint): the points
 */
GArray *
vouch_sampling_oc_list_points (const VouchSamplingOc *self, double p_most, guint n_points, GError **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (VouchSamplingOcPoint));

  g_return_val_if_fail (self != NULL, NULL);

  if (n_points < 2 || n_points > VOUCH_SAMPLING_OC_POINTS_MAX)
    {
      vouch_set_field_error (error, "points", VOUCH_ERROR_INVALID, _ ("A chart has 2 to %d points"),
                             VOUCH_SAMPLING_OC_POINTS_MAX);
      return NULL;
    }
  if (!vouch_sampling_oc_check_p (vouch_sampling_oc_get_model (self), p_most, "p_max", error))
    return NULL;
  if (p_most <= 0)
    p_most = choose_end (self);
  for (guint i = 0; i < n_points; i++)
    {
      VouchSamplingOcPoint point;
      gboolean is_new;

      vouch_sampling_oc_compute (self, MIN (p_most * i / (n_points - 1), vouch_sampling_oc_get_p_max (self)), &point,
                                 NULL);
      is_new = points->len == 0 || point.p > g_array_index (points, VouchSamplingOcPoint, points->len - 1).p;
      if (is_new)
        g_array_append_val (points, point);
    }
  return g_steal_pointer (&points);
}
