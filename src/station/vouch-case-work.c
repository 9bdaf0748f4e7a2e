#include "vouch-case-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-meaning.h"
#include "vouch-error.h"
#include "vouch-hex.h"
#include "vouch-inspection-store.h"
#include "vouch-record-json.h"
#include "vouch-row.h"
#include "vouch-ticket-photo.h"
#include "vouch-ticket-store.h"

#define SHA256_SIZE 32

static const VouchField take_fields[] = {
  VOUCH_FIELD (VouchTakeCaseRequest, case_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchTakeCaseRequest, number, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchTakeCaseRequest, lot, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTakeCaseRequest, serial, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTakeCaseRequest, problem, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchTakeCaseRequest, description, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTakeCaseRequest, contact, BYTES, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTakeCaseRequest, received_at, TIME, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchTakeCaseRequest, due_at, TIME, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchTakeCaseRequest, state, vouch_ticket_state_values, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchTakeCaseRequest, photo_size, NUMBER, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchTakeCaseRequest, photo_sha256, BYTES, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchTakeCaseRequest, language, TEXT, VOUCH_FIELD_ADDED),
};

VOUCH_DEFINE_RECORD (VouchTakeCaseRequest, vouch_take_case_request, "take_case", take_fields)

static const VouchField photo_fields[] = {
  VOUCH_FIELD (VouchTakePhotoRequest, ticket_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchTakePhotoRequest, sealed, BYTES, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchTakePhotoRequest, vouch_take_photo_request, "take_photo", photo_fields)

/* A case as a line of the lookup service. */
typedef struct
{
  gint64 id;
  char *number;
  char *lot;
  char *serial;
  char *kind;
  char *text;
  char *contact;
  char *language;
  char *status;
  gint64 created_at;
  gint64 due_at;
} CaseLine;

static const VouchField line_fields[] = {
  VOUCH_FIELD (CaseLine, id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (CaseLine, number, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (CaseLine, lot, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (CaseLine, serial, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (CaseLine, kind, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (CaseLine, text, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (CaseLine, contact, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (CaseLine, language, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (CaseLine, status, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (CaseLine, created_at, TIME, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (CaseLine, due_at, TIME, VOUCH_FIELD_REQUIRED),
};

static const VouchRecordType case_line_type = {
  .name = "case", .size = sizeof (CaseLine), .fields = line_fields, .n_fields = G_N_ELEMENTS (line_fields)
};

/* A code leads to the very inspection that passed the goods. */
static gboolean
link_goods (VouchAct *act, VouchTicket *ticket, GError **error)
{
  g_auto (VouchCodeMeaning) meaning = { 0 };
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchInspection) inspection = NULL;

  if (ticket->code == NULL)
    return TRUE;
  if (!vouch_code_find (act->conn, act->station, ticket->code, &meaning, error))
    return FALSE;
  ticket->lot_id = meaning.lot_id;
  ticket->unit = meaning.unit;
  ticket->has_unit = meaning.has_unit;
  if (meaning.lot_id == 0)
    return TRUE;
  inspection = vouch_inspection_store_find_last_of_lot (act->conn, meaning.lot_id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  ticket->inspection_id = inspection != NULL ? inspection->id : 0;
  return TRUE;
}

/* A box that is longer than any photograph is none. */
static void
note_photo (VouchTicket *ticket, const VouchTakeCaseRequest *request)
{
  if (request->photo_size <= 0 || request->photo_size > VOUCH_CASE_PHOTO_MAX || request->photo_sha256 == NULL)
    return;
  ticket->photo = VOUCH_TICKET_PHOTO_WANTED;
  ticket->photo_size = request->photo_size;
  ticket->photo_sha256 = g_bytes_ref (request->photo_sha256);
}

static gboolean
take (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchTakeCaseRequest *request = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchTicket) known = vouch_ticket_store_find_by_case (act->conn, request->case_id, &local);
  g_autoptr (VouchTicket) ticket = vouch_ticket_new ();

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  ((VouchDone *)answer)->number = g_strdup (request->number);
  if (known != NULL)
    {
      ((VouchDone *)answer)->id = known->id;
      return TRUE;
    }
  ticket->id = vouch_act_next_id (act);
  ticket->number = g_strdup (request->number);
  ticket->case_id = request->case_id;
  ticket->kind = VOUCH_TICKET_KIND_COMPLAINT;
  if (request->lot != NULL)
    ticket->code = g_strjoin (" ", request->lot, request->serial, NULL);
  ticket->problem = g_strdup (request->problem);
  ticket->description = g_strdup (request->description);
  ticket->contact = request->contact != NULL ? g_bytes_ref (request->contact) : NULL;
  ticket->received_at = request->received_at;
  ticket->due_at = request->due_at;
  ticket->language = g_strdup (request->language);
  ticket->state = request->state;
  note_photo (ticket, request);
  ((VouchDone *)answer)->id = ticket->id;
  return link_goods (act, ticket, error) && vouch_act_insert (act, &vouch_ticket_type, ticket, error);
}

const VouchUseCase vouch_case_take = {
  .name = "case.take",
  .permission = VOUCH_PERMISSION_SYSTEM,
  .request = &vouch_take_case_request_type,
  .answer = &vouch_done_type,
  .act = take,
};

static gboolean
is_as_told (const VouchTicket *ticket, GBytes *sealed)
{
  g_autofree char *hex = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, sealed);
  guint8 hash[SHA256_SIZE];

  return (gint64)g_bytes_get_size (sealed) == ticket->photo_size && vouch_hex_read (hex, hash, sizeof hash) &&
         g_bytes_get_size (ticket->photo_sha256) == sizeof hash &&
         memcmp (g_bytes_get_data (ticket->photo_sha256, NULL), hash, sizeof hash) == 0;
}

static gboolean
keep_photo (VouchAct *act, const VouchTicket *ticket, GBytes *sealed, GError **error)
{
  g_autoptr (VouchTicketPhoto) photo = vouch_ticket_photo_new ();

  if (!is_as_told (ticket, sealed))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                   _ ("The photo of case %s did not arrive whole; it is fetched again"), ticket->number);
      return FALSE;
    }
  photo->id = vouch_act_next_id (act);
  photo->ticket_id = ticket->id;
  photo->sealed = g_bytes_ref (sealed);
  photo->fetched_at = vouch_act_get_now (act);
  return vouch_act_insert (act, &vouch_ticket_photo_type, photo, error);
}

static gboolean
take_photo (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchTakePhotoRequest *request = data;
  g_autoptr (VouchTicket) ticket = vouch_row_load (act->conn, &vouch_ticket_type, request->ticket_id, error);

  if (ticket == NULL)
    return FALSE;
  ((VouchDone *)answer)->id = ticket->id;
  ((VouchDone *)answer)->number = g_strdup (ticket->number);
  if (ticket->photo != VOUCH_TICKET_PHOTO_WANTED)
    return TRUE;
  if (request->sealed != NULL && !keep_photo (act, ticket, request->sealed, error))
    return FALSE;
  ticket->photo = request->sealed != NULL ? VOUCH_TICKET_PHOTO_KEPT : VOUCH_TICKET_PHOTO_GONE;
  return vouch_act_update (act, &vouch_ticket_type, ticket, error);
}

const VouchUseCase vouch_case_take_photo = {
  .name = "case.take_photo",
  .permission = VOUCH_PERMISSION_SYSTEM,
  .request = &vouch_take_photo_request_type,
  .answer = &vouch_done_type,
  .act = take_photo,
};

static GBytes *
read_hex (const char *hex)
{
  gsize length = hex != NULL ? strlen (hex) / 2 : 0;
  g_autofree guint8 *bytes = g_malloc (length + 1);

  return length > 0 && vouch_hex_read (hex, bytes, length) ? g_bytes_new (bytes, length) : NULL;
}

/* `"photo"`: null or {"bytes","sha256"}. */
static void
read_photo (JsonObject *object, VouchTakeCaseRequest *request)
{
  JsonNode *node = json_object_get_member (object, "photo");
  JsonNode *bytes, *hash;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  bytes = json_object_get_member (json_node_get_object (node), "bytes");
  hash = json_object_get_member (json_node_get_object (node), "sha256");
  if (bytes == NULL || hash == NULL || json_node_get_value_type (bytes) != G_TYPE_INT64 ||
      json_node_get_value_type (hash) != G_TYPE_STRING || strlen (json_node_get_string (hash)) != 2 * SHA256_SIZE)
    return;
  request->photo_size = json_node_get_int (bytes);
  request->photo_sha256 = read_hex (json_node_get_string (hash));
}

static VouchTakeCaseRequest *
make_request (const CaseLine *line)
{
  VouchTakeCaseRequest *request = vouch_take_case_request_new ();
  int state = line->status != NULL ? vouch_enum_find (&vouch_ticket_state_values, line->status) : -1;

  request->case_id = line->id;
  request->number = g_strdup (line->number);
  request->lot = g_strdup (line->lot);
  request->serial = g_strdup (line->serial);
  request->problem = g_strdup (line->kind);
  request->description = g_strdup (line->text);
  request->contact = read_hex (line->contact);
  request->language = g_strdup (line->language);
  request->state = state > 0 ? (VouchTicketState)state : VOUCH_TICKET_STATE_RECEIVED;
  request->received_at = line->created_at;
  request->due_at = line->due_at;
  return request;
}

/**
 * vouch_case_read_line:
 * @line: a case, as the lookup service lists it
 * @error: INVALID
 *
 * Returns: (transfer full) (nullable): the request that takes it over
 */
VouchTakeCaseRequest *
vouch_case_read_line (const char *line, GError **error)
{
  g_autoptr (JsonObject) object = vouch_json_parse_object (line, -1, error);
  VouchTakeCaseRequest *request = NULL;
  gpointer record = object != NULL ? vouch_record_from_json (&case_line_type, object, VOUCH_JSON_LENIENT, error) : NULL;

  if (record != NULL && vouch_record_check (&case_line_type, record, error))
    {
      request = make_request (record);
      read_photo (object, request);
    }
  vouch_record_free (&case_line_type, record);
  return request;
}

static gpointer
read_is_known (VouchConn *conn, gpointer data, GError **error)
{
  gint64 *case_id = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchTicket) known = vouch_ticket_store_find_by_case (conn, *case_id, &local);

  if (known != NULL)
    *case_id = 0;
  if (local == NULL)
    return data;
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * vouch_case_take_line:
 * @station: the station
 * @actor: the station itself
 * @line: a case, as the lookup service lists it
 * @n_new: (inout): one more if the case was not here
 * @error: INVALID for the line; what the database said
 *
 * Returns: whether the case is here
 */
gboolean
vouch_case_take_line (VouchStation *station, VouchActor *actor, const char *line, guint *n_new, GError **error)
{
  g_autoptr (VouchTakeCaseRequest) request = vouch_case_read_line (line, error);
  g_autoptr (VouchDone) done = NULL;
  gint64 case_id;

  if (request == NULL)
    return FALSE;
  case_id = request->case_id;
  if (vouch_station_read (station, read_is_known, &case_id, error) == NULL)
    return FALSE;
  if (case_id == 0)
    return TRUE;
  done = vouch_use_case_run (&vouch_case_take, station, actor, NULL, request, error);
  *n_new += done != NULL;
  return done != NULL;
}

/**
 * vouch_case_split_lines:
 * @lines: lines of a lookup service
 *
 * Returns: (transfer full) (array zero-terminated=1): them one by one
 */
char **
vouch_case_split_lines (GBytes *lines)
{
  gsize length;
  const char *data = g_bytes_get_data (lines, &length);
  g_autofree char *text = g_strndup (data != NULL ? data : "", length);

  return g_strsplit (text, "\n", -1);
}

/**
 * vouch_case_find:
 * @conn: a connection
 * @number: a case's number, as customers have it
 * @error: NOT_FOUND, field "number"; what the database said
 *
 * Returns: (transfer full) (nullable): the case
 */
VouchTicket *
vouch_case_find (VouchConn *conn, const char *number, GError **error)
{
  g_autoptr (GError) local = NULL;
  VouchTicket *ticket = vouch_ticket_store_find_by_number (conn, number, &local);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (ticket == NULL)
    vouch_set_field_error (error, "number", VOUCH_ERROR_NOT_FOUND, _ ("There is no case “%s”"), number);
  return ticket;
}
