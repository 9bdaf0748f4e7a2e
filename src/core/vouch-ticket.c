#include "vouch-ticket.h"

static const char *const ticket_kind_names[] = { "consult", "complaint", "return", "exchange",
                                                 "repair",  "logistics", NULL };
const VouchEnum vouch_ticket_kind_values = { ticket_kind_names };

static const char *const ticket_state_names[] = { "received",  "review", "processing", "resolved",
                                                  "confirmed", "closed", "archived",   NULL };
const VouchEnum vouch_ticket_state_values = { ticket_state_names };

static const char *const ticket_photo_names[] = { "none", "wanted", "kept", "gone", NULL };
const VouchEnum vouch_ticket_photo_values = { ticket_photo_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchTicket, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTicket, number, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchTicket, case_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchTicket, kind, vouch_ticket_kind_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchTicket, state, vouch_ticket_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTicket, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTicket, inspection_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTicket, code, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTicket, unit, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTicket, has_unit, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTicket, problem, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchTicket, description, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTicket, contact, BYTES, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTicket, received_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTicket, due_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchTicket, photo, vouch_ticket_photo_values, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchTicket, photo_size, NUMBER, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchTicket, photo_sha256, BYTES, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchTicket, language, TEXT, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchTicket, satisfaction, NUMBER, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchTicket, satisfaction_text, TEXT, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchTicket, satisfied_at, TIME, VOUCH_FIELD_ADDED),
};

VOUCH_DEFINE_RECORD (VouchTicket, vouch_ticket, "ticket", fields)
