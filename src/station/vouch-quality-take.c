/* Opening a lot's quality level, and adding to its ledger; declared in vouch-quality-ledger.h. */
#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-hash.h"
#include "vouch-quality-private.h"
#include "vouch-quality-store.h"
#include "vouch-row.h"

static const char *
text_or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/* As the standards write them, so that "1" and "1.0" are one history. What they do not know is kept as it is: the plan
 * cannot be found then, and says so. */
static const char *
tidy_aql (const char *aql)
{
  guint index;

  return aql != NULL && vouch_sampling_find_aql (aql, &index, NULL) ? vouch_sampling_get_aqls ()[index]
                                                                    : text_or_empty (aql);
}

static const char *
tidy_level (const char *level)
{
  guint index;

  return level != NULL && vouch_sampling_find_level (level, &index, NULL) ? vouch_sampling_get_levels ()[index]
                                                                          : text_or_empty (level);
}

static void
set_terms_of_tables (VouchQualityLevel *self, const VouchSamplingRule *rule)
{
  self->level = g_strdup (tidy_level (rule->level));
  self->aql = g_strdup (tidy_aql (rule->aql));
  if (rule->method == VOUCH_SAMPLING_METHOD_VARIABLES)
    {
      self->characteristic = rule->characteristic;
      return;
    }
  self->standard = g_strdup (text_or_empty (rule->standard));
  self->type = g_strdup (rule->type != NULL ? rule->type : vouch_sampling_type_get_id (VOUCH_SAMPLING_TYPE_SINGLE));
  self->counts_nonconformities = rule->counts_nonconformities;
}

static char *
take_or_empty (char *text)
{
  return text != NULL ? text : g_strdup ("");
}

static VouchQualityLevel *
make_level (const VouchLot *lot, const VouchInspectionPlan *plan, const VouchSamplingRule *rule)
{
  VouchQualityLevel *self = vouch_quality_level_new ();

  self->product_id = lot->product_id;
  self->supplier_id = lot->supplier_id;
  self->plan_type = plan->type;
  self->scope = rule->scope;
  self->method = rule->method;
  if (rule->method == VOUCH_SAMPLING_METHOD_SKIP_LOT)
    {
      self->qualify = rule->qualify;
      self->every = rule->every;
      self->requalify = rule->requalify;
    }
  else
    set_terms_of_tables (self, rule);
  self->standard = take_or_empty (self->standard);
  self->type = take_or_empty (self->type);
  self->level = take_or_empty (self->level);
  self->aql = take_or_empty (self->aql);
  return self;
}

static gboolean
insert_level (VouchAct *act, VouchQualityLevel *level, GError **error)
{
  guint8 seed[VOUCH_SAMPLING_SEED_SIZE];

  level->id = vouch_act_next_id (act);
  if (level->method == VOUCH_SAMPLING_METHOD_SKIP_LOT)
    {
      vouch_random_bytes (seed, sizeof seed);
      level->seed = g_bytes_new (seed, sizeof seed);
    }
  return vouch_act_insert (act, &vouch_quality_level_type, level, error);
}

/**
 * vouch_quality_ledger_open:
 * @act: the act that plans a lot
 * @lot: the lot
 * @plan: its inspection plan
 * @rule: one of the plan's rules, of a method that vouch_quality_ledger_is_kept()
 * @error: what the database said. A ledger that does not replay is opened as well, with the stricter severity in force
 *
 * Finds the quality level of product, supplier, kind of plan and rule, or begins one.
 *
 * Returns: (transfer full) (nullable): its ledger, replayed
 */
VouchQualityLedger *
vouch_quality_ledger_open (VouchAct *act, const VouchLot *lot, const VouchInspectionPlan *plan,
                           const VouchSamplingRule *rule, GError **error)
{
  g_autoptr (VouchQualityLevel) terms = NULL;
  g_autoptr (VouchQualityLevel) level = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (vouch_quality_ledger_is_kept (rule->method), NULL);

  terms = make_level (lot, plan, rule);
  level = vouch_quality_store_find (act->conn, terms, &local);
  if (level == NULL && local == NULL && insert_level (act, terms, &local))
    level = g_steal_pointer (&terms);
  if (level != NULL)
    return vouch_quality_ledger_replay_level (act->conn, g_steal_pointer (&level), error);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static VouchQualityEntry *
make_entry (VouchAct *act, const VouchQualityLedger *self, VouchQualityEntryKind kind)
{
  VouchQualityEntry *entry = vouch_quality_entry_new ();
  guint n = self->entries->len;

  entry->id = vouch_act_next_id (act);
  entry->level_id = self->level->id;
  entry->position = n > 0 ? ((const VouchQualityEntry *)g_ptr_array_index (self->entries, n - 1))->position + 1 : 1;
  entry->kind = kind;
  entry->recorded_by = vouch_act_get_actor_id (act);
  entry->recorded_at = vouch_act_get_now (act);
  return entry;
}

static gboolean
is_noted (const VouchQualityLedger *self, gint64 inspection_id)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (((const VouchQualityEntry *)g_ptr_array_index (self->entries, i))->inspection_id == inspection_id)
      return TRUE;
  return FALSE;
}

