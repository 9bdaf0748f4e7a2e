#include "vouch-case-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-meaning.h"
#include "vouch-error.h"
#include "vouch-hex.h"
#include "vouch-id.h"
#include "vouch-inspection-store.h"
#include "vouch-policy-rule.h"
#include "vouch-publisher.h"
#include "vouch-record-json.h"
#include "vouch-sealed-box.h"
#include "vouch-ticket-store.h"

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
};

VOUCH_DEFINE_RECORD (VouchTakeCaseRequest, vouch_take_case_request, "take_case", take_fields)

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

static char *
dup_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? g_strdup (json_node_get_string (node))
                                                                          : NULL;
}

static VouchTakeCaseRequest *
read_case (const char *line, GError **error)
{
  g_autoptr (JsonObject) object = vouch_json_parse_object (line, -1, error);
  g_autoptr (VouchTakeCaseRequest) request = vouch_take_case_request_new ();
  g_autofree char *id = NULL, *created = NULL, *due = NULL, *contact = NULL;

  if (object == NULL)
    return NULL;
  id = dup_member (object, "id");
  created = dup_member (object, "created_at");
  due = dup_member (object, "due_at");
  contact = dup_member (object, "contact");
  request->number = dup_member (object, "number");
  request->lot = dup_member (object, "lot");
  request->serial = dup_member (object, "serial");
  request->problem = dup_member (object, "kind");
  request->description = dup_member (object, "text");
  if (!vouch_id_parse (id, &request->case_id, error) || !vouch_time_parse (created, &request->received_at, error) ||
      !vouch_time_parse (due, &request->due_at, error))
    return NULL;
  if (contact != NULL)
    {
      gsize length = strlen (contact) / 2;
      g_autofree guint8 *bytes = g_malloc (length + 1);

      if (vouch_hex_read (contact, bytes, length))
        request->contact = g_bytes_new (bytes, length);
    }
  return g_steal_pointer (&request);
}

static gboolean
take_line (VouchStation *station, VouchActor *actor, const char *line, GError **error)
{
  g_autoptr (VouchTakeCaseRequest) request = read_case (line, error);
  g_autoptr (VouchDone) done = NULL;

  if (request == NULL)
    return FALSE;
  done = vouch_use_case_run (&vouch_case_take, station, actor, NULL, request, error);
  return done != NULL;
}

static gpointer
read_last_case (VouchConn *conn, gpointer data, GError **error)
{
  g_autoptr (VouchTicket) last = vouch_ticket_store_find_last (conn, error);

  *(gint64 *)data = last != NULL ? last->case_id : 0;
  return data;
}

/**
 * vouch_case_fetch:
 * @station: the station
 * @n_new: (out): how many cases came
 * @error: NOT_FOUND if no lookup service is enrolled, BUSY if it does not answer, else what it said
 *
 * Takes over the customers' cases that came since the last time. Waits for the network.
 *
 * Returns: whether every case is here
 */
gboolean
vouch_case_fetch (VouchStation *station, guint *n_new, GError **error)
{
  g_autofree char *url = vouch_station_dup_policy (station, "lookup-url");
  g_autoptr (VouchActor) actor = vouch_actor_new_station ();
  g_autofree char *after = NULL, *text = NULL;
  g_auto (GStrv) lines = NULL;
  gint64 last = 0;

  *n_new = 0;
  if (url == NULL)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND,
                           _ ("No lookup service is enrolled; an administrator enrols one with “vouch lookup enrol”"));
      return FALSE;
    }
  vouch_station_read (station, read_last_case, &last, NULL);
  after = last != 0 ? vouch_id_to_string (last) : NULL;
  text = vouch_publisher_fetch_cases (url, after, error);
  if (text == NULL)
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0')
        continue;
      if (!take_line (station, actor, lines[i], error))
        return FALSE;
      (*n_new)++;
    }
  return TRUE;
}

/**
 * vouch_case_dup_contact:
 * @station: the station
 * @actor: who asks
 * @ticket: a case
 * @error: DENIED to everybody but the service desk and the QA lead; NOT_FOUND where the customer left none
 *
 * Returns: (transfer full) (nullable): how the customer can be reached
 */
char *
vouch_case_dup_contact (VouchStation *station, VouchActor *actor, const VouchTicket *ticket, GError **error)
{
  VouchKeyFile *keys = vouch_station_get_keys (station);
  g_autoptr (GBytes) opened = NULL;

  if (!vouch_actor_may (actor, VOUCH_PERMISSION_CASES))
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_DENIED, vouch_permission_describe (VOUCH_PERMISSION_CASES));
      return NULL;
    }
  if (ticket->contact == NULL)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND, _ ("The customer left no contact"));
      return NULL;
    }
  opened = vouch_box_open (vouch_key_file_get_desk_public_key (keys), vouch_key_file_get_desk_secret_key (keys),
                           ticket->contact, error);
  if (opened == NULL)
    return NULL;
  return g_strndup (g_bytes_get_data (opened, NULL), g_bytes_get_size (opened));
}
