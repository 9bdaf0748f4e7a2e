/* Counting goods; declared in vouch-receive-work.h. Finishing a count and counting again: vouch-recount-work.c. */
#include <glib/gi18n-lib.h>

#include "vouch-delivery.h"
#include "vouch-error.h"
#include "vouch-gs1-check.h"
#include "vouch-line-count.h"
#include "vouch-lot-contradiction.h"
#include "vouch-lot-store.h"
#include "vouch-number.h"
#include "vouch-product-store.h"
#include "vouch-quantity.h"
#include "vouch-receipt-store.h"
#include "vouch-row.h"
#include "vouch-shelf-life.h"
#include "vouch-text.h"

#define SSCC_LENGTH 18

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
  VOUCH_FIELD (VouchCountRequest, sscc, TEXT, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchCountRequest, serial, TEXT, VOUCH_FIELD_ADDED),
};

VOUCH_DEFINE_RECORD (VouchCountRequest, vouch_count_request, "count", count_fields)

static const VouchField counted_fields[] = {
  VOUCH_FIELD (VouchCounted, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCounted, receipt_line_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCounted, lot, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchCounted, declared, declared_unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchCounted, counted, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchCounted, damaged, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCounted, unit, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCounted, declared_unit, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCounted, recount, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCounted, is_closed, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchCounted, outcome, vouch_count_outcome_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCounted, gate, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchCounted, vouch_counted, "counted", counted_fields)

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

static gboolean
check_unit_codes (const VouchCountRequest *request, GError **error)
{
  if (request->sscc != NULL &&
      (strlen (request->sscc) != SSCC_LENGTH || !vouch_gs1_check_digit_is_right (request->sscc)))
    return invalid (error, "sscc", _ ("An SSCC has 18 digits, the last of them its check digit"));
  if (request->serial != NULL && (request->gtin == NULL || request->quantity != VOUCH_QUANTITY_ONE))
    return invalid (error, "serial", _ ("A serial number names one piece, under its GTIN"));
  return vouch_text_check_line (request->serial, "serial", 64, error);
}

/* Food, drugs and whatever is kept by lot need their lot and dates before anything is counted. */
static gboolean
check_facts (const VouchCountRequest *request, Goods *goods, GError **error)
{
  const VouchProduct *product = goods->product;

  goods->expiry = request->expiry != VOUCH_DATE_NONE ? request->expiry
                                                     : vouch_shelf_life_derive_expiry (product, request->produced);

  if (vouch_product_needs_lot (product) && request->supplier_lot == NULL && request->produced == VOUCH_DATE_NONE)
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
         check_facts (request, goods, error) && check_unit_codes (request, error) && find_line (act, goods, error);
}

static gboolean
same_lot (const VouchLot *lot, const VouchCountRequest *request)
{
  return g_strcmp0 (lot->supplier_lot, request->supplier_lot) == 0 &&
         (request->supplier_lot != NULL || lot->produced == request->produced);
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
  count->recount = goods->line->recount;
  count->sscc = g_strdup (request->sscc);
  count->serial = g_strdup (request->serial);
  return vouch_act_insert (act, &vouch_lot_count_type, count, error);
}

/* More goods of a line that was closed open it again, but not what two persons agreed on. */
static gboolean
check_line (VouchAct *act, const Goods *goods, GError **error)
{
  g_autoptr (GPtrArray) counts = NULL;

  if (goods->line->is_closed && goods->line->recount > 0)
    {
      vouch_set_field_error (error, "product_id", VOUCH_ERROR_CONFLICT,
                             _ ("Line %d was counted by two persons; the QA lead can correct it"),
                             (int)goods->line->position);
      return FALSE;
    }
  counts = vouch_lot_store_list_counts (act->conn, goods->line->id, error);
  return counts != NULL && vouch_line_count_check_person (act, goods->line, counts, error);
}

/* Only the first count makes the quantities; a recount is compared with it first. */
static gboolean
change_quantities (VouchAct *act, Goods *goods, VouchLot *lot, GError **error)
{
  gint64 received;

  if (goods->line->recount > 0)
    return TRUE;
  goods->line->is_closed = FALSE;
  return vouch_quantity_add (lot->received, goods->quantity, &received, error) &&
         vouch_line_count_set_received (act, lot, received, error) &&
         vouch_line_count_take_line (act, goods->line, error);
}

static gboolean
look_at_gate (VouchAct *act, const Goods *goods, const VouchLot *lot, VouchCounted *answer)
{
  g_autoptr (GError) gate = NULL;

  if (!vouch_shelf_life_check (goods->product, lot->produced, lot->expiry, vouch_tx_get_today (act->tx), &gate))
    answer->gate = g_strdup (gate->message);
  return TRUE;
}

static gboolean
count (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchCountRequest *request = data;
  g_auto (Goods) goods = { 0 };
  g_autoptr (VouchLot) lot = NULL;

  if (!load_goods (act, request, &goods, error) || !check_line (act, &goods, error) ||
      !vouch_lot_contradiction_check_expiry (act, goods.product->id, goods.delivery->supplier_id, request->supplier_lot,
                                             goods.expiry, 0, error) ||
      !vouch_lot_contradiction_check_once (act, goods.line, request, error))
    return FALSE;
  if (!find_lot (act, &goods, request, &lot, error))
    return FALSE;
  if (lot == NULL)
    {
      lot = make_lot (act, &goods, request);
      if (!vouch_act_insert (act, &vouch_lot_type, lot, error))
        return FALSE;
    }
  else if (!vouch_line_count_check_not_inspected (act, lot, error))
    return FALSE;
  return insert_count (act, &goods, lot, request, error) && change_quantities (act, &goods, lot, error) &&
         look_at_gate (act, &goods, lot, answer) && vouch_line_count_fill_answer (act, goods.line, lot, answer, error);
}

const VouchUseCase vouch_receive_count = {
  .name = "receive.count",
  .permission = VOUCH_PERMISSION_RECEIVE,
  .request = &vouch_count_request_type,
  .answer = &vouch_counted_type,
  .keeps_draft = TRUE,
  .act = count,
};
