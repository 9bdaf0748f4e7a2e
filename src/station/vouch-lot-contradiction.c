#include "vouch-lot-contradiction.h"

#include <glib/gi18n-lib.h>

#include "vouch-delivery.h"
#include "vouch-error.h"
#include "vouch-lot-store.h"
#include "vouch-receipt.h"
#include "vouch-row.h"
#include "vouch-text.h"

static gboolean
refuse_expiry (const char *supplier_lot, VouchDate known, VouchDate now, GError **error)
{
  g_autofree char *known_text = vouch_date_to_string (known);
  g_autofree char *now_text = vouch_date_to_string (now);

  vouch_set_field_error (error, "expiry", VOUCH_ERROR_CONFLICT,
                         _ ("Lot %s is known with the expiry %s, this label says %s; hold it or correct the lot"),
                         supplier_lot, known_text, now_text);
  return FALSE;
}

/**
 * vouch_lot_contradiction_check_expiry:
 * @act: the act
 * @product_id: the product
 * @supplier_id: the supplier
 * @supplier_lot: (nullable): the supplier's lot number
 * @expiry: the expiry date that is said now, or none
 * @except_lot_id: a lot of ours that is not looked at, or 0
 * @error: CONFLICT where the same supplier's lot is known with another date
 *
 * Returns: whether nothing that is stored says otherwise
 */
gboolean
vouch_lot_contradiction_check_expiry (VouchAct *act, gint64 product_id, gint64 supplier_id, const char *supplier_lot,
                                      VouchDate expiry, gint64 except_lot_id, GError **error)
{
  g_autoptr (GPtrArray) lots = NULL;

  if (supplier_lot == NULL || expiry == VOUCH_DATE_NONE)
    return TRUE;
  lots = vouch_lot_store_list_same_supplier_lot (act->conn, product_id, supplier_id, supplier_lot, error);
  for (guint i = 0; lots != NULL && i < lots->len; i++)
    {
      const VouchLot *lot = g_ptr_array_index (lots, i);

      if (lot->id != except_lot_id && lot->expiry != VOUCH_DATE_NONE && lot->expiry != expiry)
        return refuse_expiry (supplier_lot, lot->expiry, expiry, error);
    }
  return lots != NULL;
}

static gboolean
refuse_again (VouchAct *act, const VouchLotCount *entry, const char *field, const char *code, GError **error)
{
  g_autoptr (VouchReceiptLine) line =
      vouch_row_load (act->conn, &vouch_receipt_line_type, entry->receipt_line_id, error);
  g_autoptr (VouchReceipt) receipt =
      line != NULL ? vouch_row_load (act->conn, &vouch_receipt_type, line->receipt_id, error) : NULL;
  g_autoptr (VouchDelivery) delivery =
      receipt != NULL ? vouch_row_load (act->conn, &vouch_delivery_type, receipt->delivery_id, error) : NULL;
  VouchClock *clock = vouch_station_get_clock (act->station);
  g_autofree char *shown = vouch_text_show (code, -1);
  g_autofree char *day = NULL;

  if (delivery == NULL)
    return FALSE;
  day = vouch_time_to_string (entry->counted_at, vouch_clock_offset (clock, entry->counted_at));
  vouch_set_field_error (error, field, VOUCH_ERROR_CONFLICT,
                         /* Translators: a pallet or a piece, the day, a delivery. */
                         _ ("%s was already received on %.10s with the delivery %s; set it apart for the QA lead"),
                         shown, day, delivery->number);
  return FALSE;
}

/* Another count of the same line may name the unit once more: it is the same unit, counted by another person. */
static gboolean
check_entries (VouchAct *act, GPtrArray *entries, const VouchReceiptLine *line, const char *field, const char *code,
               GError **error)
{
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const VouchLotCount *entry = g_ptr_array_index (entries, i);

      if (vouch_lot_count_is_undone (entries, i) ||
          (entry->receipt_line_id == line->id && entry->recount != line->recount))
        continue;
      return refuse_again (act, entry, field, code, error);
    }
  return entries != NULL;
}

/**
 * vouch_lot_contradiction_check_once:
 * @act: the act
 * @line: the line that is counted
 * @request: what is counted
 * @error: CONFLICT where its logistic unit or its piece was received before, saying when
 *
 * Returns: whether nothing of it was received before
 */
gboolean
vouch_lot_contradiction_check_once (VouchAct *act, const VouchReceiptLine *line, const VouchCountRequest *request,
                                    GError **error)
{
  g_autoptr (GPtrArray) units = NULL, pieces = NULL;

  if (request->sscc != NULL)
    {
      units = vouch_lot_store_list_counts_of_sscc (act->conn, request->sscc, error);
      if (!check_entries (act, units, line, "sscc", request->sscc, error))
        return FALSE;
    }
  if (request->serial == NULL)
    return TRUE;
  pieces = vouch_lot_store_list_counts_of_serial (act->conn, request->gtin, request->serial, error);
  return check_entries (act, pieces, line, "serial", request->serial, error);
}
