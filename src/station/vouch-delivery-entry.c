#include "vouch-delivery-entry.h"

#include "vouch-delivery-store.h"
#include "vouch-row.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchDeliveryEntry, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeliveryEntry, number, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeliveryEntry, supplier_en, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeliveryEntry, supplier_zh, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeliveryEntry, urgent, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeliveryEntry, promised_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchDeliveryEntry, state, vouch_delivery_state_values, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchDeliveryEntry, vouch_delivery_entry, "delivery_entry", fields)

static GArray *
read_ids (VouchStation *station, VouchConn *conn, const char *query, gint64 after, guint limit, GError **error)
{
  return after == 0 ? vouch_delivery_store_list_open_ids (conn, error) : g_array_new (FALSE, FALSE, sizeof (gint64));
}

static GPtrArray *
read_rows (VouchConn *conn, const gint64 *ids, guint n, GError **error)
{
  return vouch_row_list_by_ids (conn, &vouch_delivery_entry_type,
                                "SELECT delivery.id, number, name_en, name_zh, urgent, promised_at, delivery.state "
                                "FROM delivery JOIN party ON party.id = supplier_id WHERE delivery.id = ?1",
                                ids, n, (GDestroyNotify)vouch_delivery_entry_free, error);
}

static gint64
get_id (gconstpointer row)
{
  return ((const VouchDeliveryEntry *)row)->id;
}

const VouchListSource vouch_delivery_source = { read_ids, read_rows, get_id };
