#include "vouch-sampling-plan.h"

#include <glib/gi18n-lib.h>

/* Every line is a whole sentence, so that each language may order its words as it likes. */
static void
add_sentence (GPtrArray *lines, char *sentence)
{
  g_ptr_array_add (lines, sentence);
}

/* Numbers of 64 bits go into sentences as text: their printf format differs by machine, and a msgid must not. */
static char *
dup_number (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static void
explain_letter (const VouchSamplingPlan *plan, GPtrArray *lines)
{
  g_autofree char *lot_size = dup_number (plan->lot_size);

  if (plan->letter == '\0')
    add_sentence (lines, g_strdup (_ ("A lot of 1 has no code letter: inspect the unit itself.")));
  else
    /* Translators: the number of items, an inspection level like II, a letter. */
    add_sentence (lines, g_strdup_printf (_ ("A lot of %s items at inspection level %s has code letter %c (table 1)."),
                                          lot_size, plan->level, plan->letter));
}

static gboolean
has_one_sample (const VouchSamplingPlan *plan)
{
  return plan->samples.n_stages == 1;
}

/* What was printed where lot size and AQL led to, and where that led. Translators, in each: a table number like 2-A, a
 * code letter, an AQL, and of the plan an arrow leads to its letter. */
static char *
format_cell (const VouchSamplingPlan *plan)
{
  const char *table = vouch_sampling_table_get_number (&plan->table);

  switch (plan->printed)
    {
    case VOUCH_SAMPLING_CELL_DOWN:
      return g_strdup_printf (
          _ ("Table %s has an arrow down for letter %c at AQL %s, since a sample of that size cannot "
             "judge it: the plan of letter %c is used, with its own sample size."),
          table, plan->letter, plan->aql, plan->plan_letter);
    case VOUCH_SAMPLING_CELL_UP:
      return g_strdup_printf (
          _ ("Table %s has an arrow up for letter %c at AQL %s, since a smaller sample judges it as "
             "well: the plan of letter %c is used, with its own sample size."),
          table, plan->letter, plan->aql, plan->plan_letter);
    case VOUCH_SAMPLING_CELL_SINGLE:
    case VOUCH_SAMPLING_CELL_DOUBLE:
    case VOUCH_SAMPLING_CELL_PLAN:
    case VOUCH_SAMPLING_CELL_NONE:
      break;
    }
  return g_strdup_printf (_ ("Table %s is read at letter %c and AQL %s."), table, plan->plan_letter, plan->aql);
}

static char *
format_reference (const VouchSamplingPlan *plan)
{
  const char *table = vouch_sampling_table_get_number (&plan->table);

  /* Translators: a table number, a code letter, an AQL. */
  if (plan->type == VOUCH_SAMPLING_TYPE_SINGLE)
    return g_strdup_printf (_ ("Table %s has an asterisk for letter %c at AQL %s: the single plan is used instead."),
                            table, plan->plan_letter, plan->aql);
  return g_strdup_printf (_ ("Table %s has ++ for letter %c at AQL %s: the double plan is used instead."), table,
                          plan->plan_letter, plan->aql);
}

static void
explain_table (const VouchSamplingPlan *plan, GPtrArray *lines)
{
  add_sentence (lines, format_cell (plan));
  if (plan->type != plan->table.type)
    add_sentence (lines, format_reference (plan));
}

static void
explain_sample (const VouchSamplingPlan *plan, GPtrArray *lines)
{
  g_autofree char *lot_size = dup_number (plan->lot_size);
  guint32 n = plan->samples.stages[0].n;

  if (plan->letter != '\0')
    explain_table (plan, lines);
  if (has_one_sample (plan))
    add_sentence (lines, g_strdup_printf (_ ("The sample size is n = %u."), n));
  if (!plan->full_inspection)
    return;
  if (plan->lot_size == 1)
    add_sentence (lines, g_strdup (_ ("The unit is the whole lot: this is full inspection.")));
  else
    add_sentence (lines,
                  g_strdup_printf (_ ("The sample size %u covers the whole lot of %s: this is 100 %% inspection, "
                                      "every item is inspected, and Ac and Re still judge."),
                                   n, lot_size));
}

static char *
format_acceptance (const VouchSamplingPlan *plan, guint32 ac)
{
  if (ac == 0)
    return g_strdup (plan->counts_nonconformities
                         ? _ ("Ac = 0: the lot is accepted only without any nonconformity.")
                         : _ ("Ac = 0: the lot is accepted only without a nonconforming item."));
  if (plan->counts_nonconformities)
    return g_strdup_printf (ngettext ("Ac = %u: the lot is accepted with at most %u nonconformity.",
                                      "Ac = %u: the lot is accepted with at most %u nonconformities.", ac),
                            ac, ac);
  return g_strdup_printf (ngettext ("Ac = %u: the lot is accepted with at most %u nonconforming item.",
                                    "Ac = %u: the lot is accepted with at most %u nonconforming items.", ac),
                          ac, ac);
}

static char *
format_rejection (const VouchSamplingPlan *plan, guint32 re)
{
  if (plan->counts_nonconformities)
    return g_strdup_printf (ngettext ("Re = %u: from %u nonconformity on the lot is not accepted.",
                                      "Re = %u: from %u nonconformities on the lot is not accepted.", re),
                            re, re);
  return g_strdup_printf (ngettext ("Re = %u: from %u nonconforming item on the lot is not accepted.",
                                    "Re = %u: from %u nonconforming items on the lot is not accepted.", re),
                          re, re);
}

/* Translators: which sample, how many items it has, then Ac and Re. */
static char *
format_stage (const VouchSamplingStage *stage, guint position)
{
  if (stage->ac == VOUCH_SAMPLING_NO_ACCEPTANCE)
    return g_strdup_printf (_ ("Sample %u: n = %u, no acceptance yet, Re = %u."), position, stage->n, stage->re);
  return g_strdup_printf (_ ("Sample %u: n = %u, Ac = %d, Re = %u."), position, stage->n, stage->ac, stage->re);
}

static void
explain_stages (const VouchSamplingPlan *plan, GPtrArray *lines)
{
  for (guint i = 0; i < plan->samples.n_stages; i++)
    add_sentence (lines, format_stage (&plan->samples.stages[i], i + 1));
  add_sentence (lines, g_strdup (plan->counts_nonconformities
                                     ? _ ("The nonconformities of all samples so far count together: with at most Ac "
                                          "the lot is accepted, from Re on it is not, and between them the next sample "
                                          "is taken.")
                                     : _ ("The nonconforming items of all samples so far count together: with at most "
                                          "Ac the lot is accepted, from Re on it is not, and between them the next "
                                          "sample is taken.")));
}

static void
explain_numbers (const VouchSamplingPlan *plan, GPtrArray *lines)
{
  const VouchSamplingStage *last = &plan->samples.stages[plan->samples.n_stages - 1];

  if (plan->aql_index >= VOUCH_SAMPLING_AQL_INDEX_ABOVE_10)
    add_sentence (lines,
                  g_strdup_printf (_ ("Above AQL 10 the figure %s is nonconformities per 100 items, of which one "
                                      "item may have several."),
                                   plan->aql));
  if (has_one_sample (plan))
    {
      add_sentence (lines, format_acceptance (plan, (guint32)last->ac));
      add_sentence (lines, format_rejection (plan, last->re));
    }
  else
    explain_stages (plan, lines);
  if (last->re <= (guint32)last->ac + 1)
    return;
  add_sentence (lines,
                g_strdup (has_one_sample (plan)
                              ? _ ("Between Ac and Re the lot is accepted, and the next lot is inspected normally.")
                              : _ ("Between Ac and Re of the last sample the lot is accepted, and the next lot is "
                                   "inspected normally.")));
}

static char *
join (GPtrArray *lines)
{
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **)lines->pdata);
}

