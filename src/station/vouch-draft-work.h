#pragma once

#include "vouch-use-case.h"

G_BEGIN_DECLS

/* An act is begun: its key is kept until it is carried out, so that it happens once even if the program dies. */
typedef struct
{
  char *use_case;
  gint64 subject_id;
  char *idempotency_key;
} VouchBeginRequest;

VOUCH_DECLARE_RECORD (VouchBeginRequest, vouch_begin_request)

char *vouch_draft_begin (VouchStation *station, VouchActor *actor, const VouchUseCase *use_case, gint64 subject_id,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
