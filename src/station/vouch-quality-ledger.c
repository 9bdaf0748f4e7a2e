/* Loading and replaying a quality level's ledger; what is added to it is in vouch-quality-take.c. */
#include "vouch-quality-ledger.h"

#include <glib/gi18n-lib.h>

#include "vouch-audit-store.h"
#include "vouch-decision-store.h"
#include "vouch-error.h"
#include "vouch-hash.h"
#include "vouch-policy-work.h"
#include "vouch-quality-private.h"
#include "vouch-quality-store.h"
#include "vouch-row.h"

/**
 * vouch_quality_ledger_is_kept:
 * @method: how a rule finds its sample
 *
 * Returns: whether the history of a rule with this method decides on later lots; c = 0, fixed, percent and 100 % plans
 * are the same for every lot
 */
gboolean
vouch_quality_ledger_is_kept (VouchSamplingMethod method)
{
  return method == VOUCH_SAMPLING_METHOD_AQL || method == VOUCH_SAMPLING_METHOD_VARIABLES ||
         method == VOUCH_SAMPLING_METHOD_SKIP_LOT;
}

/**
 * vouch_quality_ledger_free:
 * @self: (transfer full) (nullable): a ledger
 */
void
vouch_quality_ledger_free (VouchQualityLedger *self)
{
  if (self == NULL)
    return;
  vouch_quality_level_free (self->level);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->before, g_array_unref);
  g_clear_pointer (&self->broken, g_array_unref);
  g_free (self->broken_message);
  g_free (self);
}

static gboolean
is_act (VouchQualityEntryKind kind)
{
  return kind != VOUCH_QUALITY_ENTRY_LOT && kind != VOUCH_QUALITY_ENTRY_SKIPPED;
}

static void
note_break (VouchQualityLedger *self, guint place, GError *cause)
{
  g_array_append_val (self->broken, place);
  if (self->broken_message == NULL && cause != NULL)
    self->broken_message = g_strdup (cause->message);
  g_clear_error (&cause);
}

/* Whether an act is signed, on the very bytes that are stored. */
static gboolean
read_signed (VouchConn *conn, const VouchQualityEntry *entry, gboolean *is_signed, GError **error)
{
  g_autoptr (GPtrArray) signatures = vouch_decision_store_list_signatures (conn, entry->id, error);
  g_autoptr (GBytes) expected = NULL;
  guint8 hash[VOUCH_HASH_SIZE];

  if (signatures == NULL)
    return FALSE;
  vouch_audit_digest_record (&vouch_quality_entry_type, entry, hash);
  expected = g_bytes_new (hash, sizeof hash);
  *is_signed = FALSE;
  for (guint i = 0; i < signatures->len && !*is_signed; i++)
    {
      const VouchSignature *signature = g_ptr_array_index (signatures, i);

      *is_signed = signature->meaning == VOUCH_MEANING_SEVERITY && signature->signer_id == entry->recorded_by &&
                   g_strcmp0 (signature->subject, vouch_quality_entry_type.name) == 0 &&
                   signature->record_hash != NULL && g_bytes_equal (signature->record_hash, expected);
    }
  return TRUE;
}

VouchSamplingEntry
vouch_quality_entry_to_sampling (const VouchQualityEntry *self, VouchSamplingMethod method)
{
  gboolean is_counted = method == VOUCH_SAMPLING_METHOD_AQL;

  return (VouchSamplingEntry){
    .kind = self->kind,
    .lot = { .lot_size = self->lot_size,
             .has_severity = TRUE,
             .severity = self->under,
             .original = self->original,
             .has_nonconforming = is_counted,
             .nonconforming = is_counted ? self->nonconforming : 0,
             .has_stage = TRUE,
             .accepted_at_stage = self->stage,
             .has_limit_number = self->has_limit_number,
             .limit_number = self->limit_number },
    .outcome = { .severity = self->severity,
                 .accepted = self->accepted,
                 .score = (guint)self->score,
                 .next_severity = self->next_severity,
                 .event = self->event },
  };
}

