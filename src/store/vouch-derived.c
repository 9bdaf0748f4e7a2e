#include "vouch-derived.h"

#include "vouch-search-store.h"
#include "vouch-work-store.h"

/* What is derived, and by which rules. A rule that changes gets another number, and the next program to open the
 * database makes it anew. */
static const struct
{
  const char *name;
  gint64 version;
  gboolean (*rebuild) (VouchConn *conn, GError **error);
} derived[] = {
  { "search", 1, vouch_search_store_rebuild },
  { "work", 2, vouch_work_store_rebuild },
};

static gboolean
is_true (VouchConn *conn, const char *name, gint64 version, gboolean *answer, GError **error)
{
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (conn, "SELECT version = ?2 FROM derived WHERE name = ?1", error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  vouch_stmt_bind_text (stmt, 1, name);
  vouch_stmt_bind_number (stmt, 2, version);
  if (!vouch_stmt_step (stmt, &has_row, error))
    return FALSE;
  *answer = has_row && vouch_stmt_get_number (stmt, 0) == 1;
  return TRUE;
}

static gboolean
note_version (VouchConn *conn, const char *name, gint64 version, GError **error)
{
  g_autoptr (VouchStmt) stmt =
      vouch_conn_prepare (conn, "INSERT OR REPLACE INTO derived (name, version) VALUES (?1, ?2)", error);

  if (stmt == NULL)
    return FALSE;
  vouch_stmt_bind_text (stmt, 1, name);
  vouch_stmt_bind_number (stmt, 2, version);
  return vouch_stmt_run (stmt, error);
}

/**
 * vouch_derived_prepare:
 * @conn: the writing connection
 * @error: what the database said
 *
 * Makes anew what another program derived by other rules, or nobody yet; each in a transaction of its own.
 *
 * Returns: whether lists can be read
 */
gboolean
vouch_derived_prepare (VouchConn *conn, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (derived); i++)
    {
      gboolean answer;

      if (!is_true (conn, derived[i].name, derived[i].version, &answer, error))
        return FALSE;
      if (answer)
        continue;
      if (!vouch_conn_begin (conn, error))
        return FALSE;
      if (derived[i].rebuild (conn, error) && note_version (conn, derived[i].name, derived[i].version, error) &&
          vouch_conn_commit (conn, error))
        continue;
      vouch_conn_rollback (conn);
      return FALSE;
    }
  return TRUE;
}
