#include <glib/gi18n-lib.h>

#include "vouch-audit-store.h"
#include "vouch-conflict-rule.h"
#include "vouch-decide-private.h"
#include "vouch-error.h"
#include "vouch-number.h"
#include "vouch-policy-work.h"
#include "vouch-publish-work.h"
#include "vouch-quality-ledger.h"
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

static const VouchField decided_fields[] = {
  VOUCH_FIELD (VouchDecided, decision_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDecided, ncr_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDecided, lot, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDecided, ncr, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchDecided, vouch_decided, "decided", decided_fields)

gboolean
vouch_decide_deny (GError **error, const char *field, const char *message)
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

/* A signature covers the exact bytes of the record as they are committed. */
gboolean
vouch_decide_sign (VouchAct *act, const VouchRecordType *type, gconstpointer record, VouchMeaning meaning,
                   GError **error)
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
VouchLotFile *
vouch_decide_load_undecided (VouchAct *act, gint64 lot_id, GError **error)
{
  g_autoptr (VouchLotFile) file = vouch_lot_file_load (act->conn, lot_id, error);

  if (file == NULL)
    return NULL;
  if (file->lot->held == 0)
    {
      g_autofree char *by = vouch_conflict_dup_by (act, &vouch_lot_type, lot_id);

      /* Translators: a lot's number; by whom and when. */
      vouch_set_field_error (error, "lot_id", VOUCH_ERROR_CONFLICT, _ ("Lot %s was decided before, by %s"),
                             file->lot->number, by);
      return NULL;
    }
  return g_steal_pointer (&file);
}

/* A class that was still open when the lot was decided says nothing of it. */
static gboolean
note_classes (VouchAct *act, const VouchLotFile *file, GError **error)
{
  for (guint i = 0; i < vouch_judgement_get_n_classes (file->judgement); i++)
    {
      const VouchClassStanding *standing = vouch_judgement_get_class (file->judgement, i);
      VouchQualityOutcome outcome = { .accepted = standing->verdict == VOUCH_VERDICT_ACCEPT,
                                      .stage = standing->stage + 1,
                                      .nonconforming = standing->found };

      if (standing->verdict != VOUCH_VERDICT_OPEN &&
          !vouch_quality_ledger_take_lot (act, standing->plan, file->inspection, &outcome, error))
        return FALSE;
    }
  return TRUE;
}

/* How lots come out is what the next ones are planned by; a skip-lot plan asks whether the lot as a whole did. */
static gboolean
note_in_ledgers (VouchAct *act, const VouchLotFile *file, GError **error)
{
  VouchQualityOutcome outcome = { .accepted = file->inspection->verdict == VOUCH_VERDICT_ACCEPT, .stage = 1 };

  if (file->inspection->verdict == VOUCH_VERDICT_OPEN)
    return TRUE;
  for (guint i = 0; i < file->class_plans->len; i++)
    {
      const VouchClassPlan *plan = g_ptr_array_index (file->class_plans, i);

      if (plan->method == VOUCH_SAMPLING_METHOD_SKIP_LOT &&
          !vouch_quality_ledger_take_lot (act, plan, file->inspection, &outcome, error))
        return FALSE;
    }
  return note_classes (act, file, error);
}

gboolean
vouch_decide_finish_inspection (VouchAct *act, VouchLotFile *file, VouchInspectionState state, GError **error)
{
  VouchInspection *inspection = file->inspection;

  if (inspection == NULL || inspection->state == VOUCH_INSPECTION_STATE_DECIDED)
    return TRUE;
  inspection->state = state;
  inspection->completed_at = inspection->completed_at != 0 ? inspection->completed_at : vouch_act_get_now (act);
  inspection->inspected = vouch_tally_get_inspected (file->tally);
  inspection->nonconforming = vouch_tally_get_nonconforming (file->tally);
  inspection->verdict = vouch_lot_file_get_verdict (file);
  return vouch_act_update (act, &vouch_inspection_type, inspection, error) && note_in_ledgers (act, file, error);
}

/* Where each part of a lot goes, by its new status. */
gboolean
vouch_decide_place_stock (VouchAct *act, const VouchLot *lot, GError **error)
{
  VouchLotStatus blocked =
      lot->status == VOUCH_LOT_STATUS_RECALLED ? VOUCH_LOT_STATUS_RECALLED : VOUCH_LOT_STATUS_QUARANTINED;

  return vouch_stock_clear (act, lot->id, error) &&
         vouch_stock_put (act, lot->id, lot->status, VOUCH_LOCATION_STOCK, lot->accepted, lot->unit, error) &&
         vouch_stock_put (act, lot->id, VOUCH_LOT_STATUS_REJECTED, VOUCH_LOCATION_REJECT, lot->rejected, lot->unit,
                          error) &&
         vouch_stock_put (act, lot->id, blocked, VOUCH_LOCATION_QUARANTINE, lot->held, lot->unit, error);
}

VouchUsageDecision *
vouch_decide_insert_decision (VouchAct *act, const VouchLotFile *file, VouchDecisionKind kind, const char *reason,
                              GError **error)
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

/* In figures, which every language reads. */
static char *
summarise (const VouchLotFile *file)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "%s %s", file->product->sku, file->lot->number);
  for (guint i = 0; file->judgement != NULL && i < vouch_judgement_get_n_classes (file->judgement); i++)
    {
      const VouchClassStanding *standing = vouch_judgement_get_class (file->judgement, i);
      const VouchSamplingStage *stage = &standing->samples.stages[standing->stage];

      g_string_append (text, i == 0 ? ": " : "; ");
      if (standing->plan->method == VOUCH_SAMPLING_METHOD_VARIABLES)
        g_string_append_printf (text, "p = %.3g %%, M = %.3g %%, n = %u", standing->variables.percent_nonconforming,
                                standing->m_percent, stage->n);
      else
        g_string_append_printf (text, "d = %d, Ac = %d, Re = %u, n = %d", (int)standing->found, stage->ac, stage->re,
                                (int)standing->wanted);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The report joins the lot's file, so that what the same act decides finds it there. */
gboolean
vouch_decide_open_ncr (VouchAct *act, VouchLotFile *file, VouchDecided *answer, GError **error)
{
  VouchNcr *ncr = vouch_ncr_new ();

  g_ptr_array_add (file->ncrs, ncr);
  ncr->id = vouch_act_next_id (act);
  ncr->number = vouch_number_make ('N', ncr->id);
  ncr->lot_id = file->lot->id;
  ncr->inspection_id = file->inspection != NULL ? file->inspection->id : 0;
  ncr->nonconforming = file->tally != NULL ? vouch_tally_get_nonconforming (file->tally) : 0;
  ncr->summary = summarise (file);
  ncr->opened_by = vouch_act_get_actor_id (act);
  ncr->opened_at = vouch_act_get_now (act);
  g_free (answer->ncr);
  answer->ncr_id = ncr->id;
  answer->ncr = g_strdup (ncr->number);
  return vouch_act_insert (act, &vouch_ncr_type, ncr, error);
}

gboolean
vouch_decide_check_inspected (const VouchLotFile *file, VouchVerdict wanted, GError **error)
{
  if (vouch_lot_file_get_verdict (file) == VOUCH_VERDICT_OPEN)
    return vouch_decide_deny (error, "lot_id", _ ("The inspection is not finished; nothing passes by default"));
  if (vouch_lot_file_get_verdict (file) == wanted)
    return TRUE;
  return vouch_decide_deny (error, "lot_id",
                            wanted == VOUCH_VERDICT_ACCEPT
                                ? _ ("The lot does not meet its plan; reject or hold it")
                                : _ ("The lot meets its plan; it cannot be rejected by its readings"));
}

/* A product without a figure of its own has the house's. */
static gboolean
check_shelf_life (VouchAct *act, const VouchLotFile *file, GError **error)
{
  VouchProduct product = *file->product;

  if (product.min_remaining_percent == 0 &&
      !vouch_policy_read_number (act->conn, VOUCH_POLICY_MIN_REMAINING_PERCENT, &product.min_remaining_percent, error))
    return FALSE;
  return vouch_shelf_life_check (&product, file->lot->produced, file->lot->expiry, vouch_tx_get_today (act->tx), error);
}

static gboolean
check_inspector_may_accept (VouchAct *act, const VouchLotFile *file, GError **error)
{
  if (file->lot->status != VOUCH_LOT_STATUS_PENDING)
    return vouch_decide_deny (error, "lot_id", _ ("The lot is held or rejected; the decision is the QA lead's"));
  if (vouch_lot_file_waits_for_correction (file))
    return vouch_decide_deny (error, "lot_id", _ ("A correction of this lot waits for the QA lead"));
  if (file->plan != NULL && file->plan->decider_not_inspector &&
      vouch_lot_file_was_inspected_by (file, vouch_act_get_actor_id (act)))
    return vouch_decide_deny (error, "lot_id", _ ("The plan asks for another person to decide than the inspector"));
  return check_shelf_life (act, file, error);
}

static gboolean
accept_within_plan (VouchAct *act, gconstpointer data, gpointer answer_data, GError **error)
{
  const VouchSignRequest *request = data;
  VouchDecided *answer = answer_data;
  g_autoptr (VouchLotFile) file = vouch_decide_load_undecided (act, request->lot_id, error);
  g_autoptr (VouchUsageDecision) decision = NULL;
  VouchLot *lot;

  if (file == NULL || !vouch_decide_check_inspected (file, VOUCH_VERDICT_ACCEPT, error) ||
      !check_inspector_may_accept (act, file, error))
    return FALSE;
  lot = file->lot;
  lot->status = VOUCH_LOT_STATUS_RELEASED;
  lot->rejected = vouch_lot_file_get_set_aside (file);
  lot->accepted = lot->received - lot->rejected - lot->used;
  lot->held = 0;
  if (!vouch_act_update (act, &vouch_lot_type, lot, error) ||
      !vouch_decide_finish_inspection (act, file, VOUCH_INSPECTION_STATE_DECIDED, error) ||
      !vouch_decide_place_stock (act, lot, error))
    return FALSE;
  decision = vouch_decide_insert_decision (act, file, VOUCH_DECISION_KIND_ACCEPT, NULL, error);
  if (decision == NULL ||
      !vouch_decide_sign (act, &vouch_usage_decision_type, decision, VOUCH_MEANING_ACCEPTED_WITHIN_PLAN, error) ||
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
  g_autoptr (VouchLotFile) file = vouch_decide_load_undecided (act, request->lot_id, error);
  VouchLot *lot;

  if (file == NULL || !vouch_decide_check_inspected (file, VOUCH_VERDICT_REJECT, error))
    return FALSE;
  lot = file->lot;
  if (lot->status == VOUCH_LOT_STATUS_REJECTED)
    return vouch_decide_deny (error, "lot_id", _ ("The rejection was confirmed before"));
  /* What is held again after a decision, or recalled, has left the inspector's hands. */
  if (file->decisions->len > 0)
    return vouch_decide_deny (error, "lot_id", _ ("The lot is held or rejected; the decision is the QA lead's"));
  lot->status = VOUCH_LOT_STATUS_REJECTED;
  if (!vouch_act_update (act, &vouch_lot_type, lot, error) ||
      !vouch_decide_finish_inspection (act, file, VOUCH_INSPECTION_STATE_COMPLETE, error) ||
      !vouch_stock_clear (act, lot->id, error) ||
      !vouch_stock_put (act, lot->id, VOUCH_LOT_STATUS_REJECTED, VOUCH_LOCATION_QUARANTINE, lot->received, lot->unit,
                        error) ||
      !vouch_decide_sign (act, &vouch_inspection_type, file->inspection, VOUCH_MEANING_REJECTION_CONFIRMED, error) ||
      !vouch_decide_open_ncr (act, file, answer, error))
    return FALSE;
  answer->lot = g_strdup (lot->number);
  return TRUE;
}

static gboolean
hold (VouchAct *act, gconstpointer data, gpointer answer_data, GError **error)
{
  const VouchHoldRequest *request = data;
  VouchDecided *answer = answer_data;
  g_autoptr (VouchLotFile) file = vouch_decide_load_undecided (act, request->lot_id, error);
  VouchLot *lot;

  if (file == NULL)
    return FALSE;
  lot = file->lot;
  if (lot->status != VOUCH_LOT_STATUS_PENDING)
    return vouch_decide_deny (error, "lot_id", _ ("The lot is held or rejected already"));
  lot->status = VOUCH_LOT_STATUS_QUARANTINED;
  lot->hold_reason = g_strdup (request->reason);
  lot->hold_gate = VOUCH_HOLD_GATE_NONE;
  answer->lot = g_strdup (lot->number);
  return vouch_act_update (act, &vouch_lot_type, lot, error) && vouch_stock_clear (act, lot->id, error) &&
         vouch_stock_put (act, lot->id, VOUCH_LOT_STATUS_QUARANTINED, VOUCH_LOCATION_QUARANTINE, lot->received,
                          lot->unit, error);
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
