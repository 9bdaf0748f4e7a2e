#include "vouch-decide-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-audit-store.h"
#include "vouch-error.h"
#include "vouch-lot-file.h"
#include "vouch-number.h"
#include "vouch-publish-work.h"
#include "vouch-quantity.h"
#include "vouch-row.h"
#include "vouch-shelf-life.h"
#include "vouch-stock-rule.h"
#include "vouch-user-work.h"

static const VouchField sign_fields[] = {
  VOUCH_FIELD (VouchSignRequest, lot_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchSignRequest, badge, TEXT, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchSignRequest, vouch_sign_request, "sign", sign_fields)

static const VouchField hold_fields[] = {
  VOUCH_FIELD (VouchHoldRequest, lot_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchHoldRequest, reason, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchHoldRequest, vouch_hold_request, "hold", hold_fields)

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
};

VOUCH_DEFINE_RECORD (VouchDisposeRequest, vouch_dispose_request, "dispose", dispose_fields)

static const VouchField decided_fields[] = {
  VOUCH_FIELD (VouchDecided, decision_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDecided, ncr_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDecided, lot, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDecided, ncr, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchDecided, vouch_decided, "decided", decided_fields)

static gboolean
denied (GError **error, const char *field, const char *message)
{
  vouch_set_field_error (error, field, VOUCH_ERROR_DENIED, "%s", message);
  return FALSE;
}

static gboolean
prepare_sign (VouchStation *station, VouchActor *actor, gconstpointer data, GError **error)
{
  const VouchSignRequest *request = data;

  return vouch_sign_in_check_badge (station, actor, request->badge, NULL, error);
}

static gboolean
prepare_dispose (VouchStation *station, VouchActor *actor, gconstpointer data, GError **error)
{
  const VouchDisposeRequest *request = data;

  return vouch_sign_in_check_badge (station, actor, request->badge, request->pin, error);
}

/* A signature covers the exact bytes of the record as they are committed. */
static gboolean
sign (VouchAct *act, const VouchRecordType *type, gconstpointer record, VouchMeaning meaning, GError **error)
{
  g_autoptr (VouchSignature) signature = vouch_signature_new ();
  guint8 hash[VOUCH_HASH_SIZE];

  vouch_audit_digest_record (type, record, hash);
  signature->id = vouch_act_next_id (act);
  signature->subject = g_strdup (type->name);
  signature->subject_id = vouch_record_get_id (type, record);
  signature->record_hash = g_bytes_new (hash, sizeof hash);
  signature->meaning = meaning;
  signature->signer_id = vouch_act_get_actor_id (act);
  signature->signed_at = vouch_act_get_now (act);
  return vouch_act_insert (act, &vouch_signature_type, signature, error);
}

/* Goods are held until a decision, so nothing held means that nothing is left to decide. */
static VouchLotFile *
load_undecided (VouchAct *act, gint64 lot_id, GError **error)
{
  g_autoptr (VouchLotFile) file = vouch_lot_file_load (act->conn, lot_id, error);

  if (file == NULL)
    return NULL;
  if (file->lot->held == 0)
    {
      vouch_set_field_error (error, "lot_id", VOUCH_ERROR_CONFLICT, _ ("Lot %s was decided before"), file->lot->number);
      return NULL;
    }
  return g_steal_pointer (&file);
}

static gboolean
finish_inspection (VouchAct *act, VouchLotFile *file, VouchInspectionState state, GError **error)
{
  VouchInspection *inspection = file->inspection;

  if (inspection == NULL || inspection->state == VOUCH_INSPECTION_STATE_DECIDED)
    return TRUE;
  inspection->state = state;
  inspection->completed_at = inspection->completed_at != 0 ? inspection->completed_at : vouch_act_get_now (act);
  inspection->inspected = vouch_tally_get_inspected (file->tally);
  inspection->nonconforming = vouch_tally_get_nonconforming (file->tally);
  inspection->verdict = vouch_lot_file_get_verdict (file);
  return vouch_act_update (act, &vouch_inspection_type, inspection, error);
}

/* Where each part of a lot goes, by its new status. */
static gboolean
place_stock (VouchAct *act, const VouchLot *lot, GError **error)
{
  return vouch_stock_clear (act, lot->id, error) &&
         vouch_stock_put (act, lot->id, lot->status, VOUCH_LOCATION_STOCK, lot->accepted, lot->unit, error) &&
         vouch_stock_put (act, lot->id, VOUCH_LOT_STATUS_REJECTED, VOUCH_LOCATION_REJECT, lot->rejected, lot->unit,
                          error) &&
         vouch_stock_put (act, lot->id, VOUCH_LOT_STATUS_QUARANTINED, VOUCH_LOCATION_QUARANTINE, lot->held, lot->unit,
                          error);
}

static VouchUsageDecision *
insert_decision (VouchAct *act, const VouchLotFile *file, VouchDecisionKind kind, const char *reason, GError **error)
{
  g_autoptr (VouchUsageDecision) decision = vouch_usage_decision_new ();

  decision->id = vouch_act_next_id (act);
  decision->lot_id = file->lot->id;
  decision->inspection_id = file->inspection != NULL ? file->inspection->id : 0;
  decision->kind = kind;
  decision->accepted = file->lot->accepted;
  decision->rejected = file->lot->rejected;
  decision->held = file->lot->held;
  decision->used = file->lot->used;
  decision->unit = g_strdup (file->lot->unit);
  decision->reason = g_strdup (reason);
  decision->decided_by = vouch_act_get_actor_id (act);
  decision->decided_at = vouch_act_get_now (act);
  if (!vouch_act_insert (act, &vouch_usage_decision_type, decision, error))
    return NULL;
  return g_steal_pointer (&decision);
}

static gboolean
open_ncr (VouchAct *act, const VouchLotFile *file, VouchDecided *answer, GError **error)
{
  g_autoptr (VouchNcr) ncr = vouch_ncr_new ();

  ncr->id = vouch_act_next_id (act);
  ncr->number = vouch_number_make ('N', ncr->id);
  ncr->lot_id = file->lot->id;
  ncr->inspection_id = file->inspection->id;
  ncr->nonconforming = vouch_tally_get_nonconforming (file->tally);
  ncr->summary = g_strdup_printf ("%s %s: d = %d, Ac = %d, Re = %d, n = %d", file->product->sku, file->lot->number,
                                  (int)ncr->nonconforming, (int)file->inspection->ac, (int)file->inspection->re,
                                  (int)file->inspection->sample_size);
  ncr->opened_by = vouch_act_get_actor_id (act);
  ncr->opened_at = vouch_act_get_now (act);
  answer->ncr_id = ncr->id;
  answer->ncr = g_strdup (ncr->number);
  return vouch_act_insert (act, &vouch_ncr_type, ncr, error);
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
check_inspected (const VouchLotFile *file, VouchVerdict wanted, GError **error)
{
  if (file->inspection == NULL || vouch_lot_file_get_verdict (file) == VOUCH_VERDICT_OPEN)
    return denied (error, "lot_id", _ ("The inspection is not finished; nothing passes by default"));
  if (vouch_lot_file_get_verdict (file) == wanted)
    return TRUE;
  return denied (error, "lot_id",
                 wanted == VOUCH_VERDICT_ACCEPT ? _ ("The lot does not meet its plan; reject or hold it")
                                                : _ ("The lot meets its plan; it cannot be rejected by its readings"));
}

static gboolean
check_inspector_may_accept (VouchAct *act, const VouchLotFile *file, GError **error)
{
  if (file->lot->status != VOUCH_LOT_STATUS_PENDING)
    return denied (error, "lot_id", _ ("The lot is held or rejected; the decision is the QA lead's"));
  if (file->plan->decider_not_inspector && vouch_lot_file_was_inspected_by (file, vouch_act_get_actor_id (act)))
    return denied (error, "lot_id", _ ("The plan asks for another person to decide than the inspector"));
  return vouch_shelf_life_check (file->product, file->lot->produced, file->lot->expiry, vouch_tx_get_today (act->tx),
                                 error);
}

static gboolean
accept_within_plan (VouchAct *act, gconstpointer data, gpointer answer_data, GError **error)
{
  const VouchSignRequest *request = data;
  VouchDecided *answer = answer_data;
  g_autoptr (VouchLotFile) file = load_undecided (act, request->lot_id, error);
  g_autoptr (VouchUsageDecision) decision = NULL;
  VouchLot *lot;

  if (file == NULL || !check_inspected (file, VOUCH_VERDICT_ACCEPT, error) ||
      !check_inspector_may_accept (act, file, error))
    return FALSE;
  lot = file->lot;
  lot->status = VOUCH_LOT_STATUS_RELEASED;
  lot->rejected = vouch_lot_file_get_set_aside (file);
  lot->accepted = lot->received - lot->rejected - lot->used;
  lot->held = 0;
  if (!vouch_act_update (act, &vouch_lot_type, lot, error) ||
      !finish_inspection (act, file, VOUCH_INSPECTION_STATE_DECIDED, error) || !place_stock (act, lot, error))
    return FALSE;
  decision = insert_decision (act, file, VOUCH_DECISION_KIND_ACCEPT, NULL, error);
  if (decision == NULL ||
      !sign (act, &vouch_usage_decision_type, decision, VOUCH_MEANING_ACCEPTED_WITHIN_PLAN, error) ||
      !vouch_publish_lot (act, lot->id, error))
    return FALSE;
  answer->decision_id = decision->id;
  answer->lot = g_strdup (lot->number);
  return TRUE;
}

static gboolean
confirm_rejection (VouchAct *act, gconstpointer data, gpointer answer_data, GError **error)
{
  const VouchSignRequest *request = data;
  VouchDecided *answer = answer_data;
  g_autoptr (VouchLotFile) file = load_undecided (act, request->lot_id, error);
  VouchLot *lot;

  if (file == NULL || !check_inspected (file, VOUCH_VERDICT_REJECT, error))
    return FALSE;
  lot = file->lot;
  if (lot->status == VOUCH_LOT_STATUS_REJECTED)
    return denied (error, "lot_id", _ ("The rejection was confirmed before"));
  lot->status = VOUCH_LOT_STATUS_REJECTED;
  if (!vouch_act_update (act, &vouch_lot_type, lot, error) ||
      !finish_inspection (act, file, VOUCH_INSPECTION_STATE_COMPLETE, error) ||
      !vouch_stock_clear (act, lot->id, error) ||
      !vouch_stock_put (act, lot->id, VOUCH_LOT_STATUS_REJECTED, VOUCH_LOCATION_QUARANTINE, lot->received, lot->unit,
                        error) ||
      !sign (act, &vouch_inspection_type, file->inspection, VOUCH_MEANING_REJECTION_CONFIRMED, error) ||
      !open_ncr (act, file, answer, error))
    return FALSE;
  answer->lot = g_strdup (lot->number);
  return TRUE;
}

static gboolean
hold (VouchAct *act, gconstpointer data, gpointer answer_data, GError **error)
{
  const VouchHoldRequest *request = data;
  VouchDecided *answer = answer_data;
  g_autoptr (VouchLotFile) file = load_undecided (act, request->lot_id, error);
  VouchLot *lot;

  if (file == NULL)
    return FALSE;
  lot = file->lot;
  if (lot->status != VOUCH_LOT_STATUS_PENDING)
    return denied (error, "lot_id", _ ("The lot is held or rejected already"));
  lot->status = VOUCH_LOT_STATUS_QUARANTINED;
  answer->lot = g_strdup (lot->number);
  return vouch_act_update (act, &vouch_lot_type, lot, error) && vouch_stock_clear (act, lot->id, error) &&
         vouch_stock_put (act, lot->id, VOUCH_LOT_STATUS_QUARANTINED, VOUCH_LOCATION_QUARANTINE, lot->received,
                          lot->unit, error);
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
        return denied (error, "accepted", _ ("Units found nonconforming or damaged are set aside, never stocked"));
      return check_inspected (file, VOUCH_VERDICT_ACCEPT, error);
    case VOUCH_DECISION_KIND_CONCESSION:
      if (request->accepted == 0)
        return denied (error, "accepted", _ ("A concession accepts something"));
      return check_reason (request, error);
    case VOUCH_DECISION_KIND_RETURN:
    case VOUCH_DECISION_KIND_SCRAP:
      if (request->accepted != 0)
        return denied (error, "accepted", _ ("Goods that go back or are scrapped are not accepted"));
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
  return denied (error, "accepted", _ ("The goods are expired; nobody may accept them"));
}

static VouchLotStatus
choose_status (const VouchDisposeRequest *request)
{
  if (request->accepted == 0)
    return request->held > 0 ? VOUCH_LOT_STATUS_QUARANTINED : VOUCH_LOT_STATUS_REJECTED;
  return request->kind == VOUCH_DECISION_KIND_CONCESSION ? VOUCH_LOT_STATUS_CONCESSION : VOUCH_LOT_STATUS_RELEASED;
}

static gboolean
check_disposable (VouchAct *act, const VouchLotFile *file, const VouchDisposeRequest *request, GError **error)
{
  if (request->accepted < file->lot->accepted)
    return denied (error, "accepted", _ ("What was accepted before cannot be taken back by a decision; recall it"));
  if (file->lot->status == VOUCH_LOT_STATUS_PENDING)
    return denied (error, "lot_id", _ ("The lot is still with its inspector; hold or reject it first"));
  if (vouch_lot_file_was_inspected_by (file, vouch_act_get_actor_id (act)))
    return denied (error, "lot_id", _ ("Nobody decides on an inspection of their own; another QA lead has to"));
  return check_quantities (file->lot, request, error) && check_kind (file, request, error) &&
         check_expiry (act, file->lot, request, error);
}

static gboolean
dispose (VouchAct *act, gconstpointer data, gpointer answer_data, GError **error)
{
  const VouchDisposeRequest *request = data;
  VouchDecided *answer = answer_data;
  g_autoptr (VouchLotFile) file = load_undecided (act, request->lot_id, error);
  g_autoptr (VouchUsageDecision) decision = NULL;
  VouchLot *lot;

  if (file == NULL || !check_disposable (act, file, request, error))
    return FALSE;
  lot = file->lot;
  lot->accepted = request->accepted;
  lot->rejected = request->rejected;
  lot->held = request->held;
  lot->used = request->used;
  lot->status = choose_status (request);
  if (!vouch_act_update (act, &vouch_lot_type, lot, error) ||
      !finish_inspection (act, file, VOUCH_INSPECTION_STATE_DECIDED, error) || !place_stock (act, lot, error))
    return FALSE;
  decision = insert_decision (act, file, request->kind, request->reason, error);
  if (decision == NULL || !sign (act, &vouch_usage_decision_type, decision, VOUCH_MEANING_USAGE_DECISION, error) ||
      !dispose_ncrs (act, file, decision->id, answer, error) ||
      (lot->accepted > 0 && !vouch_publish_lot (act, lot->id, error)))
    return FALSE;
  answer->decision_id = decision->id;
  answer->lot = g_strdup (lot->number);
  return TRUE;
}

const VouchUseCase vouch_decide_accept_within_plan = {
  .name = "decide.accept_within_plan",
  .permission = VOUCH_PERMISSION_ACCEPT_WITHIN_PLAN,
  .request = &vouch_sign_request_type,
  .answer = &vouch_decided_type,
  .prepare = prepare_sign,
  .act = accept_within_plan,
};

const VouchUseCase vouch_decide_confirm_rejection = {
  .name = "decide.confirm_rejection",
  .permission = VOUCH_PERMISSION_CONFIRM_REJECTION,
  .request = &vouch_sign_request_type,
  .answer = &vouch_decided_type,
  .prepare = prepare_sign,
  .act = confirm_rejection,
};

const VouchUseCase vouch_decide_hold = {
  .name = "decide.hold",
  .permission = VOUCH_PERMISSION_HOLD,
  .request = &vouch_hold_request_type,
  .answer = &vouch_decided_type,
  .act = hold,
};

const VouchUseCase vouch_decide_dispose = {
  .name = "decide.dispose",
  .permission = VOUCH_PERMISSION_DECIDE,
  .request = &vouch_dispose_request_type,
  .answer = &vouch_decided_type,
  .prepare = prepare_dispose,
  .act = dispose,
};
