/* Declared in vouch-lookup-count.h. */
#include "vouch-lookup-count.h"
#include "vouch-lookup-json.h"

#define LIST_MAX 500

static void
append_times (JsonBuilder *builder, VouchLookupStmt *stmt, int column)
{
  vouch_lookup_json_add_number (builder, "queries", vouch_lookup_stmt_get_number (stmt, column));
  vouch_lookup_json_add_time (builder, "first_at", vouch_lookup_stmt_get_number (stmt, column + 1));
  vouch_lookup_json_add_time (builder, "last_at", vouch_lookup_stmt_get_number (stmt, column + 2));
}

static void
append_lot (GString *lines, VouchLookupStmt *stmt, gpointer data)
{
  char **last = data;
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  vouch_lookup_json_add_text (builder, "lot", vouch_lookup_stmt_get_text (stmt, 0));
  vouch_lookup_json_add_number (builder, "units", vouch_lookup_stmt_get_number (stmt, 1));
  append_times (builder, stmt, 2);
  vouch_lookup_json_add_number (builder, "marked", vouch_lookup_stmt_get_number (stmt, 5));
  vouch_lookup_json_end_line (builder, lines);
  g_free (*last);
  *last = vouch_lookup_stmt_dup_text (stmt, 0);
}

static void
append_unit (GString *lines, VouchLookupStmt *stmt, gpointer data)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  vouch_lookup_json_add_text (builder, "lot", vouch_lookup_stmt_get_text (stmt, 0));
  vouch_lookup_json_add_number (builder, "key_version", vouch_lookup_stmt_get_number (stmt, 1));
  vouch_lookup_json_add_number (builder, "unit", vouch_lookup_stmt_get_number (stmt, 2));
  append_times (builder, stmt, 3);
  vouch_lookup_json_end_line (builder, lines);
}

/**
 * vouch_lookup_count_list_lots:
 * @db: the database
 * @after: (inout): the last lot known, or ""; then the last one listed
 * @error: STORAGE
 *
 * Sums up the queries of lots, by their numbers, at most 500: who gets 500 asks again.
 *
 * Returns: (transfer full) (nullable): JSON lines, maybe none
 */
char *
vouch_lookup_count_list_lots (VouchLookupDb *db, char **after, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt =
      vouch_lookup_db_prepare (db,
                               "SELECT lot, count (*), CAST (sum (queries) AS BIGINT), min (first_at), max (last_at), "
                               "(SELECT count (*) FROM unit_mark m WHERE m.lot = q.lot AND m.reason = 'many_queries') "
                               "FROM unit_query q WHERE lot > ?1 GROUP BY lot ORDER BY lot LIMIT ?2",
                               error);
  g_autofree char *before = g_strdup (*after);

  if (stmt == NULL)
    return NULL;
  vouch_lookup_stmt_bind_text (stmt, 1, before);
  vouch_lookup_stmt_bind_number (stmt, 2, LIST_MAX);
  return vouch_lookup_stmt_write_lines (stmt, append_lot, after, error);
}

/**
 * vouch_lookup_count_list_units:
 * @db: the database
 * @lot: a lot's number
 * @after: the last unit known, or -1
 * @error: STORAGE
 *
 * Lists how often the units of a lot were asked for, 500, and what another key's codes of the last one's number add:
 * who gets 500 or more asks again.
 *
 * Returns: (transfer full) (nullable): JSON lines, maybe none
 */
char *
vouch_lookup_count_list_units (VouchLookupDb *db, const char *lot, gint64 after, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt =
      vouch_lookup_db_prepare (db,
                               "SELECT lot, key_version, unit, queries, first_at, last_at FROM unit_query "
                               "WHERE lot = ?1 AND unit > ?2 AND unit <= (SELECT max (unit) FROM (SELECT unit "
                               "FROM unit_query WHERE lot = ?1 AND unit > ?2 ORDER BY unit LIMIT ?3) AS page) "
                               "ORDER BY unit, key_version",
                               error);

  if (stmt == NULL)
    return NULL;
  vouch_lookup_stmt_bind_text (stmt, 1, lot);
  vouch_lookup_stmt_bind_number (stmt, 2, after);
  vouch_lookup_stmt_bind_number (stmt, 3, LIST_MAX);
  return vouch_lookup_stmt_write_lines (stmt, append_unit, NULL, error);
}
