#include "vouch-sampling-ledger.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"

static gboolean
take_lot (VouchSamplingLedger *self, const VouchSamplingScheme *scheme, const VouchSamplingLot *lot,
          VouchSamplingOutcome *outcome, GError **error)
{
  VouchSamplingDecision decision;

  if (!vouch_sampling_switch_judge (&self->now, scheme, &self->conditions, lot, &decision, error))
    return FALSE;
  self->now = decision.after;
  *outcome = decision.outcome;
  return TRUE;
}

static VouchSamplingEvent
take_act (VouchSamplingLedger *self, VouchQualityEntryKind kind)
{
  switch (kind)
    {
    case VOUCH_QUALITY_ENTRY_STEADY:
      self->conditions.steady = TRUE;
      return VOUCH_SAMPLING_EVENT_NONE;
    case VOUCH_QUALITY_ENTRY_IRREGULAR:
      self->conditions.steady = FALSE;
      return vouch_sampling_switch_end_reduced (&self->now, VOUCH_SAMPLING_EVENT_NORMAL_IRREGULAR);
    case VOUCH_QUALITY_ENTRY_REDUCED_ALLOWED:
    case VOUCH_QUALITY_ENTRY_REDUCED_WITHHELD:
      self->conditions.authority = kind == VOUCH_QUALITY_ENTRY_REDUCED_ALLOWED;
      return VOUCH_SAMPLING_EVENT_NONE;
    case VOUCH_QUALITY_ENTRY_REDUCED_ENDED:
      return vouch_sampling_switch_end_reduced (&self->now, VOUCH_SAMPLING_EVENT_NORMAL_BY_AUTHORITY);
    case VOUCH_QUALITY_ENTRY_RESUMED:
      return vouch_sampling_switch_resume (&self->now);
    case VOUCH_QUALITY_ENTRY_LOT: /* is no act, and what follows is of skip-lot inspection */
    case VOUCH_QUALITY_ENTRY_SKIPPED:
    case VOUCH_QUALITY_ENTRY_EVERY_LOT:
      break;
    }
  g_return_val_if_reached (VOUCH_SAMPLING_EVENT_NONE);
}

/**
 * vouch_sampling_ledger_take:
 * @self: the ledger; unchanged on failure
 * @scheme: what stays the same from lot to lot
 * @entry: what happened; its outcome is not read
 * @outcome: (out caller-allocates): what became of it, to be stored with the entry
 * @error: why the lot cannot be judged, see vouch_sampling_switch_judge(); an act never fails
 *
 * Adds a lot or an act. A lot is judged under what was declared before it; an act that does not apply (ending reduced
 * inspection while it is normal, say) is noted and changes nothing.
 *
 * Returns: whether the entry was taken
 */
gboolean
vouch_sampling_ledger_take (VouchSamplingLedger *self, const VouchSamplingScheme *scheme,
                            const VouchSamplingEntry *entry, VouchSamplingOutcome *outcome, GError **error)
{
  g_return_val_if_fail (self != NULL && scheme != NULL && entry != NULL && outcome != NULL, FALSE);

  if (entry->kind == VOUCH_QUALITY_ENTRY_LOT)
    return take_lot (self, scheme, &entry->lot, outcome, error);
  *outcome = (VouchSamplingOutcome){ .severity = self->now.severity };
  outcome->event = take_act (self, entry->kind);
  outcome->score = self->now.score;
  outcome->next_severity = self->now.severity;
  return TRUE;
}

static gboolean
is_same (const VouchSamplingEntry *entry, const VouchSamplingOutcome *found)
{
  const VouchSamplingOutcome *stored = &entry->outcome;

  return stored->severity == found->severity && stored->score == found->score &&
         stored->next_severity == found->next_severity && stored->event == found->event &&
         (entry->kind != VOUCH_QUALITY_ENTRY_LOT || !stored->accepted == !found->accepted);
}

static guint
get_strictness (VouchSeverity severity)
{
  switch (severity)
    {
    case VOUCH_SEVERITY_REDUCED:
      return 0;
    case VOUCH_SEVERITY_NORMAL:
      return 1;
    case VOUCH_SEVERITY_TIGHTENED:
      return 2;
    case VOUCH_SEVERITY_DISCONTINUED:
      break;
    }
  return 3; /* also what is no severity at all: it was tampered with */
}

