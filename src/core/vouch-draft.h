#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchDraftState:
 *
 * Whether the act was carried out.
 */
typedef enum
{
  VOUCH_DRAFT_STATE_OPEN,
  VOUCH_DRAFT_STATE_DONE,
} VouchDraftState;

extern const VouchEnum vouch_draft_state_values;

/**
 * VouchDraft:
 *
 * An act that was begun: what it is about and the key that makes it happen once.
 */
typedef struct
{
  gint64 id;
  gint64 user_id;
  char *use_case;
  gint64 subject_id;
  char *idempotency_key;
  gint64 begun_at;
  VouchDraftState state;
} VouchDraft;

VOUCH_DECLARE_RECORD (VouchDraft, vouch_draft)

G_END_DECLS
