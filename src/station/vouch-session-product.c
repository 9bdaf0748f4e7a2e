/* Which product a label means, and whether it may be counted now. */
#include <glib/gi18n-lib.h>

#include "vouch-product-store.h"
#include "vouch-receipt-line.h"
#include "vouch-receipt-store.h"
#include "vouch-row.h"
#include "vouch-session-private.h"
#include "vouch-words.h"

typedef struct
{
  const char *gtin;
  const char *sku;       /* nullable: as a health industry bar code names the product */
  VouchProduct *product; /* out */
  gboolean is_expected;  /* out */
  gint64 product_id;     /* given, where no code names it */
  gint64 receipt_id;
  gint64 line_id;
  char *other; /* out, nullable: the product of another line that is being counted */
} ProductQuery;

static void
product_query_clear (ProductQuery *self)
{
  vouch_product_free (self->product);
  g_free (self->other);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ProductQuery, product_query_clear)

/* A line that is begun and not finished is somebody's open work. */
static gboolean
look_for_other (VouchConn *conn, ProductQuery *query, const VouchReceiptLine *line, GError **error)
{
  g_autoptr (VouchProduct) product = NULL;

  if (line->id != query->line_id || line->is_closed || line->counted == 0 || line->product_id == query->product->id)
    return TRUE;
  product = vouch_row_load (conn, &vouch_product_type, line->product_id, error);
  if (product != NULL)
    query->other = g_strdup (vouch_words_choose (product->name_en, product->name_zh));
  return product != NULL;
}

static gboolean
find_expected (VouchConn *conn, ProductQuery *query, GError **error)
{
  g_autoptr (GPtrArray) lines = vouch_receipt_store_list_lines (conn, query->receipt_id, error);
  gboolean announced = FALSE;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const VouchReceiptLine *line = g_ptr_array_index (lines, i);

      announced |= line->delivery_line_id != 0;
      query->is_expected |= line->product_id == query->product->id;
      if (!look_for_other (conn, query, line, error))
        return FALSE;
    }
  query->is_expected |= !announced;
  return lines != NULL;
}

static gpointer
read_product (VouchConn *conn, gpointer data, GError **error)
{
  ProductQuery *query = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchProductGtin) item = NULL;

  if (query->product_id != 0)
    query->product = vouch_row_load (conn, &vouch_product_type, query->product_id, &local);
  else if (query->sku != NULL)
    query->product = vouch_product_store_find_by_sku (conn, query->sku, &local);
  else
    {
      item = vouch_product_store_find_gtin (conn, query->gtin, &local);
      if (item != NULL)
        query->product = vouch_row_load (conn, &vouch_product_type, item->product_id, &local);
    }
  if (local == NULL && (query->product == NULL || find_expected (conn, query, &local)))
    return data;
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* Another product than that of the line being counted wants one more scan, as whatever leaves open work does. */
static gboolean
check_other (VouchSession *self, const ProductQuery *query)
{
  gint64 window = (gint64)self->settings->sign_window_ms * 1000;
  gboolean confirmed =
      self->other_product_id == query->product->id && vouch_session_now (self) - self->other_at_us < window;
  g_autofree char *detail = NULL;

  if (query->other == NULL || confirmed)
    return TRUE;
  self->other_product_id = query->product->id;
  self->other_at_us = vouch_session_now (self);
  /* Translators: the product of the line being counted, and the one that was scanned. */
  detail = g_strdup_printf (_ ("%s is being counted and not finished. Scan again to count %s."), query->other,
                            vouch_words_choose (query->product->name_en, query->product->name_zh));
  vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Other product"), detail);
  return FALSE;
}

/* The three kinds of wrong goods are told apart. */
static gboolean
check_product (VouchSession *self, const ProductQuery *query)
{
  g_autofree char *detail = NULL;

  if (query->product == NULL)
    {
      vouch_session_ask_park (self, query->sku != NULL ? query->sku : query->gtin);
      return FALSE;
    }
  if (!query->is_expected)
    {
      detail = g_strdup_printf (_ ("%s is in the catalogue, but not on this delivery."),
                                vouch_words_choose (query->product->name_en, query->product->name_zh));
      vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Not on this delivery"), detail);
      return FALSE;
    }
  if (self->product != NULL && self->product->id != query->product->id)
    {
      detail = g_strdup_printf (_ ("%s is being counted; finish it or go back first."),
                                vouch_words_choose (self->product->name_en, self->product->name_zh));
      vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Other product"), detail);
      return FALSE;
    }
  return check_other (self, query);
}

/**
 * vouch_session_find_product:
 * @self: a session that receives goods, with a label
 * @sku: (nullable): as a health industry bar code names the product
 * @product_id: the product, where no code names it; 0 otherwise
 * @error: STORAGE
 *
 * Finds the product of the label that is being completed.
 *
 * Returns: (transfer full) (nullable): it; %NULL without an error where it is not to be counted now, which was told
 */
VouchProduct *
vouch_session_find_product (VouchSession *self, const char *sku, gint64 product_id, GError **error)
{
  g_auto (ProductQuery) query = { .gtin = self->label.gtin,
                                  .sku = sku,
                                  .product_id = product_id,
                                  .receipt_id = self->receipt_id,
                                  .line_id = self->line_id };

  if (vouch_station_read (self->station, read_product, &query, error) == NULL || !check_product (self, &query))
    return NULL;
  return g_steal_pointer (&query.product);
}
