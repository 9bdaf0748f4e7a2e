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
 * vouch_plan_store_find_version:
 * @conn: a connection
 * @product_id: whose
 * @type: which of its plans
 * @version: which version
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): that version, in whatever state; %NULL without an error where there is none
 */
VouchInspectionPlan *
vouch_plan_store_find_version (VouchConn *conn, gint64 product_id, VouchPlanType type, gint64 version, GError **error)
{
  VouchStmt *stmt = vouch_row_prepare_select (conn, &vouch_inspection_plan_type,
                                              "WHERE product_id = ?1 AND type = ?2 AND version = ?3", error);

  if (stmt != NULL)
    {
      vouch_stmt_bind_number (stmt, 1, product_id);
      vouch_stmt_bind_text (stmt, 2, vouch_enum_get_name (&vouch_plan_type_values, (int)type));
      vouch_stmt_bind_number (stmt, 3, version);
    }
  return vouch_row_take_one (stmt, &vouch_inspection_plan_type, error);
}

/**
 * vouch_plan_store_list_versions:
 * @conn: a connection
 * @product_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchInspectionPlan): all versions of all plans of a product, by
 * type, the latest first
 */
GPtrArray *
vouch_plan_store_list_versions (VouchConn *conn, gint64 product_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_inspection_plan_type,
                               "WHERE product_id = ?1 ORDER BY type DESC, version DESC", product_id,
                               (GDestroyNotify)vouch_inspection_plan_free, error);
}

/**
 * vouch_plan_store_list_drafts:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchInspectionPlan): what waits for approval, the oldest first
 */
GPtrArray *
vouch_plan_store_list_drafts (VouchConn *conn, GError **error)
{
  return vouch_row_take_all (
      vouch_row_prepare_select (conn, &vouch_inspection_plan_type, "WHERE state = 'draft' ORDER BY id", error),
      &vouch_inspection_plan_type, (GDestroyNotify)vouch_inspection_plan_free, error);
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
