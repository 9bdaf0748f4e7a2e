/* Saying that a recorded fact is wrong, and approving it; what then changes: vouch-correct-apply.c. */
#include "vouch-correct-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-conflict-rule.h"
#include "vouch-error.h"
#include "vouch-lot-store.h"
#include "vouch-quantity.h"
#include "vouch-row.h"
#include "vouch-text.h"

static const VouchField correct_fields[] = {
  VOUCH_FIELD (VouchCorrectRequest, lot_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchCorrectRequest, has_quantity, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchCorrectRequest, quantity, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCorrectRequest, unit, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCorrectRequest, supplier_lot, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCorrectRequest, produced, DATE, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCorrectRequest, expiry, DATE, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCorrectRequest, reason, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchCorrectRequest, seen, NUMBER, VOUCH_FIELD_ADDED),
};

VOUCH_DEFINE_RECORD (VouchCorrectRequest, vouch_correct_request, "correct", correct_fields)

static const VouchField correction_fields[] = {
  VOUCH_FIELD (VouchCorrectionRequest, correction_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchCorrectionRequest, answer, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchCorrectionRequest, vouch_correction_request, "correction_answer", correction_fields)

static const VouchField corrected_fields[] = {
  VOUCH_FIELD (VouchCorrected, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCorrected, correction_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCorrected, lot, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCorrected, corrections, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchCorrected, state, vouch_correction_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCorrected, gate, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchCorrected, vouch_corrected, "corrected", corrected_fields)

static gboolean
counted_lot (VouchAct *act, const VouchLot *lot, gint64 user_id, gboolean *counted, GError **error)
{
  g_autoptr (GPtrArray) counts = vouch_lot_store_list_counts (act->conn, lot->receipt_line_id, error);

  *counted = FALSE;
  for (guint i = 0; counts != NULL && i < counts->len; i++)
    {
      const VouchLotCount *entry = g_ptr_array_index (counts, i);

      *counted |= entry->lot_id == lot->id && entry->counted_by == user_id;
    }
  return counts != NULL;
}

/* The approver is another person than the one whose work is corrected. */
static gboolean
may_approve (VouchAct *act, const VouchLot *lot, gboolean *may, GError **error)
{
  gboolean counted;

  if (!counted_lot (act, lot, vouch_act_get_actor_id (act), &counted, error))
    return FALSE;
  *may = !counted && vouch_actor_may (act->actor, VOUCH_PERMISSION_CORRECT);
  return TRUE;
}

/* Approving is deciding: the entry is changed once, and the fact with it. */
static gboolean
approve (VouchAct *act, VouchCorrection *correction, const char *answer, VouchCorrected *corrected, GError **error)
{
  correction->state = VOUCH_CORRECTION_STATE_APPROVED;
  correction->decided_by = vouch_act_get_actor_id (act);
  correction->decided_at = vouch_act_get_now (act);
  correction->answer = g_strdup (answer);
  corrected->state = correction->state;
  return vouch_act_update (act, &vouch_correction_type, correction, error) &&
         vouch_correct_apply (act, correction, &corrected->gate, error);
}

typedef struct
{
  const VouchLot *lot;
  const char *reason;
  gboolean may_approve;
  VouchCorrected *corrected;
} Asking;

static gboolean
ask (VouchAct *act, const Asking *asking, VouchCorrectionFact fact, const char *old_value, const char *new_value,
     GError **error)
{
  g_autoptr (VouchCorrection) correction = NULL;

  if (g_strcmp0 (old_value, new_value) == 0)
    return TRUE;
  correction = vouch_correction_new ();
  correction->id = vouch_act_next_id (act);
  correction->lot_id = asking->lot->id;
  correction->fact = fact;
  correction->old_value = g_strdup (old_value);
  correction->new_value = g_strdup (new_value);
  correction->reason = g_strdup (asking->reason);
  correction->asked_by = vouch_act_get_actor_id (act);
  correction->asked_at = vouch_act_get_now (act);
  asking->corrected->corrections++;
  asking->corrected->correction_id = correction->id;
  return vouch_act_insert (act, &vouch_correction_type, correction, error) &&
         (!asking->may_approve || approve (act, correction, NULL, asking->corrected, error));
}

static gboolean
ask_date (VouchAct *act, const Asking *asking, VouchCorrectionFact fact, VouchDate known, VouchDate now, GError **error)
{
  g_autofree char *old_value = known != VOUCH_DATE_NONE ? vouch_date_to_string (known) : NULL;
  g_autofree char *new_value = now != VOUCH_DATE_NONE ? vouch_date_to_string (now) : NULL;

  return new_value == NULL || ask (act, asking, fact, old_value, new_value, error);
}

static gboolean
ask_quantity (VouchAct *act, const Asking *asking, const VouchCorrectRequest *request, GError **error)
{
  g_autofree char *old_value = vouch_quantity_to_string (asking->lot->received);
  g_autofree char *new_value = vouch_quantity_to_string (request->quantity);

  if (!request->has_quantity)
    return TRUE;
  if (request->quantity <= 0)
    {
      vouch_set_field_error (error, "quantity", VOUCH_ERROR_INVALID, _ ("The counted quantity has to be above 0"));
      return FALSE;
    }
  if (request->unit != NULL && !g_str_equal (request->unit, asking->lot->unit))
    {
      vouch_set_field_error (error, "unit", VOUCH_ERROR_INVALID, _ ("The lot is counted in %s"), asking->lot->unit);
      return FALSE;
    }
  return ask (act, asking, VOUCH_CORRECTION_FACT_RECEIVED, old_value, new_value, error);
}

static gboolean
check_texts (const VouchCorrectRequest *request, GError **error)
{
  if (*request->reason == '\0')
    {
      vouch_set_field_error (error, "reason", VOUCH_ERROR_INVALID, _ ("A correction needs a reason"));
      return FALSE;
    }
  return vouch_text_check_note (request->reason, "reason", error) &&
         vouch_text_check_line (request->supplier_lot, "supplier_lot", 64, error);
}

static gboolean
correct (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchCorrectRequest *request = data;
  g_autoptr (VouchLot) lot = vouch_row_load (act->conn, &vouch_lot_type, request->lot_id, error);
  Asking asking = { lot, request->reason, FALSE, answer };

  if (lot == NULL || !vouch_conflict_check_lot (act, lot->id, request->seen, error) || !check_texts (request, error) ||
      !may_approve (act, lot, &asking.may_approve, error))
    return FALSE;
  asking.corrected->lot_id = lot->id;
  asking.corrected->lot = g_strdup (lot->number);
  if (!ask_quantity (act, &asking, request, error) ||
      (request->supplier_lot != NULL && *request->supplier_lot != '\0' &&
       !ask (act, &asking, VOUCH_CORRECTION_FACT_SUPPLIER_LOT, lot->supplier_lot, request->supplier_lot, error)) ||
      !ask_date (act, &asking, VOUCH_CORRECTION_FACT_PRODUCED, lot->produced, request->produced, error) ||
      !ask_date (act, &asking, VOUCH_CORRECTION_FACT_EXPIRY, lot->expiry, request->expiry, error))
    return FALSE;
  if (asking.corrected->corrections > 0)
    return TRUE;
  vouch_set_field_error (error, "lot_id", VOUCH_ERROR_INVALID, _ ("Lot %s is recorded like this already"), lot->number);
  return FALSE;
}

static VouchCorrection *
load_asked (VouchAct *act, gint64 id, VouchCorrected *corrected, GError **error)
{
  g_autoptr (VouchCorrection) correction = vouch_row_load (act->conn, &vouch_correction_type, id, error);
  g_autoptr (VouchLot) lot =
      correction != NULL ? vouch_row_load (act->conn, &vouch_lot_type, correction->lot_id, error) : NULL;
  gboolean counted;

  if (lot == NULL || !counted_lot (act, lot, vouch_act_get_actor_id (act), &counted, error))
    return NULL;
  if (correction->state != VOUCH_CORRECTION_STATE_ASKED)
    {
      g_autofree char *by = vouch_conflict_dup_by (act, &vouch_correction_type, id);

      /* Translators: by whom and when. */
      vouch_set_field_error (error, "correction_id", VOUCH_ERROR_CONFLICT,
                             _ ("This correction was answered before, by %s"), by);
      return NULL;
    }
  if (counted)
    {
      vouch_set_field_error (error, "correction_id", VOUCH_ERROR_DENIED,
                             _ ("You have counted lot %s; another QA lead approves its correction"), lot->number);
      return NULL;
    }
  corrected->lot_id = lot->id;
  corrected->lot = g_strdup (lot->number);
  corrected->correction_id = id;
  corrected->corrections = 1;
  return g_steal_pointer (&correction);
}

static gboolean
approve_correction (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchCorrectionRequest *request = data;
  g_autoptr (VouchCorrection) correction = load_asked (act, request->correction_id, answer, error);

  return correction != NULL && vouch_text_check_note (request->answer, "answer", error) &&
         approve (act, correction, request->answer, answer, error);
}

static gboolean
refuse_correction (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchCorrectionRequest *request = data;
  VouchCorrected *corrected = answer;
  g_autoptr (VouchCorrection) correction = load_asked (act, request->correction_id, corrected, error);

  if (correction == NULL || !vouch_text_check_note (request->answer, "answer", error))
    return FALSE;
  correction->state = corrected->state = VOUCH_CORRECTION_STATE_REFUSED;
  correction->decided_by = vouch_act_get_actor_id (act);
  correction->decided_at = vouch_act_get_now (act);
  correction->answer = g_strdup (request->answer);
  return vouch_act_update (act, &vouch_correction_type, correction, error);
}

const VouchUseCase vouch_receive_correct = {
  .name = "receive.correct",
  .permission = VOUCH_PERMISSION_ASK_CORRECTION,
  .request = &vouch_correct_request_type,
  .answer = &vouch_corrected_type,
  .act = correct,
};

const VouchUseCase vouch_receive_approve_correction = {
  .name = "receive.approve_correction",
  .permission = VOUCH_PERMISSION_CORRECT,
  .request = &vouch_correction_request_type,
  .answer = &vouch_corrected_type,
  .act = approve_correction,
};

const VouchUseCase vouch_receive_refuse_correction = {
  .name = "receive.refuse_correction",
  .permission = VOUCH_PERMISSION_CORRECT,
  .request = &vouch_correction_request_type,
  .answer = &vouch_corrected_type,
  .act = refuse_correction,
};
