#include "vouch-ticket-photo.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchTicketPhoto, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTicketPhoto, ticket_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchTicketPhoto, sealed, BYTES, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchTicketPhoto, fetched_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchTicketPhoto, vouch_ticket_photo, "ticket_photo", fields)
