/* What `vouch-lookup collect` writes for a station that no network reaches: cases, photographs, log and counts, and a
 * last line that proves that nothing is missing. */
#include "vouch-case-file.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-base64url.h"
#include "vouch-case-post.h"
#include "vouch-case-work.h"
#include "vouch-error.h"
#include "vouch-event-work.h"
#include "vouch-id.h"
#include "vouch-query-count-work.h"
#include "vouch-record-json.h"
#include "vouch-ticket-store.h"

#define FILE_MAX (1024 * 1024 * 1024)
#define PHOTO_START "{\"record\":\"photo\",\"case\":\""
#define PHOTO_MIDDLE "\",\"sealed\":\""
#define PHOTO_END "\"}"
#define ID_LENGTH 13

/* A page of lines that become one act. */
typedef struct
{
  GString *lines;
  guint n;
} Page;

/* A file that is being taken over. */
typedef struct
{
  VouchStation *station;
  VouchActor *actor;
  char *service;
  Page events;
  Page counts;
  VouchCaseTaken *taken;
} Intake;

static void
intake_clear (Intake *self)
{
  g_clear_pointer (&self->actor, vouch_actor_unref);
  g_free (self->service);
  g_string_free (self->events.lines, TRUE);
  g_string_free (self->counts.lines, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Intake, intake_clear)

static gboolean
flush_events (Intake *self, GError **error)
{
  g_autoptr (GBytes) lines = g_bytes_new (self->events.lines->str, self->events.lines->len);
  VouchTakeEventsRequest request = { self->service, lines };
  g_autoptr (VouchEventsTaken) taken = NULL;

  if (self->events.n == 0)
    return TRUE;
  taken = vouch_use_case_run (&vouch_event_take, self->station, self->actor, NULL, &request, error);
  self->taken->events += taken != NULL ? (guint)taken->taken : 0;
  g_string_truncate (self->events.lines, 0);
  self->events.n = 0;
  return taken != NULL;
}

static gboolean
flush_counts (Intake *self, GError **error)
{
  g_autoptr (GBytes) lines = g_bytes_new (self->counts.lines->str, self->counts.lines->len);
  VouchTakeCountsRequest request = { lines };
  g_autoptr (VouchDone) done = NULL;

  if (self->counts.n == 0)
    return TRUE;
  done = vouch_use_case_run (&vouch_query_count_take, self->station, self->actor, NULL, &request, error);
  self->taken->lots += done != NULL ? self->counts.n : 0;
  g_string_truncate (self->counts.lines, 0);
  self->counts.n = 0;
  return done != NULL;
}

static gboolean
add_line (Intake *self, Page *page, const char *line, gboolean (*flush) (Intake *, GError **), GError **error)
{
  g_string_append_printf (page->lines, "%s\n", line);
  page->n++;
  return page->n < VOUCH_CASE_POST_PAGE || flush (self, error);
}

static gpointer
read_ticket (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_ticket_store_find_by_case (conn, *(gint64 *)data, error);
}

/* Too long for a reader of JSON, and always of one form. */
static GBytes *
read_photo (const char *line, gint64 *case_id)
{
  const char *id = line + strlen (PHOTO_START);
  const char *sealed = id + ID_LENGTH + strlen (PHOTO_MIDDLE);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  if (strlen (line) < strlen (PHOTO_START PHOTO_MIDDLE PHOTO_END) + ID_LENGTH ||
      strncmp (id + ID_LENGTH, PHOTO_MIDDLE, strlen (PHOTO_MIDDLE)) != 0 || !g_str_has_suffix (sealed, PHOTO_END))
    return NULL;
  name = g_strndup (id, ID_LENGTH);
  text = g_strndup (sealed, strlen (sealed) - strlen (PHOTO_END));
  return vouch_id_parse (name, case_id, NULL) ? vouch_base64url_read (text) : NULL;
}

static gboolean
take_photo (Intake *self, const char *line, GError **error)
{
  g_autoptr (VouchTakePhotoRequest) request = vouch_take_photo_request_new ();
  g_autoptr (VouchTicket) ticket = NULL;
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchDone) done = NULL;
  gint64 case_id = 0;

  request->sealed = read_photo (line, &case_id);
  if (request->sealed == NULL)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("A photo in the file cannot be read"));
      return FALSE;
    }
  ticket = vouch_station_read (self->station, read_ticket, &case_id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (ticket == NULL || ticket->photo != VOUCH_TICKET_PHOTO_WANTED)
    return TRUE;
  request->ticket_id = ticket->id;
  done = vouch_use_case_run (&vouch_case_take_photo, self->station, self->actor, NULL, request, error);
  self->taken->photos += done != NULL;
  return done != NULL;
}

static char *
dup_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? g_strdup (json_node_get_string (node))
                                                                          : NULL;
}

