/* What an approved correction changes; declared in vouch-correct-work.h. */
#include <glib/gi18n-lib.h>

#include "vouch-correct-work.h"
#include "vouch-decide-private.h"
#include "vouch-error.h"
#include "vouch-line-count.h"
#include "vouch-lot-file.h"
#include "vouch-lot-store.h"
#include "vouch-publish-work.h"
#include "vouch-quantity.h"
#include "vouch-row.h"
#include "vouch-shelf-life.h"

static gboolean
check_countable (const VouchLotFile *file, gint64 received, GError **error)
{
  const VouchLot *lot = file->lot;

  if (!file->line->is_closed)
    {
      vouch_set_field_error (error, "quantity", VOUCH_ERROR_CONFLICT,
                             _ ("Lot %s is still being counted; take the count back and count again"), lot->number);
      return FALSE;
    }
  if (lot->held != lot->received)
    {
      vouch_set_field_error (error, "quantity", VOUCH_ERROR_CONFLICT,
                             _ ("Lot %s is decided; what was decided on no longer changes"), lot->number);
      return FALSE;
    }
  if (received >= vouch_lot_file_get_damaged (file))
    return TRUE;
  vouch_set_field_error (error, "quantity", VOUCH_ERROR_INVALID, _ ("More than that came damaged of lot %s"),
                         lot->number);
  return FALSE;
}

/* The difference is an entry like any other, in the count that stands. */
static gboolean
insert_difference (VouchAct *act, const VouchLotFile *file, gint64 difference, GError **error)
{
  g_autoptr (VouchLotCount) entry = vouch_lot_count_new ();

  entry->id = vouch_act_next_id (act);
  entry->lot_id = file->lot->id;
  entry->receipt_line_id = file->line->id;
  entry->counted = entry->entered = difference;
  entry->unit = g_strdup (file->lot->unit);
  entry->entered_unit = g_strdup (file->lot->unit);
  entry->numerator = entry->denominator = 1;
  entry->counted_by = vouch_act_get_actor_id (act);
  entry->counted_at = vouch_act_get_now (act);
  entry->recount = file->line->standing;
  return vouch_act_insert (act, &vouch_lot_count_type, entry, error);
}

static gboolean
apply_received (VouchAct *act, VouchLotFile *file, const char *text, char **gate, GError **error)
{
  VouchLot *lot = file->lot;
  g_autoptr (VouchReceiptLine) line = vouch_row_load (act->conn, &vouch_receipt_line_type, file->line->id, error);
  gint64 received;

  if (line == NULL || !vouch_quantity_parse (text, &received, error) || !check_countable (file, received, error) ||
      !insert_difference (act, file, received - lot->received, error) ||
      !vouch_line_count_set_received (act, lot, received, error) || !vouch_line_count_take_line (act, line, error))
    return FALSE;
  if (file->inspection == NULL)
    return TRUE;
  /* n, Ac and Re were drawn for another lot size and stay as they are: what they say of this one is the QA lead's. */
  g_free (*gate);
  *gate = g_strdup_printf (_ ("The count of lot %s was corrected after its sample was drawn; the QA lead decides"),
                           lot->number);
  return lot->status != VOUCH_LOT_STATUS_PENDING ||
         vouch_decide_block_by_gate (act, file->lot, VOUCH_HOLD_GATE_COUNT_CORRECTED, error);
}

/* Two lots of ours on one line cannot be the same lot of the supplier's. */
static gboolean
check_alone (VouchAct *act, const VouchLotFile *file, const char *supplier_lot, VouchDate produced, GError **error)
{
  g_autoptr (GPtrArray) lots = vouch_lot_store_list_by_line (act->conn, file->line->id, error);

  for (guint i = 0; lots != NULL && i < lots->len; i++)
    {
      const VouchLot *other = g_ptr_array_index (lots, i);

      if (other->id == file->lot->id || g_strcmp0 (other->supplier_lot, supplier_lot) != 0 ||
          (supplier_lot == NULL && other->produced != produced))
        continue;
      vouch_set_field_error (error, "supplier_lot", VOUCH_ERROR_CONFLICT,
                             _ ("That is lot %s of the same delivery; correct the counts of both lots instead"),
                             other->number);
      return FALSE;
    }
  return lots != NULL;
}

