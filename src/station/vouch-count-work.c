/* Counting goods; declared in vouch-receive-work.h. */
#include <glib/gi18n-lib.h>

#include "vouch-delivery.h"
#include "vouch-error.h"
#include "vouch-inspection-store.h"
#include "vouch-lot-count.h"
#include "vouch-lot-store.h"
#include "vouch-number.h"
#include "vouch-product-store.h"
#include "vouch-quantity.h"
#include "vouch-receipt-store.h"
#include "vouch-receive-work.h"
#include "vouch-row.h"
#include "vouch-shelf-life.h"
#include "vouch-stock-rule.h"
#include "vouch-text.h"

static const VouchField count_fields[] = {
  VOUCH_FIELD (VouchCountRequest, receipt_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchCountRequest, product_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchCountRequest, gtin, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCountRequest, supplier_lot, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCountRequest, produced, DATE, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCountRequest, expiry, DATE, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchCountRequest, quantity, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchCountRequest, damaged, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCountRequest, unit, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchCountRequest, vouch_count_request, "count", count_fields)

static const VouchField counted_fields[] = {
  VOUCH_FIELD (VouchCounted, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCounted, receipt_line_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCounted, lot, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchCounted, declared, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchCounted, counted, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchCounted, damaged, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCounted, unit, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchCounted, vouch_counted, "counted", counted_fields)

static const VouchField line_fields[] = {
  VOUCH_FIELD (VouchLineRequest, receipt_line_id, ID, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchLineRequest, vouch_line_request, "line", line_fields)

/* What the act works on, loaded once. */
typedef struct
{
  VouchReceipt *receipt;
  VouchDelivery *delivery;
  VouchProduct *product;
  VouchReceiptLine *line;
  gint64 numerator;
  gint64 denominator;
  gint64 quantity;  /* base units */
  gint64 damaged;   /* base units */
  VouchDate expiry; /* as given, or what follows from the production date */
} Goods;

static void
goods_clear (Goods *self)
{
  vouch_receipt_free (self->receipt);
  vouch_delivery_free (self->delivery);
  vouch_product_free (self->product);
  vouch_receipt_line_free (self->line);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Goods, goods_clear)

static gboolean
invalid (GError **error, const char *field, const char *message)
{
  vouch_set_field_error (error, field, VOUCH_ERROR_INVALID, "%s", message);
  return FALSE;
}

static gboolean
load_factor (VouchAct *act, const VouchCountRequest *request, Goods *goods, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchProductGtin) item = NULL;

  goods->numerator = goods->denominator = 1;
  if (request->gtin == NULL)
    return TRUE;
  item = vouch_product_store_find_gtin (act->conn, request->gtin, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (item == NULL || item->product_id != request->product_id)
    return invalid (error, "gtin", _ ("The GTIN is not one of this product's"));
  goods->numerator = item->numerator;
  goods->denominator = item->denominator;
  return TRUE;
}

static gboolean
convert (const VouchCountRequest *request, Goods *goods, GError **error)
{
  if (request->quantity <= 0)
    return invalid (error, "quantity", _ ("The counted quantity has to be above 0"));
  if (request->damaged < 0 || request->damaged > request->quantity)
    return invalid (error, "damaged", _ ("The damaged quantity is part of the counted one"));
  return vouch_quantity_convert (request->quantity, goods->numerator, goods->denominator, &goods->quantity, error) &&
         vouch_quantity_convert (request->damaged, goods->numerator, goods->denominator, &goods->damaged, error);
}

/* Food, drugs and whatever is kept by lot need their lot and dates before anything is counted. */
static gboolean
check_facts (const VouchCountRequest *request, Goods *goods, GError **error)
{
  const VouchProduct *product = goods->product;

  goods->expiry = request->expiry != VOUCH_DATE_NONE ? request->expiry
                                                     : vouch_shelf_life_derive_expiry (product, request->produced);

  if (product->lot_required && request->supplier_lot == NULL && request->produced == VOUCH_DATE_NONE)
    return invalid (error, "supplier_lot", _ ("The lot number or the production date is missing"));
  if (product->shelf_life_days > 0 && goods->expiry == VOUCH_DATE_NONE)
    return invalid (error, "expiry", _ ("The expiry date is missing"));
  if (request->produced != VOUCH_DATE_NONE && goods->expiry != VOUCH_DATE_NONE && goods->expiry < request->produced)
    return invalid (error, "expiry", _ ("The expiry date is before the production date"));
  return vouch_text_check_line (request->supplier_lot, "supplier_lot", 64, error);
}

static VouchReceiptLine *
add_line (VouchAct *act, const Goods *goods, gint64 position, GError **error)
{
  g_autoptr (VouchReceiptLine) line = vouch_receipt_line_new ();

  line->id = vouch_act_next_id (act);
  line->receipt_id = goods->receipt->id;
  line->position = position;
  line->product_id = goods->product->id;
  line->unit = g_strdup (goods->product->base_unit);
  if (!vouch_act_insert (act, &vouch_receipt_line_type, line, error))
    return NULL;
  return g_steal_pointer (&line);
}

/* A line of the receipt for the product. An unannounced delivery gets its lines as the goods come. */
static gboolean
find_line (VouchAct *act, Goods *goods, GError **error)
{
  g_autoptr (GPtrArray) lines = vouch_receipt_store_list_lines (act->conn, goods->receipt->id, error);
  gboolean announced = FALSE;

  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len && goods->line == NULL; i++)
    {
      VouchReceiptLine *line = g_ptr_array_index (lines, i);

      announced |= line->delivery_line_id != 0;
      if (line->product_id == goods->product->id)
        goods->line = vouch_record_copy (&vouch_receipt_line_type, line);
    }
  if (goods->line == NULL && announced)
    return invalid (error, "product_id", _ ("The product is not on this delivery"));
  if (goods->line == NULL)
    goods->line = add_line (act, goods, lines->len + 1, error);
  return goods->line != NULL;
}

static gboolean
load_goods (VouchAct *act, const VouchCountRequest *request, Goods *goods, GError **error)
{
  goods->receipt = vouch_row_load (act->conn, &vouch_receipt_type, request->receipt_id, error);
  if (goods->receipt == NULL)
    return FALSE;
  if (goods->receipt->state == VOUCH_RECEIPT_STATE_CLOSED || goods->receipt->state == VOUCH_RECEIPT_STATE_CANCELLED)
    return invalid (error, "receipt_id", _ ("The receipt is closed"));
  goods->delivery = vouch_row_load (act->conn, &vouch_delivery_type, goods->receipt->delivery_id, error);
  if (goods->delivery == NULL)
    return FALSE;
  goods->product = vouch_row_load (act->conn, &vouch_product_type, request->product_id, error);
  if (goods->product == NULL)
    return FALSE;
  if (request->unit != NULL && request->gtin == NULL && !g_str_equal (request->unit, goods->product->base_unit))
    {
      vouch_set_field_error (error, "unit", VOUCH_ERROR_INVALID, _ ("%s is counted in %s, not in %s"),
                             goods->product->sku, goods->product->base_unit, request->unit);
      return FALSE;
    }
  return load_factor (act, request, goods, error) && convert (request, goods, error) &&
         check_facts (request, goods, error) && find_line (act, goods, error);
}

static gboolean
same_lot (const VouchLot *lot, const VouchCountRequest *request)
{
  return g_strcmp0 (lot->supplier_lot, request->supplier_lot) == 0 &&
         (request->supplier_lot != NULL || lot->produced == request->produced);
}

/* A stored fact is never overwritten in silence: the same supplier's lot with another date is a question. */
static gboolean
check_contradiction (VouchAct *act, const Goods *goods, const VouchCountRequest *request, GError **error)
{
  g_autoptr (GPtrArray) lots = NULL;

  if (request->supplier_lot == NULL)
    return TRUE;
  lots = vouch_lot_store_list_same_supplier_lot (act->conn, goods->product->id, goods->delivery->supplier_id,
                                                 request->supplier_lot, error);
  for (guint i = 0; lots != NULL && i < lots->len; i++)
    {
      const VouchLot *lot = g_ptr_array_index (lots, i);

      if (lot->expiry != VOUCH_DATE_NONE && goods->expiry != VOUCH_DATE_NONE && lot->expiry != goods->expiry)
        {
          g_autofree char *known = vouch_date_to_string (lot->expiry);
          g_autofree char *now = vouch_date_to_string (goods->expiry);

          vouch_set_field_error (
              error, "expiry", VOUCH_ERROR_CONFLICT,
              _ ("Lot %s is known with the expiry %s, this label says %s; hold it or correct the lot"),
              request->supplier_lot, known, now);
          return FALSE;
        }
    }
  return lots != NULL;
}

/* *lot is NULL where the line has no such lot yet. */
static gboolean
find_lot (VouchAct *act, const Goods *goods, const VouchCountRequest *request, VouchLot **lot, GError **error)
{
  g_autoptr (GPtrArray) lots = vouch_lot_store_list_by_line (act->conn, goods->line->id, error);

  *lot = NULL;
  for (guint i = 0; lots != NULL && i < lots->len && *lot == NULL; i++)
    if (same_lot (g_ptr_array_index (lots, i), request))
      *lot = vouch_record_copy (&vouch_lot_type, g_ptr_array_index (lots, i));
  return lots != NULL;
}

static VouchLot *
make_lot (VouchAct *act, const Goods *goods, const VouchCountRequest *request)
{
  VouchLot *lot = vouch_lot_new ();

  lot->id = vouch_act_next_id (act);
  lot->number = vouch_number_make ('L', lot->id);
  lot->product_id = goods->product->id;
  lot->supplier_id = goods->delivery->supplier_id;
  lot->receipt_line_id = goods->line->id;
  lot->supplier_lot = g_strdup (request->supplier_lot);
  lot->produced = request->produced;
  lot->expiry = goods->expiry;
  lot->unit = g_strdup (goods->product->base_unit);
  return lot;
}

static gboolean
check_not_inspected (VouchAct *act, const VouchLot *lot, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchInspection) inspection = vouch_inspection_store_find_last_of_lot (act->conn, lot->id, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (inspection == NULL)
    return TRUE;
  vouch_set_field_error (error, "supplier_lot", VOUCH_ERROR_CONFLICT,
                         _ ("Lot %s is already being inspected; its count can no longer change"), lot->number);
  return FALSE;
}

static gboolean
change_lot (VouchAct *act, VouchLot *lot, gboolean is_new, gint64 by, GError **error)
{
  if (!vouch_quantity_add (lot->received, by, &lot->received, error))
    return FALSE;
  lot->held = lot->received;
  return (is_new ? vouch_act_insert (act, &vouch_lot_type, lot, error)
                 : vouch_act_update (act, &vouch_lot_type, lot, error)) &&
         vouch_stock_put (act, lot->id, VOUCH_LOT_STATUS_PENDING, VOUCH_LOCATION_RECEIVING, lot->received, lot->unit,
                          error);
}

static gboolean
change_line (VouchAct *act, VouchReceiptLine *line, gint64 counted, gint64 damaged, GError **error)
{
  return vouch_quantity_add (line->counted, counted, &line->counted, error) &&
         vouch_quantity_add (line->damaged, damaged, &line->damaged, error) &&
         vouch_act_update (act, &vouch_receipt_line_type, line, error);
}

static gboolean
insert_count (VouchAct *act, const Goods *goods, const VouchLot *lot, const VouchCountRequest *request, GError **error)
{
  g_autoptr (VouchLotCount) count = vouch_lot_count_new ();

  count->id = vouch_act_next_id (act);
  count->lot_id = lot->id;
  count->receipt_line_id = goods->line->id;
  count->counted = goods->quantity;
  count->damaged = goods->damaged;
  count->unit = g_strdup (lot->unit);
  count->entered = request->quantity;
  count->entered_unit = g_strdup (request->gtin != NULL ? request->gtin : lot->unit);
  count->numerator = goods->numerator;
  count->denominator = goods->denominator;
  count->counted_by = vouch_act_get_actor_id (act);
  count->counted_at = vouch_act_get_now (act);
  return vouch_act_insert (act, &vouch_lot_count_type, count, error);
}

static void
fill_answer (VouchCounted *answer, const VouchReceiptLine *line, const VouchLot *lot)
{
  answer->receipt_line_id = line->id;
  answer->declared = line->declared;
  answer->counted = line->counted;
  answer->damaged = line->damaged;
  answer->unit = g_strdup (line->unit);
  if (lot == NULL)
    return;
  answer->lot_id = lot->id;
  answer->lot = g_strdup (lot->number);
}

static gboolean
count (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchCountRequest *request = data;
  g_auto (Goods) goods = { 0 };
  g_autoptr (VouchLot) lot = NULL;
  gboolean is_new;

  if (!load_goods (act, request, &goods, error) || !check_contradiction (act, &goods, request, error))
    return FALSE;
  if (!find_lot (act, &goods, request, &lot, error))
    return FALSE;
  is_new = lot == NULL;
  if (is_new)
    lot = make_lot (act, &goods, request);
  else if (!check_not_inspected (act, lot, error))
    return FALSE;
  if (!change_lot (act, lot, is_new, goods.quantity, error) || !insert_count (act, &goods, lot, request, error) ||
      !change_line (act, goods.line, goods.quantity, goods.damaged, error))
    return FALSE;
  fill_answer (answer, goods.line, lot);
  return TRUE;
}

/* The line's last count that was not undone. */
static const VouchLotCount *
find_last_count (GPtrArray *counts)
{
  for (guint i = counts->len; i > 0; i--)
    {
      const VouchLotCount *entry = g_ptr_array_index (counts, i - 1);
      gboolean undone = entry->undoes_id != 0;

      for (guint j = i; j < counts->len && !undone; j++)
        undone = ((const VouchLotCount *)g_ptr_array_index (counts, j))->undoes_id == entry->id;
      if (!undone)
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
  last = find_last_count (counts);
  if (last == NULL)
    return invalid (error, "receipt_line_id", _ ("Nothing was counted on this line"));
  lot = vouch_row_load (act->conn, &vouch_lot_type, last->lot_id, error);
  if (lot == NULL || !check_not_inspected (act, lot, error))
    return FALSE;
  line->is_closed = FALSE;
  if (!insert_counter_entry (act, last, error) || !change_lot (act, lot, FALSE, -last->counted, error) ||
      !change_line (act, line, -last->counted, -last->damaged, error))
    return FALSE;
  fill_answer (answer, line, lot);
  return TRUE;
}

static gboolean
close_line (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchLineRequest *request = data;
  g_autoptr (VouchReceiptLine) line =
      vouch_row_load (act->conn, &vouch_receipt_line_type, request->receipt_line_id, error);

  if (line == NULL)
    return FALSE;
  line->is_closed = TRUE;
  if (!vouch_act_update (act, &vouch_receipt_line_type, line, error))
    return FALSE;
  fill_answer (answer, line, NULL);
  return TRUE;
}

const VouchUseCase vouch_receive_count = {
  .name = "receive.count",
  .permission = VOUCH_PERMISSION_RECEIVE,
  .request = &vouch_count_request_type,
  .answer = &vouch_counted_type,
  .act = count,
};

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
