#include "vouch-event-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-case-work.h"
#include "vouch-code-batch-store.h"
#include "vouch-code-meaning.h"
#include "vouch-error.h"
#include "vouch-hash.h"
#include "vouch-lot-store.h"
#include "vouch-record-json.h"
#include "vouch-row.h"
#include "vouch-suspicion-store.h"
#include "vouch-text.h"
#include "vouch-ticket-store.h"
#include "vouch-trace-code.h"

#define SATISFACTION_MAX 5

static const VouchField take_fields[] = {
  VOUCH_FIELD (VouchTakeEventsRequest, service, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchTakeEventsRequest, lines, BYTES, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchTakeEventsRequest, vouch_take_events_request, "take_events", take_fields)

static const VouchField taken_fields[] = {
  VOUCH_FIELD (VouchEventsTaken, taken, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchEventsTaken, seq, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchEventsTaken, vouch_events_taken, "events_taken", taken_fields)

static const VouchField acknowledge_fields[] = {
  VOUCH_FIELD (VouchAcknowledgeRequest, suspicion_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchAcknowledgeRequest, note, TEXT, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchAcknowledgeRequest, vouch_acknowledge_request, "acknowledge", acknowledge_fields)

/* An entry of the log; what a type does not have is none. */
typedef struct
{
  char *seq;
  gint64 at;
  char *type;
  char *lot;
  gint64 key_version;
  gint64 unit;
  char *serial;
  char *reason;
  gint64 queries;
  gint64 case_id;
  gint64 score;
  char *text;
} EventLine;

/* "case" is a word of the language. */
static const VouchField event_fields[] = {
  VOUCH_FIELD (EventLine, seq, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (EventLine, at, TIME, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (EventLine, type, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (EventLine, lot, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (EventLine, key_version, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (EventLine, unit, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (EventLine, serial, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (EventLine, reason, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (EventLine, queries, NUMBER, VOUCH_FIELD_PLAIN),
  { .name = "case", .kind = VOUCH_FIELD_ID, .offset = G_STRUCT_OFFSET (EventLine, case_id) },
  VOUCH_FIELD (EventLine, score, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (EventLine, text, TEXT, VOUCH_FIELD_PLAIN),
};

static const VouchRecordType event_type = {
  .name = "event", .size = sizeof (EventLine), .fields = event_fields, .n_fields = G_N_ELEMENTS (event_fields)
};

static EventLine *
read_event (const char *line, JsonObject **object, gint64 *seq, GError **error)
{
  EventLine *event;

  *object = vouch_json_parse_object (line, -1, error);
  event = *object != NULL ? vouch_record_from_json (&event_type, *object, VOUCH_JSON_LENIENT, error) : NULL;
  if (event != NULL && vouch_record_check (&event_type, event, error) &&
      g_ascii_string_to_signed (event->seq, 10, 1, G_MAXINT64, seq, error))
    return event;
  vouch_record_free (&event_type, event);
  return NULL;
}

/* The service knows units, people have the serial on the label. */
static void
derive_serial (VouchAct *act, const VouchCodeBatch *batch, VouchSuspicion *suspicion)
{
  const guint8 *master = vouch_key_file_get_code_key (vouch_station_get_keys (act->station), (guint)batch->key_version);
  char serial[VOUCH_TRACE_SERIAL_LENGTH + 1];
  guint8 key[VOUCH_TRACE_KEY_SIZE];

  if (master == NULL)
    return;
  vouch_trace_lot_key (master, batch->gtin, suspicion->lot, key);
  vouch_trace_serial (key, (guint32)suspicion->unit, serial);
  vouch_wipe (key, sizeof key);
  suspicion->serial = g_strdup (serial);
}

static gboolean
find_serial (VouchAct *act, VouchSuspicion *suspicion, GError **error)
{
  g_autoptr (GPtrArray) batches = vouch_code_batch_store_list (act->conn, suspicion->lot_id, error);

  for (guint i = 0; batches != NULL && i < batches->len && suspicion->serial == NULL; i++)
    {
      const VouchCodeBatch *batch = g_ptr_array_index (batches, i);

      if (batch->key_version == suspicion->key_version && suspicion->unit >= batch->first_unit &&
          suspicion->unit < batch->first_unit + batch->units)
        derive_serial (act, batch, suspicion);
    }
  return batches != NULL;
}

static gboolean
find_unit (VouchAct *act, VouchSuspicion *suspicion, GError **error)
{
  g_autofree char *code = g_strjoin (" ", suspicion->lot, suspicion->serial, NULL);
  g_auto (VouchCodeMeaning) meaning = { 0 };

  if (!vouch_code_find (act->conn, act->station, code, &meaning, error))
    return FALSE;
  suspicion->has_unit = meaning.has_unit;
  suspicion->unit = meaning.unit;
  return TRUE;
}

static gboolean
link_goods (VouchAct *act, VouchSuspicion *suspicion, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchLot) lot = NULL;

  if (suspicion->lot == NULL)
    return TRUE;
  lot = vouch_lot_store_find_by_number (act->conn, suspicion->lot, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (lot == NULL)
    return TRUE;
  suspicion->lot_id = lot->id;
  if (suspicion->has_unit)
    return find_serial (act, suspicion, error);
  return suspicion->serial == NULL || find_unit (act, suspicion, error);
}

static VouchSuspicion *
make_suspicion (const EventLine *event, JsonObject *object, gint64 seq, int reason)
{
  VouchSuspicion *suspicion = vouch_suspicion_new ();
  JsonNode *unit = json_object_get_member (object, "unit");

  suspicion->seq = seq;
  suspicion->at = event->at;
  suspicion->reason = (VouchSuspicionReason)reason;
  suspicion->lot = g_strdup (event->lot);
  suspicion->key_version = MAX (event->key_version, 0);
  suspicion->has_unit = unit != NULL && !json_node_is_null (unit) && event->unit >= 0;
  suspicion->unit = suspicion->has_unit ? event->unit : 0;
  suspicion->serial = g_strdup (event->serial);
  suspicion->queries = MAX (event->queries, 0);
  suspicion->case_id = event->case_id;
  return suspicion;
}

/* A code that is looked up twice as often as before is the same suspicion, until somebody has acknowledged it. */
static gboolean
note_mark (VouchAct *act, const EventLine *event, JsonObject *object, gint64 seq, GError **error)
{
  int reason = event->reason != NULL ? vouch_enum_find (&vouch_suspicion_reason_values, event->reason) : -1;
  g_autoptr (VouchSuspicion) suspicion = NULL;
  g_autoptr (VouchSuspicion) known = NULL;
  g_autoptr (GError) local = NULL;

  if (reason < 0)
    return TRUE;
  suspicion = make_suspicion (event, object, seq, reason);
  if (suspicion->has_unit && suspicion->lot != NULL)
    known = vouch_suspicion_store_find_open_of_unit (act->conn, suspicion, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (known != NULL)
    {
      known->seq = seq;
      known->at = suspicion->at;
      known->queries = MAX (known->queries, suspicion->queries);
      return vouch_act_update (act, &vouch_suspicion_type, known, error);
    }
  suspicion->id = vouch_act_next_id (act);
  return link_goods (act, suspicion, error) && vouch_act_insert (act, &vouch_suspicion_type, suspicion, error);
}

/* Of a case that is not here there is nobody to tell. */
static gboolean
note_satisfaction (VouchAct *act, const EventLine *event, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchTicket) ticket = vouch_ticket_store_find_by_case (act->conn, event->case_id, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (ticket == NULL || event->score < 1 || event->score > SATISFACTION_MAX)
    return TRUE;
  g_free (ticket->satisfaction_text);
  ticket->satisfaction = event->score;
  ticket->satisfaction_text = g_strdup (event->text);
  ticket->satisfied_at = event->at;
  return vouch_act_update (act, &vouch_ticket_type, ticket, error);
}

/* What a later service may tell besides is for a later station. */
static gboolean
note_event (VouchAct *act, const char *line, VouchEventsTaken *taken, GError **error)
{
  g_autoptr (JsonObject) object = NULL;
  gint64 seq = 0;
  EventLine *event = read_event (line, &object, &seq, error);
  gboolean is_noted = event != NULL;

  if (event != NULL && seq > taken->seq)
    {
      if (g_str_equal (event->type, "mark"))
        is_noted = note_mark (act, event, object, seq, error);
      else if (g_str_equal (event->type, "satisfaction"))
        is_noted = note_satisfaction (act, event, error);
      taken->taken++;
      taken->seq = seq;
    }
  vouch_record_free (&event_type, event);
  return is_noted;
}

static gboolean
note_events (VouchAct *act, GBytes *text, VouchEventsTaken *taken, GError **error)
{
  g_auto (GStrv) lines = vouch_case_split_lines (text);

  for (gsize i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && !note_event (act, lines[i], taken, error))
      return FALSE;
  return TRUE;
}

static gboolean
take (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchTakeEventsRequest *request = data;
  VouchEventsTaken *taken = answer;
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchLookupCursor) cursor = vouch_suspicion_store_find_cursor (act->conn, request->service, &local);
  gboolean is_new = cursor == NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (is_new)
    {
      cursor = vouch_lookup_cursor_new ();
      cursor->id = vouch_act_next_id (act);
      cursor->service = g_strdup (request->service);
    }
  taken->seq = cursor->event_seq;
  if (!note_events (act, request->lines, taken, error))
    return FALSE;
  cursor->event_seq = taken->seq;
  return is_new ? vouch_act_insert (act, &vouch_lookup_cursor_type, cursor, error)
                : vouch_act_update (act, &vouch_lookup_cursor_type, cursor, error);
}

static gboolean
acknowledge (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchAcknowledgeRequest *request = data;
  g_autoptr (VouchSuspicion) suspicion = NULL;

  if (!vouch_text_check_note (request->note, "note", error))
    return FALSE;
  suspicion = vouch_row_load (act->conn, &vouch_suspicion_type, request->suspicion_id, error);
  if (suspicion == NULL)
    return FALSE;
  ((VouchDone *)answer)->id = suspicion->id;
  if (suspicion->acknowledged_at != 0)
    {
      vouch_set_field_error (error, "suspicion_id", VOUCH_ERROR_CONFLICT, _ ("Somebody has seen to this already"));
      return FALSE;
    }
  suspicion->acknowledged_by = vouch_act_get_actor_id (act);
  suspicion->acknowledged_at = vouch_act_get_now (act);
  suspicion->note = g_strdup (request->note);
  return vouch_act_update (act, &vouch_suspicion_type, suspicion, error);
}

const VouchUseCase vouch_event_take = {
  .name = "case.take_events",
  .permission = VOUCH_PERMISSION_SYSTEM,
  .request = &vouch_take_events_request_type,
  .answer = &vouch_events_taken_type,
  .act = take,
};

const VouchUseCase vouch_suspicion_acknowledge = {
  .name = "suspicion.acknowledge",
  .permission = VOUCH_PERMISSION_DECIDE,
  .request = &vouch_acknowledge_request_type,
  .answer = &vouch_done_type,
  .act = acknowledge,
};