static gboolean
apply_supplier_lot (VouchAct *act, VouchLotFile *file, const char *text, GError **error)
{
  if (!check_alone (act, file, text, file->lot->produced, error))
    return FALSE;
  g_free (file->lot->supplier_lot);
  file->lot->supplier_lot = g_strdup (text);
  return vouch_act_update (act, &vouch_lot_type, file->lot, error);
}

static gboolean
apply_date (VouchAct *act, VouchLotFile *file, const char *text, VouchDate *date, GError **error)
{
  VouchLot *lot = file->lot;

  if (!vouch_date_parse (text, date, error) || !check_alone (act, file, lot->supplier_lot, lot->produced, error))
    return FALSE;
  if (lot->produced != VOUCH_DATE_NONE && lot->expiry != VOUCH_DATE_NONE && lot->expiry < lot->produced)
    {
      vouch_set_field_error (error, "expiry", VOUCH_ERROR_INVALID, _ ("The expiry date is before the production date"));
      return FALSE;
    }
  return vouch_act_update (act, &vouch_lot_type, lot, error);
}

/* The same supplier's lot on another delivery may be recorded wrongly as well: that is said, not refused. */
static gboolean
look_at_others (VouchAct *act, const VouchLotFile *file, char **gate, GError **error)
{
  const VouchLot *lot = file->lot;
  g_autoptr (GPtrArray) lots = NULL;

  if (lot->supplier_lot == NULL || lot->expiry == VOUCH_DATE_NONE)
    return TRUE;
  lots =
      vouch_lot_store_list_same_supplier_lot (act->conn, lot->product_id, lot->supplier_id, lot->supplier_lot, error);
  for (guint i = 0; lots != NULL && i < lots->len && *gate == NULL; i++)
    {
      const VouchLot *other = g_ptr_array_index (lots, i);

      if (other->expiry != VOUCH_DATE_NONE && other->expiry != lot->expiry)
        *gate = g_strdup_printf (_ ("Lot %s is of the same supplier's lot and has another expiry; look at it too"),
                                 other->number);
    }
  return lots != NULL;
}

/* The gates are judged again; what was accepted by a date that was wrong is accepted no longer. */
static gboolean
judge_again (VouchAct *act, VouchLotFile *file, char **gate, GError **error)
{
  const VouchLot *lot = file->lot;
  VouchDate today = vouch_tx_get_today (act->tx);
  g_autoptr (GError) closed = NULL;

  if (vouch_shelf_life_check (file->product, lot->produced, lot->expiry, today, &closed))
    return look_at_others (act, file, gate, error);
  g_free (*gate);
  *gate = g_strdup (closed->message);
  return lot->accepted == 0 ||
         vouch_decide_block_by_gate (act, file->lot, vouch_shelf_life_find_gate (file->product, lot->expiry, today),
                                     error);
}

static gboolean
apply_fact (VouchAct *act, VouchLotFile *file, const VouchCorrection *correction, char **gate, GError **error)
{
  switch (correction->fact)
    {
    case VOUCH_CORRECTION_FACT_RECEIVED:
      return apply_received (act, file, correction->new_value, gate, error);
    case VOUCH_CORRECTION_FACT_SUPPLIER_LOT:
      return apply_supplier_lot (act, file, correction->new_value, error) && look_at_others (act, file, gate, error);
    case VOUCH_CORRECTION_FACT_PRODUCED:
      return apply_date (act, file, correction->new_value, &file->lot->produced, error) &&
             judge_again (act, file, gate, error);
    case VOUCH_CORRECTION_FACT_EXPIRY:
      return apply_date (act, file, correction->new_value, &file->lot->expiry, error) &&
             judge_again (act, file, gate, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * vouch_correct_apply:
 * @act: the act that approved it
 * @correction: an approved correction
 * @gate: (inout): what follows from it that the QA lead has to know, as a sentence; may stay %NULL
 * @error: CONFLICT where the fact can no longer change; INVALID where the new value cannot be
 *
 * Changes the lot's record. n, Ac and Re stay frozen. What was published is published again as it is now.
 *
 * Returns: whether the record says what the correction says
 */
gboolean
vouch_correct_apply (VouchAct *act, const VouchCorrection *correction, char **gate, GError **error)
{
  g_autoptr (VouchLotFile) file = vouch_lot_file_load (act->conn, correction->lot_id, error);

  if (file == NULL || !apply_fact (act, file, correction, gate, error))
    return FALSE;
  return vouch_publish_change (act, file->lot->id, error);
}