/* Neither of the two histories can be trusted, so that the stricter one is in force. */
static void
adopt_stricter (VouchSamplingSwitch *self, const VouchSamplingOutcome *stored)
{
  static const VouchSeverity by_strictness[] = { VOUCH_SEVERITY_REDUCED, VOUCH_SEVERITY_NORMAL,
                                                 VOUCH_SEVERITY_TIGHTENED, VOUCH_SEVERITY_DISCONTINUED };
  guint strictness = get_strictness (stored->next_severity);

  if (strictness > get_strictness (self->severity))
    vouch_sampling_switch_enter (self, by_strictness[strictness]);
  self->score = MIN (self->score, stored->score);
}

static void
describe_break (gsize at, const VouchSamplingEntry *entry, const VouchSamplingLedger *ledger, const GError *cause,
                GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GSIZE_FORMAT, at + 1);

  if (cause != NULL)
    vouch_set_field_error (error, "ledger", VOUCH_ERROR_CONFLICT,
                           _ ("Entry %s of the switching ledger cannot have happened: %s. The stricter severity is in "
                              "force; tell the QA lead"),
                           number, cause->message);
  else
    vouch_set_field_error (error, "ledger", VOUCH_ERROR_CONFLICT,
                           _ ("Entry %s of the switching ledger does not follow from those before it: “%s” is stored, "
                              "“%s” follows. The stricter severity is in force; tell the QA lead"),
                           number, vouch_severity_get_label (entry->outcome.next_severity),
                           vouch_severity_get_label (ledger->now.severity));
}

/**
 * vouch_sampling_ledger_follow:
 * @self: the ledger
 * @scheme: what stays the same from lot to lot
 * @entry: the next entry as stored
 * @at: its place, from 0
 * @error: CONFLICT, naming the entry
 *
 * Replays one entry, see vouch_sampling_ledger_replay().
 *
 * Returns: whether the entry follows from those before it; if not, the stricter severity is in force
 */
gboolean
vouch_sampling_ledger_follow (VouchSamplingLedger *self, const VouchSamplingScheme *scheme,
                              const VouchSamplingEntry *entry, gsize at, GError **error)
{
  g_autoptr (GError) cause = NULL;
  VouchSamplingOutcome found;

  g_return_val_if_fail (self != NULL && scheme != NULL && entry != NULL, FALSE);

  if (vouch_sampling_ledger_take (self, scheme, entry, &found, &cause) && is_same (entry, &found))
    return TRUE;
  describe_break (at, entry, self, cause, error);
  adopt_stricter (&self->now, &entry->outcome);
  return FALSE;
}

/**
 * vouch_sampling_ledger_replay:
 * @scheme: what stays the same from lot to lot
 * @entries: (array length=n_entries): the ledger as stored, oldest first
 * @n_entries: how many
 * @ledger: (out caller-allocates): the state to go on from; set on failure as well
 * @broken: (out) (optional): the first entry that does not follow, from 0; @n_entries if all do
 * @error: CONFLICT, naming that entry
 *
 * Computes the state of a ledger anew from what happened, and compares each step with what was stored. It fails closed:
 * at an entry that does not follow, the stricter of the two severities comes into force, with the lower of the two
 * scores, and the rest is replayed from there, so that what is written from now on follows again. Replaying the same
 * entries always gives the same state.
 *
 * Returns: whether all entries follow
 */
gboolean
vouch_sampling_ledger_replay (const VouchSamplingScheme *scheme, const VouchSamplingEntry *entries, gsize n_entries,
                              VouchSamplingLedger *ledger, gsize *broken, GError **error)
{
  VouchSamplingLedger state = { 0 };
  gsize first = n_entries;

  g_return_val_if_fail (scheme != NULL && (entries != NULL || n_entries == 0) && ledger != NULL, FALSE);

  for (gsize i = 0; i < n_entries; i++)
    if (!vouch_sampling_ledger_follow (&state, scheme, &entries[i], i, first == n_entries ? error : NULL) &&
        first == n_entries)
      first = i;
  *ledger = state;
  if (broken != NULL)
    *broken = first;
  return first == n_entries;
}
