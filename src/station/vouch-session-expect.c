/* Whether a code belongs to the open work: one that was read badly, but is waited for, is not read by chance. */
#include "vouch-product-store.h"
#include "vouch-receipt-line.h"
#include "vouch-receipt-store.h"
#include "vouch-session-private.h"

typedef struct
{
  gint64 receipt_id;
  gint64 product_id; /* 0: by its GTIN */
  const char *gtin;
  gboolean is_expected; /* out */
} Query;

static gboolean
find_product (VouchConn *conn, Query *query, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchProductGtin) item = NULL;

  if (query->product_id != 0)
    return TRUE;
  item = vouch_product_store_find_gtin (conn, query->gtin, &local);
  query->product_id = item != NULL ? item->product_id : 0;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gpointer
read_expected (VouchConn *conn, gpointer data, GError **error)
{
  Query *query = data;
  g_autoptr (GPtrArray) lines = NULL;

  if (!find_product (conn, query, error))
    return NULL;
  if (query->product_id == 0)
    return data;
  lines = vouch_receipt_store_list_lines (conn, query->receipt_id, error);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const VouchReceiptLine *line = g_ptr_array_index (lines, i);

      query->is_expected |= !line->is_closed && line->product_id == query->product_id;
    }
  return lines != NULL ? data : NULL;
}

/* FALSE if it names no product. */
static gboolean
name_product (const VouchScanMeaning *meaning, Query *query, char gtin[15])
{
  if (meaning->kind == VOUCH_SCAN_KIND_PRODUCT)
    query->product_id = meaning->id;
  else if (meaning->kind == VOUCH_SCAN_KIND_GTIN)
    g_strlcpy (gtin, meaning->gtin, 15);
  else if (meaning->kind != VOUCH_SCAN_KIND_ELEMENTS || !vouch_gs1_reading_get_gtin (meaning->reading, gtin))
    return FALSE;
  query->gtin = gtin;
  return TRUE;
}

/**
 * vouch_session_expects:
 * @self: a session
 * @meaning: what a code that was read badly seems to mean
 *
 * Returns: whether it is goods that a line of the open delivery still waits for, the delivery itself, or a code that
 * we derived ourselves
 */
gboolean
vouch_session_expects (VouchSession *self, const VouchScanMeaning *meaning)
{
  char gtin[15] = "";
  Query query = { .receipt_id = self->receipt_id };

  if (meaning->kind == VOUCH_SCAN_KIND_CODE)
    return meaning->has_unit;
  if (self->receipt_id == 0)
    return FALSE;
  if (meaning->kind == VOUCH_SCAN_KIND_DELIVERY)
    return self->delivery != NULL && g_str_equal (meaning->text, self->delivery->number);
  return name_product (meaning, &query, gtin) &&
         vouch_station_read (self->station, read_expected, &query, NULL) != NULL && query.is_expected;
}

static gpointer
read_product (VouchConn *conn, gpointer data, GError **error)
{
  return find_product (conn, data, error) ? data : NULL;
}

/**
 * vouch_session_inspects:
 * @self: a session
 * @meaning: what goods say of themselves
 *
 * Returns: whether they are the product of the lot that is at work
 */
gboolean
vouch_session_inspects (VouchSession *self, const VouchScanMeaning *meaning)
{
  char gtin[15] = "";
  Query query = { 0 };

  return self->file != NULL && name_product (meaning, &query, gtin) &&
         vouch_station_read (self->station, read_product, &query, NULL) != NULL && query.product_id != 0 &&
         query.product_id == self->file->product->id;
}
