#include "vouch-pack-store.h"

#include "vouch-row.h"

/**
 * vouch_pack_store_find_by_sscc:
 * @conn: a connection
 * @sscc: 18 digits
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the carton or pallet; %NULL without an error where there is none
 */
VouchPack *
vouch_pack_store_find_by_sscc (VouchConn *conn, const char *sscc, GError **error)
{
  return vouch_row_find (conn, &vouch_pack_type, "WHERE sscc = ?1", sscc, error);
}

/**
 * vouch_pack_store_find_last:
 * @conn: a connection
 * @from: the least SSCC
 * @to: the greatest one
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the pack with the greatest SSCC between them; %NULL without an error where there
 *   is none
 */
VouchPack *
vouch_pack_store_find_last (VouchConn *conn, const char *from, const char *to, GError **error)
{
  VouchStmt *stmt = vouch_row_prepare_select (conn, &vouch_pack_type,
                                              "WHERE sscc BETWEEN ?1 AND ?2 ORDER BY sscc DESC LIMIT 1", error);

  if (stmt == NULL)
    return NULL;
  vouch_stmt_bind_text (stmt, 1, from);
  vouch_stmt_bind_text (stmt, 2, to);
  return vouch_row_take_one (stmt, &vouch_pack_type, error);
}

/**
 * vouch_pack_store_list_items:
 * @conn: a connection
 * @pack_id: a carton or pallet
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchPackItem): what is in it, in the order in which it came
 */
GPtrArray *
vouch_pack_store_list_items (VouchConn *conn, gint64 pack_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_pack_item_type, "WHERE pack_id = ?1 AND removed_at IS NULL ORDER BY id",
                               pack_id, (GDestroyNotify)vouch_pack_item_free, error);
}

/**
 * vouch_pack_store_list_history:
 * @conn: a connection
 * @pack_id: a carton or pallet
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchPackItem): what is in it and what was
 */
GPtrArray *
vouch_pack_store_list_history (VouchConn *conn, gint64 pack_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_pack_item_type, "WHERE pack_id = ?1 ORDER BY id", pack_id,
                               (GDestroyNotify)vouch_pack_item_free, error);
}

/**
 * vouch_pack_store_list_items_of_lot:
 * @conn: a connection
 * @lot_id: a lot
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchPackItem): the units of a lot that are in cartons
 */
GPtrArray *
vouch_pack_store_list_items_of_lot (VouchConn *conn, gint64 lot_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_pack_item_type, "WHERE lot_id = ?1 AND removed_at IS NULL ORDER BY unit",
                               lot_id, (GDestroyNotify)vouch_pack_item_free, error);
}

/**
 * vouch_pack_store_find_unit:
 * @conn: a connection
 * @lot_id: a lot
 * @unit: one of its units
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): where the unit is; %NULL without an error where it is in no carton
 */
VouchPackItem *
vouch_pack_store_find_unit (VouchConn *conn, gint64 lot_id, gint64 unit, GError **error)
{
  VouchStmt *stmt = vouch_row_prepare_select (conn, &vouch_pack_item_type,
                                              "WHERE lot_id = ?1 AND unit = ?2 AND removed_at IS NULL", error);

  if (stmt == NULL)
    return NULL;
  vouch_stmt_bind_number (stmt, 1, lot_id);
  vouch_stmt_bind_number (stmt, 2, unit);
  return vouch_row_take_one (stmt, &vouch_pack_item_type, error);
}

/**
 * vouch_pack_store_find_child:
 * @conn: a connection
 * @child_id: a carton
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): where the carton is; %NULL without an error where it is on no pallet
 */
VouchPackItem *
vouch_pack_store_find_child (VouchConn *conn, gint64 child_id, GError **error)
{
  return vouch_row_find_by_id (conn, &vouch_pack_item_type, "WHERE child_id = ?1 AND removed_at IS NULL", child_id,
                               error);
}

/**
 * vouch_pack_store_list_ids:
 * @conn: a connection
 * @before: an id, or 0
 * @limit: how many at most; 0 is all
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of all packs, the newest first; those older than
 *   @before unless it is 0
 */
GArray *
vouch_pack_store_list_ids (VouchConn *conn, gint64 before, guint limit, GError **error)
{
  VouchStmt *stmt = vouch_conn_prepare (conn, "SELECT id FROM pack WHERE id < ?1 ORDER BY id DESC LIMIT ?2", error);

  if (stmt == NULL)
    return NULL;
  vouch_stmt_bind_number (stmt, 1, before != 0 ? before : G_MAXINT64);
  vouch_stmt_bind_number (stmt, 2, limit != 0 ? (gint64)limit : -1);
  return vouch_row_take_ids (stmt, error);
}
