/* Names that people know, in the place of ids: a lot's number, a product's SKU, a delivery's number. */
#include "vouch-alias.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-code-batch-store.h"
#include "vouch-delivery-store.h"
#include "vouch-error.h"
#include "vouch-lot-file.h"
#include "vouch-lot-store.h"
#include "vouch-product-store.h"
#include "vouch-receipt-store.h"

/* Finds what @text names; leaves the id 0 where there is nothing, with or without @error. */
typedef gint64 (*Find) (VouchConn *conn, const char *text, gint64 lot_id, GError **error);

static gint64
find_lot (VouchConn *conn, const char *text, gint64 lot_id, GError **error)
{
  g_autoptr (VouchLot) lot = vouch_lot_store_find_by_number (conn, text, error);

  return lot != NULL ? lot->id : 0;
}

static gint64
find_product (VouchConn *conn, const char *text, gint64 lot_id, GError **error)
{
  g_autoptr (VouchProduct) product = vouch_product_store_find_by_sku (conn, text, error);

  return product != NULL ? product->id : 0;
}

static gint64
find_receipt (VouchConn *conn, const char *text, gint64 lot_id, GError **error)
{
  g_autoptr (VouchDelivery) delivery = vouch_delivery_store_find_by_number (conn, text, error);
  g_autoptr (VouchReceipt) receipt =
      delivery != NULL ? vouch_receipt_store_find_by_delivery (conn, delivery->id, error) : NULL;

  return receipt != NULL ? receipt->id : 0;
}

/* A line is named by its delivery and its position: "PO-2026-0001/1". */
static gint64
find_line (VouchConn *conn, const char *text, gint64 lot_id, GError **error)
{
  const char *slash = strrchr (text, '/');
  g_autofree char *number = slash != NULL ? g_strndup (text, (gsize)(slash - text)) : NULL;
  gint64 receipt_id = number != NULL ? find_receipt (conn, number, 0, error) : 0;
  g_autoptr (GPtrArray) lines = receipt_id != 0 ? vouch_receipt_store_list_lines (conn, receipt_id, error) : NULL;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const VouchReceiptLine *line = g_ptr_array_index (lines, i);

      if (line->position == g_ascii_strtoll (slash + 1, NULL, 10))
        return line->id;
    }
  return 0;
}

static gint64
find_last_batch (VouchConn *conn, const char *text, gint64 lot_id, GError **error)
{
  gint64 lot = find_lot (conn, text, 0, error);
  g_autoptr (GPtrArray) batches = lot != 0 ? vouch_code_batch_store_list (conn, lot, error) : NULL;

  if (batches == NULL || batches->len == 0)
    return 0;
  return ((const VouchCodeBatch *)g_ptr_array_index (batches, batches->len - 1))->id;
}

/* A check is named by its position in the plan of the lot, which has to be named before it. */
static gint64
find_check (VouchConn *conn, const char *text, gint64 lot_id, GError **error)
{
  g_autoptr (VouchLotFile) file = lot_id != 0 ? vouch_lot_file_load (conn, lot_id, error) : NULL;

  for (guint i = 0; file != NULL && file->plan != NULL && i < file->characteristics->len; i++)
    {
      const VouchCharacteristic *check = g_ptr_array_index (file->characteristics, i);

      if (check->position == g_ascii_strtoll (text, NULL, 10))
        return check->id;
    }
  return 0;
}

static const struct
{
  const char *name;
  const char *field;
  Find find;
} aliases[] = {
  { "lot", "lot_id", find_lot },
  { "product", "product_id", find_product },
  { "line", "receipt_line_id", find_line },
  { "delivery", "receipt_id", find_receipt },
  { "lot", "batch_id", find_last_batch },
  { "check", "characteristic_id", find_check },
};

