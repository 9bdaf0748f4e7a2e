#pragma once

#include "vouch-ticket-answer.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

/* What the service desk says to a case. */
typedef struct
{
  char *number;
  VouchTicketState status;
  char *answer; /* nullable: what the customer reads; without one the last stays */
  gint64 seen;  /* nullable: the last answer that was seen, or the case's own id where there was none */
} VouchAnswerCaseRequest;

VOUCH_DECLARE_RECORD (VouchAnswerCaseRequest, vouch_answer_case_request)

/* What became of an answer at the lookup service. */
typedef struct
{
  gint64 answer_id;
  char *refusal; /* nullable: it was taken */
} VouchCarriedRequest;

VOUCH_DECLARE_RECORD (VouchCarriedRequest, vouch_carried_request)

/* Request VouchAnswerCaseRequest, answer VouchDone: the case. */
extern const VouchUseCase vouch_case_answer;
/* Request VouchCarriedRequest, answer VouchDone: the case. */
extern const VouchUseCase vouch_case_note_carried;

/* Which states the service desk can set, in their order. */
#define VOUCH_CASE_LAST_STATUS VOUCH_TICKET_STATE_CLOSED
gboolean vouch_case_status_is_settable (VouchTicketState state);
gboolean vouch_case_status_may_follow (VouchTicketState before, VouchTicketState after);
gboolean vouch_case_note_answer (VouchStation *station, gint64 answer_id, const char *refusal, GError **error);
/* Brings what waits to the lookup service. Waits for the network. */
gboolean vouch_case_carry (VouchStation *station, guint *n_carried, GError **error);

G_END_DECLS
