/* The QA lead's usage decision; declared in vouch-decide-work.h. */
#include <glib/gi18n-lib.h>

#include "vouch-conflict-rule.h"
#include "vouch-decide-private.h"
#include "vouch-error.h"
#include "vouch-publish-work.h"
#include "vouch-quantity.h"
#include "vouch-user-work.h"

static const VouchField dispose_fields[] = {
  VOUCH_FIELD (VouchDisposeRequest, lot_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchDisposeRequest, kind, vouch_decision_kind_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchDisposeRequest, accepted, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchDisposeRequest, rejected, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchDisposeRequest, held, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchDisposeRequest, used, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDisposeRequest, unit, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDisposeRequest, reason, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDisposeRequest, badge, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchDisposeRequest, pin, TEXT, VOUCH_FIELD_SECRET | VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchDisposeRequest, seen, NUMBER, VOUCH_FIELD_ADDED),
};

VOUCH_DEFINE_RECORD (VouchDisposeRequest, vouch_dispose_request, "dispose", dispose_fields)

static gboolean
prepare_dispose (VouchStation *station, VouchActor *actor, gconstpointer data, GError **error)
{
  const VouchDisposeRequest *request = data;

  return vouch_sign_in_check_badge (station, actor, request->badge, request->pin, error);
}

