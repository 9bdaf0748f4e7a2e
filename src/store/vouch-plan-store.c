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

/**
 * vouch_plan_store_list_rules:
 * @conn: a connection
 * @plan: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchSamplingRule): the plan's sampling rules, in order; of a plan
 * that was made before rules were, the one that its own terms are, with the id 0
 */
GPtrArray *
vouch_plan_store_list_rules (VouchConn *conn, const VouchInspectionPlan *plan, GError **error)
{
  GPtrArray *rules = vouch_row_list_by_id (conn, &vouch_sampling_rule_type, "WHERE plan_id = ?1 ORDER BY position",
                                           plan->id, (GDestroyNotify)vouch_sampling_rule_free, error);

  if (rules != NULL && rules->len == 0)
    g_ptr_array_add (rules, vouch_inspection_plan_make_rule (plan));
  return rules;
}