/* What nobody signed is believed as far as it makes inspection stricter: irregular production ends reduced inspection
 * and resumes nothing. */
static void
distrust (VouchSamplingEntry *entry)
{
  if (entry->kind != VOUCH_QUALITY_ENTRY_REDUCED_ENDED)
    entry->kind = VOUCH_QUALITY_ENTRY_IRREGULAR;
}

static gboolean
replay_switching (VouchQualityLedger *self, const VouchQualityEntry *entry, guint place, gboolean is_trusted,
                  GError **error)
{
  VouchSamplingEntry sampling = vouch_quality_entry_to_sampling (entry, self->level->method);
  VouchSeverity before = self->state.now.severity;
  gboolean follows;

  if (entry->kind == VOUCH_QUALITY_ENTRY_SKIPPED || entry->kind == VOUCH_QUALITY_ENTRY_EVERY_LOT || !is_trusted)
    distrust (&sampling);
  follows = vouch_sampling_ledger_follow (&self->state, &self->scheme, &sampling, place - 1, error);
  if (self->state.now.severity != before)
    self->reason = place;
  return follows;
}

/* A lot that is submitted again changes nothing. */
gboolean
vouch_quality_ledger_step_skip (VouchQualityLedger *self, const VouchQualityEntry *entry, GError **error)
{
  VouchSamplingSkipResult result = entry->accepted ? VOUCH_SAMPLING_SKIP_ACCEPTED : VOUCH_SAMPLING_SKIP_NOT_ACCEPTED;

  if (is_act (entry->kind))
    {
      vouch_sampling_skip_interrupt (&self->skip);
      return TRUE;
    }
  if (entry->kind == VOUCH_QUALITY_ENTRY_SKIPPED)
    result = VOUCH_SAMPLING_SKIP_SKIPPED;
  else if (!entry->original)
    return TRUE;
  return vouch_sampling_skip_take (&self->skip, &self->skip_rule, g_bytes_get_data (self->level->seed, NULL), result,
                                   error);
}

/* A skip-lot level has a phase instead of a severity: what it comes to is kept in the score, the lots accepted in a
 * row. Where it does not follow, every lot is inspected. */
static gboolean
replay_skip (VouchQualityLedger *self, const VouchQualityEntry *entry, guint place, GError **error)
{
  VouchSamplingSkipPhase before = self->skip.phase;
  gboolean follows = vouch_quality_ledger_step_skip (self, entry, NULL) && entry->score == self->skip.n_accepted;

  if (!follows)
    {
      vouch_set_field_error (error, "ledger", VOUCH_ERROR_CONFLICT,
                             _ ("Entry %u of the skip-lot ledger does not follow from those before it. Every lot is "
                                "inspected; tell the QA lead"),
                             place);
      vouch_sampling_skip_interrupt (&self->skip);
    }
  if (self->skip.phase != before)
    self->reason = place;
  return follows;
}

static gboolean
replay_entry (VouchQualityLedger *self, const VouchQualityEntry *entry, guint place, gboolean is_trusted,
              GError **error)
{
  if (self->level->method == VOUCH_SAMPLING_METHOD_SKIP_LOT)
    return replay_skip (self, entry, place, error);
  return replay_switching (self, entry, place, is_trusted, error);
}

/* One that is missing shows in the numbers of the others. */
static gboolean
check_place (const VouchQualityEntry *entry, guint place, GError **error)
{
  if (entry->position == place)
    return TRUE;
  vouch_set_field_error (error, "ledger", VOUCH_ERROR_CONFLICT,
                         _ ("Entry %u of the ledger is missing. The stricter severity is in force; tell the QA lead"),
                         place);
  return FALSE;
}

static gboolean
check_signed (gboolean is_trusted, guint place, GError **error)
{
  if (is_trusted)
    return TRUE;
  vouch_set_field_error (error, "ledger", VOUCH_ERROR_CONFLICT,
                         _ ("Entry %u of the ledger is an act that nobody signed as it stands. The stricter severity "
                            "is in force; tell the QA lead"),
                         place);
  return FALSE;
}