/* A decision moves every report on the lot to its disposition, so that lot and report are linked both ways. */
static gboolean
dispose_ncrs (VouchAct *act, const VouchLotFile *file, gint64 decision_id, VouchDecided *answer, GError **error)
{
  for (guint i = 0; i < file->ncrs->len; i++)
    {
      VouchNcr *ncr = g_ptr_array_index (file->ncrs, i);

      if (ncr->state == VOUCH_NCR_STATE_CLOSED)
        continue;
      ncr->state = VOUCH_NCR_STATE_DISPOSITION;
      ncr->usage_decision_id = decision_id;
      answer->ncr_id = ncr->id;
      g_free (answer->ncr);
      answer->ncr = g_strdup (ncr->number);
      if (!vouch_act_update (act, &vouch_ncr_type, ncr, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_quantities (const VouchLot *lot, const VouchDisposeRequest *request, GError **error)
{
  __int128 sum = (__int128)request->accepted + request->rejected + request->held + request->used;

  if (request->accepted < 0 || request->rejected < 0 || request->held < 0 || request->used < 0 || sum != lot->received)
    {
      g_autofree char *received = vouch_quantity_to_string (lot->received);

      vouch_set_field_error (error, "accepted", VOUCH_ERROR_INVALID,
                             _ ("Accepted, rejected, held and used have to add up to the %s %s received"), received,
                             lot->unit);
      return FALSE;
    }
  if (request->unit == NULL || g_str_equal (request->unit, lot->unit))
    return TRUE;
  vouch_set_field_error (error, "unit", VOUCH_ERROR_INVALID, _ ("The lot is counted in %s"), lot->unit);
  return FALSE;
}

static gboolean
check_reason (const VouchDisposeRequest *request, GError **error)
{
  if (request->reason != NULL && *request->reason != '\0')
    return TRUE;
  vouch_set_field_error (error, "reason", VOUCH_ERROR_INVALID, _ ("This decision needs a reason"));
  return FALSE;
}

/* What each kind of decision allows; the kinds that start further work are not decisions on their own here. */
static gboolean
check_kind (const VouchLotFile *file, const VouchDisposeRequest *request, GError **error)
{
  switch (request->kind)
    {
    case VOUCH_DECISION_KIND_ACCEPT:
    case VOUCH_DECISION_KIND_PARTIAL:
      if (request->accepted > file->lot->received - vouch_lot_file_get_set_aside (file))
        return vouch_decide_deny (error, "accepted",
                                  _ ("Units found nonconforming or damaged are set aside, never stocked"));
      return vouch_decide_check_inspected (file, VOUCH_VERDICT_ACCEPT, error);
    case VOUCH_DECISION_KIND_CONCESSION:
      if (request->accepted == 0)
        return vouch_decide_deny (error, "accepted", _ ("A concession accepts something"));
      return check_reason (request, error);
    case VOUCH_DECISION_KIND_RETURN:
    case VOUCH_DECISION_KIND_SCRAP:
      if (request->accepted != 0)
        return vouch_decide_deny (error, "accepted", _ ("Goods that go back or are scrapped are not accepted"));
      return check_reason (request, error);
    case VOUCH_DECISION_KIND_SORT:
    case VOUCH_DECISION_KIND_REWORK:
    case VOUCH_DECISION_KIND_REINSPECT:
    default:
      vouch_set_field_error (error, "kind", VOUCH_ERROR_INVALID,
                             _ ("Decide accept, partial, concession, return or scrap"));
      return FALSE;
    }
}

/* Expired goods are accepted by nobody; too little shelf life is the QA lead's to judge, with a reason. */
static gboolean
check_expiry (VouchAct *act, const VouchLot *lot, const VouchDisposeRequest *request, GError **error)
{
  if (request->accepted == 0 || lot->expiry == VOUCH_DATE_NONE || lot->expiry >= vouch_tx_get_today (act->tx))
    return TRUE;
  return vouch_decide_deny (error, "accepted", _ ("The goods are expired; nobody may accept them"));
}

/* A recall is not ended by a decision on what is left of the goods. */
static VouchLotStatus
choose_status (const VouchLot *lot, const VouchDisposeRequest *request)
{
  if (lot->status == VOUCH_LOT_STATUS_RECALLED)
    return VOUCH_LOT_STATUS_RECALLED;
  if (request->accepted == 0)
    return request->held > 0 ? VOUCH_LOT_STATUS_QUARANTINED : VOUCH_LOT_STATUS_REJECTED;
  return request->kind == VOUCH_DECISION_KIND_CONCESSION ? VOUCH_LOT_STATUS_CONCESSION : VOUCH_LOT_STATUS_RELEASED;
}

static gboolean
check_disposable (VouchAct *act, const VouchLotFile *file, const VouchDisposeRequest *request, GError **error)
{
  if (!check_quantities (file->lot, request, error))
    return FALSE;
  if (file->lot->status == VOUCH_LOT_STATUS_RECALLED && request->accepted != 0)
    return vouch_decide_deny (error, "accepted", _ ("The lot is recalled; return or scrap what is left of it"));
  if (request->accepted < file->lot->accepted)
    return vouch_decide_deny (error, "accepted",
                              _ ("What was accepted before cannot be taken back by a decision; recall it"));
  if (file->lot->status == VOUCH_LOT_STATUS_PENDING)
    return vouch_decide_deny (error, "lot_id", _ ("The lot is still with its inspector; hold or reject it first"));
  if (vouch_lot_file_was_inspected_by (file, vouch_act_get_actor_id (act)))
    return vouch_decide_deny (error, "lot_id",
                              _ ("Nobody decides on an inspection of their own; another QA lead has to"));
  return check_kind (file, request, error) && check_expiry (act, file->lot, request, error);
}

static gboolean
dispose (VouchAct *act, gconstpointer data, gpointer answer_data, GError **error)
{
  const VouchDisposeRequest *request = data;
  VouchDecided *answer = answer_data;
  g_autoptr (VouchLotFile) file = NULL;
  g_autoptr (VouchUsageDecision) decision = NULL;
  VouchLot *lot;

  if (!vouch_conflict_check_lot (act, request->lot_id, request->seen, error))
    return FALSE;
  file = vouch_decide_load_undecided (act, request->lot_id, error);
  if (file == NULL || !check_disposable (act, file, request, error))
    return FALSE;
  lot = file->lot;
  lot->accepted = request->accepted;
  lot->rejected = request->rejected;
  lot->held = request->held;
  lot->used = request->used;
  lot->status = choose_status (lot, request);
  if (!vouch_act_update (act, &vouch_lot_type, lot, error) ||
      !vouch_decide_finish_inspection (act, file, VOUCH_INSPECTION_STATE_DECIDED, error) ||
      !vouch_decide_place_stock (act, lot, error))
    return FALSE;
  if (lot->accepted == 0 && file->ncrs->len == 0 && !vouch_decide_open_ncr (act, file, answer, error))
    return FALSE;
  decision = vouch_decide_insert_decision (act, file, request->kind, request->reason, error);
  if (decision == NULL ||
      !vouch_decide_sign (act, &vouch_usage_decision_type, decision, VOUCH_MEANING_USAGE_DECISION, error) ||
      !dispose_ncrs (act, file, decision->id, answer, error) ||
      !(lot->accepted > 0 ? vouch_publish_lot (act, lot->id, error) : vouch_publish_change (act, lot->id, error)))
    return FALSE;
  answer->decision_id = decision->id;
  answer->lot = g_strdup (lot->number);
  return TRUE;
}

const VouchUseCase vouch_decide_dispose = {
  .name = "decide.dispose",
  .permission = VOUCH_PERMISSION_DECIDE,
  .request = &vouch_dispose_request_type,
  .answer = &vouch_decided_type,
  .prepare = prepare_dispose,
  .act = dispose,
};
