#include "vouch-outbox.h"

static const char *const outbox_state_names[] = { "waiting", "sent", NULL };
const VouchEnum vouch_outbox_state_values = { outbox_state_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchOutbox, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchOutbox, epoch, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchOutbox, seq, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchOutbox, type, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchOutbox, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchOutbox, rev, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchOutbox, body_hash, BYTES, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchOutbox, line, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchOutbox, state, vouch_outbox_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchOutbox, published_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchOutbox, sent_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchOutbox, refusal, TEXT, VOUCH_FIELD_ADDED),
};

VOUCH_DEFINE_RECORD (VouchOutbox, vouch_outbox, "outbox", fields)
