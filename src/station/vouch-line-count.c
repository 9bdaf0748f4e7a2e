/* The count of a line: who may count it, and what follows from it for line, lot and stock. */
#include "vouch-line-count.h"

#include <glib/gi18n-lib.h>

#include "vouch-count-rule.h"
#include "vouch-error.h"
#include "vouch-inspection-store.h"
#include "vouch-lot-store.h"
#include "vouch-receipt-store.h"
#include "vouch-stock-rule.h"

/* The first count, the second person's and the third's. */
#define COUNTS_MAX 3

/**
 * vouch_line_count_check_not_inspected:
 * @act: the act
 * @lot: a lot
 * @error: CONFLICT once the lot is drawn from
 *
 * Returns: whether counting can still change the lot
 */
gboolean
vouch_line_count_check_not_inspected (VouchAct *act, const VouchLot *lot, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchInspection) inspection = vouch_inspection_store_find_last_of_lot (act->conn, lot->id, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (inspection == NULL && lot->status == VOUCH_LOT_STATUS_PENDING)
    return TRUE;
  vouch_set_field_error (error, "supplier_lot", VOUCH_ERROR_CONFLICT,
                         _ ("Lot %s is already being inspected; its count can no longer change"), lot->number);
  return FALSE;
}

/**
 * vouch_line_count_check_person:
 * @act: the act
 * @line: a line
 * @counts: (element-type VouchLotCount): its entries
 * @error: DENIED to whoever counted the line before
 *
 * Returns: whether the actor may take part in the count that is under way
 */
gboolean
vouch_line_count_check_person (VouchAct *act, const VouchReceiptLine *line, GPtrArray *counts, GError **error)
{
  g_autoptr (GPtrArray) passes = vouch_receipt_store_list_passes (act->conn, line->id, error);
  gint64 actor = vouch_act_get_actor_id (act);
  gboolean counted_before = FALSE;

  if (passes == NULL)
    return FALSE;
  if (line->recount >= COUNTS_MAX)
    {
      vouch_set_field_error (error, "receipt_line_id", VOUCH_ERROR_DENIED,
                             _ ("Three counts of line %d differ; the QA lead says which one is right"),
                             (int)line->position);
      return FALSE;
    }
  for (guint i = 0; i < counts->len; i++)
    {
      const VouchLotCount *entry = g_ptr_array_index (counts, i);

      counted_before |= entry->recount < line->recount && entry->counted_by == actor;
    }
  for (guint i = 0; i < passes->len; i++)
    {
      const VouchCountPass *pass = g_ptr_array_index (passes, i);

      counted_before |= pass->recount < line->recount && pass->finished_by == actor;
    }
  if (!counted_before)
    return TRUE;
  vouch_set_field_error (error, "receipt_line_id", VOUCH_ERROR_DENIED,
                         _ ("You have counted line %d before; another person counts it again"), (int)line->position);
  return FALSE;
}

/**
 * vouch_line_count_set_received:
 * @act: the act
 * @lot: a lot that nothing was decided on
 * @received: how much came of it
 * @error: what the database said
 *
 * Returns: whether lot and stock say so
 */
gboolean
vouch_line_count_set_received (VouchAct *act, VouchLot *lot, gint64 received, GError **error)
{
  gboolean is_pending = lot->status == VOUCH_LOT_STATUS_PENDING;

  if (received < 0)
    {
      vouch_set_field_error (error, "quantity", VOUCH_ERROR_INVALID, _ ("The counted quantity has to be above 0"));
      return FALSE;
    }
  lot->received = lot->held = received;
  return vouch_act_update (act, &vouch_lot_type, lot, error) &&
         vouch_stock_put (act, lot->id, lot->status, is_pending ? VOUCH_LOCATION_RECEIVING : VOUCH_LOCATION_QUARANTINE,
                          received, lot->unit, error);
}

/**
 * vouch_line_count_take_line:
 * @act: the act
 * @line: a line
 * @error: what the database said
 *
 * Returns: whether the line has the quantities of the count that stands
 */
gboolean
vouch_line_count_take_line (VouchAct *act, VouchReceiptLine *line, GError **error)
{
  g_autoptr (GPtrArray) counts = vouch_lot_store_list_counts (act->conn, line->id, error);

  if (counts == NULL)
    return FALSE;
  vouch_lot_count_sum (counts, 0, line->standing, &line->counted, &line->damaged);
  return vouch_act_update (act, &vouch_receipt_line_type, line, error);
}

/**
 * vouch_line_count_fill_answer:
 * @act: the act
 * @line: the line
 * @lot: (nullable): the lot that was counted
 * @answer: what is told of it
 * @error: what the database said
 *
 * Returns: whether the answer says what the person may know
 */
gboolean
vouch_line_count_fill_answer (VouchAct *act, const VouchReceiptLine *line, const VouchLot *lot, VouchCounted *answer,
                              GError **error)
{
  g_autoptr (GPtrArray) counts = vouch_lot_store_list_counts (act->conn, line->id, error);
  VouchCountRule rule;

  if (counts == NULL || !vouch_count_rule_load (&rule, act->conn, error))
    return FALSE;
  answer->receipt_line_id = line->id;
  vouch_lot_count_sum (counts, 0, line->is_closed ? line->standing : line->recount, &answer->counted, &answer->damaged);
  answer->unit = g_strdup (line->unit);
  answer->recount = line->recount;
  answer->is_closed = line->is_closed;
  if (!vouch_count_rule_hides_declared (&rule, line))
    {
      answer->declared = line->declared;
      answer->declared_unit = g_strdup (line->unit);
    }
  if (lot != NULL)
    {
      answer->lot_id = lot->id;
      answer->lot = g_strdup (lot->number);
    }
  return TRUE;
}
