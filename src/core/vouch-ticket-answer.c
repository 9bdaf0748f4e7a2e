#include "vouch-ticket-answer.h"

static const char *const ticket_delivery_names[] = { "waiting", "carried", "refused", NULL };
const VouchEnum vouch_ticket_delivery_values = { ticket_delivery_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchTicketAnswer, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTicketAnswer, ticket_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchTicketAnswer, state, vouch_ticket_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTicketAnswer, text, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTicketAnswer, answered_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTicketAnswer, answered_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchTicketAnswer, delivery, vouch_ticket_delivery_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTicketAnswer, carried_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTicketAnswer, refusal, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchTicketAnswer, vouch_ticket_answer, "ticket_answer", fields)
