#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-hex.h"
#include "vouch-lookup-json.h"
#include "vouch-lookup-photo.h"
#include "vouch-lookup-problem.h"
#include "vouch-text.h"

#define LIST_MAX 500

/**
 * vouch_lookup_case_load:
 * @db: the database
 * @id: a case's id
 * @error: NOT_FOUND; STORAGE
 *
 * Loads what a customer may see of a case.
 *
 * Returns: (transfer full) (nullable): the case
 */
VouchLookupCase *
vouch_lookup_case_load (VouchLookupDb *db, gint64 id, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (
      db, "SELECT status, answer, created_at, due_at, answered_at, lot, score FROM problem WHERE id = ?1", error);
  g_autoptr (VouchLookupCase) self = NULL;
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  vouch_lookup_stmt_bind_number (stmt, 1, id);
  if (!vouch_lookup_stmt_step (stmt, &has_row, error))
    return NULL;
  if (!has_row)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND, _ ("There is no such case"));
      return NULL;
    }
  self = g_new0 (VouchLookupCase, 1);
  self->id = id;
  self->status = vouch_lookup_stmt_dup_text (stmt, 0);
  self->answer = vouch_lookup_stmt_dup_text (stmt, 1);
  self->created_at = vouch_lookup_stmt_get_number (stmt, 2);
  self->due_at = vouch_lookup_stmt_get_number (stmt, 3);
  self->answered_at = vouch_lookup_stmt_get_number (stmt, 4);
  self->lot = vouch_lookup_stmt_dup_text (stmt, 5);
  if (!vouch_lookup_stmt_is_null (stmt, 6))
    self->score = (int)vouch_lookup_stmt_get_number (stmt, 6);
  return g_steal_pointer (&self);
}

/**
 * vouch_lookup_case_free:
 * @self: (nullable): a case
 *
 * Frees a case.
 */
void
vouch_lookup_case_free (VouchLookupCase *self)
{
  if (self == NULL)
    return;
  g_free (self->status);
  g_free (self->lot);
  g_free (self->answer);
  g_free (self);
}

/**
 * vouch_lookup_case_is_over:
 * @self: a case
 *
 * Returns: whether the service desk is done with it
 */
gboolean
vouch_lookup_case_is_over (const VouchLookupCase *self)
{
  return g_str_equal (self->status, "resolved") || g_str_equal (self->status, "closed");
}

static void
add_id (JsonBuilder *builder, gint64 id)
{
  g_autofree char *text = vouch_id_to_string (id);
  g_autofree char *number = g_strconcat ("C-", text, NULL);

  vouch_lookup_json_add_text (builder, "id", text);
  vouch_lookup_json_add_text (builder, "number", number);
}

static void
add_contact (JsonBuilder *builder, VouchLookupStmt *stmt, int column)
{
  gsize length;
  const guint8 *sealed = vouch_lookup_stmt_get_bytes (stmt, column, &length);
  g_autofree char *hex = sealed != NULL && length > 0 ? vouch_hex_write (sealed, length) : NULL;

  vouch_lookup_json_add_text (builder, "contact", hex);
}

/* Its bytes have an address of their own. */
static void
add_photo (JsonBuilder *builder, VouchLookupStmt *stmt, int column)
{
  g_autofree char *hex = NULL;
  gsize length;

  if (vouch_lookup_stmt_is_null (stmt, column))
    {
      vouch_lookup_json_add_text (builder, "photo", NULL);
      return;
    }
  hex = vouch_hex_write (vouch_lookup_stmt_get_bytes (stmt, column + 1, &length), 32);
  json_builder_set_member_name (builder, "photo");
  json_builder_begin_object (builder);
  vouch_lookup_json_add_number (builder, "bytes", vouch_lookup_stmt_get_number (stmt, column));
  vouch_lookup_json_add_text (builder, "sha256", hex);
  json_builder_end_object (builder);
}

static void
append_row (GString *lines, VouchLookupStmt *stmt, gpointer data)
{
  gint64 *last = data;
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  add_id (builder, vouch_lookup_stmt_get_number (stmt, 0));
  vouch_lookup_json_add_text (builder, "lot", vouch_lookup_stmt_get_text (stmt, 1));
  vouch_lookup_json_add_text (builder, "serial", vouch_lookup_stmt_get_text (stmt, 2));
  vouch_lookup_json_add_text (builder, "code_state", vouch_lookup_stmt_get_text (stmt, 3));
  vouch_lookup_json_add_text (builder, "kind", vouch_lookup_stmt_get_text (stmt, 4));
  vouch_lookup_json_add_text (builder, "text", vouch_lookup_stmt_get_text (stmt, 5));
  add_contact (builder, stmt, 6);
  vouch_lookup_json_add_time (builder, "consent_at", vouch_lookup_stmt_get_number (stmt, 7));
  vouch_lookup_json_add_text (builder, "language", vouch_lookup_stmt_get_text (stmt, 8));
  vouch_lookup_json_add_time (builder, "created_at", vouch_lookup_stmt_get_number (stmt, 9));
  vouch_lookup_json_add_time (builder, "due_at", vouch_lookup_stmt_get_number (stmt, 10));
  vouch_lookup_json_add_text (builder, "status", vouch_lookup_stmt_get_text (stmt, 11));
  add_photo (builder, stmt, 12);
  vouch_lookup_json_end_line (builder, lines);
  *last = vouch_lookup_stmt_get_number (stmt, 0);
}

