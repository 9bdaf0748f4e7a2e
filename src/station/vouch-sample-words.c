#include "vouch-sample-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vouch-moment.h"
#include "vouch-rule-words.h"
#include "vouch-sampling-event.h"
#include "vouch-sampling-oc.h"
#include "vouch-words.h"

/**
 * vouch_words_of_class:
 * @file: a lot's file
 * @plan: one of its class plans
 *
 * Returns: (transfer none): the class of defects, or what is measured
 */
const char *
vouch_words_of_class (const VouchLotFile *file, const VouchClassPlan *plan)
{
  for (guint i = 0; i < file->characteristics->len && plan->characteristic_id != 0; i++)
    {
      const VouchCharacteristic *characteristic = g_ptr_array_index (file->characteristics, i);

      if (characteristic->id == plan->characteristic_id)
        return vouch_words_choose (characteristic->name_en, characteristic->name_zh);
    }
  return vouch_words_of_scope (plan->scope);
}

/**
 * vouch_words_dup_class_terms:
 * @plan: a class plan
 *
 * Returns: (transfer full): what it was looked up by, or what else it follows: "Level II, AQL 1.0: code letter J"
 */
char *
vouch_words_dup_class_terms (const VouchClassPlan *plan)
{
  switch (plan->method)
    {
    case VOUCH_SAMPLING_METHOD_AQL:
    case VOUCH_SAMPLING_METHOD_VARIABLES:
      if (plan->letter == NULL)
        return g_strdup (_ ("A lot of one: the unit is inspected"));
      return g_strdup_printf (_ ("Level %s, AQL %s: code letter %s"), plan->level, plan->aql, plan->plan_letter);
    case VOUCH_SAMPLING_METHOD_ZERO:
      return g_strdup (_ ("No defect is accepted (c = 0)"));
    case VOUCH_SAMPLING_METHOD_FIXED:
      return g_strdup (_ ("A fixed sample"));
    case VOUCH_SAMPLING_METHOD_PERCENT:
      return g_strdup (_ ("A percentage of the lot"));
    case VOUCH_SAMPLING_METHOD_FULL:
    case VOUCH_SAMPLING_METHOD_SKIP_LOT:
    default:
      return g_strdup (_ ("Every unit is inspected"));
    }
}

static char *
dup_numbers (const VouchSamplingStage *stage)
{
  if (stage->ac == VOUCH_SAMPLING_NO_ACCEPTANCE)
    return g_strdup_printf (_ ("n = %u, no acceptance yet, Re %u"), stage->n, stage->re);
  return g_strdup_printf (_ ("n = %u, Ac %d, Re %u"), stage->n, stage->ac, stage->re);
}

/**
 * vouch_words_dup_samples:
 * @standing: how a lot stands by a class plan
 *
 * Returns: (transfer full): the sample that is at hand: "n = 80, Ac 2, Re 3", "stage 2 of 2: n = 50, Ac 4, Re 5"
 */
char *
vouch_words_dup_samples (const VouchClassStanding *standing)
{
  const VouchSamplingStage *stage = &standing->samples.stages[standing->stage];
  g_autofree char *numbers = NULL;

  if (standing->plan->method == VOUCH_SAMPLING_METHOD_VARIABLES)
    return g_strdup_printf (_ ("n = %u, M = %.3g %%"), stage->n, standing->m_percent);
  numbers = dup_numbers (stage);
  if (standing->samples.n_stages == 1)
    return g_steal_pointer (&numbers);
  /* Translators: which stage of how many, then "n = 50, Ac 4, Re 5". */
  return g_strdup_printf (_ ("stage %u of %u: %s"), standing->stage + 1, standing->samples.n_stages, numbers);
}

/**
 * vouch_words_dup_class_figures:
 * @standing: how a lot stands by a class plan
 *
 * Returns: (transfer full) (nullable): what the readings of a plan by variables come to, once they are there
 */
char *
vouch_words_dup_class_figures (const VouchClassStanding *standing)
{
  if (standing->plan->method != VOUCH_SAMPLING_METHOD_VARIABLES || standing->verdict == VOUCH_VERDICT_OPEN)
    return NULL;
  /* Translators: an estimate in percent, then the largest that is accepted. */
  return g_strdup_printf (_ ("%.3g %% estimated outside the limits, M = %.3g %%"),
                          standing->variables.percent_nonconforming, standing->m_percent);
}

