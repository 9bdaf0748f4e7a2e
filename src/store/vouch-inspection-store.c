#include "vouch-inspection-store.h"

#include "vouch-row.h"

/**
 * vouch_inspection_store_find_by_number:
 * @conn: a connection
 * @number: what to look for
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the inspection with this number; %NULL without an error where there is none
 */
VouchInspection *
vouch_inspection_store_find_by_number (VouchConn *conn, const char *number, GError **error)
{
  return vouch_row_find (conn, &vouch_inspection_type, "WHERE number = ?1", number, error);
}

/**
 * vouch_inspection_store_find_last_of_lot:
 * @conn: a connection
 * @lot_id: its id
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the last inspection of a lot; %NULL without an error where there is none
 */
VouchInspection *
vouch_inspection_store_find_last_of_lot (VouchConn *conn, gint64 lot_id, GError **error)
{
  return vouch_row_find_by_id (conn, &vouch_inspection_type,
                               "WHERE lot_id = ?1 AND state <> 'void' ORDER BY id DESC LIMIT 1", lot_id, error);
}

/**
 * vouch_inspection_store_list_units:
 * @conn: a connection
 * @inspection_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchSampleUnit): the drawn units
 */
GPtrArray *
vouch_inspection_store_list_units (VouchConn *conn, gint64 inspection_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_sample_unit_type, "WHERE inspection_id = ?1 ORDER BY position",
                               inspection_id, (GDestroyNotify)vouch_sample_unit_free, error);
}

/**
 * vouch_inspection_store_list_class_plans:
 * @conn: a connection
 * @inspection_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchClassPlan): what the lot is judged by, in the order of the
 * plan's rules; empty where the inspection began before there were any
 */
GPtrArray *
vouch_inspection_store_list_class_plans (VouchConn *conn, gint64 inspection_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_class_plan_type, "WHERE inspection_id = ?1 ORDER BY position",
                               inspection_id, (GDestroyNotify)vouch_class_plan_free, error);
}

/**
 * vouch_inspection_store_list_readings:
 * @conn: a connection
 * @inspection_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchReading): the readings in order of recording, with
 * counter-entries
 */
GPtrArray *
vouch_inspection_store_list_readings (VouchConn *conn, gint64 inspection_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_reading_type, "WHERE inspection_id = ?1 ORDER BY id", inspection_id,
                               (GDestroyNotify)vouch_reading_free, error);
}

/**
 * vouch_inspection_store_list_take_overs:
 * @conn: a connection
 * @lot_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchTakeOver): how the lot's inspections passed from one inspector
 * to another, in order
 */
GPtrArray *
vouch_inspection_store_list_take_overs (VouchConn *conn, gint64 lot_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_take_over_type,
                               "WHERE inspection_id IN (SELECT id FROM inspection WHERE lot_id = ?1) ORDER BY id",
                               lot_id, (GDestroyNotify)vouch_take_over_free, error);
}

/**
 * vouch_inspection_store_list_earlier:
 * @conn: a connection
 * @lot: a lot
 * @limit: how many at most
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchInspection): the last results of lots of the same product
 * and supplier before this one, the latest first
 */
GPtrArray *
vouch_inspection_store_list_earlier (VouchConn *conn, const VouchLot *lot, guint limit, GError **error)
{
  VouchStmt *stmt = vouch_row_prepare_select (
      conn, &vouch_inspection_type,
      "WHERE lot_id IN (SELECT id FROM lot WHERE product_id = ?1 AND supplier_id = ?2 AND id < ?3"
      " AND EXISTS (SELECT 1 FROM inspection r WHERE r.lot_id = lot.id AND r.verdict <> 'open')"
      " ORDER BY id DESC LIMIT ?4) AND verdict <> 'open' ORDER BY lot_id DESC, id DESC LIMIT ?4",
      error);

  if (stmt == NULL)
    return NULL;
  vouch_stmt_bind_number (stmt, 1, lot->product_id);
  vouch_stmt_bind_number (stmt, 2, lot->supplier_id);
  vouch_stmt_bind_number (stmt, 3, lot->id);
  vouch_stmt_bind_number (stmt, 4, limit);
  return vouch_row_take_all (stmt, &vouch_inspection_type, (GDestroyNotify)vouch_inspection_free, error);
}
