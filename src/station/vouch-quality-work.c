/* What a QA lead declares and signs beside the lots: whether production is steady, whether the responsible authority
 * agrees to reduced inspection, that it ends, that discontinued inspection is resumed. */
#include "vouch-quality-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-decide-private.h"
#include "vouch-error.h"
#include "vouch-user-work.h"

static const VouchField declare_fields[] = {
  VOUCH_FIELD (VouchDeclareRequest, level_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchDeclareRequest, kind, vouch_quality_entry_kind_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeclareRequest, reason, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchDeclareRequest, badge, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchDeclareRequest, pin, TEXT, VOUCH_FIELD_SECRET | VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchDeclareRequest, vouch_declare_request, "declare", declare_fields)

static const VouchField declared_fields[] = {
  VOUCH_FIELD (VouchDeclared, entry_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchDeclared, severity, vouch_severity_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchDeclared, event, vouch_sampling_event_values, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchDeclared, vouch_declared, "declared", declared_fields)

/* Why an act does not apply to a ledger of lots; NULL if it does. */
static const char *
find_obstacle (const VouchSamplingLedger *state, VouchQualityEntryKind kind)
{
  switch (kind)
    {
    case VOUCH_QUALITY_ENTRY_STEADY:
      return state->conditions.steady ? _ ("Production is declared steady already") : NULL;
    case VOUCH_QUALITY_ENTRY_IRREGULAR:
      return state->conditions.steady ? NULL : _ ("Production is not declared steady, so there is nothing to end");
    case VOUCH_QUALITY_ENTRY_REDUCED_ALLOWED:
      return state->conditions.authority ? _ ("Reduced inspection is allowed already") : NULL;
    case VOUCH_QUALITY_ENTRY_REDUCED_WITHHELD:
      return state->conditions.authority ? NULL : _ ("Reduced inspection is not allowed as it is");
    case VOUCH_QUALITY_ENTRY_REDUCED_ENDED:
      return state->now.severity == VOUCH_SEVERITY_REDUCED ? NULL : _ ("There is no reduced inspection to end");
    case VOUCH_QUALITY_ENTRY_RESUMED:
      return state->now.severity == VOUCH_SEVERITY_DISCONTINUED ? NULL : _ ("Inspection is not discontinued");
    case VOUCH_QUALITY_ENTRY_EVERY_LOT:
      return _ ("Every lot is inspected by this rule as it is");
    case VOUCH_QUALITY_ENTRY_LOT:
    case VOUCH_QUALITY_ENTRY_SKIPPED:
    default:
      return _ ("This is not for people to declare");
    }
}

static const char *
find_skip_obstacle (const VouchSamplingSkip *skip, VouchQualityEntryKind kind)
{
  if (kind != VOUCH_QUALITY_ENTRY_EVERY_LOT)
    return _ ("Severity is not switched by a skip-lot rule; only every lot can be asked for");
  return skip->phase == VOUCH_SAMPLING_SKIP_QUALIFY ? _ ("Every lot is inspected as it is") : NULL;
}

/* What nobody can misuse: it makes inspection stricter or leaves it, and says that a broken ledger was looked at. */
static gboolean
is_cautious (VouchQualityEntryKind kind)
{
  return kind == VOUCH_QUALITY_ENTRY_IRREGULAR || kind == VOUCH_QUALITY_ENTRY_REDUCED_WITHHELD ||
         kind == VOUCH_QUALITY_ENTRY_EVERY_LOT;
}

static gboolean
is_of_method (VouchSamplingMethod method, VouchQualityEntryKind kind)
{
  return (method == VOUCH_SAMPLING_METHOD_SKIP_LOT) == (kind == VOUCH_QUALITY_ENTRY_EVERY_LOT);
}

/**
 * vouch_quality_check_act:
 * @ledger: a ledger
 * @kind: an act
 * @error: CONFLICT, with what is in force
 *
 * A ledger that is broken also takes an act that changes nothing but makes sure: it says that the QA lead has looked at
 * it.
 *
 * Returns: whether the act applies now
 */
gboolean
vouch_quality_check_act (const VouchQualityLedger *ledger, VouchQualityEntryKind kind, GError **error)
{
  gboolean skips = ledger->level->method == VOUCH_SAMPLING_METHOD_SKIP_LOT;
  const char *obstacle = skips ? find_skip_obstacle (&ledger->skip, kind) : find_obstacle (&ledger->state, kind);

  if (ledger->is_unreadable)
    obstacle = ledger->broken_message;
  else if (vouch_quality_ledger_is_unanswered (ledger) && is_cautious (kind) &&
           is_of_method (ledger->level->method, kind))
    obstacle = NULL;
  if (obstacle == NULL)
    return TRUE;
  if (skips)
    vouch_set_field_error (error, "kind", VOUCH_ERROR_CONFLICT, "%s", obstacle);
  else
    /* Translators: why an act does not apply, and the severity in force, like "normal inspection". */
    vouch_set_field_error (error, "kind", VOUCH_ERROR_CONFLICT, _ ("%s (in force: %s)"), obstacle,
                           vouch_severity_get_label (ledger->state.now.severity));
  return FALSE;
}

static gboolean
prepare_declare (VouchStation *station, VouchActor *actor, gconstpointer data, GError **error)
{
  const VouchDeclareRequest *request = data;

  return vouch_sign_in_check_badge (station, actor, request->badge, request->pin, error);
}

static gboolean
declare (VouchAct *act, gconstpointer data, gpointer answer_data, GError **error)
{
  const VouchDeclareRequest *request = data;
  VouchDeclared *answer = answer_data;
  g_autoptr (VouchQualityLedger) ledger = vouch_quality_ledger_load (act->conn, request->level_id, error);
  g_autoptr (VouchQualityEntry) entry = NULL;

  if (ledger == NULL || !vouch_quality_check_act (ledger, request->kind, error))
    return FALSE;
  entry = vouch_quality_ledger_take_act (act, ledger, request->kind, request->reason, error);
  if (entry == NULL || !vouch_decide_sign (act, &vouch_quality_entry_type, entry, VOUCH_MEANING_SEVERITY, error))
    return FALSE;
  answer->entry_id = entry->id;
  answer->severity = vouch_quality_ledger_get_severity (ledger);
  answer->event = entry->event;
  return TRUE;
}

const VouchUseCase vouch_quality_declare = {
  .name = "quality.declare",
  .permission = VOUCH_PERMISSION_DECLARE_SEVERITY,
  .request = &vouch_declare_request_type,
  .answer = &vouch_declared_type,
  .prepare = prepare_declare,
  .act = declare,
};