/**
 * vouch_words_dup_rejection:
 * @standing: how a lot stands by a class plan that rejects it
 *
 * Returns: (transfer full): why it does
 */
char *
vouch_words_dup_rejection (const VouchClassStanding *standing)
{
  guint re = standing->samples.stages[standing->stage].re;
  gulong found = (gulong)standing->found;

  if (standing->plan->method == VOUCH_SAMPLING_METHOD_VARIABLES)
    return vouch_words_dup_class_figures (standing);
  if (standing->plan->counts_nonconformities)
    return g_strdup_printf (ngettext ("%lu nonconformity found; the plan rejects from %u on.",
                                      "%lu nonconformities found; the plan rejects from %u on.", found),
                            found, re);
  return g_strdup_printf (ngettext ("%lu nonconforming unit found; the plan rejects from %u on.",
                                    "%lu nonconforming units found; the plan rejects from %u on.", found),
                          found, re);
}

/**
 * vouch_words_make_standing:
 * @file: the file of a planned lot
 * @standing: how it stands by a class plan
 *
 * Returns: (transfer full): the same, ready to be shown
 */
VouchDeskStanding *
vouch_words_make_standing (const VouchLotFile *file, const VouchClassStanding *standing)
{
  const VouchSamplingStage *stage = &standing->samples.stages[standing->stage];
  gboolean counts = standing->plan->method != VOUCH_SAMPLING_METHOD_VARIABLES;
  VouchDeskStanding *self = vouch_desk_standing_new ();

  self->name = g_strdup (vouch_words_of_class (file, standing->plan));
  self->stage = standing->stage + 1;
  self->n_stages = standing->samples.n_stages;
  self->wanted = standing->wanted;
  self->inspected = standing->inspected;
  self->found = standing->found;
  self->ac = counts ? stage->ac : VOUCH_SAMPLING_NO_ACCEPTANCE;
  self->re = counts ? stage->re : 0;
  self->verdict = standing->verdict;
  self->figures = vouch_words_dup_class_figures (standing);
  return self;
}

/**
 * vouch_words_dup_plans:
 * @file: the file of a planned lot
 *
 * Returns: (transfer full): what the lot is judged by, a line a class
 */
char *
vouch_words_dup_plans (const VouchLotFile *file)
{
  guint n_classes = vouch_judgement_get_n_classes (file->judgement);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_classes; i++)
    {
      const VouchClassStanding *standing = vouch_judgement_get_class (file->judgement, i);
      g_autofree char *terms = vouch_words_dup_class_terms (standing->plan);
      g_autofree char *samples = vouch_words_dup_samples (standing);

      if (i > 0)
        g_string_append_c (text, '\n');
      if (n_classes > 1)
        /* Translators: a class of defects, what its plan was looked up by, its n, Ac and Re. */
        g_string_append_printf (text, _ ("%s: %s, %s"), vouch_words_of_class (file, standing->plan), terms, samples);
      else
        /* Translators: what a plan was looked up by, its n, Ac and Re. */
        g_string_append_printf (text, _ ("%s, %s"), terms, samples);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * vouch_words_dup_found:
 * @standing: how a lot stands by a class plan
 *
 * Returns: (transfer full): how many units are inspected for the class, and what was found
 */
char *
vouch_words_dup_found (const VouchClassStanding *standing)
{
  if (standing->plan->counts_nonconformities)
    /* Translators: how many units are inspected, then how many nonconformities were found. */
    return g_strdup_printf (_ ("%d inspected, %d nonconformities"), (int)standing->inspected, (int)standing->found);
  /* Translators: how many units are inspected, then how many of them are nonconforming. */
  return g_strdup_printf (_ ("%d inspected, %d nonconforming"), (int)standing->inspected, (int)standing->found);
}

static char *
dup_standing (const VouchClassStanding *standing)
{
  g_autofree char *samples = vouch_words_dup_samples (standing), *found = vouch_words_dup_found (standing);
  char *figures = vouch_words_dup_class_figures (standing);

  /* Translators: a sample with Ac and Re; what is inspected and found. */
  return figures != NULL ? figures : g_strdup_printf (_ ("%s; %s"), samples, found);
}

/**
 * vouch_words_dup_standing:
 * @file: the file of a planned lot
 *
 * Returns: (transfer full): how the lot stands, a line a class
 */
char *
vouch_words_dup_standing (const VouchLotFile *file)
{
  guint n_classes = vouch_judgement_get_n_classes (file->judgement);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_classes; i++)
    {
      const VouchClassStanding *standing = vouch_judgement_get_class (file->judgement, i);
      g_autofree char *of_class = dup_standing (standing);

      if (n_classes > 1)
        g_string_append_printf (text, "\n%s: ", vouch_words_of_class (file, standing->plan));
      g_string_append (text, of_class);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "2026-11-03: Tightened inspection begins: two of the last five or fewer lots were not accepted." */
static void
add_switch (const VouchLotFile *file, const VouchClassPlan *plan, GString *text)
{
  for (guint i = 0; file->switches != NULL && i < file->switches->len; i++)
    {
      const VouchQualityEntry *entry = g_ptr_array_index (file->switches, i);
      const char *reason = vouch_sampling_event_get_reason (entry->event);
      g_autofree char *moment = NULL;

      if (entry->level_id != plan->level_id || reason == NULL)
        continue;
      moment = vouch_moment_dup (entry->recorded_at);
      /* Translators: when severity changed, and why. */
      g_string_append_printf (text, _ ("%s: %s"), moment, reason);
      g_string_append_c (text, '\n');
      return;
    }
}

/**
 * vouch_words_dup_classes_at:
 * @file: the file of a planned lot
 * @position: of a unit in the sample
 *
 * Returns: (transfer full): which classes of defects the unit counts for: "for: Critical defects, Net content"
 */
char *
vouch_words_dup_classes_at (const VouchLotFile *file, gint64 position)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < vouch_judgement_get_n_classes (file->judgement); i++)
    {
      const VouchClassStanding *standing = vouch_judgement_get_class (file->judgement, i);

      if (position > standing->wanted)
        continue;
      if (names->len > 0)
        /* Translators: stands between two names of a list. */
        g_string_append (names, C_ ("list", ", "));
      g_string_append (names, vouch_words_of_class (file, standing->plan));
    }
  /* Translators: what some units of a sample are checked for: names of classes of defects. */
  return g_strdup_printf (_ ("for: %s"), names->str);
}

