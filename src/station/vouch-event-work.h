#pragma once

#include "vouch-suspicion.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

/* What happened at a lookup service, as a page of its log. */
typedef struct
{
  char *service; /* its public key, hex: each has a log of its own */
  GBytes *lines; /* JSON objects, one a line, in their order */
} VouchTakeEventsRequest;

VOUCH_DECLARE_RECORD (VouchTakeEventsRequest, vouch_take_events_request)

typedef struct
{
  gint64 taken; /* entries that were new */
  gint64 seq;   /* the last that is here now */
} VouchEventsTaken;

VOUCH_DECLARE_RECORD (VouchEventsTaken, vouch_events_taken)

/* What the QA lead says to a suspicion. */
typedef struct
{
  gint64 suspicion_id;
  char *note;
} VouchAcknowledgeRequest;

VOUCH_DECLARE_RECORD (VouchAcknowledgeRequest, vouch_acknowledge_request)

/* Request VouchTakeEventsRequest, answer VouchEventsTaken. What was taken before is not taken again. */
extern const VouchUseCase vouch_event_take;
/* Request VouchAcknowledgeRequest, answer VouchDone. */
extern const VouchUseCase vouch_suspicion_acknowledge;

G_END_DECLS
