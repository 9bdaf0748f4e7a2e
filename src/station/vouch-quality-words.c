#include "vouch-quality-words.h"

#include <glib/gi18n-lib.h>

#include "vouch-rule-words.h"

/**
 * vouch_quality_words_of_severity:
 * @severity: a severity
 *
 * Returns: (transfer none): one word for it, as a table has it
 */
const char *
vouch_quality_words_of_severity (VouchSeverity severity)
{
  switch (severity)
    {
    case VOUCH_SEVERITY_NORMAL:
      return C_ ("severity", "Normal");
    case VOUCH_SEVERITY_TIGHTENED:
      return C_ ("severity", "Tightened");
    case VOUCH_SEVERITY_REDUCED:
      return C_ ("severity", "Reduced");
    case VOUCH_SEVERITY_DISCONTINUED:
    default:
      return C_ ("severity", "Discontinued");
    }
}

/**
 * vouch_quality_words_of_kind:
 * @kind: what a ledger's entry is about
 *
 * Returns: (transfer none): what it says; of an act also what whoever signs it declares
 */
const char *
vouch_quality_words_of_kind (VouchQualityEntryKind kind)
{
  switch (kind)
    {
    case VOUCH_QUALITY_ENTRY_LOT:
      return _ ("A lot was inspected");
    case VOUCH_QUALITY_ENTRY_STEADY:
      return _ ("Production is steady");
    case VOUCH_QUALITY_ENTRY_IRREGULAR:
      return _ ("Production is irregular or delayed");
    case VOUCH_QUALITY_ENTRY_REDUCED_ALLOWED:
      return _ ("Reduced inspection is allowed");
    case VOUCH_QUALITY_ENTRY_REDUCED_WITHHELD:
      return _ ("Reduced inspection is not allowed");
    case VOUCH_QUALITY_ENTRY_REDUCED_ENDED:
      return _ ("Reduced inspection ends");
    case VOUCH_QUALITY_ENTRY_RESUMED:
      return _ ("Discontinued inspection is resumed");
    case VOUCH_QUALITY_ENTRY_SKIPPED:
      return _ ("A lot was skipped");
    case VOUCH_QUALITY_ENTRY_EVERY_LOT:
    default:
      return _ ("Every lot is inspected again");
    }
}

/**
 * vouch_quality_words_of_effect:
 * @kind: an act
 *
 * Returns: (transfer none): what comes of it, for whoever is about to sign
 */
const char *
vouch_quality_words_of_effect (VouchQualityEntryKind kind)
{
  switch (kind)
    {
    case VOUCH_QUALITY_ENTRY_STEADY:
      return _ ("One of the conditions of reduced inspection: the goods come at a steady rate, made in the same way.");
    case VOUCH_QUALITY_ENTRY_IRREGULAR:
      return _ ("Reduced inspection ends, and does not begin before production is declared steady again.");
    case VOUCH_QUALITY_ENTRY_REDUCED_ALLOWED:
      return _ ("The responsible authority agrees that inspection becomes reduced once results allow it.");
    case VOUCH_QUALITY_ENTRY_REDUCED_WITHHELD:
      return _ ("Reduced inspection does not begin. Where it has begun, it goes on.");
    case VOUCH_QUALITY_ENTRY_REDUCED_ENDED:
      return _ ("Normal inspection begins with the next lot.");
    case VOUCH_QUALITY_ENTRY_RESUMED:
      return _ ("The supplier has improved: lots are inspected again, on tightened inspection.");
    case VOUCH_QUALITY_ENTRY_EVERY_LOT:
      return _ ("No lot is skipped until the product has qualified from the start.");
    case VOUCH_QUALITY_ENTRY_LOT:
    case VOUCH_QUALITY_ENTRY_SKIPPED:
    default:
      return "";
    }
}

/**
 * vouch_quality_words_dup_terms:
 * @level: a quality level
 *
 * Returns: (transfer full): its terms in one line, like "Major defects · AQL 1.0 · II"
 */
char *
vouch_quality_words_dup_terms (const VouchQualityLevel *level)
{
  const char *scope = vouch_words_of_scope (level->scope);

  g_return_val_if_fail (level != NULL, NULL);

  if (level->method == VOUCH_SAMPLING_METHOD_SKIP_LOT)
    /* Translators: which defects; of how many lots one is inspected. */
    return g_strdup_printf (_ ("%s · skip-lot, 1 in %u"), scope, (guint)level->every);
  if (level->method == VOUCH_SAMPLING_METHOD_VARIABLES)
    /* Translators: which defects; the AQL; the inspection level. */
    return g_strdup_printf (_ ("%s · AQL %s · level %s · by variables"), scope, level->aql, level->level);
  return g_strdup_printf (_ ("%s · AQL %s · level %s"), scope, level->aql, level->level);
}

