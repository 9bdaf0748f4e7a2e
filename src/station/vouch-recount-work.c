/* Finishing a count, counting again, taking a count back; declared in vouch-receive-work.h. */
#include <glib/gi18n-lib.h>

#include "vouch-conflict-rule.h"
#include "vouch-count-rule.h"
#include "vouch-error.h"
#include "vouch-line-count.h"
#include "vouch-lot-store.h"
#include "vouch-quantity.h"
#include "vouch-receipt-store.h"
#include "vouch-row.h"
#include "vouch-text.h"

static const VouchField line_fields[] = {
  VOUCH_FIELD (VouchLineRequest, receipt_line_id, ID, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchLineRequest, vouch_line_request, "line", line_fields)

static const VouchField settle_fields[] = {
  VOUCH_FIELD (VouchSettleRequest, receipt_line_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchSettleRequest, recount, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSettleRequest, reason, TEXT, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchSettleRequest, vouch_settle_request, "settle", settle_fields)

/* The line's last entry of the count under way that was not undone. */
static const VouchLotCount *
find_last_count (GPtrArray *counts, gint64 recount)
{
  for (guint i = counts->len; i > 0; i--)
    {
      const VouchLotCount *entry = g_ptr_array_index (counts, i - 1);

      if (entry->recount == recount && !vouch_lot_count_is_undone (counts, i - 1))
        return entry;
    }
  return NULL;
}

static gboolean
insert_counter_entry (VouchAct *act, const VouchLotCount *last, GError **error)
{
  g_autoptr (VouchLotCount) counter = vouch_record_copy (&vouch_lot_count_type, last);

  counter->id = vouch_act_next_id (act);
  counter->counted = -last->counted;
  counter->damaged = -last->damaged;
  counter->entered = -last->entered;
  counter->counted_by = vouch_act_get_actor_id (act);
  counter->counted_at = vouch_act_get_now (act);
  counter->undoes_id = last->id;
  return vouch_act_insert (act, &vouch_lot_count_type, counter, error);
}

static gboolean
take_back (VouchAct *act, VouchReceiptLine *line, VouchLot *lot, const VouchLotCount *last, GError **error)
{
  if (!insert_counter_entry (act, last, error))
    return FALSE;
  if (line->recount > 0)
    return TRUE;
  line->is_closed = FALSE;
  return vouch_line_count_set_received (act, lot, lot->received - last->counted, error) &&
         vouch_line_count_take_line (act, line, error);
}

static gboolean
undo_count (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchLineRequest *request = data;
  g_autoptr (VouchReceiptLine) line =
      vouch_row_load (act->conn, &vouch_receipt_line_type, request->receipt_line_id, error);
  g_autoptr (GPtrArray) counts = line != NULL ? vouch_lot_store_list_counts (act->conn, line->id, error) : NULL;
  g_autoptr (VouchLot) lot = NULL;
  const VouchLotCount *last;

  if (counts == NULL)
    return FALSE;
  last = line->is_closed && line->recount > 0 ? NULL : find_last_count (counts, line->recount);
  if (last == NULL)
    {
      vouch_set_field_error (error, "receipt_line_id", VOUCH_ERROR_INVALID,
                             line->is_closed && line->recount > 0
                                 ? _ ("Two persons agreed on this count; the QA lead can correct it")
                                 : _ ("Nothing was counted on this line"));
      return FALSE;
    }
  lot = vouch_row_load (act->conn, &vouch_lot_type, last->lot_id, error);
  if (lot == NULL || !vouch_line_count_check_not_inspected (act, lot, error))
    return FALSE;
  return take_back (act, line, lot, last, error) && vouch_line_count_fill_answer (act, line, lot, answer, error);
}

/* Whether two counts of a line come to the same, lot by lot. */
static gboolean
counts_agree (GPtrArray *lots, GPtrArray *counts, gint64 one, gint64 other)
{
  for (guint i = 0; i < lots->len; i++)
    {
      const VouchLot *lot = g_ptr_array_index (lots, i);
      gint64 first, first_damaged, second, second_damaged;

      vouch_lot_count_sum (counts, lot->id, one, &first, &first_damaged);
      vouch_lot_count_sum (counts, lot->id, other, &second, &second_damaged);
      if (first != second || first_damaged != second_damaged)
        return FALSE;
    }
  return TRUE;
}

/* Lots and line take the quantities of one of the counts, and the line is closed. */
static gboolean
let_stand (VouchAct *act, VouchReceiptLine *line, GPtrArray *lots, GPtrArray *counts, gint64 recount, GError **error)
{
  for (guint i = 0; i < lots->len; i++)
    {
      VouchLot *lot = g_ptr_array_index (lots, i);
      gint64 counted, damaged;

      vouch_lot_count_sum (counts, lot->id, recount, &counted, &damaged);
      if (counted != lot->received && (!vouch_line_count_check_not_inspected (act, lot, error) ||
                                       !vouch_line_count_set_received (act, lot, counted, error)))
        return FALSE;
    }
  line->standing = recount;
  line->is_closed = TRUE;
  return vouch_line_count_take_line (act, line, error);
}

static gboolean
insert_pass (VouchAct *act, const VouchReceiptLine *line, GPtrArray *counts, gint64 recount, VouchCountOutcome outcome,
             const char *reason, GError **error)
{
  g_autoptr (VouchCountPass) pass = vouch_count_pass_new ();

  pass->id = vouch_act_next_id (act);
  pass->receipt_line_id = line->id;
  pass->recount = recount;
  vouch_lot_count_sum (counts, 0, recount, &pass->counted, &pass->damaged);
  pass->unit = g_strdup (line->unit);
  pass->outcome = outcome;
  pass->reason = g_strdup (reason);
  pass->finished_by = vouch_act_get_actor_id (act);
  pass->finished_at = vouch_act_get_now (act);
  return vouch_act_insert (act, &vouch_count_pass_type, pass, error);
}

/* What comes of the count that is finished now; *standing is the count that it agrees with. */
static VouchCountOutcome
judge (const VouchCountRule *rule, const VouchReceiptLine *line, GPtrArray *lots, GPtrArray *counts, gint64 *standing)
{
  gint64 counted, damaged;

  vouch_lot_count_sum (counts, 0, line->recount, &counted, &damaged);
  *standing = line->recount;
  if (line->recount == 0)
    return rule->needs_two && vouch_count_rule_is_variance (line, counted) ? VOUCH_COUNT_OUTCOME_RECOUNT
                                                                           : VOUCH_COUNT_OUTCOME_STANDS;
  for (gint64 earlier = line->recount - 1; earlier >= 0; earlier--)
    if (counts_agree (lots, counts, earlier, line->recount))
      {
        *standing = earlier;
        return VOUCH_COUNT_OUTCOME_AGREES;
      }
  return VOUCH_COUNT_OUTCOME_DIFFERS;
}

static gboolean
finish (VouchAct *act, VouchReceiptLine *line, GPtrArray *lots, GPtrArray *counts, VouchCounted *answer, GError **error)
{
  VouchCountRule rule;
  VouchCountOutcome outcome;
  gint64 standing;

  if (!vouch_count_rule_load (&rule, act->conn, error))
    return FALSE;
  outcome = judge (&rule, line, lots, counts, &standing);
  answer->outcome = outcome;
  if (!insert_pass (act, line, counts, line->recount, outcome, NULL, error))
    return FALSE;
  if (outcome == VOUCH_COUNT_OUTCOME_STANDS || outcome == VOUCH_COUNT_OUTCOME_AGREES)
    return let_stand (act, line, lots, counts, standing, error);
  line->recount++;
  return vouch_act_update (act, &vouch_receipt_line_type, line, error);
}

static gboolean
close_line (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchLineRequest *request = data;
  g_autoptr (VouchReceiptLine) line =
      vouch_row_load (act->conn, &vouch_receipt_line_type, request->receipt_line_id, error);
  g_autoptr (GPtrArray) lots = line != NULL ? vouch_lot_store_list_by_line (act->conn, line->id, error) : NULL;
  g_autoptr (GPtrArray) counts = lots != NULL ? vouch_lot_store_list_counts (act->conn, line->id, error) : NULL;

  if (counts == NULL)
    return FALSE;
  if (!line->is_closed &&
      !(vouch_line_count_check_person (act, line, counts, error) && finish (act, line, lots, counts, answer, error)))
    return FALSE;
  return vouch_line_count_fill_answer (act, line, NULL, answer, error);
}

/* The QA lead looks at differing counts, and says which one is right. */
static gboolean
settle (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchSettleRequest *request = data;
  g_autoptr (VouchReceiptLine) line =
      vouch_row_load (act->conn, &vouch_receipt_line_type, request->receipt_line_id, error);
  g_autoptr (GPtrArray) lots = line != NULL ? vouch_lot_store_list_by_line (act->conn, line->id, error) : NULL;
  g_autoptr (GPtrArray) counts = lots != NULL ? vouch_lot_store_list_counts (act->conn, line->id, error) : NULL;

  if (counts == NULL || !vouch_text_check_note (request->reason, "reason", error))
    return FALSE;
  if (line->is_closed && line->recount > 0)
    {
      g_autofree char *by = vouch_conflict_dup_by (act, &vouch_receipt_line_type, line->id);

      /* Translators: a line of a delivery; by whom and when. */
      vouch_set_field_error (error, "receipt_line_id", VOUCH_ERROR_CONFLICT,
                             _ ("The counts of line %d were settled before, by %s"), (int)line->position, by);
      return FALSE;
    }
  if (line->is_closed || line->recount == 0)
    {
      vouch_set_field_error (error, "receipt_line_id", VOUCH_ERROR_CONFLICT, _ ("Line %d has no counts that differ"),
                             (int)line->position);
      return FALSE;
    }
  if (request->recount < 0 || request->recount >= line->recount)
    {
      vouch_set_field_error (error, "recount", VOUCH_ERROR_INVALID, _ ("Line %d has the finished counts 0 to %d"),
                             (int)line->position, (int)line->recount - 1);
      return FALSE;
    }
  ((VouchCounted *)answer)->outcome = VOUCH_COUNT_OUTCOME_SETTLED;
  return insert_pass (act, line, counts, request->recount, VOUCH_COUNT_OUTCOME_SETTLED, request->reason, error) &&
         let_stand (act, line, lots, counts, request->recount, error) &&
         vouch_line_count_fill_answer (act, line, NULL, answer, error);
}

const VouchUseCase vouch_receive_undo_count = {
  .name = "receive.undo_count",
  .permission = VOUCH_PERMISSION_RECEIVE,
  .request = &vouch_line_request_type,
  .answer = &vouch_counted_type,
  .act = undo_count,
};

const VouchUseCase vouch_receive_close_line = {
  .name = "receive.close_line",
  .permission = VOUCH_PERMISSION_RECEIVE,
  .request = &vouch_line_request_type,
  .answer = &vouch_counted_type,
  .act = close_line,
};

const VouchUseCase vouch_receive_settle = {
  .name = "receive.settle",
  .permission = VOUCH_PERMISSION_CORRECT,
  .request = &vouch_settle_request_type,
  .answer = &vouch_counted_type,
  .act = settle,
};
