#include "vouch-pack-entry.h"

#include "vouch-pack-store.h"
#include "vouch-row.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchPackEntry, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPackEntry, sscc, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchPackEntry, kind, vouch_pack_kind_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchPackEntry, state, vouch_pack_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPackEntry, items, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPackEntry, opened_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPackEntry, opened_by, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchPackEntry, vouch_pack_entry, "pack_entry", fields)

static GPtrArray *
read_packs (VouchConn *conn, const gint64 *ids, guint n, GError **error)
{
  return vouch_row_list_by_ids (
      conn, &vouch_pack_entry_type,
      "SELECT pack.id, pack.sscc, pack.kind, pack.state, "
      "(SELECT count(*) FROM pack_item WHERE pack_item.pack_id = pack.id AND pack_item.removed_at IS NULL), "
      "pack.opened_at, user.name FROM pack JOIN user ON user.id = pack.opened_by WHERE pack.id = ?1",
      ids, n, (GDestroyNotify)vouch_pack_entry_free, error);
}

static GArray *
read_ids (VouchStation *station, VouchConn *conn, const char *query, gint64 after, guint limit, GError **error)
{
  return vouch_pack_store_list_ids (conn, after, limit, error);
}

static gint64
get_id (gconstpointer row)
{
  return ((const VouchPackEntry *)row)->id;
}

const VouchListSource vouch_pack_source = { read_ids, read_packs, get_id };
