#include "vouch-sampling-long-run.h"

#include "vouch-sampling-oc-search.h"

/* ISO 2859-1:1999, 9.3.3.2: a score of 30, by 2 a lot, or by 3 where Ac is 2 or more; MIL-STD-105E, 4.7.3: ten lots. */
#define LARGE_AC 2
#define LOTS_OF_SMALL_AC 15
#define LOTS_OF_LARGE_AC 10
#define LOTS_OF_105E 10

struct _VouchSamplingLongRun
{
  VouchSamplingOc *plans[VOUCH_SAMPLING_LONG_RUN_SEVERITIES];
  VouchSamplingOc *tighter; /* NULL: every accepted lot scores, or none does */
  gboolean none_scores;
  gboolean gap_ends_reduced;
  guint n_scores;
};

/* By ISO 2859-1, the lot of a plan with a large Ac scores only if the sample would have been accepted with the AQL one
 * step tighter, too. */
static gboolean
read_score (VouchSamplingLongRun *self, const VouchSamplingPlan *normal, VouchSamplingModel model, GError **error)
{
  VouchSamplingPlan tighter = *normal;
  VouchSamplingCell cell;

  self->n_scores = LOTS_OF_105E;
  if (normal->table.standard != VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999)
    return TRUE;
  self->n_scores = LOTS_OF_SMALL_AC;
  if (normal->samples.stages[0].ac < LARGE_AC)
    return TRUE;
  self->n_scores = LOTS_OF_LARGE_AC;
  self->none_scores = normal->aql_index == 0 ||
                      !vouch_sampling_table_read (&normal->table, normal->plan_letter, normal->aql_index - 1, &cell) ||
                      cell.kind != VOUCH_SAMPLING_CELL_PLAN;
  if (self->none_scores)
    return TRUE;
  tighter.samples.stages[0].ac = cell.samples.stages[0].ac;
  tighter.samples.stages[0].re = (guint32)cell.samples.stages[0].ac + 1;
  self->tighter = vouch_sampling_oc_new_for_plan (&tighter, model, error);
  return self->tighter != NULL;
}

/**
 * vouch_sampling_long_run_new:
 * @terms: what the plans are looked up by; the severity is of no account
 * @model: how samples depend on lots
 * @error: INVALID with the field at fault, as of vouch_sampling_plan_find() and
 *   vouch_sampling_oc_new_for_plan()
 *
 * Returns: (transfer full) (nullable): the characteristic of the scheme
 */
