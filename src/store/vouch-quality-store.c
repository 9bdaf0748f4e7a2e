#include "vouch-quality-store.h"

#include "vouch-row.h"

/**
 * vouch_quality_store_find:
 * @conn: a connection
 * @terms: what it is looked up by; id and seed are not read
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the quality level with these terms; %NULL without an error where there is none
 */
VouchQualityLevel *
vouch_quality_store_find (VouchConn *conn, const VouchQualityLevel *terms, GError **error)
{
  VouchStmt *stmt = vouch_row_prepare_select (
      conn, &vouch_quality_level_type,
      "WHERE product_id = ?1 AND supplier_id = ?2 AND plan_type = ?3 AND scope = ?4 AND method = ?5 AND standard = ?6"
      " AND type = ?7 AND level = ?8 AND aql = ?9 AND counts_nonconformities = ?10 AND characteristic = ?11"
      " AND qualify = ?12 AND every = ?13 AND requalify = ?14",
      error);
  if (stmt == NULL)
    return NULL;
  vouch_stmt_bind_number (stmt, 1, terms->product_id);
  vouch_stmt_bind_number (stmt, 2, terms->supplier_id);
  vouch_stmt_bind_text (stmt, 3, vouch_plan_type_values.names[terms->plan_type]);
  vouch_stmt_bind_text (stmt, 4, vouch_defect_scope_values.names[terms->scope]);
  vouch_stmt_bind_text (stmt, 5, vouch_sampling_method_values.names[terms->method]);
  vouch_stmt_bind_text (stmt, 6, terms->standard);
  vouch_stmt_bind_text (stmt, 7, terms->type);
  vouch_stmt_bind_text (stmt, 8, terms->level);
  vouch_stmt_bind_text (stmt, 9, terms->aql);
  vouch_stmt_bind_number (stmt, 10, terms->counts_nonconformities);
  vouch_stmt_bind_number (stmt, 11, terms->characteristic);
  vouch_stmt_bind_number (stmt, 12, terms->qualify);
  vouch_stmt_bind_number (stmt, 13, terms->every);
  vouch_stmt_bind_number (stmt, 14, terms->requalify);
  return vouch_row_take_one (stmt, &vouch_quality_level_type, error);
}

/**
 * vouch_quality_store_list:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchQualityLevel): every quality level, those of one product and
 * supplier together
 */
GPtrArray *
vouch_quality_store_list (VouchConn *conn, GError **error)
{
  VouchStmt *stmt = vouch_row_prepare_select (conn, &vouch_quality_level_type,
                                              "ORDER BY product_id, supplier_id, plan_type, scope, method", error);

  return stmt != NULL
             ? vouch_row_take_all (stmt, &vouch_quality_level_type, (GDestroyNotify)vouch_quality_level_free, error)
             : NULL;
}

/**
 * vouch_quality_store_list_of_origin:
 * @conn: a connection
 * @product_id: a product
 * @supplier_id: who supplied it
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchQualityLevel): the quality levels of a product and a supplier
 */
GPtrArray *
vouch_quality_store_list_of_origin (VouchConn *conn, gint64 product_id, gint64 supplier_id, GError **error)
{
  VouchStmt *stmt = vouch_row_prepare_select (
      conn, &vouch_quality_level_type,
      "WHERE product_id = ?1 AND supplier_id = ?2 ORDER BY plan_type, scope, method, standard, type", error);

  if (stmt == NULL)
    return NULL;
  vouch_stmt_bind_number (stmt, 1, product_id);
  vouch_stmt_bind_number (stmt, 2, supplier_id);
  return vouch_row_take_all (stmt, &vouch_quality_level_type, (GDestroyNotify)vouch_quality_level_free, error);
}

/**
 * vouch_quality_store_list_entries:
 * @conn: a connection
 * @level_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchQualityEntry): the ledger, the oldest entry first
 */
GPtrArray *
vouch_quality_store_list_entries (VouchConn *conn, gint64 level_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_quality_entry_type, "WHERE level_id = ?1 ORDER BY position", level_id,
                               (GDestroyNotify)vouch_quality_entry_free, error);
}

/**
 * vouch_quality_store_find_skipped:
 * @conn: a connection
 * @lot_id: a lot
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the entry by which a skip-lot plan passed over the lot; %NULL without an error
 * where none did
 */
VouchQualityEntry *
vouch_quality_store_find_skipped (VouchConn *conn, gint64 lot_id, GError **error)
{
  return vouch_row_find_by_id (conn, &vouch_quality_entry_type, "WHERE lot_id = ?1 AND kind = 'skipped'", lot_id,
                               error);
}

/**
 * vouch_quality_store_find_switch:
 * @conn: a connection
 * @level_id: a quality level
 * @before: a time, microseconds since 1970
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the entry that changed severity last, until then; %NULL without an error where
 * none did
 */
VouchQualityEntry *
vouch_quality_store_find_switch (VouchConn *conn, gint64 level_id, gint64 before, GError **error)
{
  VouchStmt *stmt = vouch_row_prepare_select (
      conn, &vouch_quality_entry_type,
      "WHERE level_id = ?1 AND event <> 'none' AND recorded_at <= ?2 ORDER BY position DESC LIMIT 1", error);

  if (stmt == NULL)
    return NULL;
  vouch_stmt_bind_number (stmt, 1, level_id);
  vouch_stmt_bind_number (stmt, 2, before);
  return vouch_row_take_one (stmt, &vouch_quality_entry_type, error);
}
