#include "vouch-lookup-event.h"

#include "vouch-id.h"
#include "vouch-lookup-json.h"

#define LIST_MAX 500

/**
 * vouch_lookup_event_add:
 * @db: the writing connection, in a transaction
 * @event: what happened
 * @now_us: the time
 * @error: STORAGE
 *
 * Puts it at the end of the log. One process writes at a time, so the numbers grow with the commits and who reads after
 * one never misses another.
 *
 * Returns: whether it is in the log, once the transaction commits
 */
gboolean
vouch_lookup_event_add (VouchLookupDb *db, const VouchLookupEvent *event, gint64 now_us, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = NULL;
  gint64 last;

  if (!vouch_lookup_db_get_number (db, "SELECT max (seq) FROM event", &last, error))
    return FALSE;
  stmt = vouch_lookup_db_prepare (db,
                                  "INSERT INTO event (seq, at, type, lot, key_version, unit, serial, reason, queries, "
                                  "case_id, score, text) "
                                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                                  error);
  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_number (stmt, 1, last + 1);
  vouch_lookup_stmt_bind_number (stmt, 2, now_us);
  vouch_lookup_stmt_bind_text (stmt, 3, event->type);
  vouch_lookup_stmt_bind_text (stmt, 4, event->lot);
  vouch_lookup_stmt_bind_text (stmt, 5, NULL);
  vouch_lookup_stmt_bind_text (stmt, 6, NULL);
  if (event->has_unit)
    {
      vouch_lookup_stmt_bind_number (stmt, 5, event->key_version);
      vouch_lookup_stmt_bind_number (stmt, 6, event->unit);
    }
  vouch_lookup_stmt_bind_text (stmt, 7, event->serial);
  vouch_lookup_stmt_bind_text (stmt, 8, event->reason);
  vouch_lookup_stmt_bind_number_or_null (stmt, 9, event->queries);
  vouch_lookup_stmt_bind_number_or_null (stmt, 10, event->case_id);
  vouch_lookup_stmt_bind_number_or_null (stmt, 11, event->score);
  vouch_lookup_stmt_bind_text (stmt, 12, event->text);
  return vouch_lookup_stmt_run (stmt, error);
}

static void
add_number (JsonBuilder *builder, const char *name, VouchLookupStmt *stmt, int column)
{
  if (vouch_lookup_stmt_is_null (stmt, column))
    vouch_lookup_json_add_text (builder, name, NULL);
  else
    vouch_lookup_json_add_number (builder, name, vouch_lookup_stmt_get_number (stmt, column));
}

static void
append_row (GString *lines, VouchLookupStmt *stmt, gpointer data)
{
  gint64 *last = data;
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *seq = g_strdup_printf ("%" G_GINT64_FORMAT, vouch_lookup_stmt_get_number (stmt, 0));
  gint64 case_id = vouch_lookup_stmt_get_number (stmt, 9);
  g_autofree char *case_text = case_id != 0 ? vouch_id_to_string (case_id) : NULL;

  json_builder_begin_object (builder);
  vouch_lookup_json_add_text (builder, "seq", seq);
  vouch_lookup_json_add_time (builder, "at", vouch_lookup_stmt_get_number (stmt, 1));
  vouch_lookup_json_add_text (builder, "type", vouch_lookup_stmt_get_text (stmt, 2));
  vouch_lookup_json_add_text (builder, "lot", vouch_lookup_stmt_get_text (stmt, 3));
  add_number (builder, "key_version", stmt, 4);
  add_number (builder, "unit", stmt, 5);
  vouch_lookup_json_add_text (builder, "serial", vouch_lookup_stmt_get_text (stmt, 6));
  vouch_lookup_json_add_text (builder, "reason", vouch_lookup_stmt_get_text (stmt, 7));
  add_number (builder, "queries", stmt, 8);
  vouch_lookup_json_add_text (builder, "case", case_text);
  add_number (builder, "score", stmt, 10);
  vouch_lookup_json_add_text (builder, "text", vouch_lookup_stmt_get_text (stmt, 11));
  vouch_lookup_json_end_line (builder, lines);
  *last = vouch_lookup_stmt_get_number (stmt, 0);
}

/**
 * vouch_lookup_event_list:
 * @db: the database
 * @after: (inout): the number of the last event known, or 0; then of the last one listed
 * @error: STORAGE
 *
 * Lists what happened after an event, at most 500: who gets 500 asks again.
 *
 * Returns: (transfer full) (nullable): JSON lines, maybe none
 */
char *
vouch_lookup_event_list (VouchLookupDb *db, gint64 *after, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (
      db,
      "SELECT seq, at, type, lot, key_version, unit, serial, reason, queries, case_id, score, text "
      "FROM event WHERE seq > ?1 ORDER BY seq LIMIT ?2",
      error);

  if (stmt == NULL)
    return NULL;
  vouch_lookup_stmt_bind_number (stmt, 1, *after);
  vouch_lookup_stmt_bind_number (stmt, 2, LIST_MAX);
  return vouch_lookup_stmt_write_lines (stmt, append_row, after, error);
}