/* A lot is submitted again if it was inspected before, by the same terms. */
static gboolean
is_original (const VouchQualityLedger *self, gint64 lot_id)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (((const VouchQualityEntry *)g_ptr_array_index (self->entries, i))->lot_id == lot_id)
      return FALSE;
  return TRUE;
}

static void
set_outcome (VouchQualityEntry *entry, const VouchSamplingOutcome *outcome)
{
  entry->severity = outcome->severity;
  entry->accepted = outcome->accepted;
  entry->score = outcome->score;
  entry->next_severity = outcome->next_severity;
  entry->event = outcome->event;
}

/* The decision on a lot is not to be lost because its ledger cannot take it. The entry is written as it is, which no
 * replay can follow: the ledger is broken from there, for the QA lead to see, and not looser than tightened. */
static void
set_unexplained (VouchQualityEntry *entry, const VouchQualityLedger *self, gboolean accepted)
{
  VouchSeverity now = self->state.now.severity;
  VouchSamplingOutcome outcome = { .severity = entry->under, .accepted = accepted };

  outcome.next_severity = now == VOUCH_SEVERITY_DISCONTINUED ? now : VOUCH_SEVERITY_TIGHTENED;
  set_outcome (entry, &outcome);
}

static void
judge_switching (VouchQualityEntry *entry, VouchQualityLedger *self, gboolean accepted)
{
  VouchSamplingEntry sampling = vouch_quality_entry_to_sampling (entry, self->level->method);
  VouchSamplingOutcome outcome;

  if (!self->is_unreadable && vouch_sampling_ledger_take (&self->state, &self->scheme, &sampling, &outcome, NULL) &&
      !outcome.accepted == !accepted)
    set_outcome (entry, &outcome);
  else
    set_unexplained (entry, self, accepted);
}

static void
judge_skip (VouchQualityEntry *entry, VouchQualityLedger *self, gboolean accepted)
{
  entry->accepted = accepted;
  if (!self->is_unreadable)
    vouch_quality_ledger_step_skip (self, entry, NULL);
  entry->score = self->skip.n_accepted;
}

static gboolean
append (VouchAct *act, VouchQualityLedger *self, VouchQualityEntry *entry, GError **error)
{
  if (!vouch_act_insert (act, &vouch_quality_entry_type, entry, error))
    return FALSE;
  g_ptr_array_add (self->entries, vouch_record_copy (&vouch_quality_entry_type, entry));
  if (entry->event != VOUCH_SAMPLING_EVENT_NONE)
    self->reason = self->entries->len;
  return TRUE;
}

static gboolean
read_limit_number (VouchAct *act, gint64 rule_id, VouchQualityEntry *entry, GError **error)
{
  g_autoptr (VouchSamplingRule) rule = NULL;

  if (rule_id == 0)
    return TRUE;
  rule = vouch_row_load (act->conn, &vouch_sampling_rule_type, rule_id, error);

  if (rule == NULL)
    return FALSE;
  entry->has_limit_number = rule->has_limit_number;
  entry->limit_number = rule->limit_number;
  return TRUE;
}

/**
 * vouch_quality_ledger_take_lot:
 * @act: the act that finishes the inspection
 * @class_plan: one of its class plans
 * @inspection: the inspection
 * @outcome: what it came to by @class_plan
 * @error: what the database said
 *
 * Notes a lot in the ledger of the quality level that @class_plan was made under. A plan without one and an inspection
 * that was noted before change nothing. Nothing else fails: a lot that the ledger cannot follow (its count does not fit
 * the plan, say) is noted nevertheless, and the ledger is broken from there.
 *
 * Returns: whether the act can go on
 */
