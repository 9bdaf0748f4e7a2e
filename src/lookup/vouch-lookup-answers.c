/* The service desk's answers as a station writes them into a file. */
#include "vouch-lookup-answers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-id.h"
#include "vouch-lookup-bundle.h"
#include "vouch-lookup-json.h"
#include "vouch-lookup-problem.h"

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/* By which the station knows its own answer again. */
static void
append_reply (GString *replies, JsonObject *object, const GError *refusal)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  if (refusal == NULL)
    vouch_lookup_json_add_text (builder, "record", "stored");
  else
    vouch_lookup_json_add_error (builder, refusal);
  vouch_lookup_json_add_text (builder, "case", get_text (object, "case"));
  vouch_lookup_json_add_text (builder, "status", get_text (object, "status"));
  vouch_lookup_json_add_text (builder, "answer", get_text (object, "answer"));
  vouch_lookup_json_end_line (builder, replies);
}

static gboolean
store (VouchLookupDb *db, JsonObject *object, const char *line, gsize length, gint64 now_us, GError **error)
{
  const char *case_text = get_text (object, "case");
  gint64 id;

  if (g_strcmp0 (get_text (object, "record"), "answer") != 0 || case_text == NULL)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("A line is not an answer to a case"));
      return FALSE;
    }
  if (!vouch_id_parse (case_text, &id, error) || !vouch_lookup_db_savepoint (db, "answer", error))
    return FALSE;
  if (vouch_lookup_case_answer (db, id, line, length, now_us, error))
    return vouch_lookup_db_release (db, "answer", error);
  if (!g_error_matches (*error, VOUCH_ERROR, VOUCH_ERROR_STORAGE))
    vouch_lookup_db_take_back (db, "answer", NULL);
  return FALSE;
}

static gboolean
take_line (VouchLookupDb *db, const char *line, gsize length, gint64 now_us, GString *replies, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) refusal = NULL;
  JsonNode *root;

  if (!json_parser_load_from_data (parser, line, (gssize)length, NULL) ||
      (root = json_parser_get_root (parser)) == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("A line is not an answer to a case"));
      return FALSE;
    }
  store (db, json_node_get_object (root), line, length, now_us, &refusal);
  if (g_error_matches (refusal, VOUCH_ERROR, VOUCH_ERROR_STORAGE) ||
      g_error_matches (refusal, VOUCH_ERROR, VOUCH_ERROR_BUSY))
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return FALSE;
    }
  append_reply (replies, json_node_get_object (root), refusal);
  return TRUE;
}

/**
 * vouch_lookup_answers_are:
 * @content: a file that was brought
 * @length: its bytes
 *
 * Returns: whether it begins like a file of answers and not like one of publications
 */
gboolean
vouch_lookup_answers_are (const char *content, gsize length)
{
  return length >= strlen ("{\"record\":") && memcmp (content, "{\"record\":", strlen ("{\"record\":")) == 0;
}

/**
 * vouch_lookup_answers_take:
 * @db: the writing connection, in a transaction
 * @content: (array length=length): answers, and a last line that proves them whole
 * @length: its bytes
 * @now_us: the time
 * @replies: (inout): a line for each answer is appended
 * @error: INVALID if the file is not whole; STORAGE
 *
 * Stores what the service desk says to cases. The same file twice changes nothing.
 *
 * Returns: whether the file was taken, refusals of single answers included
 */
gboolean
vouch_lookup_answers_take (VouchLookupDb *db, const char *content, gsize length, gint64 now_us, GString *replies,
                           GError **error)
{
  gsize lines_length;
  const char *line = content;

  if (!vouch_lookup_bundle_check (content, length, &lines_length, error))
    return FALSE;
  while (line < content + lines_length)
    {
      const char *feed = memchr (line, '\n', (gsize)(content + lines_length - line));

      if (!take_line (db, line, (gsize)(feed - line), now_us, replies, error))
        return FALSE;
      line = feed + 1;
    }
  return TRUE;
}
