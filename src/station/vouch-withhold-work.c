/* The QA lead puts released goods on hold again; declared in vouch-decide-work.h. */
#include <glib/gi18n-lib.h>

#include "vouch-conflict-rule.h"
#include "vouch-decide-private.h"
#include "vouch-error.h"
#include "vouch-lot-hold.h"
#include "vouch-publish-work.h"
#include "vouch-row.h"
#include "vouch-user-work.h"

static const VouchField withhold_fields[] = {
  VOUCH_FIELD (VouchWithholdRequest, lot_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchWithholdRequest, reason, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchWithholdRequest, badge, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchWithholdRequest, pin, TEXT, VOUCH_FIELD_SECRET | VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchWithholdRequest, seen, NUMBER, VOUCH_FIELD_ADDED),
};

VOUCH_DEFINE_RECORD (VouchWithholdRequest, vouch_withhold_request, "withhold", withhold_fields)

static gboolean
prepare_withhold (VouchStation *station, VouchActor *actor, gconstpointer data, GError **error)
{
  const VouchWithholdRequest *request = data;

  return vouch_sign_in_check_badge (station, actor, request->badge, request->pin, error);
}

/* What was accepted is blocked with what was held before; it leaves the stock, and needs a decision anew. */
static gboolean
block (VouchAct *act, VouchLot *lot, VouchLotStatus status, const char *reason, VouchHoldGate gate, GError **error)
{
  lot->status = status;
  lot->held += lot->accepted;
  lot->accepted = 0;
  g_free (lot->hold_reason);
  lot->hold_reason = g_strdup (reason);
  lot->hold_gate = gate;
  return vouch_act_update (act, &vouch_lot_type, lot, error) && vouch_decide_place_stock (act, lot, error);
}

/* By a person, for a reason in words. */
gboolean
vouch_decide_block (VouchAct *act, VouchLot *lot, VouchLotStatus status, const char *reason, GError **error)
{
  return block (act, lot, status, reason, VOUCH_HOLD_GATE_NONE, error);
}

/* By a rule, which everybody reads in their own language. */
gboolean
vouch_decide_block_by_gate (VouchAct *act, VouchLot *lot, VouchHoldGate gate, GError **error)
{
  return block (act, lot, VOUCH_LOT_STATUS_QUARANTINED, NULL, gate, error);
}

static VouchLotHold *
insert_hold (VouchAct *act, const VouchLot *lot, const char *reason, GError **error)
{
  g_autoptr (VouchLotHold) hold = vouch_lot_hold_new ();

  hold->id = vouch_act_next_id (act);
  hold->lot_id = lot->id;
  hold->reason = g_strdup (reason);
  hold->quantity = lot->accepted;
  hold->unit = g_strdup (lot->unit);
  hold->held_by = vouch_act_get_actor_id (act);
  hold->held_at = vouch_act_get_now (act);
  return vouch_act_insert (act, &vouch_lot_hold_type, hold, error) ? g_steal_pointer (&hold) : NULL;
}

/* Blocking is the safe side, so whoever inspected the lot may do it as well. */
static gboolean
withhold (VouchAct *act, gconstpointer data, gpointer answer_data, GError **error)
{
  const VouchWithholdRequest *request = data;
  VouchDecided *answer = answer_data;
  g_autoptr (VouchLot) lot = vouch_row_load (act->conn, &vouch_lot_type, request->lot_id, error);
  g_autoptr (VouchLotHold) hold = NULL;

  if (lot == NULL || !vouch_conflict_check_lot (act, lot->id, request->seen, error))
    return FALSE;
  if (!vouch_lot_is_released (lot))
    {
      vouch_set_field_error (error, "lot_id", VOUCH_ERROR_CONFLICT,
                             _ ("Lot %s is not released, so there is nothing to hold back"), lot->number);
      return FALSE;
    }
  hold = insert_hold (act, lot, request->reason, error);
  if (hold == NULL || !vouch_decide_sign (act, &vouch_lot_hold_type, hold, VOUCH_MEANING_HELD, error) ||
      !vouch_decide_block (act, lot, VOUCH_LOT_STATUS_QUARANTINED, request->reason, error) ||
      !vouch_publish_change (act, lot->id, error))
    return FALSE;
  answer->lot = g_strdup (lot->number);
  return TRUE;
}

const VouchUseCase vouch_decide_withhold = {
  .name = "decide.withhold",
  .permission = VOUCH_PERMISSION_DECIDE,
  .request = &vouch_withhold_request_type,
  .answer = &vouch_decided_type,
  .prepare = prepare_withhold,
  .act = withhold,
};
