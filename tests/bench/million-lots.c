#include "million-lots.h"

#include "vouch-delivery.h"
#include "vouch-lot.h"
#include "vouch-number.h"
#include "vouch-party.h"
#include "vouch-product-gtin.h"
#include "vouch-product.h"
#include "vouch-receipt-line.h"
#include "vouch-receipt.h"
#include "vouch-row.h"
#include "vouch-search-store.h"
#include "vouch-work-store.h"

#define SUPPLIERS 40
#define PRODUCTS 2000
#define LOTS_A_LINE 1000
#define EPOCH_MS G_GINT64_CONSTANT (1577836800000) /* as in vouch-id.c */
#define FIRST_MS G_GINT64_CONSTANT (138000000000)  /* of the first lot, after that */
#define PIECES(n) ((n)*G_GINT64_CONSTANT (1000000))

/* Ids that cannot be anybody else's: of another station. */
static gint64
make_id (gint64 ms, gint64 counter)
{
  return ms << 22 | G_GINT64_CONSTANT (1000) << 12 | counter;
}

static gint64
supplier_id (gint64 i)
{
  return make_id (1, i % SUPPLIERS);
}

static gint64
product_id (gint64 i)
{
  return make_id (2, i % PRODUCTS);
}

static gint64
line_id (gint64 i)
{
  return make_id (3, i / LOTS_A_LINE);
}

static gint64
lot_ms (gint64 i)
{
  return FIRST_MS + i * 60000;
}

static void
insert (VouchConn *conn, const VouchRecordType *type, gconstpointer record)
{
  g_autoptr (GError) error = NULL;

  vouch_row_insert (conn, type, record, &error);
  g_assert_no_error (error);
}

static void
insert_suppliers (VouchConn *conn)
{
  for (gint64 i = 0; i < SUPPLIERS; i++)
    {
      g_autofree char *code = g_strdup_printf ("SUP%02d", (int)i);
      g_autofree char *english = g_strdup_printf ("Supplier %d Trading", (int)i);
      g_autofree char *chinese = g_strdup_printf ("第%d供应商贸易公司", (int)i);
      VouchParty party = { .id = supplier_id (i), .code = code, .name_en = english, .name_zh = chinese };

      party.state = VOUCH_PARTY_STATE_APPROVED;
      insert (conn, &vouch_party_type, &party);
    }
}

static void
insert_products (VouchConn *conn)
{
  static const char *const kinds_en[] = { "green tea", "black tea", "rice", "honey", "charger" };
  static const char *const kinds_zh[] = { "绿茶", "红茶", "大米", "蜂蜜", "充电器" };

  for (gint64 i = 0; i < PRODUCTS; i++)
    {
      g_autofree char *sku = g_strdup_printf ("ART-%04d", (int)i);
      g_autofree char *english = g_strdup_printf ("%s No. %d", kinds_en[i % 5], (int)i);
      g_autofree char *chinese = g_strdup_printf ("%s%d号", kinds_zh[i % 5], (int)i);
      g_autofree char *gtin = g_strdup_printf ("2952%010d", (int)i);
      VouchProduct product = { .id = product_id (i), .sku = sku, .name_en = english, .name_zh = chinese };
      VouchProductGtin item = { .id = make_id (4, i), .product_id = product.id, .gtin = gtin };

      product.base_unit = (char *)"pc";
      item.numerator = item.denominator = 1;
      insert (conn, &vouch_product_type, &product);
      insert (conn, &vouch_product_gtin_type, &item);
    }
}

static void
insert_receipt (VouchConn *conn, gint64 i, gint64 user_id)
{
  g_autofree char *delivery_number = g_strdup_printf ("OLD-%05d", (int)i);
  g_autofree char *receipt_number = g_strdup_printf ("R-OLD-%05d", (int)i);
  VouchDelivery delivery = { .id = make_id (5, i), .number = delivery_number, .supplier_id = supplier_id (i) };
  VouchReceipt receipt = { .id = make_id (6, i), .number = receipt_number, .delivery_id = delivery.id };
  VouchReceiptLine line = { .id = line_id (i * LOTS_A_LINE), .receipt_id = receipt.id, .position = 1 };

  delivery.state = VOUCH_DELIVERY_STATE_ARRIVED;
  receipt.state = VOUCH_RECEIPT_STATE_INSPECTING;
  receipt.arrived_at = (EPOCH_MS + lot_ms (i * LOTS_A_LINE)) * 1000;
  receipt.opened_by = user_id;
  line.product_id = product_id (i);
  line.counted = line.declared = PIECES (1000);
  line.unit = (char *)"pc";
  line.is_closed = TRUE;
  insert (conn, &vouch_delivery_type, &delivery);
  insert (conn, &vouch_receipt_type, &receipt);
  insert (conn, &vouch_receipt_line_type, &line);
}

static void
set_status (VouchLot *lot, gint64 i)
{
  gint64 left = MILLION_LOTS - i;

  lot->status = left <= 200    ? VOUCH_LOT_STATUS_PENDING
                : left <= 500  ? VOUCH_LOT_STATUS_QUARANTINED
                : left <= 2500 ? VOUCH_LOT_STATUS_RELEASED
                               : VOUCH_LOT_STATUS_CONSUMED;
  *(left <= 500 ? &lot->held : &lot->accepted) = lot->received;
}

static void
insert_lot (VouchConn *conn, gint64 i)
{
  gint64 id = make_id (lot_ms (i), 0);
  g_autofree char *number = vouch_number_make ('L', id);
  g_autofree char *supplier_lot = g_strdup_printf ("%c%c%06d", (int)('A' + i % 26), (int)('A' + i % 7), (int)(i / 3));
  VouchLot lot = { .id = id, .number = number, .supplier_lot = supplier_lot };

  lot.product_id = product_id (i * 7919);
  lot.supplier_id = supplier_id (i);
  lot.receipt_line_id = line_id (i);
  lot.expiry = 20281231;
  lot.received = PIECES (100);
  lot.unit = (char *)"pc";
  set_status (&lot, i);
  insert (conn, &vouch_lot_type, &lot);
}

static gpointer
write_all (VouchConn *conn, gpointer data, GError **error)
{
  gint64 user_id;

  /* Nothing of this is worth a wait for the disk. */
  if (!vouch_conn_exec (conn, "PRAGMA synchronous=OFF; PRAGMA cache_size=-262144", error) ||
      !vouch_conn_get_number (conn, "SELECT min (id) FROM user", &user_id, error) || !vouch_conn_begin (conn, error))
    return NULL;
  insert_suppliers (conn);
  insert_products (conn);
  for (gint64 i = 0; i < MILLION_LOTS / LOTS_A_LINE; i++)
    insert_receipt (conn, i, user_id);
  for (gint64 i = 0; i < MILLION_LOTS; i++)
    insert_lot (conn, i);
  if (!vouch_search_store_rebuild (conn, error) || !vouch_work_store_rebuild (conn, error) ||
      !vouch_conn_commit (conn, error) ||
      !vouch_conn_exec (conn, "PRAGMA synchronous=FULL; PRAGMA cache_size=-8192", error))
    return NULL;
  return vouch_conn_checkpoint (conn, TRUE, error) ? conn : NULL;
}

void
million_lots_generate (VouchStation *station)
{
  g_autoptr (GError) error = NULL;

  vouch_db_write (vouch_station_get_db (station), write_all, NULL, &error);
  g_assert_no_error (error);
}
