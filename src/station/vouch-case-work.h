#pragma once

#include "vouch-ticket.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

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
} VouchTakeCaseRequest;

VOUCH_DECLARE_RECORD (VouchTakeCaseRequest, vouch_take_case_request)

/* Request VouchTakeCaseRequest, answer VouchDone: the ticket. */
extern const VouchUseCase vouch_case_take;

gboolean vouch_case_fetch (VouchStation *station, guint *n_new, GError **error);
char *vouch_case_dup_contact (VouchStation *station, VouchActor *actor, const VouchTicket *ticket,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
