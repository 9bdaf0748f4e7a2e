#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchOutboxState:
 *
 * Whether the lookup service has acknowledged it, or it waits no more because it went on in a later epoch: then it was
 * never sent.
 */
typedef enum
{
  VOUCH_OUTBOX_STATE_WAITING,
  VOUCH_OUTBOX_STATE_SENT,
} VouchOutboxState;

extern const VouchEnum vouch_outbox_state_values;

/**
 * VouchOutbox:
 *
 * A signed publication on its way to the lookup service, in a gapless order per epoch.
 */
typedef struct
{
  gint64 id;
  gint64 epoch;
  gint64 seq;
  char *type; /* public-record, control-record, document */
  gint64 lot_id;
  gint64 rev;
  GBytes *body_hash; /* the next one's prev */
  char *line;        /* the JSON line as it is sent */
  VouchOutboxState state;
  gint64 published_at;
  gint64 sent_at;
  char *refusal; /* nullable: why the service did not take it when it was sent last */
} VouchOutbox;

VOUCH_DECLARE_RECORD (VouchOutbox, vouch_outbox)

G_END_DECLS
