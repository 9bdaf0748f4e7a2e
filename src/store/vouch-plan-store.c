#include "vouch-plan-store.h"

#include "vouch-row.h"

/**
 * vouch_plan_store_find_incoming:
 * @conn: a connection
 * @product_id: its id
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the plan in force for a product's incoming goods; %NULL without an error where
 * there is none
 */
VouchInspectionPlan *
vouch_plan_store_find_incoming (VouchConn *conn, gint64 product_id, GError **error)
{
  return vouch_row_find_by_id (
      conn, &vouch_inspection_plan_type,
      "WHERE product_id = ?1 AND type = 'incoming' AND state = 'approved' ORDER BY version DESC LIMIT 1", product_id,
      error);
}

/**
 * vouch_plan_store_list_characteristics:
 * @conn: a connection
 * @plan_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchCharacteristic): the checks of a plan, in order
 */
GPtrArray *
vouch_plan_store_list_characteristics (VouchConn *conn, gint64 plan_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_characteristic_type, "WHERE plan_id = ?1 ORDER BY position", plan_id,
                               (GDestroyNotify)vouch_characteristic_free, error);
}
