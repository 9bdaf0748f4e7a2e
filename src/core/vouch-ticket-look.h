#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchTicketPart:
 *
 * What of a case is sealed.
 */
typedef enum
{
  VOUCH_TICKET_PART_CONTACT,
  VOUCH_TICKET_PART_PHOTO,
} VouchTicketPart;

extern const VouchEnum vouch_ticket_part_values;

/**
 * VouchTicketLook:
 *
 * Somebody looked at what a customer entrusted to the service desk.
 */
typedef struct
{
  gint64 id;
  gint64 ticket_id;
  VouchTicketPart part;
  gint64 looked_by;
  gint64 looked_at;
} VouchTicketLook;

VOUCH_DECLARE_RECORD (VouchTicketLook, vouch_ticket_look)

G_END_DECLS
