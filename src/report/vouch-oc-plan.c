#include "vouch-oc-plan.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Beyond this many items a chart cannot show that what is drawn is not put back. */
#define COUNTED_LOT_MAX 1000000

/**
 * vouch_oc_plan_new:
 * @name: what the plan is called in the chart, translated
 * @stages: its samples
 * @lot_size: items in the lot; 0 if it is not known
 *
 * A plan that counts nonconforming items, without an AQL; both may be set afterwards.
 *
 * Returns: (transfer full): the plan
 */
VouchOcPlan *
vouch_oc_plan_new (const char *name, const VouchSamplingStages *stages, gint64 lot_size)
{
  VouchOcPlan *self;

  g_return_val_if_fail (name != NULL && stages != NULL && lot_size >= 0, NULL);

  self = g_new0 (VouchOcPlan, 1);
  self->name = g_strdup (name);
  self->stages = *stages;
  self->lot_size = lot_size;
  if (lot_size > 0)
    vouch_sampling_stages_fit (&self->stages, lot_size);
  return self;
}

static gboolean
are_alike (const VouchSamplingStages *stages)
{
  for (guint i = 1; i < stages->n_stages; i++)
    if (stages->stages[i].n != stages->stages[0].n)
      return FALSE;
  return TRUE;
}

/* Like "2 × 50", as the samples of the tables are, or "50 + 30". */
static char *
dup_sizes (const VouchSamplingStages *stages)
{
  GString *text = g_string_new (NULL);

  if (are_alike (stages))
    g_string_append_printf (text, "%u\u00a0×\u00a0%u", stages->n_stages, stages->stages[0].n);
  else
    for (guint i = 0; i < stages->n_stages; i++)
      g_string_append_printf (text, i > 0 ? " + %u" : "%u", stages->stages[i].n);
  return g_string_free (text, FALSE);
}

/* What is not looked up in a table has no AQL, nor a severity. */
static gboolean
is_tabled (const VouchSamplingPlan *plan)
{
  return plan->aql != NULL && plan->aql[0] != '\0';
}

static char *
dup_name (const VouchSamplingPlan *plan)
{
  const VouchSamplingStage *last = &plan->samples.stages[plan->samples.n_stages - 1];
  const char *severity = vouch_severity_get_label (plan->table.severity);
  g_autofree char *sizes = NULL;

  if (!is_tabled (plan))
    return g_strdup_printf ("n\u00a0=\u00a0%u, Ac\u00a0%d, Re\u00a0%u", last->n, last->ac, last->re);
  if (plan->samples.n_stages == 1)
    /* Translators: a severity; sample size, acceptance and rejection number, which no line break parts from their
     * letters. */
    return g_strdup_printf (_ ("%s: n\u00a0=\u00a0%u, Ac\u00a0%d, Re\u00a0%u"), severity, last->n, last->ac, last->re);
  sizes = dup_sizes (&plan->samples);
  /* Translators: a type of plan; a severity; the sizes of its samples, like "7 × 50". */
  return g_strdup_printf (_ ("%s, %s: n\u00a0=\u00a0%s"), vouch_sampling_type_get_label (plan->type), severity, sizes);
}

/**
 * vouch_oc_plan_new_for_plan:
 * @name: (nullable): what the plan is called in the chart, translated; %NULL for its severity and figures
 * @plan: a plan for a lot; with an empty AQL, one that comes from no table
 *
 * Returns: (transfer full): the plan
 */
VouchOcPlan *
vouch_oc_plan_new_for_plan (const char *name, const VouchSamplingPlan *plan)
{
  g_autofree char *own_name = NULL;
  VouchOcPlan *self;

  g_return_val_if_fail (plan != NULL, NULL);

  if (name == NULL)
    own_name = dup_name (plan);
  self = vouch_oc_plan_new (name != NULL ? name : own_name, &plan->samples, plan->lot_size);
  self->counts_nonconformities = plan->counts_nonconformities;
  self->aql = is_tabled (plan) ? g_strdup (plan->aql) : NULL;
  return self;
}

/**
 * vouch_oc_plan_copy:
 * @self: (nullable): a plan
 *
 * Returns: (transfer full) (nullable): the same
 */
VouchOcPlan *
vouch_oc_plan_copy (const VouchOcPlan *self)
{
  VouchOcPlan *copy;

  if (self == NULL)
    return NULL;
  copy = g_memdup2 (self, sizeof *self);
  copy->name = g_strdup (self->name);
  copy->aql = g_strdup (self->aql);
  return copy;
}

/**
 * vouch_oc_plan_free:
 * @self: (nullable): a plan
 */
void
vouch_oc_plan_free (VouchOcPlan *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->aql);
  g_free (self);
}

/**
 * vouch_oc_plan_get_model:
 * @self: a plan
 *
 * Which model answers for the plan: Poisson for nonconformities; for items, the one that is exact for the very lot, or
 * where the lot is not known, or so large that it makes no difference, that of a process.
 *
 * Returns: the model
 */
VouchSamplingModel
vouch_oc_plan_get_model (const VouchOcPlan *self)
{
  g_return_val_if_fail (self != NULL, VOUCH_SAMPLING_MODEL_BINOMIAL);

  if (self->counts_nonconformities)
    return VOUCH_SAMPLING_MODEL_POISSON;
  if (self->lot_size > 0 && self->lot_size <= COUNTED_LOT_MAX)
    return VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC;
  return VOUCH_SAMPLING_MODEL_BINOMIAL;
}

/**
 * vouch_oc_plan_get_aql:
 * @self: a plan
 *
 * Returns: the AQL as a quality: a fraction nonconforming, or nonconformities per item; NAN without an AQL
 */
double
vouch_oc_plan_get_aql (const VouchOcPlan *self)
{
  g_return_val_if_fail (self != NULL, NAN);

  return self->aql != NULL ? g_ascii_strtod (self->aql, NULL) / 100 : NAN;
}
