#pragma once

#include "vouch-decoder-photo.h"
#include "vouch-ticket-look.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

/* Somebody wants to see what a customer entrusted to the service desk. */
typedef struct
{
  char *number;
  VouchTicketPart part;
} VouchLookAtCaseRequest;

VOUCH_DECLARE_RECORD (VouchLookAtCaseRequest, vouch_look_at_case_request)

/* Request VouchLookAtCaseRequest, answer VouchDone: the case. Notes who looked; nothing is opened by it. */
extern const VouchUseCase vouch_case_look;

char *vouch_case_dup_contact (VouchStation *station, VouchActor *actor, const char *number,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_case_draw_photo (VouchStation *station, VouchActor *actor, const char *number, VouchDecoderPhoto *photo,
                                GError **error);
gboolean vouch_case_read_photo (VouchStation *station, VouchActor *actor, const char *number, guint longest,
                                VouchDecoderPhoto *photo, GError **error);

G_END_DECLS
