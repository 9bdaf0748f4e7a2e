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

/* Translators, in each of the three: a table number like 2-A, a code letter, an AQL; then of the plan an arrow leads to
 * its letter, and the sample size. */
static char *
format_cell (const VouchSamplingPlan *plan)
{
  const char *table = vouch_sampling_plan_get_table (plan);

  if (plan->arrow == VOUCH_SAMPLING_CELL_PLAN)
    return g_strdup_printf (_ ("Table %s gives letter %c at AQL %s the sample size n = %u."), table, plan->plan_letter,
                            plan->aql, plan->n);
  if (plan->arrow == VOUCH_SAMPLING_CELL_DOWN)
    return g_strdup_printf (_ ("Table %s has an arrow down for letter %c at AQL %s, since a sample of that size cannot "
                               "judge it: the plan of letter %c is used, with its sample size n = %u."),
                            table, plan->letter, plan->aql, plan->plan_letter, plan->n);
  return g_strdup_printf (_ ("Table %s has an arrow up for letter %c at AQL %s, since a smaller sample judges it as "
                             "well: the plan of letter %c is used, with its sample size n = %u."),
                          table, plan->letter, plan->aql, plan->plan_letter, plan->n);
}

static void
explain_sample (const VouchSamplingPlan *plan, GPtrArray *lines)
{
  g_autofree char *lot_size = dup_number (plan->lot_size);

  if (plan->letter != '\0')
    add_sentence (lines, format_cell (plan));
  if (!plan->full_inspection)
    return;
  if (plan->lot_size == 1)
    add_sentence (lines, g_strdup (_ ("The unit is the whole lot: this is full inspection.")));
  else
    add_sentence (lines,
                  g_strdup_printf (_ ("The sample size %u covers the whole lot of %s: this is 100 %% inspection, "
                                      "every item is inspected, and Ac and Re still judge."),
                                   plan->n, lot_size));
}

static char *
format_acceptance (const VouchSamplingPlan *plan)
{
  if (plan->ac == 0)
    return g_strdup (plan->counts_nonconformities
                         ? _ ("Ac = 0: the lot is accepted only without any nonconformity.")
                         : _ ("Ac = 0: the lot is accepted only without a nonconforming item."));
  if (plan->counts_nonconformities)
    return g_strdup_printf (ngettext ("Ac = %u: the lot is accepted with at most %u nonconformity.",
                                      "Ac = %u: the lot is accepted with at most %u nonconformities.", plan->ac),
                            plan->ac, plan->ac);
  return g_strdup_printf (ngettext ("Ac = %u: the lot is accepted with at most %u nonconforming item.",
                                    "Ac = %u: the lot is accepted with at most %u nonconforming items.", plan->ac),
                          plan->ac, plan->ac);
}

static char *
format_rejection (const VouchSamplingPlan *plan)
{
  if (plan->counts_nonconformities)
    return g_strdup_printf (ngettext ("Re = %u: from %u nonconformity on the lot is not accepted.",
                                      "Re = %u: from %u nonconformities on the lot is not accepted.", plan->re),
                            plan->re, plan->re);
  return g_strdup_printf (ngettext ("Re = %u: from %u nonconforming item on the lot is not accepted.",
                                    "Re = %u: from %u nonconforming items on the lot is not accepted.", plan->re),
                          plan->re, plan->re);
}

static void
explain_numbers (const VouchSamplingPlan *plan, GPtrArray *lines)
{
  if (plan->aql_index >= VOUCH_SAMPLING_AQL_INDEX_ABOVE_10)
    add_sentence (lines,
                  g_strdup_printf (_ ("Above AQL 10 the figure %s is nonconformities per 100 items, of which one "
                                      "item may have several."),
                                   plan->aql));
  add_sentence (lines, format_acceptance (plan));
  add_sentence (lines, format_rejection (plan));
  if (plan->re > plan->ac + 1)
    add_sentence (lines,
                  g_strdup (_ ("Between Ac and Re the lot is accepted, and the next lot is inspected normally.")));
}

/**
 * vouch_sampling_plan_get_table:
 * @plan: a plan
 *
 * Returns: (transfer none): the number of the table the plan stands in, like "2-A"
 */
const char *
vouch_sampling_plan_get_table (const VouchSamplingPlan *plan)
{
  static const char *const numbers[VOUCH_N_SAMPLING_STANDARDS][VOUCH_SEVERITY_REDUCED + 1] = {
    { "2-A", "2-B", "2-C" }, { "II-A", "II-B", "II-C" }
  };

  g_return_val_if_fail (plan != NULL && plan->severity <= VOUCH_SEVERITY_REDUCED, NULL);

  return numbers[plan->standard][plan->severity];
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

  /* Translators: a standard with its edition, then "normal inspection", "tightened inspection" or the like. */
  add_sentence (lines,
                g_strdup_printf (_ ("%s, single sampling, %s."), vouch_sampling_standard_get_title (plan->standard),
                                 vouch_severity_get_label (plan->severity)));
  explain_letter (plan, lines);
  explain_sample (plan, lines);
  explain_numbers (plan, lines);
  add_sentence (lines, g_strdup (vouch_sampling_standard_get_edition_note (plan->standard)));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **)lines->pdata);
}
