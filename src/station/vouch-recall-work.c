#include "vouch-recall-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-conflict-rule.h"
#include "vouch-decide-private.h"
#include "vouch-error.h"
#include "vouch-number.h"
#include "vouch-publish-work.h"
#include "vouch-recall-lot.h"
#include "vouch-user-work.h"

static const VouchField recall_fields[] = {
  VOUCH_FIELD (VouchRecallRequest, lot_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchRecallRequest, class, vouch_recall_class_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRecallRequest, reason, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchRecallRequest, notice_en, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRecallRequest, notice_zh, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRecallRequest, badge, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchRecallRequest, pin, TEXT, VOUCH_FIELD_SECRET | VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchRecallRequest, seen, NUMBER, VOUCH_FIELD_ADDED),
};

VOUCH_DEFINE_RECORD (VouchRecallRequest, vouch_recall_request, "recall_order", recall_fields)

static const VouchField recalled_fields[] = {
  VOUCH_FIELD (VouchRecalled, recall_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRecalled, recall, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRecalled, lot, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchRecalled, vouch_recalled, "recalled", recalled_fields)

static gboolean
prepare_recall (VouchStation *station, VouchActor *actor, gconstpointer data, GError **error)
{
  const VouchRecallRequest *request = data;

  return vouch_sign_in_check_badge (station, actor, request->badge, request->pin, error);
}

/* Goods that were put on hold after their release can be in customers' hands, and are recalled like released ones. */
static gboolean
check_recallable (const VouchLotFile *file, GError **error)
{
  if (file->lot->status == VOUCH_LOT_STATUS_RECALLED)
    vouch_set_field_error (error, "lot_id", VOUCH_ERROR_CONFLICT, _ ("Lot %s is recalled already"), file->lot->number);
  else if (!vouch_lot_file_was_released (file))
    vouch_set_field_error (error, "lot_id", VOUCH_ERROR_CONFLICT,
                           _ ("Lot %s was never released, so nobody bought it; decide on it instead"),
                           file->lot->number);
  else
    return TRUE;
  return FALSE;
}

static VouchRecall *
insert_recall (VouchAct *act, const VouchRecallRequest *request, GError **error)
{
  g_autoptr (VouchRecall) recall = vouch_recall_new ();

  recall->id = vouch_act_next_id (act);
  recall->number = vouch_number_make ('Z', recall->id);
  recall->class = request->class;
  recall->state = VOUCH_RECALL_STATE_ANNOUNCED;
  recall->reason = g_strdup (request->reason);
  recall->notice_en = g_strdup (request->notice_en);
  recall->notice_zh = g_strdup (request->notice_zh);
  recall->started_by = vouch_act_get_actor_id (act);
  recall->started_at = vouch_act_get_now (act);
  recall->announced_at = recall->started_at;
  return vouch_act_insert (act, &vouch_recall_type, recall, error) ? g_steal_pointer (&recall) : NULL;
}

static gboolean
insert_lot (VouchAct *act, const VouchRecall *recall, const VouchLot *lot, GError **error)
{
  g_autoptr (VouchRecallLot) row = vouch_recall_lot_new ();

  row->id = vouch_act_next_id (act);
  row->recall_id = recall->id;
  row->lot_id = lot->id;
  row->released = lot->accepted;
  row->unit = g_strdup (lot->unit);
  row->added_by = recall->started_by;
  row->added_at = recall->started_at;
  return vouch_act_insert (act, &vouch_recall_lot_type, row, error);
}

/* The customers' page says it as soon as the publication arrives, so the recall is announced with its start. */
static gboolean
announce (VouchAct *act, gconstpointer data, gpointer answer_data, GError **error)
{
  const VouchRecallRequest *request = data;
  VouchRecalled *answer = answer_data;
  g_autoptr (VouchLotFile) file = vouch_lot_file_load (act->conn, request->lot_id, error);
  g_autoptr (VouchRecall) recall = NULL;

  if (file == NULL || !vouch_conflict_check_lot (act, file->lot->id, request->seen, error) ||
      !check_recallable (file, error))
    return FALSE;
  recall = insert_recall (act, request, error);
  if (recall == NULL || !insert_lot (act, recall, file->lot, error) ||
      !vouch_decide_sign (act, &vouch_recall_type, recall, VOUCH_MEANING_RECALLED, error) ||
      !vouch_decide_block (act, file->lot, VOUCH_LOT_STATUS_RECALLED, request->reason, error) ||
      !vouch_publish_change (act, file->lot->id, error))
    return FALSE;
  answer->recall_id = recall->id;
  answer->recall = g_strdup (recall->number);
  answer->lot = g_strdup (file->lot->number);
  return TRUE;
}

const VouchUseCase vouch_recall_announce = {
  .name = "recall.announce",
  .permission = VOUCH_PERMISSION_DECIDE,
  .request = &vouch_recall_request_type,
  .answer = &vouch_recalled_type,
  .prepare = prepare_recall,
  .act = announce,
};
