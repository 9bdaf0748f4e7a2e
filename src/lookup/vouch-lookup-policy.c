#include "vouch-lookup-policy.h"

#include <json-glib/json-glib.h>

#include "vouch-error.h"
#include "vouch-text.h"

#define HOURS_MAX 720
#define COPIED_MIN 2
#define COPIED_MAX 1000000
#define DAYS_MAX 36500

const VouchLookupPolicy vouch_lookup_policy_default = { .promised_hours = 48, .copied_after = 10, .keep_days = 1095 };

static gboolean
refuse (const char *member, GError **error)
{
  vouch_set_field_error (error, member, VOUCH_ERROR_INVALID, "“%s” is missing or not what it should be", member);
  return FALSE;
}

static gboolean
read_number (JsonObject *object, const char *name, gint64 min, gint64 max, gint64 *number, GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64)
    return refuse (name, error);
  *number = json_node_get_int (node);
  return (*number >= min && *number <= max) || refuse (name, error);
}

static gboolean
read_contact (JsonObject *object, const char *language, const char **contact, GError **error)
{
  JsonNode *node = json_object_get_member (object, language);

  *contact = NULL;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return refuse ("contact", error);
  *contact = json_node_get_string (node);
  return vouch_text_check_line (*contact, "contact", VOUCH_TEXT_NAME_MAX, error);
}

static JsonObject *
find_contacts (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "contact");

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static gboolean
bind_body (VouchLookupStmt *stmt, JsonObject *object, GError **error)
{
  JsonObject *contacts = find_contacts (object);
  gint64 rev, promised_hours, copied_after, keep_days;
  const char *english = NULL;
  const char *chinese = NULL;

  if (!read_number (object, "rev", 1, G_MAXINT64, &rev, error) ||
      !read_number (object, "promised_hours", 1, HOURS_MAX, &promised_hours, error) ||
      !read_number (object, "copied_after", COPIED_MIN, COPIED_MAX, &copied_after, error) ||
      !read_number (object, "keep_days", 1, DAYS_MAX, &keep_days, error))
    return FALSE;
  if (contacts != NULL &&
      (!read_contact (contacts, "en", &english, error) || !read_contact (contacts, "zh-CN", &chinese, error)))
    return FALSE;
  vouch_lookup_stmt_bind_number (stmt, 3, rev);
  vouch_lookup_stmt_bind_number (stmt, 4, promised_hours);
  vouch_lookup_stmt_bind_number (stmt, 5, copied_after);
  vouch_lookup_stmt_bind_number (stmt, 6, keep_days);
  vouch_lookup_stmt_bind_text (stmt, 7, english);
  vouch_lookup_stmt_bind_text (stmt, 8, chinese);
  return TRUE;
}

/**
 * vouch_lookup_policy_store:
 * @db: the writing connection, in a transaction
 * @station: whose policy
 * @epoch: of the publication
 * @body: `{"rev","promised_hours","copied_after","keep_days","contact":{"en","zh-CN"}}`
 * @error: INVALID, naming the member; STORAGE
 *
 * Stores what a station promises its customers; an older revision changes nothing.
 *
 * Returns: whether it is stored, once the transaction commits
 */
gboolean
vouch_lookup_policy_store (VouchLookupDb *db, guint station, gint64 epoch, GBytes *body, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length;
  const char *json = g_bytes_get_data (body, &length);
  g_autoptr (VouchLookupStmt) stmt = NULL;

  if (!g_utf8_validate (json, (gssize)length, NULL) ||
      !json_parser_load_from_data (parser, json, (gssize)length, NULL) || json_parser_get_root (parser) == NULL ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return refuse ("policy", error);
  stmt = vouch_lookup_db_prepare (
      db,
      "INSERT INTO policy (station, epoch, rev, promised_hours, copied_after, keep_days, contact_en, contact_zh) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (station) DO UPDATE SET epoch = ?2, rev = ?3, "
      "promised_hours = ?4, copied_after = ?5, keep_days = ?6, contact_en = ?7, contact_zh = ?8 "
      "WHERE (?2, ?3) > (policy.epoch, policy.rev)",
      error);
  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_number (stmt, 1, station);
  vouch_lookup_stmt_bind_number (stmt, 2, epoch);
  return bind_body (stmt, json_node_get_object (json_parser_get_root (parser)), error) &&
         vouch_lookup_stmt_run (stmt, error);
}