/* Nothing is known of what is missing: not looser than tightened, and no lot skipped. */
static void
close_gap (VouchQualityLedger *self, guint place)
{
  if (self->level->method == VOUCH_SAMPLING_METHOD_SKIP_LOT)
    vouch_sampling_skip_interrupt (&self->skip);
  else if (self->state.now.severity != VOUCH_SEVERITY_DISCONTINUED)
    vouch_sampling_switch_enter (&self->state.now, VOUCH_SEVERITY_TIGHTENED);
  self->state.conditions = (VouchSamplingConditions){ FALSE, FALSE };
  self->reason = place;
}

static gboolean
replay (VouchQualityLedger *self, VouchConn *conn, GError **error)
{
  gint64 missing = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const VouchQualityEntry *entry = g_ptr_array_index (self->entries, i);
      g_autoptr (GError) cause = NULL;
      gboolean is_trusted = TRUE;
      gboolean follows;

      if (is_act (entry->kind) && !read_signed (conn, entry, &is_trusted, error))
        return FALSE;
      follows = entry->position == i + 1 + missing;
      if (!follows)
        {
          check_place (entry, (guint)(i + 1 + missing), &cause);
          missing = entry->position - i - 1;
          close_gap (self, i + 1);
        }
      g_array_append_val (self->before, self->state.now.severity);
      follows = replay_entry (self, entry, i + 1, is_trusted, cause == NULL ? &cause : NULL) && follows;
      if (!is_trusted)
        {
          g_clear_error (&cause);
          follows = check_signed (is_trusted, i + 1, &cause);
        }
      if (!follows)
        note_break (self, i + 1, g_steal_pointer (&cause));
    }
  return TRUE;
}

/* What its lots are judged by, which only somebody who wrote into the database past us can have made unreadable. */
static gboolean
read_scheme (VouchQualityLedger *self, GError **error)
{
  const VouchQualityLevel *level = self->level;

  self->scheme = (VouchSamplingScheme){ .standard = VOUCH_SAMPLING_STANDARD_MIL_STD_105E,
                                        .type = VOUCH_SAMPLING_TYPE_SINGLE,
                                        .level = level->level,
                                        .aql = level->aql,
                                        .counts_nonconformities = level->counts_nonconformities };
  if (level->method == VOUCH_SAMPLING_METHOD_SKIP_LOT)
    {
      self->skip_rule = (VouchSamplingSkipRule){ (guint)level->qualify, (guint)level->every, (guint)level->requalify };
      if (level->seed != NULL && g_bytes_get_size (level->seed) == VOUCH_SAMPLING_SEED_SIZE)
        return vouch_sampling_skip_rule_check (&self->skip_rule, error);
      vouch_set_field_error (error, "seed", VOUCH_ERROR_STORAGE, _ ("The seed of the skip-lot ledger is missing"));
      return FALSE;
    }
  if (level->method == VOUCH_SAMPLING_METHOD_VARIABLES)
    return TRUE;
  return vouch_sampling_standard_parse (level->standard, &self->scheme.standard, error) &&
         vouch_sampling_type_parse (level->type, &self->scheme.type, error);
}

/* Nothing can be told from a ledger whose terms cannot be read, so that no lot is planned by it. */
static void
give_up (VouchQualityLedger *self, GError *cause)
{
  self->is_unreadable = TRUE;
  self->state.now.severity = VOUCH_SEVERITY_DISCONTINUED;
  note_break (self, 0, cause);
}

