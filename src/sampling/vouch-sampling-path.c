/* Which ways through the stages of a plan there are, by dynamic programming over the stages. */
#include "vouch-sampling-path.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"

/* No plan of several samples counts so far; the work grows with the square of it. */
#define COUNT_MAX 4000

/* The counts above Ac then begin at 0 where nothing accepts. */
G_STATIC_ASSERT (VOUCH_SAMPLING_NO_ACCEPTANCE == -1);

static gboolean
check_stage (const VouchSamplingStage *stage, guint number, gboolean is_only, GError **error)
{
  if (stage->n < 1 && number == 1)
    vouch_set_field_error (error, "n", VOUCH_ERROR_INVALID, _ ("The first sample has no items; n is at least 1"));
  else if (stage->re < 1)
    vouch_set_field_error (error, "re", VOUCH_ERROR_INVALID,
                           _ ("Sample %u rejects every lot; the rejection number is at least 1"), number);
  else if (stage->ac < VOUCH_SAMPLING_NO_ACCEPTANCE)
    vouch_set_field_error (
        error, "ac", VOUCH_ERROR_INVALID,
        _ ("Sample %u has a negative acceptance number; where acceptance is not permitted, give none"), number);
  else if (stage->ac >= (gint64)stage->re)
    vouch_set_field_error (error, "ac", VOUCH_ERROR_INVALID,
                           _ ("Sample %u would accept and reject with the same count: Ac is %d and Re is %u; Re has to "
                              "be larger"),
                           number, stage->ac, stage->re);
  else if (!is_only && stage->re > COUNT_MAX)
    vouch_set_field_error (error, "re", VOUCH_ERROR_INVALID,
                           _ ("Re of sample %u is %u; in a plan of several samples it can be %d at most"), number,
                           stage->re, COUNT_MAX);
  else
    return TRUE;
  return FALSE;
}

/**
 * vouch_sampling_path_check:
 * @stages: the stages of a plan
 * @error: INVALID: "stages" if there are none or too many, "n", "ac" or "re" if a stage has an impossible number
 *
 * A sample after the first may have no items, where the lot is used up before.
 *
 * Returns: whether a plan could have these stages
 */
gboolean
vouch_sampling_path_check (const VouchSamplingStages *stages, GError **error)
{
  g_return_val_if_fail (stages != NULL, FALSE);

  if (stages->n_stages < 1 || stages->n_stages > VOUCH_SAMPLING_STAGES_MAX)
    {
      vouch_set_field_error (error, "stages", VOUCH_ERROR_INVALID, _ ("A plan has 1 to %d samples, not %u"),
                             VOUCH_SAMPLING_STAGES_MAX, stages->n_stages);
      return FALSE;
    }
  for (guint i = 0; i < stages->n_stages; i++)
    if (!check_stage (&stages->stages[i], i + 1, stages->n_stages == 1, error))
      return FALSE;
  return TRUE;
}

/* With the count d in everything drawn so far: how much of it lay in the samples before this one. */
static VouchSamplingDistribution
distribute_earlier (VouchSamplingModel model, const VouchSamplingPath *before, const VouchSamplingPath *path, gint64 d)
{
  VouchSamplingDistribution items = {
    .model = VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC, .n = before->drawn, .lot_size = path->drawn, .nonconforming = d
  };
  VouchSamplingDistribution nonconformities = { .model = VOUCH_SAMPLING_MODEL_BINOMIAL,
                                                .n = d,
                                                .p = (double)before->drawn / (double)path->drawn };

  return model == VOUCH_SAMPLING_MODEL_POISSON ? nonconformities : items;
}

static void
count_shares (VouchSamplingModel model, const VouchSamplingStage *decision, const VouchSamplingPath *before,
              VouchSamplingPath *path)
{
  gint64 first = MAX (before->first, (gint64)decision->ac + 1);
  gint64 end = before->first + (gint64)before->n_shares;
  gsize n_undecided = end > first ? (gsize)(end - first) : 0;
  g_autofree double *masses = g_new (double, MAX (n_undecided, 1));

  path->shares = g_new0 (double, MAX (path->n_shares, 1));
  for (gsize i = 0; i < path->n_shares; i++)
    {
      VouchSamplingDistribution earlier = distribute_earlier (model, before, path, path->first + (gint64)i);

      vouch_sampling_distribution_fill (&earlier, first, n_undecided, masses);
      for (gsize j = 0; j < n_undecided; j++)
        path->shares[i] += masses[j] * (before->shares != NULL ? before->shares[first - before->first + (gint64)j] : 1);
    }
}

/**
 * vouch_sampling_path_init:
 * @stages: the stages of a plan, as vouch_sampling_path_check() likes them
 * @model: what is counted: of a hypergeometric or binomial model items, of which there are not more than are drawn
 * @lot_size: items in the lot, after which there is nothing left to draw; 0 if that does not matter
 * @paths: (out caller-allocates): one for each stage; release with vouch_sampling_path_clear()
 */
void
vouch_sampling_path_init (const VouchSamplingStages *stages, VouchSamplingModel model, gint64 lot_size,
                          VouchSamplingPath paths[VOUCH_SAMPLING_STAGES_MAX])
{
  gint64 drawn = 0;

  for (guint i = 0; i < stages->n_stages; i++)
    {
      const VouchSamplingStage *stage = &stages->stages[i];
      gint64 end = stage->re;

      drawn += stage->n;
      if (lot_size > 0)
        drawn = MIN (drawn, lot_size);
      if (model != VOUCH_SAMPLING_MODEL_POISSON)
        end = MIN (end, drawn + 1);
      paths[i] = (VouchSamplingPath){ .drawn = drawn };
      if (i > 0)
        paths[i].first = MAX (paths[i - 1].first, (gint64)stages->stages[i - 1].ac + 1);
      paths[i].n_shares = end > paths[i].first ? (gsize)(end - paths[i].first) : 0;
      if (i > 0)
        count_shares (model, &stages->stages[i - 1], &paths[i - 1], &paths[i]);
    }
}

/**
 * vouch_sampling_path_clear:
 * @paths: what vouch_sampling_path_init() filled, or zeros
 */
void
vouch_sampling_path_clear (VouchSamplingPath paths[VOUCH_SAMPLING_STAGES_MAX])
{
  for (guint i = 0; i < VOUCH_SAMPLING_STAGES_MAX; i++)
    g_clear_pointer (&paths[i].shares, g_free);
}