/* What a later service may write besides is for a later station. */
static gboolean
take_line (Intake *self, const char *line, GError **error)
{
  g_autoptr (JsonObject) object = NULL;
  g_autofree char *record = NULL;

  if (g_str_has_prefix (line, PHOTO_START))
    return take_photo (self, line, error);
  object = vouch_json_parse_object (line, -1, error);
  if (object == NULL)
    return FALSE;
  record = dup_member (object, "record");
  if (g_strcmp0 (record, "case") == 0)
    return vouch_case_take_line (self->station, self->actor, line, &self->taken->cases, error);
  if (g_strcmp0 (record, "event") == 0)
    return add_line (self, &self->events, line, flush_events, error);
  if (g_strcmp0 (record, "count") == 0)
    return add_line (self, &self->counts, line, flush_counts, error);
  return TRUE;
}

static gboolean
take_lines (Intake *self, char **lines, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    if (!take_line (self, lines[i], error))
      return FALSE;
  return flush_events (self, error) && flush_counts (self, error);
}

static char *
load (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, "standard::type,standard::size", G_FILE_QUERY_INFO_NONE, NULL, NULL);
  char *content = NULL;

  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR &&
      g_file_info_get_size (info) <= FILE_MAX && g_file_load_contents (file, NULL, &content, NULL, NULL, NULL))
    return content;
  vouch_set_field_error (error, "file", VOUCH_ERROR_NOT_FOUND, _ ("%s is no file that can be read"), path);
  return NULL;
}

static gboolean
end_is_true (const char *content, const char *end, guint n_lines)
{
  g_autoptr (JsonObject) object = vouch_json_parse_object (end, -1, NULL);
  g_autofree char *record = object != NULL ? dup_member (object, "record") : NULL;
  g_autofree char *told = object != NULL ? dup_member (object, "sha256") : NULL;
  g_autofree char *found = NULL;
  JsonNode *lines = object != NULL ? json_object_get_member (object, "lines") : NULL;

  if (g_strcmp0 (record, "end") != 0 || lines == NULL || json_node_get_value_type (lines) != G_TYPE_INT64 ||
      json_node_get_int (lines) != n_lines)
    return FALSE;
  found = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guint8 *)content, (gsize)(end - content));
  return g_strcmp0 (told, found) == 0;
}

/* Where the last line begins; NULL where the file does not end with one that is whole. */
static const char *
find_end (const char *content)
{
  gsize length = strlen (content);
  const char *at = content + length;

  if (length < 2 || content[length - 1] != '\n')
    return NULL;
  for (at -= 1; at > content && at[-1] != '\n'; at--)
    ;
  return at;
}

/* What `vouch-lookup import` prints begins with an answer stored or refused. */
static gboolean
is_answer (const char *line)
{
  g_autoptr (JsonObject) object = vouch_json_parse_object (line, -1, NULL);
  g_autofree char *record = object != NULL ? dup_member (object, "record") : NULL;

  return object != NULL && (g_strcmp0 (record, "stored") == 0 || json_object_has_member (object, "error"));
}

static gboolean
take_collected (VouchStation *station, char **lines, guint n, VouchCaseTaken *taken, GError **error)
{
  g_auto (Intake) intake = { .station = station, .actor = vouch_actor_new_station (), .taken = taken };

  intake.events.lines = g_string_new (NULL);
  intake.counts.lines = g_string_new (NULL);
  intake.service = vouch_station_dup_policy (station, "lookup-key");
  if (intake.service != NULL)
    return take_lines (&intake, lines, n, error);
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND,
                       _ ("No lookup service is enrolled; an administrator enrols one with “vouch lookup enrol”"));
  return FALSE;
}

/**
 * vouch_case_file_receive:
 * @station: the station
 * @path: what `vouch-lookup collect` wrote, or what `vouch-lookup import` printed to answers
 * @taken: (inout): how much came is added to it
 * @error: NOT_FOUND or INVALID for the file; what the database said
 *
 * Takes over what is in a file. The same file twice changes nothing; one that was cut or changed is refused whole.
 *
 * Returns: whether everything is here
 */
gboolean
vouch_case_file_receive (VouchStation *station, const char *path, VouchCaseTaken *taken, GError **error)
{
  g_autofree char *content = load (path, error);
  g_auto (GStrv) lines = content != NULL ? g_strsplit (content, "\n", -1) : NULL;
  const char *end = content != NULL ? find_end (content) : NULL;
  guint n = lines != NULL ? g_strv_length (lines) : 0;

  if (content == NULL)
    return FALSE;
  if (n > 0 && is_answer (lines[0]))
    return vouch_case_file_settle (station, lines, &taken->answers, error);
  if (end != NULL && end_is_true (content, end, n - 2))
    return take_collected (station, lines, n - 2, taken, error);
  vouch_set_field_error (error, "file", VOUCH_ERROR_INVALID,
                         _ ("%s is not whole, or was not written by “vouch-lookup collect”; nothing was taken of it"),
                         path);
  return FALSE;
}
