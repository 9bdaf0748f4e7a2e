#include "vouch-code-version-store.h"

#include "vouch-code-batch.h"
#include "vouch-row.h"

/**
 * vouch_code_version_store_list:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchCodeVersion): the versions that have a row, ascending
 */
GPtrArray *
vouch_code_version_store_list (VouchConn *conn, GError **error)
{
  return vouch_row_take_all (vouch_row_prepare_select (conn, &vouch_code_version_type, "ORDER BY version", error),
                             &vouch_code_version_type, (GDestroyNotify)vouch_code_version_free, error);
}

/**
 * vouch_code_version_store_list_unseen:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchCodeVersion): the versions that began because something was
 * put back, which nobody has acknowledged, ascending
 */
GPtrArray *
vouch_code_version_store_list_unseen (VouchConn *conn, GError **error)
{
  return vouch_row_take_all (
      vouch_row_prepare_select (conn, &vouch_code_version_type,
                                "WHERE cause IN ('restore', 'key_file') AND seen_at IS NULL ORDER BY version", error),
      &vouch_code_version_type, (GDestroyNotify)vouch_code_version_free, error);
}

/**
 * vouch_code_version_store_find:
 * @conn: a connection
 * @version: a version
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): its row; %NULL without an error where it has none
 */
VouchCodeVersion *
vouch_code_version_store_find (VouchConn *conn, gint64 version, GError **error)
{
  return vouch_row_find_by_id (conn, &vouch_code_version_type, "WHERE version = ?1", version, error);
}

/**
 * vouch_code_version_store_get_greatest:
 * @conn: a connection
 * @known: (out): the greatest version with a row; 1 where there is none
 * @used: (out): the greatest version that codes were issued with; 0 where there are none
 * @error: what the database said
 *
 * Returns: whether they are known
 */
gboolean
vouch_code_version_store_get_greatest (VouchConn *conn, gint64 *known, gint64 *used, GError **error)
{
  if (!vouch_conn_get_number (conn, "SELECT max(version) FROM code_version", known, error) ||
      !vouch_conn_get_number (conn, "SELECT max(key_version) FROM code_batch", used, error))
    return FALSE;
  *known = MAX (*known, 1);
  return TRUE;
}

/**
 * vouch_code_version_store_count:
 * @conn: a connection
 * @version: a version
 * @batches: (out): how many batches were issued with it
 * @units: (out): how many units they have
 * @error: what the database said
 *
 * Returns: whether they could be counted
 */
gboolean
vouch_code_version_store_count (VouchConn *conn, gint64 version, gint64 *batches, gint64 *units, GError **error)
{
  g_autoptr (VouchStmt) stmt =
      vouch_conn_prepare (conn, "SELECT count(*), sum(units) FROM code_batch WHERE key_version = ?1", error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  vouch_stmt_bind_number (stmt, 1, version);
  if (!vouch_stmt_step (stmt, &has_row, error))
    return FALSE;
  *batches = vouch_stmt_get_number (stmt, 0);
  *units = vouch_stmt_get_number (stmt, 1);
  return TRUE;
}

/**
 * vouch_code_version_store_list_batches:
 * @conn: a connection
 * @version: a version
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchCodeBatch): all batches that were issued with it
 */
GPtrArray *
vouch_code_version_store_list_batches (VouchConn *conn, gint64 version, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_code_batch_type, "WHERE key_version = ?1 ORDER BY id", version,
                               (GDestroyNotify)vouch_code_batch_free, error);
}
