#include "vouch-case-post.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-lookup-client.h"

#define JSON "application/json"
#define JSON_LINES "application/x-ndjson"
#define SEALED "application/octet-stream"

static void
fail_wrong_answer (const char *private_url, GError **error)
{
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY, _ ("%s does not answer like a lookup service"), private_url);
}

/* A captive portal's page is no list, whatever it calls itself. */
static GPtrArray *
fetch_lines (const char *private_url, const char *path, GError **error)
{
  const VouchLookupExchange exchange = { "GET", NULL, NULL, 0, JSON_LINES };
  g_autofree char *text = vouch_lookup_client_exchange (private_url, path, &exchange, NULL, error);
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (text == NULL)
    return NULL;
  lines = g_strsplit (text, "\n", -1);
  found = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0')
        continue;
      if (*lines[i] != '{')
        {
          fail_wrong_answer (private_url, error);
          return NULL;
        }
      g_ptr_array_add (found, g_strdup (lines[i]));
    }
  return g_steal_pointer (&found);
}

/**
 * vouch_case_post_fetch_cases:
 * @private_url: the lookup service's private listener
 * @after: (nullable): the id of the last case known, 13 characters; %NULL for all
 * @error: as for vouch_publisher_send()
 *
 * Fetches the cases that came in after one, the oldest first, at most %VOUCH_CASE_POST_PAGE. A line is
 * `{"id","number","lot","serial","code_state","kind","text","contact","consent_at","language","created_at","due_at",
 * "status","photo"}`; the contact is a sealed box in hex, for the service desk's key; the photo is null or
 * `{"bytes","sha256"}` of its sealed box.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the lines, maybe none
 */
GPtrArray *
vouch_case_post_fetch_cases (const char *private_url, const char *after, GError **error)
{
  g_autofree char *escaped = g_uri_escape_string (after != NULL ? after : "", NULL, FALSE);
  g_autofree char *path = g_strconcat ("/cases?after=", escaped, NULL);

  return fetch_lines (private_url, path, error);
}

/**
 * vouch_case_post_fetch_photo:
 * @private_url: the lookup service's private listener
 * @id: a case's id, 13 characters
 * @error: NOT_FOUND where there is none any more; as for vouch_publisher_send()
 *
 * Returns: (transfer full) (nullable): the sealed box, byte for byte
 */
GBytes *
vouch_case_post_fetch_photo (const char *private_url, const char *id, GError **error)
{
  const VouchLookupExchange exchange = { "GET", NULL, NULL, 0, SEALED };
  g_autofree char *escaped = g_uri_escape_string (id, NULL, FALSE);
  g_autofree char *path = g_strconcat ("/cases/", escaped, "/photo", NULL);

  return vouch_lookup_client_fetch (private_url, path, &exchange, NULL, error);
}

/**
 * vouch_case_post_fetch_events:
 * @private_url: the lookup service's private listener
 * @after: the number of the last entry known; 0 for all
 * @error: as for vouch_publisher_send()
 *
 * Fetches the service's log of marks and of what customers said of answers, the oldest first, at most
 * %VOUCH_CASE_POST_PAGE.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the lines, maybe none
 */
GPtrArray *
vouch_case_post_fetch_events (const char *private_url, gint64 after, GError **error)
{
  g_autofree char *path = g_strdup_printf ("/events?after=%" G_GINT64_FORMAT, after);

  return fetch_lines (private_url, path, error);
}

/**
 * vouch_case_post_fetch_counts:
 * @private_url: the lookup service's private listener
 * @after: a lot's number; "" for all
 * @error: as for vouch_publisher_send()
 *
 * Fetches how often lots were looked up, by number, at most %VOUCH_CASE_POST_PAGE.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the lines, maybe none
 */
GPtrArray *
vouch_case_post_fetch_counts (const char *private_url, const char *after, GError **error)
{
  g_autofree char *escaped = g_uri_escape_string (after, NULL, FALSE);
  g_autofree char *path = g_strconcat ("/counts?after=", escaped, NULL);

  return fetch_lines (private_url, path, error);
}

/**
 * vouch_case_post_fetch_unit_counts:
 * @private_url: the lookup service's private listener
 * @lot: a lot's number
 * @after: a unit's number; -1 for all
 * @error: as for vouch_publisher_send()
 *
 * Fetches how often the units of a lot were looked up: %VOUCH_CASE_POST_PAGE or some more if there are so many.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the lines, maybe none
 */
GPtrArray *
vouch_case_post_fetch_unit_counts (const char *private_url, const char *lot, gint64 after, GError **error)
{
  g_autofree char *escaped = g_uri_escape_string (lot, NULL, FALSE);
  g_autofree char *path = after < 0 ? g_strconcat ("/counts?lot=", escaped, NULL)
                                    : g_strdup_printf ("/counts?lot=%s&after=%" G_GINT64_FORMAT, escaped, after);

  return fetch_lines (private_url, path, error);
}

static char *
write_answer (const char *status, const char *answer)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "status");
  json_builder_add_string_value (builder, status);
  if (answer != NULL)
    {
      json_builder_set_member_name (builder, "answer");
      json_builder_add_string_value (builder, answer);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/**
 * vouch_case_post_answer:
 * @private_url: the lookup service's private listener
 * @id: a case's id, 13 characters
 * @status: `received`, `review`, `processing`, `resolved` or `closed`
 * @answer: (nullable): what the customer is told; %NULL leaves it as it is
 * @error: NOT_FOUND; INVALID; as for vouch_publisher_send()
 *
 * Tells the customer about a case. Telling the same twice changes nothing.
 *
 * Returns: whether it is stored there
 */
gboolean
vouch_case_post_answer (const char *private_url, const char *id, const char *status, const char *answer, GError **error)
{
  g_autofree char *body = write_answer (status, answer);
  const VouchLookupExchange exchange = { "POST", JSON, body, strlen (body), JSON };
  g_autofree char *escaped = g_uri_escape_string (id, NULL, FALSE);
  g_autofree char *path = g_strconcat ("/cases/", escaped, NULL);
  g_autofree char *text = NULL;

  g_return_val_if_fail (private_url != NULL && status != NULL, FALSE);

  text = vouch_lookup_client_exchange (private_url, path, &exchange, NULL, error);
  if (text == NULL)
    return FALSE;
  if (strstr (text, "\"stored\"") != NULL)
    return TRUE;
  fail_wrong_answer (private_url, error);
  return FALSE;
}