/* "" for from the start. */
static char *
dup_day (const VouchQualityEntry *entry)
{
  g_autoptr (GDateTime) moment = NULL;

  if (entry == NULL)
    return g_strdup ("");
  moment = g_date_time_new_from_unix_local (entry->recorded_at / G_USEC_PER_SEC);
  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%d") : g_strdup ("");
}

static char *
dup_skip_headline (const VouchQualityLedger *self, const char *since)
{
  switch (self->skip.phase)
    {
    case VOUCH_SAMPLING_SKIP_SKIP:
      return g_strdup_printf (_ ("Lots are skipped since %s: 1 in %u is inspected"), since, self->skip_rule.every);
    case VOUCH_SAMPLING_SKIP_INTERRUPT:
      return g_strdup_printf (_ ("Every lot is inspected again since %s"), since);
    case VOUCH_SAMPLING_SKIP_QUALIFY:
    default:
      return self->reason > 0 ? g_strdup_printf (_ ("Every lot is inspected again since %s"), since)
                              : g_strdup (_ ("Every lot is inspected from the start"));
    }
}

static char *
dup_severity_headline (VouchSeverity severity, const char *since)
{
  switch (severity)
    {
    case VOUCH_SEVERITY_NORMAL:
      return *since != '\0' ? g_strdup_printf (_ ("Normal inspection since %s"), since)
                            : g_strdup (_ ("Normal inspection from the start"));
    case VOUCH_SEVERITY_TIGHTENED:
      return g_strdup_printf (_ ("Tightened inspection since %s"), since);
    case VOUCH_SEVERITY_REDUCED:
      return g_strdup_printf (_ ("Reduced inspection since %s"), since);
    case VOUCH_SEVERITY_DISCONTINUED:
    default:
      return *since != '\0' ? g_strdup_printf (_ ("Inspection discontinued since %s"), since)
                            : g_strdup (_ ("Inspection discontinued"));
    }
}

/**
 * vouch_quality_words_dup_headline:
 * @ledger: a ledger
 *
 * Returns: (transfer full): what is in force, and since when
 */
char *
vouch_quality_words_dup_headline (const VouchQualityLedger *ledger)
{
  const VouchQualityEntry *reason = vouch_quality_ledger_get_reason (ledger);
  g_autofree char *since = dup_day (reason);

  if (ledger->level->method == VOUCH_SAMPLING_METHOD_SKIP_LOT && !ledger->is_unreadable)
    return dup_skip_headline (ledger, since);
  if (!ledger->switches && !ledger->is_unreadable)
    /* Translators: what results would make of it, like "tightened inspection". */
    return g_strdup_printf (_ ("Normal inspection by the rule of the house; results would make it %s"),
                            vouch_severity_get_label (ledger->state.now.severity));
  return dup_severity_headline (ledger->state.now.severity, since);
}

static char *
dup_normal_score (const VouchQualityLedger *self)
{
  const VouchSamplingSwitch *now = &self->state.now;

  if (self->scheme.standard == VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999)
    return g_strdup_printf (_ ("Switching score %u of %d"), now->score, VOUCH_SAMPLING_REDUCED_AT_SCORE);
  return g_strdup_printf (_ ("%u of %d lots in a row accepted"), MIN (now->n_accepted, VOUCH_SAMPLING_SWITCH_LOTS),
                          VOUCH_SAMPLING_SWITCH_LOTS);
}

static char *
dup_skip_score (const VouchQualityLedger *self)
{
  if (self->skip.phase == VOUCH_SAMPLING_SKIP_SKIP)
    return g_strdup_printf (ngettext ("%u lot in a row accepted", "%u lots in a row accepted", self->skip.n_accepted),
                            self->skip.n_accepted);
  return g_strdup_printf (
      _ ("%u of %d lots in a row accepted"), self->skip.n_accepted,
      (int)(self->skip.phase == VOUCH_SAMPLING_SKIP_QUALIFY ? self->skip_rule.qualify : self->skip_rule.requalify));
}

/**
 * vouch_quality_words_dup_score:
 * @ledger: a ledger
 *
 * Returns: (transfer full): how far it is on the way to the next milder severity, like "Switching score 12 of 30"; ""
 * where there is nothing to count
 */
