#include "vouch-tx.h"

#include "vouch-answer-store.h"
#include "vouch-audit-store.h"
#include "vouch-row.h"
#include "vouch-search-store.h"
#include "vouch-work-store.h"

struct _VouchTx
{
  VouchConn *conn;
  const VouchTxContext *context;
  gint64 now;
  GArray *touched; /* VouchAuditRow */
  gboolean is_open;
  gboolean wants_anchor;
};

/**
 * vouch_tx_begin:
 * @conn: the writing connection
 * @context: what the station's transactions share; outlives the transaction
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): a transaction; freeing it uncommitted takes everything back
 */
VouchTx *
vouch_tx_begin (VouchConn *conn, const VouchTxContext *context, GError **error)
{
  VouchTx *self;

  if (!vouch_conn_begin (conn, error))
    return NULL;
  self = g_new0 (VouchTx, 1);
  self->conn = conn;
  self->context = context;
  self->now = vouch_clock_now (context->clock);
  self->touched = g_array_new (FALSE, FALSE, sizeof (VouchAuditRow));
  self->is_open = TRUE;
  return self;
}

void
vouch_tx_free (VouchTx *self)
{
  if (self == NULL)
    return;
  if (self->is_open)
    vouch_conn_rollback (self->conn);
  g_array_unref (self->touched);
  g_free (self);
}

VouchConn *
vouch_tx_get_conn (VouchTx *self)
{
  return self->conn;
}

/* The transaction's one moment, Unix microseconds UTC. */
gint64
vouch_tx_get_now (VouchTx *self)
{
  return self->now;
}

/* The warehouse's local date at that moment. */
VouchDate
vouch_tx_get_today (VouchTx *self)
{
  return vouch_date_from_time (self->now, vouch_clock_offset (self->context->clock, self->now));
}

gint64
vouch_tx_next_id (VouchTx *self)
{
  return vouch_id_source_next (self->context->ids);
}

static void
note_touched (VouchTx *self, const VouchRecordType *type, gconstpointer record)
{
  VouchAuditRow row = { .table = type->name, .id = vouch_record_get_id (type, record) };

  vouch_audit_digest_record (type, record, row.digest);
  g_array_append_val (self->touched, row);
}

typedef gboolean (*WriteFunc) (VouchConn *conn, const VouchRecordType *type, gconstpointer record, GError **error);

/* The row, with what lists are made of and with its place in the audit. */
static gboolean
write_record (VouchTx *self, WriteFunc write, const VouchRecordType *type, gconstpointer record, GError **error)
{
  if (!vouch_search_store_before_write (self->conn, type, record, error) || !write (self->conn, type, record, error) ||
      !vouch_search_store_after_write (self->conn, type, record, error) ||
      !vouch_work_store_after_write (self->conn, type, record, error))
    return FALSE;
  note_touched (self, type, record);
  return TRUE;
}

/**
 * vouch_tx_insert:
 * @self: a transaction
 * @type: the record's type
 * @record: a record with its id made
 * @error: CONFLICT where the table's rules refuse it
 *
 * Returns: whether the row was inserted and noted for the audit
 */
gboolean
vouch_tx_insert (VouchTx *self, const VouchRecordType *type, gconstpointer record, GError **error)
{
  return write_record (self, vouch_row_insert, type, record, error);
}

/**
 * vouch_tx_update:
 * @self: a transaction
 * @type: the record's type
 * @record: the row as it is to be
 * @error: CONFLICT where the table's rules refuse it, NOT_FOUND where there is no such row
 *
 * Returns: whether the row was changed and noted for the audit
 */
gboolean
vouch_tx_update (VouchTx *self, const VouchRecordType *type, gconstpointer record, GError **error)
{
  return write_record (self, vouch_row_update, type, record, error);
}

/* What goes out of the house is anchored with it: a publication, a batch of labels. */
void
vouch_tx_ask_anchor (VouchTx *self)
{
  self->wants_anchor = TRUE;
}

/* The answer is covered by the entry that comes next. */
static gboolean
insert_answer (VouchTx *self, const VouchTxEnd *end, GError **error)
{
  VouchAuditRow row;
  gint64 last;

  if (!vouch_audit_store_get_last_seq (self->conn, &last, error) ||
      !vouch_answer_store_insert (self->conn, end, self->now, last + 1, &row, error))
    return FALSE;
  g_array_append_val (self->touched, row);
  return TRUE;
}

/**
 * vouch_tx_commit:
 * @self: a transaction
 * @end: what was done, by whom, with which key and answer
 * @in_doubt: (out): whether the commit failed in such a way that it is not known whether it was saved
 * @error: what the database said
 *
 * Writes the answer under its key and the audit entry beside the rows and commits them together.
 *
 * Returns: whether all of it is durable
 */
gboolean
vouch_tx_commit (VouchTx *self, const VouchTxEnd *end, gboolean *in_doubt, GError **error)
{
  VouchAuditEntry entry = {
    .at = self->now,
    .offset_s = vouch_clock_offset (self->context->clock, self->now),
    .station = self->context->station,
    .epoch = self->context->epoch,
    .actor_id = end->actor_id,
    .use_case = end->use_case,
    .request_type = end->request_type,
    .request = end->request,
    .key = end->key,
    .rows = self->touched,
  };

  *in_doubt = FALSE;
  if (!insert_answer (self, end, error) ||
      !vouch_audit_store_append (self->conn, &entry, self->context->audit_key, self->context->signer, error) ||
      (self->wants_anchor && !vouch_audit_store_anchor (self->conn, self->now, self->context->signer, error)))
    return FALSE;
  self->is_open = FALSE;
  if (vouch_conn_commit (self->conn, error))
    return TRUE;
  *in_doubt = vouch_conn_is_in_doubt (self->conn);
  vouch_conn_rollback (self->conn);
  return FALSE;
}
