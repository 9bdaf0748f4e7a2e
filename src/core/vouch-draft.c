#include "vouch-draft.h"

static const char *const draft_state_names[] = { "open", "done", NULL };
const VouchEnum vouch_draft_state_values = { draft_state_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchDraft, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDraft, user_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDraft, use_case, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchDraft, subject_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDraft, idempotency_key, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchDraft, begun_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchDraft, state, vouch_draft_state_values, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchDraft, vouch_draft, "draft", fields)
