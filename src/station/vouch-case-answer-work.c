#include "vouch-case-answer-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-case-fetch.h"
#include "vouch-case-post.h"
#include "vouch-case-work.h"
#include "vouch-error.h"
#include "vouch-id.h"
#include "vouch-row.h"
#include "vouch-text.h"
#include "vouch-ticket-answer-store.h"
#include "vouch-words.h"

static const VouchField answer_fields[] = {
  VOUCH_FIELD (VouchAnswerCaseRequest, number, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchAnswerCaseRequest, status, vouch_ticket_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchAnswerCaseRequest, answer, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchAnswerCaseRequest, seen, ID, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchAnswerCaseRequest, vouch_answer_case_request, "answer_case", answer_fields)

static const VouchField carried_fields[] = {
  VOUCH_FIELD (VouchCarriedRequest, answer_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchCarriedRequest, refusal, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchCarriedRequest, vouch_carried_request, "carried", carried_fields)

/**
 * vouch_case_status_is_settable:
 * @state: a state
 *
 * Returns: whether the service desk can put a case there; the lookup service knows no other
 */
gboolean
vouch_case_status_is_settable (VouchTicketState state)
{
  return state == VOUCH_TICKET_STATE_RECEIVED || state == VOUCH_TICKET_STATE_REVIEW ||
         state == VOUCH_TICKET_STATE_PROCESSING || state == VOUCH_TICKET_STATE_RESOLVED ||
         state == VOUCH_TICKET_STATE_CLOSED;
}

/**
 * vouch_case_status_may_follow:
 * @before: where a case stands
 * @after: where it is put
 *
 * A case goes on, and may be taken up again while it is resolved only: when it is closed the service deletes what the
 * customer sent.
 *
 * Returns: whether it may
 */
gboolean
vouch_case_status_may_follow (VouchTicketState before, VouchTicketState after)
{
  if (!vouch_case_status_is_settable (after) || before >= VOUCH_TICKET_STATE_CLOSED)
    return FALSE;
  return after >= before || (before == VOUCH_TICKET_STATE_RESOLVED && after >= VOUCH_TICKET_STATE_REVIEW);
}

static gboolean
check_status (const VouchTicket *ticket, const VouchAnswerCaseRequest *request, GError **error)
{
  if (vouch_case_status_may_follow (ticket->state, request->status))
    return TRUE;
  if (!vouch_case_status_is_settable (request->status))
    vouch_set_field_error (error, "status", VOUCH_ERROR_INVALID,
                           _ ("A case is received, review, processing, resolved or closed"));
  else if (ticket->state >= VOUCH_TICKET_STATE_CLOSED)
    vouch_set_field_error (error, "status", VOUCH_ERROR_CONFLICT, _ ("Case %s is closed; the customer can report anew"),
                           ticket->number);
  else
    vouch_set_field_error (error, "status", VOUCH_ERROR_CONFLICT,
                           _ ("Case %s stands at “%s” and does not go back to “%s”"), ticket->number,
                           vouch_words_of_ticket (ticket->state), vouch_words_of_ticket (request->status));
  return FALSE;
}

static gboolean
has_text (GPtrArray *answers)
{
  for (guint i = 0; i < answers->len; i++)
    if (((const VouchTicketAnswer *)g_ptr_array_index (answers, i))->text != NULL)
      return TRUE;
  return FALSE;
}

/* Nobody's case ends without a word to them. */
static gboolean
check_answer (const VouchAnswerCaseRequest *request, GPtrArray *answers, GError **error)
{
  g_autofree char *stripped = request->answer != NULL ? g_strstrip (g_strdup (request->answer)) : NULL;

  if (stripped != NULL && *stripped != '\0')
    return vouch_text_check_note (request->answer, "answer", error);
  if (request->answer == NULL && (request->status < VOUCH_TICKET_STATE_RESOLVED ||
                                  (request->status == VOUCH_TICKET_STATE_CLOSED && has_text (answers))))
    return TRUE;
  vouch_set_field_error (error, "answer", VOUCH_ERROR_INVALID, _ ("Write what the customer is told"));
  return FALSE;
}

static gint64
find_seen (const VouchTicket *ticket, GPtrArray *answers)
{
  return answers->len > 0 ? ((const VouchTicketAnswer *)g_ptr_array_index (answers, answers->len - 1))->id : ticket->id;
}

static gboolean
check_seen (const VouchTicket *ticket, GPtrArray *answers, gint64 seen, GError **error)
{
  if (seen == 0 || seen == find_seen (ticket, answers))
    return TRUE;
  vouch_set_field_error (error, "seen", VOUCH_ERROR_CONFLICT,
                         _ ("Somebody has answered case %s meanwhile; look at it again"), ticket->number);
  return FALSE;
}

static gboolean
insert_answer (VouchAct *act, const VouchTicket *ticket, const VouchAnswerCaseRequest *request, GError **error)
{
  g_autoptr (VouchTicketAnswer) row = vouch_ticket_answer_new ();

  row->id = vouch_act_next_id (act);
  row->ticket_id = ticket->id;
  row->state = request->status;
  row->text = g_strdup (request->answer);
  row->answered_by = vouch_act_get_actor_id (act);
  row->answered_at = vouch_act_get_now (act);
  return vouch_act_insert (act, &vouch_ticket_answer_type, row, error);
}

static gboolean
answer_case (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchAnswerCaseRequest *request = data;
  g_autoptr (VouchTicket) ticket = vouch_case_find (act->conn, request->number, error);
  g_autoptr (GPtrArray) answers = ticket != NULL ? vouch_ticket_answer_store_list (act->conn, ticket->id, error) : NULL;

  if (answers == NULL || !check_seen (ticket, answers, request->seen, error) ||
      !check_status (ticket, request, error) || !check_answer (request, answers, error) ||
      !insert_answer (act, ticket, request, error))
    return FALSE;
  ((VouchDone *)answer)->id = ticket->id;
  ((VouchDone *)answer)->number = g_strdup (ticket->number);
  ticket->state = request->status;
  return vouch_act_update (act, &vouch_ticket_type, ticket, error);
}

static gboolean
note_carried (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchCarriedRequest *request = data;
  g_autoptr (VouchTicketAnswer) row = vouch_row_load (act->conn, &vouch_ticket_answer_type, request->answer_id, error);

  if (row == NULL)
    return FALSE;
  ((VouchDone *)answer)->id = row->ticket_id;
  if (row->delivery != VOUCH_TICKET_DELIVERY_WAITING)
    return TRUE;
  row->delivery = request->refusal != NULL ? VOUCH_TICKET_DELIVERY_REFUSED : VOUCH_TICKET_DELIVERY_CARRIED;
  row->refusal = g_strdup (request->refusal);
  row->carried_at = vouch_act_get_now (act);
  return vouch_act_update (act, &vouch_ticket_answer_type, row, error);
}

const VouchUseCase vouch_case_answer = {
  .name = "case.answer",
  .permission = VOUCH_PERMISSION_CASES,
  .request = &vouch_answer_case_request_type,
  .answer = &vouch_done_type,
  .act = answer_case,
};

const VouchUseCase vouch_case_note_carried = {
  .name = "case.note_carried",
  .permission = VOUCH_PERMISSION_SYSTEM,
  .request = &vouch_carried_request_type,
  .answer = &vouch_done_type,
  .act = note_carried,
};

/* An answer and whose it is. */
typedef struct
{
  VouchTicketAnswer *answer;
  gint64 case_id;
} Waiting;

static gpointer
read_next (VouchConn *conn, gpointer data, GError **error)
{
  Waiting *waiting = data;
  g_autoptr (GPtrArray) answers = vouch_ticket_answer_store_list_waiting (conn, 0, error);
  g_autoptr (VouchTicket) ticket = NULL;

  if (answers == NULL)
    return NULL;
  if (answers->len == 0)
    return waiting;
  waiting->answer = g_ptr_array_steal_index (answers, 0);
  ticket = vouch_row_load (conn, &vouch_ticket_type, waiting->answer->ticket_id, error);
  if (ticket == NULL)
    return NULL;
  waiting->case_id = ticket->case_id;
  return waiting;
}

/**
 * vouch_case_note_answer:
 * @station: the station
 * @answer_id: an answer
 * @refusal: (nullable): why the lookup service did not take it
 * @error: what the database said
 *
 * Returns: whether it waits no more
 */
gboolean
vouch_case_note_answer (VouchStation *station, gint64 answer_id, const char *refusal, GError **error)
{
  g_autoptr (VouchActor) actor = vouch_actor_new_station ();
  VouchCarriedRequest request = { answer_id, (char *)refusal };
  g_autoptr (VouchDone) done = vouch_use_case_run (&vouch_case_note_carried, station, actor, NULL, &request, error);

  return done != NULL;
}

/* What the service refuses today it refuses tomorrow: a person is told, and the next answer is carried. */
static gboolean
carry_one (VouchStation *station, const char *url, const Waiting *waiting, GError **error)
{
  g_autofree char *id = vouch_id_to_string (waiting->case_id);
  const char *status = vouch_enum_get_name (&vouch_ticket_state_values, (int)waiting->answer->state);
  g_autoptr (GError) local = NULL;

  if (!vouch_case_post_answer (url, id, status, waiting->answer->text, &local) &&
      !g_error_matches (local, VOUCH_ERROR, VOUCH_ERROR_INVALID) &&
      !g_error_matches (local, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND) &&
      !g_error_matches (local, VOUCH_ERROR, VOUCH_ERROR_CONFLICT))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return vouch_case_note_answer (station, waiting->answer->id, local != NULL ? local->message : NULL, error);
}

/**
 * vouch_case_carry:
 * @station: the station
 * @n_carried: (out): how many answers wait no more
 * @error: NOT_FOUND if no lookup service is enrolled, BUSY if it does not answer
 *
 * Brings the answers that wait to the lookup service, in their order. Bringing one twice changes nothing there. Waits
 * for the network.
 *
 * Returns: whether none waits
 */
gboolean
vouch_case_carry (VouchStation *station, guint *n_carried, GError **error)
{
  g_autofree char *url = NULL;
  g_autofree char *service = vouch_case_dup_service (station, &url, error);

  *n_carried = 0;
  if (service == NULL)
    return FALSE;
  for (;;)
    {
      Waiting waiting = { 0 };
      gboolean is_read = vouch_station_read (station, read_next, &waiting, error) != NULL;
      gboolean is_done = waiting.answer == NULL;
      gboolean is_carried = is_read && !is_done && carry_one (station, url, &waiting, error);

      vouch_ticket_answer_free (waiting.answer);
      if (is_read && is_done)
        return TRUE;
      if (!is_carried)
        return FALSE;
      (*n_carried)++;
    }
}
