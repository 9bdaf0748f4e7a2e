#include "vouch-tx.h"

#include <glib/gi18n-lib.h>

#include "vouch-audit-store.h"
#include "vouch-error.h"
#include "vouch-hash.h"
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

static void
hash_content (const char *use_case, const VouchRecordType *type, gconstpointer request, guint8 hash[VOUCH_HASH_SIZE])
{
  g_autoptr (VouchCanon) canon = vouch_canon_new ("vouch-content/1");
  g_autoptr (GBytes) bytes = NULL;

  vouch_canon_text (canon, use_case);
  vouch_record_write_canon (type, request, canon);
  bytes = vouch_canon_end (canon);
  vouch_hash (NULL, 0, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), hash, VOUCH_HASH_SIZE);
}

static gboolean
insert_key (VouchTx *self, const VouchTxEnd *end, GError **error)
{
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (
      self->conn, "INSERT INTO idempotency (key, use_case, content_hash, answer, at) VALUES (?1, ?2, ?3, ?4, ?5)",
      error);
  guint8 hash[VOUCH_HASH_SIZE];

  if (stmt == NULL)
    return FALSE;
  hash_content (end->use_case, end->request_type, end->request, hash);
  vouch_stmt_bind_text (stmt, 1, end->key);
  vouch_stmt_bind_text (stmt, 2, end->use_case);
  vouch_stmt_bind_bytes (stmt, 3, hash, sizeof hash);
  vouch_stmt_bind_bytes (stmt, 4, g_bytes_get_data (end->answer, NULL), g_bytes_get_size (end->answer));
  vouch_stmt_bind_number (stmt, 5, self->now);
  return vouch_stmt_run (stmt, error);
}

/**
 * vouch_tx_commit:
 * @self: a transaction
 * @end: what was done, by whom, with which key and answer
 * @in_doubt: (out): whether the commit failed in such a way that it is not known whether it was saved
 * @error: what the database said
 *
 * Writes the idempotency key and the audit entry beside the rows and commits them together.
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
  if (!insert_key (self, end, error) ||
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

/**
 * vouch_tx_find_answer:
 * @conn: a connection
 * @key: an idempotency key
 * @use_case: what is about to be done
 * @request_type: the request's type
 * @request: the request
 * @answer: (out) (transfer full) (nullable): the first answer, or %NULL where the key is new
 * @error: CONFLICT if the key was used for something else
 *
 * Same key and same content: the first answer. Same key and other content: a conflict.
 *
 * Returns: whether the act may go on, or was done before
 */
gboolean
vouch_tx_find_answer (VouchConn *conn, const char *key, const char *use_case, const VouchRecordType *request_type,
                      gconstpointer request, GBytes **answer, GError **error)
{
  g_autoptr (VouchStmt) stmt =
      vouch_conn_prepare (conn, "SELECT content_hash, answer FROM idempotency WHERE key = ?1", error);
  guint8 hash[VOUCH_HASH_SIZE];
  const guint8 *stored;
  gsize length;
  gboolean has_row;

  *answer = NULL;
  if (stmt == NULL)
    return FALSE;
  vouch_stmt_bind_text (stmt, 1, key);
  if (!vouch_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  hash_content (use_case, request_type, request, hash);
  stored = vouch_stmt_get_bytes (stmt, 0, &length);
  if (length == sizeof hash && memcmp (stored, hash, length) == 0)
    {
      *answer = vouch_stmt_dup_bytes (stmt, 1);
      return TRUE;
    }
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT,
                       _ ("This act was done before with other content; look at the record and begin again"));
  return FALSE;
}
