/* A lot is accepted at a stage with the count d in everything drawn so far. How likely d is follows from the lot and
 * the number of items drawn, as in a single plan; which share of those ways has come to this stage is the plan's own,
 * and known beforehand (vouch-sampling-path.h). So every stage costs but one short sum, whatever the model. */
#include "vouch-sampling-oc.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vouch-error.h"
#include "vouch-sampling-oc-private.h"

/* The probabilities of what becomes of a lot at one stage. */
typedef struct
{
  double accepted; /* the gap of the last stage included */
  double between;  /* only that */
  double undecided;
} Outcome;

static gboolean
check_lot (const VouchSamplingStages *stages, VouchSamplingModel model, gint64 lot_size, GError **error)
{
  if (lot_size < 0 || (lot_size == 0 && model == VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC))
    vouch_set_field_error (error, "N", VOUCH_ERROR_INVALID,
                           _ ("A lot has at least 1 item; the hypergeometric model needs the lot's size"));
  else if (lot_size > VOUCH_SAMPLING_LOT_SIZE_MAX)
    vouch_set_field_error (error, "N", VOUCH_ERROR_INVALID, _ ("The largest lot has %lld items, not %lld"),
                           (long long)VOUCH_SAMPLING_LOT_SIZE_MAX, (long long)lot_size);
  else if (lot_size > 0 && stages->stages[0].n > lot_size)
    vouch_set_field_error (error, "n", VOUCH_ERROR_INVALID, _ ("A sample of %u cannot be drawn from a lot of %lld"),
                           stages->stages[0].n, (long long)lot_size);
  else
    return TRUE;
  return FALSE;
}

/**
 * vouch_sampling_oc_new:
 * @stages: the stages of the plan
 * @model: how samples depend on lots
 * @lot_size: items in the lot; 0 if it is not known, which the hypergeometric model does not accept
 * @error: INVALID with the field at fault: "stages", "n", "ac", "re" or "N"
 *
 * Of a hypergeometric model, a sample after the first takes what is left in the lot if that is less than its n.
 *
 * Returns: (transfer full) (nullable): the operating characteristic
 */
VouchSamplingOc *
vouch_sampling_oc_new (const VouchSamplingStages *stages, VouchSamplingModel model, gint64 lot_size, GError **error)
{
  VouchSamplingOc *self;

  g_return_val_if_fail (stages != NULL && (guint)model < VOUCH_N_SAMPLING_MODELS, NULL);

  if (!vouch_sampling_path_check (stages, error) || !check_lot (stages, model, lot_size, error))
    return NULL;
  self = g_new0 (VouchSamplingOc, 1);
  self->model = model;
  self->lot_size = lot_size;
  self->stages = *stages;
  vouch_sampling_path_init (stages, model, model == VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC ? lot_size : 0, self->paths);
  return self;
}

/**
 * vouch_sampling_oc_new_for_plan:
 * @plan: a plan for a lot
 * @model: how samples depend on lots; the Poisson model for a plan that counts nonconformities
 * @error: INVALID, field "model", where the plan counts nonconformities and the model items
 *
 * The samples are no larger than what there is in the lot: of a plan that inspects all of it, n is the lot's size.
 *
 * Returns: (transfer full) (nullable): the operating characteristic
 */
VouchSamplingOc *
vouch_sampling_oc_new_for_plan (const VouchSamplingPlan *plan, VouchSamplingModel model, GError **error)
{
  VouchSamplingStages stages;

  g_return_val_if_fail (plan != NULL, NULL);

  if (plan->counts_nonconformities && model != VOUCH_SAMPLING_MODEL_POISSON)
    {
      vouch_set_field_error (error, "model", VOUCH_ERROR_INVALID,
                             _ ("This plan counts nonconformities, of which an item may have several; only the model "
                                "poisson knows them"));
      return NULL;
    }
  stages = plan->samples;
  vouch_sampling_stages_fit (&stages, plan->lot_size);
  return vouch_sampling_oc_new (&stages, model, plan->lot_size, error);
}

/**
 * vouch_sampling_oc_free:
 * @self: (nullable): an operating characteristic
 */
void
vouch_sampling_oc_free (VouchSamplingOc *self)
{
  if (self == NULL)
    return;
  vouch_sampling_path_clear (self->paths);
  g_free (self);
}

/**
 * vouch_sampling_oc_get_model:
 * @self: an operating characteristic
 *
 * Returns: its model
 */