gboolean
vouch_quality_ledger_take_lot (VouchAct *act, const VouchClassPlan *class_plan, const VouchInspection *inspection,
                               const VouchQualityOutcome *outcome, GError **error)
{
  g_autoptr (VouchQualityLedger) self = NULL;
  g_autoptr (VouchQualityEntry) entry = NULL;

  g_return_val_if_fail (class_plan != NULL && inspection != NULL && outcome != NULL, FALSE);

  if (class_plan->level_id == 0)
    return TRUE;
  self = vouch_quality_ledger_load (act->conn, class_plan->level_id, error);
  if (self == NULL)
    return FALSE;
  if (is_noted (self, inspection->id))
    return TRUE;
  entry = make_entry (act, self, VOUCH_QUALITY_ENTRY_LOT);
  entry->lot_id = inspection->lot_id;
  entry->inspection_id = inspection->id;
  entry->lot_size = inspection->lot_size;
  entry->under = class_plan->severity;
  entry->original = is_original (self, inspection->lot_id);
  entry->nonconforming = MAX (outcome->nonconforming, 0);
  entry->stage = outcome->accepted ? outcome->stage : 0;
  if (!read_limit_number (act, class_plan->rule_id, entry, error))
    return FALSE;
  if (self->level->method == VOUCH_SAMPLING_METHOD_SKIP_LOT)
    judge_skip (entry, self, outcome->accepted);
  else
    judge_switching (entry, self, outcome->accepted);
  return append (act, self, entry, error);
}

/**
 * vouch_quality_ledger_take_skipped:
 * @act: the act that plans a lot
 * @self: the ledger of a skip-lot level, just opened
 * @lot: the lot
 * @lot_size: inspection units in it
 * @error: CONFLICT if the lot has to be inspected, see vouch_quality_ledger_is_lot_inspected()
 *
 * Notes a lot that is accepted without being inspected.
 *
 * Returns: whether it may be
 */
gboolean
vouch_quality_ledger_take_skipped (VouchAct *act, VouchQualityLedger *self, const VouchLot *lot, gint64 lot_size,
                                   GError **error)
{
  g_autoptr (VouchQualityEntry) entry = NULL;

  g_return_val_if_fail (self != NULL && lot != NULL, FALSE);

  if (vouch_quality_ledger_is_lot_inspected (self))
    {
      vouch_set_field_error (error, "lot_id", VOUCH_ERROR_CONFLICT, _ ("Lot %s cannot be skipped; inspect it"),
                             lot->number);
      return FALSE;
    }
  entry = make_entry (act, self, VOUCH_QUALITY_ENTRY_SKIPPED);
  entry->lot_id = lot->id;
  entry->lot_size = lot_size;
  entry->original = TRUE;
  entry->accepted = TRUE;
  if (!vouch_quality_ledger_step_skip (self, entry, error))
    return FALSE;
  entry->score = self->skip.n_accepted;
  return append (act, self, entry, error);
}

/**
 * vouch_quality_ledger_take_act:
 * @act: the act
 * @self: the ledger, just loaded
 * @kind: what is declared
 * @reason: why, in words
 * @error: what the database said
 *
 * Notes what a QA lead declares. Whether it applies, and who signs it, is the use case's.
 *
 * Returns: (transfer full) (nullable): the entry as stored, to be signed
 */
VouchQualityEntry *
vouch_quality_ledger_take_act (VouchAct *act, VouchQualityLedger *self, VouchQualityEntryKind kind, const char *reason,
                               GError **error)
{
  g_autoptr (VouchQualityEntry) entry = make_entry (act, self, kind);
  VouchSamplingEntry sampling = { .kind = kind };
  VouchSamplingOutcome outcome;

  entry->reason = g_strdup (reason);
  if (self->level->method == VOUCH_SAMPLING_METHOD_SKIP_LOT)
    {
      if (!vouch_quality_ledger_step_skip (self, entry, error))
        return NULL;
      entry->score = self->skip.n_accepted;
    }
  else
    {
      if (!vouch_sampling_ledger_take (&self->state, &self->scheme, &sampling, &outcome, error))
        return NULL;
      set_outcome (entry, &outcome);
      entry->under = outcome.severity;
    }
  return append (act, self, entry, error) ? g_steal_pointer (&entry) : NULL;
}
