/* The service desk's answers in files: the station writes them, and what `vouch-lookup import` prints to them says
 * which arrived; declared in vouch-case-file.h. */
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "vouch-case-answer-work.h"
#include "vouch-case-file.h"
#include "vouch-error.h"
#include "vouch-id.h"
#include "vouch-record-json.h"
#include "vouch-row.h"
#include "vouch-ticket-answer-store.h"
#include "vouch-ticket-store.h"

/* An answer as the service took it, or why it did not. */
typedef struct
{
  gint64 case_id;
  char *status;
  char *answer;
} Carried;

static const VouchField carried_fields[] = {
  { .name = "case", .kind = VOUCH_FIELD_ID, .offset = G_STRUCT_OFFSET (Carried, case_id) },
  VOUCH_FIELD (Carried, status, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (Carried, answer, TEXT, VOUCH_FIELD_PLAIN),
};

static const VouchRecordType carried_type = {
  .name = "carried", .size = sizeof (Carried), .fields = carried_fields, .n_fields = G_N_ELEMENTS (carried_fields)
};

static gboolean
is_same (const VouchTicketAnswer *answer, const Carried *carried)
{
  return g_strcmp0 (vouch_enum_get_name (&vouch_ticket_state_values, (int)answer->state), carried->status) == 0 &&
         g_strcmp0 (answer->text, carried->answer) == 0;
}

/* The first of the case's answers that waits and is this one; 0 for none. */
static gpointer
find_answer (VouchConn *conn, gpointer data, GError **error)
{
  Carried *carried = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchTicket) ticket = vouch_ticket_store_find_by_case (conn, carried->case_id, &local);
  g_autoptr (GPtrArray) answers =
      ticket != NULL ? vouch_ticket_answer_store_list (conn, ticket->id, &local) : g_ptr_array_new ();
  gint64 found = 0;

  for (guint i = 0; local == NULL && found == 0 && i < answers->len; i++)
    {
      const VouchTicketAnswer *answer = g_ptr_array_index (answers, i);

      if (answer->delivery == VOUCH_TICKET_DELIVERY_WAITING && is_same (answer, carried))
        found = answer->id;
    }
  carried->case_id = found;
  if (local == NULL)
    return carried;
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* `"error"`: {"code","field","message"}, where the service did not take the answer. */
static const char *
get_refusal (JsonObject *object)
{
  JsonNode *failed = json_object_get_member (object, "error");
  JsonNode *message = failed != NULL && JSON_NODE_HOLDS_OBJECT (failed)
                          ? json_object_get_member (json_node_get_object (failed), "message")
                          : NULL;

  return message != NULL && json_node_get_value_type (message) == G_TYPE_STRING ? json_node_get_string (message) : NULL;
}

static gboolean
settle_line (VouchStation *station, const char *line, guint *n_settled, GError **error)
{
  g_autoptr (JsonObject) object = vouch_json_parse_object (line, -1, error);
  Carried *carried = object != NULL ? vouch_record_from_json (&carried_type, object, VOUCH_JSON_LENIENT, error) : NULL;
  gboolean is_settled =
      carried != NULL && (carried->case_id == 0 || vouch_station_read (station, find_answer, carried, error) != NULL);

  if (is_settled && carried->case_id != 0)
    {
      is_settled = vouch_case_note_answer (station, carried->case_id, get_refusal (object), error);
      (*n_settled)++;
    }
  vouch_record_free (&carried_type, carried);
  return is_settled;
}

/**
 * vouch_case_file_settle:
 * @station: the station
 * @lines: (array zero-terminated=1): what `vouch-lookup import` printed to answers
 * @n_settled: (inout): how many answers wait no more is added to it
 * @error: INVALID for a line; what the database said
 *
 * Returns: whether every line was read
 */
gboolean
vouch_case_file_settle (VouchStation *station, char **lines, guint *n_settled, GError **error)
{
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && !settle_line (station, lines[i], n_settled, error))
      return FALSE;
  return TRUE;
}

/* A page of answers and whose they are. */
typedef struct
{
  gint64 after;
  GString *text;
  gint64 n;
} Writing;

static void
write_answer (GString *text, const VouchTicket *ticket, const VouchTicketAnswer *answer)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autofree char *id = vouch_id_to_string (ticket->case_id);
  g_autofree char *line = NULL;

  json_object_set_string_member (object, "record", "answer");
  json_object_set_string_member (object, "case", id);
  json_object_set_string_member (object, "status",
                                 vouch_enum_get_name (&vouch_ticket_state_values, (int)answer->state));
  if (answer->text != NULL)
    json_object_set_string_member (object, "answer", answer->text);
  else
    json_object_set_null_member (object, "answer");
  line = vouch_json_write (object);
  g_string_append_printf (text, "%s\n", line);
}

static gpointer
write_page (VouchConn *conn, gpointer data, GError **error)
{
  Writing *writing = data;
  g_autoptr (GPtrArray) answers = vouch_ticket_answer_store_list_waiting (conn, writing->after, error);

  for (guint i = 0; answers != NULL && i < answers->len; i++)
    {
      const VouchTicketAnswer *answer = g_ptr_array_index (answers, i);
      g_autoptr (VouchTicket) ticket = vouch_row_load (conn, &vouch_ticket_type, answer->ticket_id, error);

      if (ticket == NULL)
        return NULL;
      write_answer (writing->text, ticket, answer);
      writing->after = answer->id;
      writing->n++;
    }
  return answers != NULL ? writing : NULL;
}

/**
 * vouch_case_file_write:
 * @station: the station
 * @path: where the answers go; an older file is replaced when the new one is whole
 * @n_written: (out): how many were written
 * @error: STORAGE if the file cannot be written
 *
 * Writes the answers that the lookup service has not got, for `vouch-lookup import`. They wait on until what it printed
 * has been received.
 *
 * Returns: whether the file is there
 */
gboolean
vouch_case_file_write (VouchStation *station, const char *path, gint64 *n_written, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) cause = NULL;
  g_autofree char *hash = NULL;
  Writing writing = { 0, text, 0 };
  gint64 before;

  do
    {
      before = writing.n;
      if (vouch_station_read (station, write_page, &writing, error) == NULL)
        return FALSE;
    }
  while (writing.n > before);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize)text->len);
  g_string_append_printf (text, "{\"record\":\"end\",\"lines\":%" G_GINT64_FORMAT ",\"sha256\":\"%s\"}\n", writing.n,
                          hash);
  *n_written = writing.n;
  if (g_file_set_contents_full (path, text->str, (gssize)text->len,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &cause))
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be written: %s"), path, cause->message);
  return FALSE;
}