/**
 * vouch_words_dup_why:
 * @file: the file of a planned lot
 *
 * Returns: (transfer full): the explanation of its plans, sentence by sentence
 */
char *
vouch_words_dup_why (const VouchLotFile *file)
{
  guint n_classes = vouch_judgement_get_n_classes (file->judgement);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_classes; i++)
    {
      const VouchClassPlan *plan = vouch_judgement_get_class (file->judgement, i)->plan;
      g_autofree char *why = NULL;
      VouchRulePlan found;

      if (!vouch_lot_file_get_rule_plan (file, plan, &found))
        continue;
      why = vouch_rule_plan_dup_why (&found);
      if (n_classes > 1)
        g_string_append_printf (text, "%s%s\n", text->len > 0 ? "\n\n" : "", vouch_words_of_class (file, plan));
      add_switch (file, plan, text);
      g_string_append (text, why);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* At the AQL, which is what a supplier who keeps it delivers at worst. */
static double
compute_average (const VouchRulePlan *plan)
{
  VouchSamplingModel model =
      plan->plan.counts_nonconformities ? VOUCH_SAMPLING_MODEL_POISSON : VOUCH_SAMPLING_MODEL_BINOMIAL;
  g_autoptr (VouchSamplingOc) oc = vouch_sampling_oc_new_for_plan (&plan->plan, model, NULL);
  VouchSamplingOcPoint point;

  if (oc == NULL || !vouch_sampling_oc_compute (oc, g_ascii_strtod (plan->plan.aql, NULL) / 100, &point, NULL))
    return NAN;
  return point.asn;
}

/**
 * vouch_words_dup_average:
 * @file: the file of a planned lot
 *
 * Returns: (transfer full) (nullable): how many units the plan with the most of several stages inspects on the average;
 * %NULL where every plan has one stage
 */
char *
vouch_words_dup_average (const VouchLotFile *file)
{
  double most = NAN;

  for (guint i = 0; i < vouch_judgement_get_n_classes (file->judgement); i++)
    {
      const VouchClassStanding *standing = vouch_judgement_get_class (file->judgement, i);
      VouchRulePlan plan;

      if (standing->samples.n_stages > 1 && vouch_lot_file_get_rule_plan (file, standing->plan, &plan))
        most = fmax (most, compute_average (&plan));
    }
  /* Translators: a number of units with a decimal. */
  return isnan (most) ? NULL
                      : g_strdup_printf (_ ("%.1f units on the average, if the lots are as good as the AQL"), most);
}
