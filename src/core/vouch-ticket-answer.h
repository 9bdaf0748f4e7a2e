#pragma once

#include "vouch-record.h"
#include "vouch-ticket.h"

G_BEGIN_DECLS

/**
 * VouchTicketDelivery:
 * @VOUCH_TICKET_DELIVERY_WAITING: it is only here
 * @VOUCH_TICKET_DELIVERY_CARRIED: the lookup service has it
 * @VOUCH_TICKET_DELIVERY_REFUSED: the lookup service does not take it, and never will
 *
 * How far an answer has come.
 */
typedef enum
{
  VOUCH_TICKET_DELIVERY_WAITING,
  VOUCH_TICKET_DELIVERY_CARRIED,
  VOUCH_TICKET_DELIVERY_REFUSED,
} VouchTicketDelivery;

extern const VouchEnum vouch_ticket_delivery_values;

/**
 * VouchTicketAnswer:
 *
 * What the service desk said to a case, in its order. It waits here until the lookup service has it.
 */
typedef struct
{
  gint64 id;
  gint64 ticket_id;
  VouchTicketState state; /* where the case stands from then on */
  char *text;             /* nullable: what the customer reads; without one the last stays */
  gint64 answered_by;
  gint64 answered_at;
  VouchTicketDelivery delivery;
  gint64 carried_at;
  char *refusal; /* nullable: why the lookup service did not take it */
} VouchTicketAnswer;

VOUCH_DECLARE_RECORD (VouchTicketAnswer, vouch_ticket_answer)

G_END_DECLS
