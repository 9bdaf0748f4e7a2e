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
