#include "vouch-lot-entry.h"

#include <string.h>

#include "vouch-code-work.h"
#include "vouch-lot-store.h"
#include "vouch-row.h"
#include "vouch-search-query.h"
#include "vouch-work-store.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchLotEntry, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotEntry, number, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotEntry, supplier_lot, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchLotEntry, status, vouch_lot_status_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotEntry, sku, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotEntry, product_en, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotEntry, product_zh, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotEntry, supplier_en, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotEntry, supplier_zh, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotEntry, expiry, DATE, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchLotEntry, received, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchLotEntry, held, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotEntry, unit, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotEntry, arrived_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotEntry, complaints, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchLotEntry, vouch_lot_entry, "lot_entry", fields)

static GPtrArray *
read_rows (VouchConn *conn, const gint64 *ids, guint n, GError **error)
{
  return vouch_row_list_by_ids (
      conn, &vouch_lot_entry_type,
      "SELECT lot.id, lot.number, lot.supplier_lot, lot.status, product.sku, product.name_en, product.name_zh, "
      "party.name_en, party.name_zh, lot.expiry, lot.received, lot.held, lot.unit, receipt.arrived_at, "
      "(SELECT count (*) FROM ticket WHERE ticket.lot_id = lot.id) "
      "FROM lot JOIN product ON product.id = lot.product_id JOIN party ON party.id = lot.supplier_id "
      "JOIN receipt_line ON receipt_line.id = lot.receipt_line_id JOIN receipt ON receipt.id = receipt_line.receipt_id "
      "WHERE lot.id = ?1",
      ids, n, (GDestroyNotify)vouch_lot_entry_free, error);
}

static gint64
get_id (gconstpointer row)
{
  return ((const VouchLotEntry *)row)->id;
}

static GArray *
read_review_ids (VouchStation *station, VouchConn *conn, const char *query, gint64 after, guint limit, GError **error)
{
  return after == 0 ? vouch_work_store_list_review (conn, error) : g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* A lot's number, a label's address or lot and serial name one lot, and are not looked for by their words. */
static gboolean
read_code (VouchStation *station, VouchConn *conn, const char *query, gint64 *lot_id, GError **error)
{
  g_auto (VouchCodeMeaning) meaning = { 0 };

  if (!vouch_code_find (conn, station, query, &meaning, error))
    return FALSE;
  if (meaning.has_unit || strchr (query, ' ') == NULL)
    *lot_id = meaning.lot_id;
  return TRUE;
}

static GArray *
read_found_ids (VouchStation *station, VouchConn *conn, const char *query, gint64 after, guint limit, GError **error)
{
  g_autofree char *typed = g_strstrip (g_strdup (query != NULL ? query : ""));
  g_autoptr (VouchSearchQuery) search = vouch_search_query_new (typed);
  gint64 lot_id = 0;
  GArray *ids;

  if (*typed == '\0')
    return vouch_lot_store_list_ids (conn, after, limit, error);
  if (after == 0 && !read_code (station, conn, typed, &lot_id, error))
    return NULL;
  if (after == 0 && lot_id == 0 && !vouch_search_query_is_empty (search))
    return vouch_search_query_read_lots (search, conn, VOUCH_SEARCH_MAX, error);
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (lot_id != 0)
    g_array_append_val (ids, lot_id);
  return ids;
}

const VouchListSource vouch_review_source = { read_review_ids, read_rows, get_id };
const VouchListSource vouch_search_source = { read_found_ids, read_rows, get_id };