/**
 * vouch_sampling_plan_dup_why:
 * @plan: a plan
 *
 * Explains the plan to somebody who never read the standard: which edition and table, how the letter came about, which
 * arrow was followed and why, what n, Ac and Re mean for this lot.
 *
 * Returns: (transfer full): translated sentences, one a line
 */
char *
vouch_sampling_plan_dup_why (const VouchSamplingPlan *plan)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (plan != NULL, NULL);

  /* Translators: a standard with its edition, then "single sampling" or the like, then "normal inspection", "tightened
   * inspection" or the like. */
  add_sentence (lines, g_strdup_printf (_ ("%s, %s, %s."), vouch_sampling_standard_get_title (plan->table.standard),
                                        vouch_sampling_type_get_label (plan->table.type),
                                        vouch_severity_get_label (plan->table.severity)));
  explain_letter (plan, lines);
  explain_sample (plan, lines);
  explain_numbers (plan, lines);
  add_sentence (lines, g_strdup (vouch_sampling_standard_get_edition_note (plan->table.standard)));
  return join (lines);
}

/**
 * vouch_sampling_plan_dup_numbers:
 * @plan: a plan
 *
 * Explains Ac and Re alone, for plans that are of no table.
 *
 * Returns: (transfer full): translated sentences, one a line
 */
char *
vouch_sampling_plan_dup_numbers (const VouchSamplingPlan *plan)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (plan != NULL, NULL);

  explain_numbers (plan, lines);
  return join (lines);
}
