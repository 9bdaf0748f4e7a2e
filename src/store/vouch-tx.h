#pragma once

#include "vouch-clock.h"
#include "vouch-conn.h"
#include "vouch-id.h"
#include "vouch-record.h"
#include "vouch-signer.h"

G_BEGIN_DECLS

/**
 * VouchTxContext:
 * @clock: the injected clock
 * @ids: where new ids come from
 * @station: the station's number
 * @epoch: the database's epoch; a restored backup opens the next one
 * @audit_key: 32 bytes
 * @signer: signs the anchors of the audit chain
 *
 * What every transaction of a station shares. The pointers are lent for the transaction's life.
 */
typedef struct
{
  VouchClock *clock;
  VouchIdSource *ids;
  guint station;
  gint64 epoch;
  const guint8 *audit_key;
  VouchSigner *signer;
} VouchTxContext;

/**
 * VouchTx:
 *
 * One writing transaction: every row goes through it, and its audit entry and idempotency key are committed with it.
 * Lives on the writer's thread.
 */
typedef struct _VouchTx VouchTx;

/**
 * VouchTxEnd:
 * @actor_id: who acted, 0 for the station itself
 * @use_case: what was done, like "receive.count"
 * @request_type: the request's type
 * @request: the request
 * @key: the idempotency key
 * @answer: the answer's encoding, given again when the same act is repeated
 */
typedef struct
{
  gint64 actor_id;
  const char *use_case;
  const VouchRecordType *request_type;
  gconstpointer request;
  const char *key;
  GBytes *answer;
} VouchTxEnd;

VouchTx *vouch_tx_begin (VouchConn *conn, const VouchTxContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_tx_free (VouchTx *self);
VouchConn *vouch_tx_get_conn (VouchTx *self);
gint64 vouch_tx_get_now (VouchTx *self);
VouchDate vouch_tx_get_today (VouchTx *self);
gint64 vouch_tx_next_id (VouchTx *self);
gboolean vouch_tx_insert (VouchTx *self, const VouchRecordType *type, gconstpointer record, GError **error);
gboolean vouch_tx_update (VouchTx *self, const VouchRecordType *type, gconstpointer record, GError **error);
void vouch_tx_ask_anchor (VouchTx *self);
gboolean vouch_tx_commit (VouchTx *self, const VouchTxEnd *end, gboolean *in_doubt, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchTx, vouch_tx_free)

G_END_DECLS