VouchSamplingModel
vouch_sampling_oc_get_model (const VouchSamplingOc *self)
{
  return self->model;
}

/**
 * vouch_sampling_oc_get_lot_size:
 * @self: an operating characteristic
 *
 * Returns: items in the lot; 0 if that is not known
 */
gint64
vouch_sampling_oc_get_lot_size (const VouchSamplingOc *self)
{
  return self->lot_size;
}

/**
 * vouch_sampling_oc_get_drawn_most:
 * @self: an operating characteristic
 *
 * Returns: how many items are inspected of a lot that is undecided until the last stage
 */
gint64
vouch_sampling_oc_get_drawn_most (const VouchSamplingOc *self)
{
  return self->paths[self->stages.n_stages - 1].drawn;
}

/**
 * vouch_sampling_oc_get_p_max:
 * @self: an operating characteristic
 *
 * Returns: the worst quality that it can be asked for
 */
double
vouch_sampling_oc_get_p_max (const VouchSamplingOc *self)
{
  return self->model == VOUCH_SAMPLING_MODEL_POISSON ? VOUCH_SAMPLING_NONCONFORMITIES_MAX : 1;
}

/**
 * vouch_sampling_oc_check_p:
 * @model: a model
 * @p: a quality
 * @field: what the caller calls it
 * @error: INVALID, with @field
 *
 * A fraction nonconforming is 0 to 1. Nonconformities per item, which the Poisson model counts, may be more than 1.
 *
 * Returns: whether there is such a quality
 */
gboolean
vouch_sampling_oc_check_p (VouchSamplingModel model, double p, const char *field, GError **error)
{
  if (model == VOUCH_SAMPLING_MODEL_POISSON)
    {
      if (p >= 0 && p <= VOUCH_SAMPLING_NONCONFORMITIES_MAX)
        return TRUE;
      vouch_set_field_error (error, field, VOUCH_ERROR_INVALID, _ ("Nonconformities per item are 0 to %d"),
                             VOUCH_SAMPLING_NONCONFORMITIES_MAX);
    }
  else
    {
      if (p >= 0 && p <= 1)
        return TRUE;
      vouch_set_field_error (error, field, VOUCH_ERROR_INVALID,
                             _ ("A fraction nonconforming is 0 to 1; 0.01 stands for 1 %%"));
    }
  return FALSE;
}

/* The first count with which a stage does not accept. */
gint64
vouch_sampling_oc_get_acceptance_end (const VouchSamplingOc *self, guint i)
{
  const VouchSamplingStage *stage = &self->stages.stages[i];

  return i + 1 == self->stages.n_stages ? (gint64)stage->re : (gint64)stage->ac + 1;
}

/* The probability of counts from first up to but without end at the end of a stage that is reached. */
static double
sum_path (const VouchSamplingPath *path, const VouchSamplingDistribution *counts, const double *masses, gint64 first,
          gint64 end)
{
  gint64 limit = path->first + (gint64)path->n_shares;
  double sum = 0;

  first = MAX (first, path->first);
  end = MIN (end, limit);
  if (path->shares == NULL)
    return vouch_sampling_distribution_between (counts, first, end - 1);
  for (gint64 d = first; d < end; d++)
    sum += path->shares[d - path->first] * masses[d - path->first];
  return sum;
}

static Outcome
judge_stage (const VouchSamplingOc *self, guint i, const VouchSamplingDistribution *counts)
{
  const VouchSamplingStage *stage = &self->stages.stages[i];
  const VouchSamplingPath *path = &self->paths[i];
  gboolean is_last = i + 1 == self->stages.n_stages;
  g_autofree double *masses = NULL;
  Outcome outcome = { 0, 0, 0 };
  double rest;

  if (path->shares != NULL)
    {
      masses = g_new (double, MAX (path->n_shares, 1));
      vouch_sampling_distribution_fill (counts, path->first, path->n_shares, masses);
    }
  rest = sum_path (path, counts, masses, (gint64)stage->ac + 1, stage->re);
  outcome.accepted = sum_path (path, counts, masses, 0, vouch_sampling_oc_get_acceptance_end (self, i));
  outcome.between = is_last ? rest : 0;
  outcome.undecided = is_last ? 0 : rest;
  return outcome;
}

/* The counts in everything drawn up to and with a stage. */
VouchSamplingDistribution
vouch_sampling_oc_distribute (const VouchSamplingOc *self, guint i, gint64 lot_size, gint64 nonconforming, double p)
{
  return (VouchSamplingDistribution){
    .model = self->model, .n = self->paths[i].drawn, .lot_size = lot_size, .nonconforming = nonconforming, .p = p
  };
}

