#pragma once

#include "vouch-use-case.h"

G_BEGIN_DECLS

/* An act is begun: its key is kept until it is carried out, so that it happens once even if the program dies. */
typedef struct
{
  char *use_case;
  gint64 subject_id;
  char *idempotency_key;
  char *ended_key; /* nullable: of the act whose outcome was seen */
} VouchBeginRequest;

VOUCH_DECLARE_RECORD (VouchBeginRequest, vouch_begin_request)

char *vouch_draft_begin (VouchStation *station, VouchActor *actor, const VouchUseCase *use_case, gint64 subject_id,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

char *vouch_draft_resume (VouchStation *station, VouchActor *actor, const VouchUseCase *use_case, gint64 subject_id,
                          gboolean *was_done, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_draft_begin_next (VouchStation *station, VouchActor *actor, const VouchUseCase *use_case, gint64 subject_id,
                              const char *ended_key, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_draft_end (VouchStation *station, VouchActor *actor, const VouchUseCase *use_case, gint64 subject_id,
                          const char *key, GError **error);

G_END_DECLS
