#include "vouch-lot-entry.h"

#include <string.h>

#include "vouch-code-meaning.h"
#include "vouch-lot-store.h"
#include "vouch-number-owner.h"
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
  VOUCH_FIELD (VouchLotEntry, due_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchLotEntry, vouch_lot_entry, "lot_entry", fields)

static GPtrArray *
read_rows (VouchConn *conn, const gint64 *ids, guint n, GError **error)
{
  return vouch_row_list_by_ids (
      conn, &vouch_lot_entry_type,
      "SELECT lot.id, lot.number, lot.supplier_lot, lot.status, product.sku, product.name_en, product.name_zh, "
      "party.name_en, party.name_zh, lot.expiry, lot.received, lot.held, lot.unit, receipt.arrived_at, "
      "(SELECT count (*) FROM ticket WHERE ticket.lot_id = lot.id), "
      "(SELECT due_at FROM work WHERE work.id = lot.id AND list = 'review') "
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

/* "(00)…" and "00…" stand before an SSCC on a pallet's label. */
static const char *
skip_identifier (const char *query)
{
  if (g_str_has_prefix (query, "(00)"))
    return query + 4;
  return strlen (query) == 20 && g_str_has_prefix (query, "00") ? query + 2 : query;
}

/* What a delivery's own number, or one of ours that belongs to a delivery, brings up: all that came with it. */
static GArray *
read_delivery (VouchConn *conn, const char *query, const VouchNumberOwner *owner, GError **error)
{
  return vouch_lot_store_list_ids_of_delivery (conn, owner->delivery != NULL ? owner->delivery : query, error);
}

/* A lot's number, a label's address, lot and serial, a pallet or another number of ours name certain lots, and are not
 * looked for by their words. */
static GArray *
read_named (VouchStation *station, VouchConn *conn, const char *query, GError **error)
{
  g_auto (VouchCodeMeaning) meaning = { 0 };
  g_auto (VouchNumberOwner) owner = { 0 };
  GArray *ids;

  if (!vouch_code_find (conn, station, query, &meaning, error))
    return NULL;
  if (!meaning.has_unit && strchr (query, ' ') != NULL)
    meaning.lot_id = 0;
  if (meaning.lot_id == 0 && !vouch_number_owner_find (conn, skip_identifier (query), &owner, error))
    return NULL;
  if (meaning.lot_id == 0 && owner.lot_id == 0)
    return read_delivery (conn, query, &owner, error);
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (ids, meaning.lot_id != 0 ? &meaning.lot_id : &owner.lot_id, 1);
  return ids;
}

static GArray *
read_found_ids (VouchStation *station, VouchConn *conn, const char *query, gint64 after, guint limit, GError **error)
{
  g_autofree char *typed = g_strstrip (g_strdup (query != NULL ? query : ""));
  g_autoptr (VouchSearchQuery) search = vouch_search_query_new (typed);
  g_autoptr (GArray) named = NULL;

  if (*typed == '\0')
    return vouch_lot_store_list_ids (conn, after, limit, error);
  if (after != 0)
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  named = read_named (station, conn, typed, error);
  if (named == NULL || named->len > 0 || vouch_search_query_is_empty (search))
    return g_steal_pointer (&named);
  return vouch_search_query_read_lots (search, conn, VOUCH_SEARCH_MAX, error);
}

const VouchListSource vouch_review_source = { read_review_ids, read_rows, get_id };
const VouchListSource vouch_search_source = { read_found_ids, read_rows, get_id };
