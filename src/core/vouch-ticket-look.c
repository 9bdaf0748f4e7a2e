#include "vouch-ticket-look.h"

static const char *const ticket_part_names[] = { "contact", "photo", NULL };
const VouchEnum vouch_ticket_part_values = { ticket_part_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchTicketLook, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTicketLook, ticket_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchTicketLook, part, vouch_ticket_part_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTicketLook, looked_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTicketLook, looked_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchTicketLook, vouch_ticket_look, "ticket_look", fields)