/* The part of a lot that a stage leaves uninspected where it accepts. */
double
vouch_sampling_oc_get_unseen_part (const VouchSamplingOc *self, guint i)
{
  if (self->lot_size == 0)
    return 1;
  return (double)MAX (self->lot_size - self->paths[i].drawn, 0) / (double)self->lot_size;
}

/* The probability that a nonconforming item passes because it is not in the samples, and its lot is accepted at this
 * stage. The samples are then drawn from the other items, of which one fewer is nonconforming; in a process, and in
 * lots without a size, that one makes no difference. */
static double
get_passing (const VouchSamplingOc *self, guint i, gint64 nonconforming, double accepted)
{
  VouchSamplingDistribution others;
  double unseen = vouch_sampling_oc_get_unseen_part (self, i);

  if (self->model != VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC || unseen <= 0 || nonconforming == 0)
    return unseen * accepted;
  others = vouch_sampling_oc_distribute (self, i, self->lot_size - 1, nonconforming - 1, 0);
  return unseen * judge_stage (self, i, &others).accepted;
}

static void
compute (const VouchSamplingOc *self, gint64 nonconforming, double p, VouchSamplingOcPoint *point)
{
  double reached = 1, passing = 0, inspected = 0;
  gint64 before = 0;

  *point = (VouchSamplingOcPoint){ .p = p, .nonconforming = nonconforming };
  for (guint i = 0; i < self->stages.n_stages; i++)
    {
      VouchSamplingDistribution counts = vouch_sampling_oc_distribute (self, i, self->lot_size, nonconforming, p);
      Outcome outcome = judge_stage (self, i, &counts);

      point->pa += outcome.accepted;
      point->p_between += outcome.between;
      point->asn += reached * (double)(self->paths[i].drawn - before);
      passing += get_passing (self, i, nonconforming, outcome.accepted);
      inspected += outcome.accepted * (double)self->paths[i].drawn;
      reached = outcome.undecided;
      before = self->paths[i].drawn;
    }
  point->pa = MIN (point->pa, 1);
  point->aoq = p * MIN (passing, 1);
  point->ati = self->lot_size > 0 ? inspected + (1 - point->pa) * (double)self->lot_size : NAN;
}

/**
 * vouch_sampling_oc_compute:
 * @self: an operating characteristic
 * @p: the quality that is submitted: the fraction nonconforming, or for the Poisson model nonconformities per item
 * @point: (out caller-allocates): what the plan does with it; untouched on failure
 * @error: INVALID, field "p": no quality (not a number, negative, or too large)
 *
 * A hypergeometric lot has whole items: the nearest number of nonconforming ones is taken, a half to the even side, and
 * @point says which quality that is.
 *
 * Returns: whether there is an answer
 */
gboolean
vouch_sampling_oc_compute (const VouchSamplingOc *self, double p, VouchSamplingOcPoint *point, GError **error)
{
  g_return_val_if_fail (self != NULL && point != NULL, FALSE);

  if (!vouch_sampling_oc_check_p (self->model, p, "p", error))
    return FALSE;
  if (self->model == VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC)
    return vouch_sampling_oc_compute_count (self, (gint64)rint ((double)self->lot_size * p), point, error);
  compute (self, -1, p, point);
  return TRUE;
}

/**
 * vouch_sampling_oc_compute_count:
 * @self: an operating characteristic of the hypergeometric model
 * @nonconforming: nonconforming items in the lot
 * @point: (out caller-allocates): what the plan does with it; untouched on failure
 * @error: INVALID, field "D": more than the lot has, or negative
 *
 * Returns: whether there is an answer
 */
gboolean
vouch_sampling_oc_compute_count (const VouchSamplingOc *self, gint64 nonconforming, VouchSamplingOcPoint *point,
                                 GError **error)
{
  g_return_val_if_fail (self != NULL && self->model == VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC && point != NULL, FALSE);

  if (nonconforming < 0 || nonconforming > self->lot_size)
    {
      vouch_set_field_error (error, "D", VOUCH_ERROR_INVALID,
                             _ ("A lot of %lld items cannot have %lld nonconforming ones"), (long long)self->lot_size,
                             (long long)nonconforming);
      return FALSE;
    }
  compute (self, nonconforming, (double)nonconforming / (double)self->lot_size, point);
  return TRUE;
}