/**
 * vouch_lookup_case_list:
 * @db: the database
 * @after: (inout): the id of the last case known, or 0; then of the last one listed
 * @error: STORAGE
 *
 * Lists the cases that came after one, the oldest first, at most 500: who gets 500 asks again. Ids grow with the
 * commits, so none is ever skipped.
 *
 * Returns: (transfer full) (nullable): JSON lines, maybe none
 */
char *
vouch_lookup_case_list (VouchLookupDb *db, gint64 *after, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (
      db,
      "SELECT id, lot, serial, code_state, kind, text, contact, problem.consent_at, language, created_at, "
      "due_at, status, bytes, sha256 FROM problem LEFT JOIN photo ON photo.case_id = problem.id "
      "WHERE id > ?1 ORDER BY id LIMIT ?2",
      error);

  if (stmt == NULL)
    return NULL;
  vouch_lookup_stmt_bind_number (stmt, 1, *after);
  vouch_lookup_stmt_bind_number (stmt, 2, LIST_MAX);
  return vouch_lookup_stmt_write_lines (stmt, append_row, after, error);
}

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static gboolean
check_answer (const char *status, const char *answer, GError **error)
{
  static const char *const statuses[] = { "received", "review", "processing", "resolved", "closed", NULL };

  if (status == NULL || !g_strv_contains (statuses, status))
    {
      vouch_set_field_error (error, "status", VOUCH_ERROR_INVALID,
                             _ ("The status of a case is received, review, processing, resolved or closed"));
      return FALSE;
    }
  return answer == NULL || vouch_text_check_note (answer, "answer", error);
}

static gboolean
update (VouchLookupDb *db, gint64 id, const char *status, const char *answer, gint64 now_us, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt =
      vouch_lookup_db_prepare (db,
                               "UPDATE problem SET status = ?2, answer = coalesce (?3, answer), "
                               "answered_at = CASE WHEN ?3 IS NULL OR ?3 IS NOT DISTINCT FROM answer "
                               "THEN answered_at ELSE ?4 END, "
                               "closed_at = CASE WHEN ?2 = 'closed' THEN coalesce (closed_at, ?4) END, "
                               "contact = CASE WHEN ?2 <> 'closed' THEN contact END, "
                               "consent_at = CASE WHEN ?2 <> 'closed' THEN consent_at END WHERE id = ?1",
                               error);

  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_number (stmt, 1, id);
  vouch_lookup_stmt_bind_text (stmt, 2, status);
  vouch_lookup_stmt_bind_text (stmt, 3, answer);
  vouch_lookup_stmt_bind_number (stmt, 4, now_us);
  if (!vouch_lookup_stmt_run (stmt, error))
    return FALSE;
  if (vouch_lookup_db_get_changes (db) == 1)
    return TRUE;
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND, _ ("There is no such case"));
  return FALSE;
}

/**
 * vouch_lookup_case_answer:
 * @db: the writing connection, in a transaction
 * @id: a case's id
 * @json: `{"status","answer"}`; the answer may be left out
 * @length: bytes of @json
 * @now_us: the time
 * @error: INVALID; NOT_FOUND; STORAGE
 *
 * Stores what the service desk says to a case. The same answer twice changes nothing. A closed case needs nobody's
 * contact or photograph any more: they go at once.
 *
 * Returns: whether it is stored, once the transaction commits
 */
gboolean
vouch_lookup_case_answer (VouchLookupDb *db, gint64 id, const char *json, gsize length, gint64 now_us, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root = NULL;
  JsonObject *object;

  if (json_parser_load_from_data (parser, json, (gssize)length, NULL))
    root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("An answer to a case is one JSON object"));
      return FALSE;
    }
  object = json_node_get_object (root);
  if (!check_answer (get_text (object, "status"), get_text (object, "answer"), error))
    return FALSE;
  return update (db, id, get_text (object, "status"), get_text (object, "answer"), now_us, error) &&
         (!g_str_equal (get_text (object, "status"), "closed") || vouch_lookup_photo_remove (db, id, error));
}
