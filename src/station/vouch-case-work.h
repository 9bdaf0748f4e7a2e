#pragma once

#include "vouch-ticket.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

/* No sealed photograph is longer; what claims to be is not fetched. */
#define VOUCH_CASE_PHOTO_MAX (8 * 1024 * 1024)

/* A customer's case as the lookup service hands it over. */
typedef struct
{
  gint64 case_id;
  char *number;
  char *lot;
  char *serial; /* nullable */
  char *problem;
  char *description;
  GBytes *contact; /* nullable: sealed to the service desk's key */
  gint64 received_at;
  gint64 due_at;
  VouchTicketState state; /* as the customer sees it: a station that was put back takes it over */
  gint64 photo_size;      /* 0: there is none */
  GBytes *photo_sha256;   /* nullable */
  char *language;         /* nullable */
} VouchTakeCaseRequest;

VOUCH_DECLARE_RECORD (VouchTakeCaseRequest, vouch_take_case_request)

/* The photograph of a case, sealed as it came. */
typedef struct
{
  gint64 ticket_id;
  GBytes *sealed; /* nullable: the service has it no more */
} VouchTakePhotoRequest;

VOUCH_DECLARE_RECORD (VouchTakePhotoRequest, vouch_take_photo_request)

/* Request VouchTakeCaseRequest, answer VouchDone: the ticket. */
extern const VouchUseCase vouch_case_take;
/* Request VouchTakePhotoRequest, answer VouchDone: the ticket. */
extern const VouchUseCase vouch_case_take_photo;

/* What an act takes a page at a time. */
char **vouch_case_split_lines (GBytes *lines) G_GNUC_WARN_UNUSED_RESULT;
/* One line of a lookup service as a request. */
gboolean
vouch_case_take_line (VouchStation *station, VouchActor *actor, const char *line, guint *n_new, GError **error);
VouchTakeCaseRequest *vouch_case_read_line (const char *line, GError **error) G_GNUC_WARN_UNUSED_RESULT;

VouchTicket *vouch_case_find (VouchConn *conn, const char *number, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