/* A type's own field of that name wins. */
static int
find_alias (const VouchRecordType *type, const char *name)
{
  if (vouch_record_find_field (type, name) != NULL)
    return -1;
  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (g_str_equal (aliases[i].name, name) && vouch_record_find_field (type, aliases[i].field) != NULL)
      return (int)i;
  return -1;
}

/**
 * vouch_alias_is_known:
 * @type: a request's type
 * @name: a member's or an option's name
 *
 * Returns: whether it stands for an id of @type by a name that people know
 */
gboolean
vouch_alias_is_known (const VouchRecordType *type, const char *name)
{
  return find_alias (type, name) >= 0;
}

typedef struct
{
  Find find;
  const char *text;
  gint64 lot_id;
  gint64 id;
} Query;

static gpointer
read_id (VouchConn *conn, gpointer data, GError **error)
{
  Query *query = data;
  g_autoptr (GError) local = NULL;

  query->id = query->find (conn, query->text, query->lot_id, &local);
  if (local == NULL)
    return query;
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* Whole sentences, because languages differ in more than words. */
static void
tell_missing (const char *name, const char *text, GError **error)
{
  if (g_str_equal (name, "product"))
    vouch_set_field_error (error, name, VOUCH_ERROR_NOT_FOUND, _ ("There is no product “%s” in the catalogue"), text);
  else if (g_str_equal (name, "delivery"))
    vouch_set_field_error (error, name, VOUCH_ERROR_NOT_FOUND, _ ("There is no open delivery “%s”; open it first"),
                           text);
  else if (g_str_equal (name, "line"))
    vouch_set_field_error (error, name, VOUCH_ERROR_NOT_FOUND,
                           _ ("There is no line “%s”; lines are named like PO-1/2 once the delivery is open"), text);
  else if (g_str_equal (name, "check"))
    vouch_set_field_error (error, name, VOUCH_ERROR_NOT_FOUND,
                           _ ("The plan of the lot has no check “%s”; checks are named by their position"), text);
  else
    vouch_set_field_error (error, name, VOUCH_ERROR_NOT_FOUND, _ ("There is no lot “%s” with codes; issue them first"),
                           text);
}

static gboolean
find_id (VouchStation *station, Query *query, const char *name, GError **error)
{
  if (vouch_station_read (station, read_id, query, error) == NULL)
    return FALSE;
  if (query->id != 0)
    return TRUE;
  if (query->find == find_lot)
    vouch_set_field_error (error, name, VOUCH_ERROR_NOT_FOUND, _ ("There is no lot “%s”"), query->text);
  else
    tell_missing (name, query->text, error);
  return FALSE;
}

/**
 * vouch_alias_set:
 * @station: the station
 * @type: a request's type
 * @record: a request of that type
 * @name: a name that vouch_alias_is_known()
 * @text: what it names
 * @error: NOT_FOUND where there is nothing of that name
 *
 * Returns: whether the id is in its field
 */
gboolean
vouch_alias_set (VouchStation *station, const VouchRecordType *type, gpointer record, const char *name,
                 const char *text, GError **error)
{
  int alias = find_alias (type, name);
  const VouchField *lot = vouch_record_find_field (type, "lot_id");
  Query query = { .text = text, .lot_id = lot != NULL ? vouch_record_get_number (lot, record) : 0 };

  g_return_val_if_fail (alias >= 0, FALSE);
  query.find = aliases[alias].find;
  if (!find_id (station, &query, name, error))
    return FALSE;
  vouch_record_set_number (vouch_record_find_field (type, aliases[alias].field), record, query.id);
  return TRUE;
}

/**
 * vouch_alias_find_lot:
 * @station: the station
 * @number: a lot's number
 * @error: NOT_FOUND where there is none
 *
 * Returns: the lot's id, or 0
 */
gint64
vouch_alias_find_lot (VouchStation *station, const char *number, GError **error)
{
  Query query = { .find = find_lot, .text = number };

  return find_id (station, &query, "lot", error) ? query.id : 0;
}