VouchSamplingLongRun *
vouch_sampling_long_run_new (const VouchSamplingTerms *terms, VouchSamplingModel model, GError **error)
{
  g_autoptr (VouchSamplingLongRun) self = g_new0 (VouchSamplingLongRun, 1);

  g_return_val_if_fail (terms != NULL, NULL);

  self->gap_ends_reduced = terms->table.standard != VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999;
  for (guint i = 0; i < VOUCH_SAMPLING_LONG_RUN_SEVERITIES; i++)
    {
      VouchSamplingTerms of_severity = *terms;
      VouchSamplingPlan plan;

      of_severity.table.severity = (VouchSeverity)i;
      if (!vouch_sampling_plan_find (&of_severity, &plan, error))
        return NULL;
      self->plans[i] = vouch_sampling_oc_new_for_plan (&plan, model, error);
      if (self->plans[i] == NULL || (i == VOUCH_SEVERITY_NORMAL && !read_score (self, &plan, model, error)))
        return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * vouch_sampling_long_run_free:
 * @self: (nullable): the characteristic of a scheme
 */
void
vouch_sampling_long_run_free (VouchSamplingLongRun *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < VOUCH_SAMPLING_LONG_RUN_SEVERITIES; i++)
    vouch_sampling_oc_free (self->plans[i]);
  vouch_sampling_oc_free (self->tighter);
  g_free (self);
}

/**
 * vouch_sampling_long_run_get_plan:
 * @self: the characteristic of a scheme
 * @severity: normal, tightened or reduced
 *
 * Returns: (transfer none): the characteristic of that plan alone
 */
const VouchSamplingOc *
vouch_sampling_long_run_get_plan (const VouchSamplingLongRun *self, VouchSeverity severity)
{
  g_return_val_if_fail (self != NULL && severity < VOUCH_SAMPLING_LONG_RUN_SEVERITIES, NULL);

  return self->plans[severity];
}

static double
compute_score (const VouchSamplingLongRun *self, double p, double accepted)
{
  VouchSamplingOcPoint point;

  if (self->none_scores)
    return 0;
  if (self->tighter == NULL || !vouch_sampling_oc_compute (self->tighter, p, &point, NULL))
    return accepted;
  return point.pa;
}

/**
 * vouch_sampling_long_run_compute:
 * @self: the characteristic of a scheme
 * @p: the quality that is submitted, as for vouch_sampling_oc_compute()
 * @point: (out caller-allocates): what the scheme does with it; untouched on failure
 * @error: INVALID, field "p": no quality
 *
 * Production is taken to be steady and the authority to agree to reduced inspection, no limit number to be asked for,
 * and discontinued inspection to be resumed; lots that are not inspected at all are not counted.
 *
 * Returns: whether there is an answer
 */
gboolean
vouch_sampling_long_run_compute (const VouchSamplingLongRun *self, double p, VouchSamplingLongRunPoint *point,
                                 GError **error)
{
  VouchSamplingLongRunPoint made = { 0 };
  VouchSamplingChances chances = { 0 };
  const VouchSamplingOcPoint *reduced = &made.plans[VOUCH_SEVERITY_REDUCED];

  g_return_val_if_fail (self != NULL && point != NULL, FALSE);

  for (guint i = 0; i < VOUCH_SAMPLING_LONG_RUN_SEVERITIES; i++)
    if (!vouch_sampling_oc_compute (self->plans[i], p, &made.plans[i], error))
      return FALSE;
  chances.n_scores = self->n_scores;
  chances.scores = compute_score (self, p, made.plans[VOUCH_SEVERITY_NORMAL].pa);
  chances.resets = made.plans[VOUCH_SEVERITY_NORMAL].pa - chances.scores;
  chances.tightened = made.plans[VOUCH_SEVERITY_TIGHTENED].pa;
  chances.reduced = reduced->pa - (self->gap_ends_reduced ? reduced->p_between : 0);
  vouch_sampling_chances_share (&chances, made.shares);
  made.p = made.plans[0].p;
  made.nonconforming = made.plans[0].nonconforming;
  for (guint i = 0; i < VOUCH_SAMPLING_LONG_RUN_SEVERITIES; i++)
    {
      made.pa += made.shares[i] * made.plans[i].pa;
      made.asn += made.shares[i] * made.plans[i].asn;
    }
  *point = made;
  return TRUE;
}

/**
 * vouch_sampling_long_run_list_points:
 * @self: the characteristic of a scheme
 * @p_most: the worst quality to list; 0 for the one with which hardly a lot is accepted on normal inspection
 * @n_points: how many points
 * @error: as of vouch_sampling_oc_list_points()
 *
 * The curve of the scheme for a chart, at the qualities that vouch_sampling_oc_list_points() chooses for the plan of
 * normal inspection.
 *
 * Returns: (transfer full) (nullable) (element-type VouchSamplingLongRunPoint): the points
 */
GArray *
vouch_sampling_long_run_list_points (const VouchSamplingLongRun *self, double p_most, guint n_points, GError **error)
{
  g_autoptr (GArray) normal = NULL;
  g_autoptr (GArray) points = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  normal = vouch_sampling_oc_list_points (self->plans[VOUCH_SEVERITY_NORMAL], p_most, n_points, error);
  if (normal == NULL)
    return NULL;
  points = g_array_sized_new (FALSE, FALSE, sizeof (VouchSamplingLongRunPoint), normal->len);
  for (guint i = 0; i < normal->len; i++)
    {
      VouchSamplingLongRunPoint point;

      if (!vouch_sampling_long_run_compute (self, g_array_index (normal, VouchSamplingOcPoint, i).p, &point, error))
        return NULL;
      g_array_append_val (points, point);
    }
  return g_steal_pointer (&points);
}