VouchQualityLedger *
vouch_quality_ledger_replay_level (VouchConn *conn, VouchQualityLevel *level, GError **error)
{
  g_autoptr (VouchQualityLedger) self = g_new0 (VouchQualityLedger, 1);
  GError *cause = NULL;

  self->level = level;
  self->before = g_array_new (FALSE, FALSE, sizeof (VouchSeverity));
  self->broken = g_array_new (FALSE, FALSE, sizeof (guint));
  self->entries = vouch_quality_store_list_entries (conn, level->id, error);
  if (self->entries == NULL || !vouch_policy_read_flag (conn, VOUCH_POLICY_SEVERITY_SWITCHING, &self->switches, error))
    return NULL;
  if (!read_scheme (self, &cause))
    give_up (self, cause);
  else if (!replay (self, conn, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * vouch_quality_ledger_load:
 * @conn: a connection
 * @level_id: a quality level
 * @error: what the database said. A ledger that does not replay is loaded as well, see vouch_quality_ledger_is_broken()
 *
 * Returns: (transfer full) (nullable): its ledger, replayed
 */
VouchQualityLedger *
vouch_quality_ledger_load (VouchConn *conn, gint64 level_id, GError **error)
{
  VouchQualityLevel *level = vouch_row_load (conn, &vouch_quality_level_type, level_id, error);

  return level != NULL ? vouch_quality_ledger_replay_level (conn, level, error) : NULL;
}

/**
 * vouch_quality_ledger_get_severity:
 * @self: a ledger
 *
 * Returns: the severity that the next lot is planned by; normal where the house does not let severity follow results,
 * and of a skip-lot level
 */
VouchSeverity
vouch_quality_ledger_get_severity (const VouchQualityLedger *self)
{
  g_return_val_if_fail (self != NULL, VOUCH_SEVERITY_DISCONTINUED);

  return self->switches || self->is_unreadable ? self->state.now.severity : VOUCH_SEVERITY_NORMAL;
}

/**
 * vouch_quality_ledger_get_reason:
 * @self: a ledger
 *
 * Returns: (transfer none) (nullable): the entry that brought the severity in force, or the phase of a skip-lot level;
 * %NULL where it has been the same from the start. One that does not follow from those before it brings the stricter
 * severity, whatever it says itself
 */
const VouchQualityEntry *
vouch_quality_ledger_get_reason (const VouchQualityLedger *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->reason > 0 ? g_ptr_array_index (self->entries, self->reason - 1) : NULL;
}

/**
 * vouch_quality_ledger_is_broken:
 * @self: a ledger
 *
 * Returns: whether an entry does not follow from those before it
 */
gboolean
vouch_quality_ledger_is_broken (const VouchQualityLedger *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->broken->len > 0;
}

/**
 * vouch_quality_ledger_is_broken_at:
 * @self: a ledger
 * @place: of an entry, from 1
 *
 * Returns: whether that entry does not follow from those before it
 */
gboolean
vouch_quality_ledger_is_broken_at (const VouchQualityLedger *self, gint64 place)
{
  g_return_val_if_fail (self != NULL, TRUE);

  for (guint i = 0; i < self->broken->len; i++)
    if (g_array_index (self->broken, guint, i) == place)
      return TRUE;
  return FALSE;
}

/**
 * vouch_quality_ledger_is_unanswered:
 * @self: a ledger
 *
 * Returns: whether it is broken, and no QA lead has signed an act on it since
 */
gboolean
vouch_quality_ledger_is_unanswered (const VouchQualityLedger *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  if (self->broken->len == 0 || self->is_unreadable)
    return self->is_unreadable;
  for (guint i = g_array_index (self->broken, guint, self->broken->len - 1); i < self->entries->len; i++)
    if (is_act (((const VouchQualityEntry *)g_ptr_array_index (self->entries, i))->kind))
      return FALSE;
  return TRUE;
}

/**
 * vouch_quality_ledger_is_lot_inspected:
 * @self: a ledger
 *
 * Returns: whether the next lot has to be inspected; only a skip-lot level lets any be skipped
 */
gboolean
vouch_quality_ledger_is_lot_inspected (const VouchQualityLedger *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->level->method != VOUCH_SAMPLING_METHOD_SKIP_LOT || self->is_unreadable ||
         vouch_sampling_skip_is_inspected (&self->skip, &self->skip_rule, g_bytes_get_data (self->level->seed, NULL));
}