char *
vouch_quality_words_dup_score (const VouchQualityLedger *ledger)
{
  const VouchSamplingSwitch *now = &ledger->state.now;

  if (ledger->is_unreadable)
    return g_strdup ("");
  if (ledger->level->method == VOUCH_SAMPLING_METHOD_SKIP_LOT)
    return dup_skip_score (ledger);
  switch (now->severity)
    {
    case VOUCH_SEVERITY_NORMAL:
      return dup_normal_score (ledger);
    case VOUCH_SEVERITY_TIGHTENED:
      return g_strdup_printf (_ ("%u of %d lots in a row accepted"), now->n_accepted, VOUCH_SAMPLING_NORMAL_AFTER);
    case VOUCH_SEVERITY_REDUCED:
    case VOUCH_SEVERITY_DISCONTINUED:
    default:
      return g_strdup ("");
    }
}

/* The newest four of the last five stay in the window when the next lot comes. */
static gboolean
tightens_next (const VouchSamplingSwitch *now)
{
  guint kept = now->last_five & ((1u << (VOUCH_SAMPLING_NORMAL_WINDOW - 1)) - 1);

  return __builtin_popcount (kept) + 1 >= VOUCH_SAMPLING_TIGHTENED_AT;
}

static gboolean
may_be_reduced (const VouchQualityLedger *self)
{
  const VouchSamplingSwitch *now = &self->state.now;

  return self->scheme.standard == VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999
             ? now->score >= VOUCH_SAMPLING_REDUCED_AT_SCORE
             : now->n_accepted >= VOUCH_SAMPLING_SWITCH_LOTS;
}

static const char *
name_missing_condition (const VouchSamplingConditions *conditions)
{
  if (!conditions->steady && !conditions->authority)
    return _ ("Reduced inspection waits for a QA lead to declare production steady and to allow it.");
  if (!conditions->steady)
    return _ ("Reduced inspection waits for a QA lead to declare production steady.");
  return _ ("Reduced inspection waits for a QA lead to allow it.");
}

static char *
dup_normal_next (const VouchQualityLedger *self)
{
  const VouchSamplingConditions *conditions = &self->state.conditions;

  if (tightens_next (&self->state.now))
    return g_strdup (_ ("One more lot not accepted tightens inspection."));
  if (may_be_reduced (self) && !(conditions->steady && conditions->authority))
    return g_strdup (name_missing_condition (conditions));
  return g_strdup (_ ("Two of five lots not accepted tighten inspection."));
}

static char *
dup_tightened_next (const VouchSamplingSwitch *now)
{
  guint to_normal = VOUCH_SAMPLING_NORMAL_AFTER - MIN (now->n_accepted, VOUCH_SAMPLING_NORMAL_AFTER - 1);
  guint to_end = VOUCH_SAMPLING_DISCONTINUED_AT - MIN (now->n_not_accepted, VOUCH_SAMPLING_DISCONTINUED_AT - 1);

  if (to_end == 1)
    return g_strdup (_ ("One more lot not accepted discontinues inspection."));
  return g_strdup_printf (ngettext ("%u more lot accepted in a row brings normal inspection.",
                                    "%u more lots accepted in a row bring normal inspection.", to_normal),
                          to_normal);
}

static char *
dup_skip_next (const VouchQualityLedger *self)
{
  guint wanted = self->skip.phase == VOUCH_SAMPLING_SKIP_QUALIFY ? self->skip_rule.qualify : self->skip_rule.requalify;
  guint missing = wanted - MIN (self->skip.n_accepted, wanted - 1);

  if (self->skip.phase == VOUCH_SAMPLING_SKIP_SKIP)
    return g_strdup (_ ("One lot not accepted brings back the inspection of every lot."));
  return g_strdup_printf (ngettext ("After %u more lot accepted in a row, lots are skipped.",
                                    "After %u more lots accepted in a row, lots are skipped.", missing),
                          missing);
}

/**
 * vouch_quality_words_dup_next:
 * @ledger: a ledger
 *
 * Which lots of a skip-lot rule are inspected is drawn, and is not told before: nobody is to wait for the lot that is
 * skipped.
 *
 * Returns: (transfer full): what would change severity next
 */
char *
vouch_quality_words_dup_next (const VouchQualityLedger *ledger)
{
  if (ledger->is_unreadable)
    return g_strdup (ledger->broken_message);
  if (ledger->level->method == VOUCH_SAMPLING_METHOD_SKIP_LOT)
    return dup_skip_next (ledger);
  switch (ledger->state.now.severity)
    {
    case VOUCH_SEVERITY_NORMAL:
      return dup_normal_next (ledger);
    case VOUCH_SEVERITY_TIGHTENED:
      return dup_tightened_next (&ledger->state.now);
    case VOUCH_SEVERITY_REDUCED:
      return g_strdup (_ ("One lot not accepted brings normal inspection."));
    case VOUCH_SEVERITY_DISCONTINUED:
    default:
      return g_strdup (_ ("No lot is planned before a QA lead resumes inspection."));
    }
}
