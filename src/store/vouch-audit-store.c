#include "vouch-audit-private.h"

static void
hash_bytes (const guint8 *key, GBytes *bytes, guint8 hash[VOUCH_HASH_SIZE])
{
  vouch_hash (key, key != NULL ? VOUCH_HASH_SIZE : 0, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), hash,
              VOUCH_HASH_SIZE);
}

/**
 * vouch_audit_digest_record:
 * @type: a record type
 * @record: a record
 * @digest: (out): BLAKE2b-256 of its canonical bytes
 */
void
vouch_audit_digest_record (const VouchRecordType *type, gconstpointer record, guint8 digest[VOUCH_HASH_SIZE])
{
  g_autoptr (VouchCanon) canon = vouch_canon_new ("vouch-row/1");
  g_autoptr (GBytes) bytes = NULL;

  vouch_record_write_canon (type, record, canon);
  bytes = vouch_canon_end (canon);
  hash_bytes (NULL, bytes, digest);
}

static gboolean
load_head (VouchConn *conn, VouchAuditHead *head, GError **error)
{
  g_autoptr (VouchStmt) stmt =
      vouch_conn_prepare (conn, "SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1", error);
  const guint8 *hash;
  gsize length;
  gboolean has_row;

  memset (head, 0, sizeof *head);
  if (stmt == NULL || !vouch_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  head->seq = vouch_stmt_get_number (stmt, 0);
  hash = vouch_stmt_get_bytes (stmt, 1, &length);
  if (length == sizeof head->hash)
    memcpy (head->hash, hash, length);
  return TRUE;
}

static GBytes *
write_request (const VouchAuditEntry *entry)
{
  g_autoptr (VouchCanon) canon = vouch_canon_new ("vouch-request/1");

  vouch_canon_text (canon, entry->key);
  vouch_record_write_canon (entry->request_type, entry->request, canon);
  return vouch_canon_end (canon);
}

/* What an act touched, in one digest. */
void
vouch_audit_digest_rows (const GArray *rows, guint8 digest[VOUCH_HASH_SIZE])
{
  g_autoptr (VouchCanon) canon = vouch_canon_new ("vouch-rows/1");
  g_autoptr (GBytes) bytes = NULL;

  vouch_canon_number (canon, rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      const VouchAuditRow *row = &g_array_index (rows, VouchAuditRow, i);

      vouch_canon_text (canon, row->table);
      vouch_canon_number (canon, row->id);
      vouch_canon_bytes (canon, row->digest, sizeof row->digest);
    }
  bytes = vouch_canon_end (canon);
  hash_bytes (NULL, bytes, digest);
}

/* The one definition of an entry's hash; both appending and verifying come here. */
void
vouch_audit_hash_entry (const VouchAuditEntry *entry, gint64 seq, GBytes *request, const guint8 *digest,
                        const guint8 *previous, const guint8 *audit_key, guint8 hash[VOUCH_HASH_SIZE])
{
  g_autoptr (VouchCanon) canon = vouch_canon_new ("vouch-audit/1");
  g_autoptr (GBytes) bytes = NULL;

  vouch_canon_number (canon, seq);
  vouch_canon_number (canon, entry->at);
  vouch_canon_number (canon, entry->offset_s);
  vouch_canon_number (canon, entry->station);
  vouch_canon_number (canon, entry->epoch);
  vouch_canon_number (canon, entry->actor_id);
  vouch_canon_text (canon, entry->use_case);
  vouch_canon_bytes (canon, g_bytes_get_data (request, NULL), g_bytes_get_size (request));
  vouch_canon_bytes (canon, digest, VOUCH_HASH_SIZE);
  vouch_canon_bytes (canon, previous, VOUCH_HASH_SIZE);
  bytes = vouch_canon_end (canon);
  hash_bytes (audit_key, bytes, hash);
}

static gboolean
insert_rows (VouchConn *conn, gint64 seq, const GArray *rows, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const VouchAuditRow *row = &g_array_index (rows, VouchAuditRow, i);
      g_autoptr (VouchStmt) stmt = vouch_conn_prepare (
          conn, "INSERT INTO audit_row (seq, position, \"table\", row_id, digest) VALUES (?1, ?2, ?3, ?4, ?5)", error);

      if (stmt == NULL)
        return FALSE;
      vouch_stmt_bind_number (stmt, 1, seq);
      vouch_stmt_bind_number (stmt, 2, i);
      vouch_stmt_bind_text (stmt, 3, row->table);
      vouch_stmt_bind_number (stmt, 4, row->id);
      vouch_stmt_bind_bytes (stmt, 5, row->digest, sizeof row->digest);
      if (!vouch_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_entry (VouchConn *conn, const VouchAuditEntry *entry, gint64 seq, GBytes *request, const guint8 *digest,
              const guint8 *hash, GError **error)
{
  g_autoptr (VouchStmt) stmt =
      vouch_conn_prepare (conn,
                          "INSERT INTO audit_entry (seq, at, offset_s, station, epoch, actor_id, use_case, request,"
                          " digest, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                          error);

  if (stmt == NULL)
    return FALSE;
  vouch_stmt_bind_number (stmt, 1, seq);
  vouch_stmt_bind_number (stmt, 2, entry->at);
  vouch_stmt_bind_number (stmt, 3, entry->offset_s);
  vouch_stmt_bind_number (stmt, 4, entry->station);
  vouch_stmt_bind_number (stmt, 5, entry->epoch);
  vouch_stmt_bind_number_or_null (stmt, 6, entry->actor_id);
  vouch_stmt_bind_text (stmt, 7, entry->use_case);
  vouch_stmt_bind_bytes (stmt, 8, g_bytes_get_data (request, NULL), g_bytes_get_size (request));
  vouch_stmt_bind_bytes (stmt, 9, digest, VOUCH_HASH_SIZE);
  vouch_stmt_bind_bytes (stmt, 10, hash, VOUCH_HASH_SIZE);
  return vouch_stmt_run (stmt, error);
}

/* What an anchor signs. */
GBytes *
vouch_audit_dup_anchor (gint64 seq, const guint8 *hash, gint64 at)
{
  g_autoptr (VouchCanon) canon = vouch_canon_new ("vouch-anchor/1");

  vouch_canon_number (canon, seq);
  vouch_canon_bytes (canon, hash, VOUCH_HASH_SIZE);
  vouch_canon_number (canon, at);
  return vouch_canon_end (canon);
}

static gboolean
insert_anchor (VouchConn *conn, const VouchAuditHead *head, gint64 at, VouchSigner *signer, GError **error)
{
  g_autoptr (GBytes) bytes = vouch_audit_dup_anchor (head->seq, head->hash, at);
  guint8 signature[VOUCH_SIGNATURE_SIZE];
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (
      conn, "INSERT OR IGNORE INTO audit_anchor (seq, hash, signature, at) VALUES (?1, ?2, ?3, ?4)", error);

  if (stmt == NULL)
    return FALSE;
  vouch_signer_sign (signer, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), signature);
  vouch_stmt_bind_number (stmt, 1, head->seq);
  vouch_stmt_bind_bytes (stmt, 2, head->hash, sizeof head->hash);
  vouch_stmt_bind_bytes (stmt, 3, signature, sizeof signature);
  vouch_stmt_bind_number (stmt, 4, at);
  return vouch_stmt_run (stmt, error);
}

/**
 * vouch_audit_store_append:
 * @conn: the writing connection, in the act's transaction
 * @entry: the act
 * @audit_key: 32 bytes
 * @signer: signs an anchor at every 500th entry
 * @error: what the database said
 *
 * Returns: whether the act is in the chain
 */
gboolean
vouch_audit_store_append (VouchConn *conn, const VouchAuditEntry *entry, const guint8 *audit_key, VouchSigner *signer,
                          GError **error)
{
  g_autoptr (GBytes) request = write_request (entry);
  guint8 digest[VOUCH_HASH_SIZE];
  VouchAuditHead previous, head;

  if (!load_head (conn, &previous, error))
    return FALSE;
  head.seq = previous.seq + 1;
  vouch_audit_digest_rows (entry->rows, digest);
  vouch_audit_hash_entry (entry, head.seq, request, digest, previous.hash, audit_key, head.hash);
  if (!insert_entry (conn, entry, head.seq, request, digest, head.hash, error) ||
      !insert_rows (conn, head.seq, entry->rows, error))
    return FALSE;
  return head.seq % VOUCH_AUDIT_ANCHOR_EVERY != 0 || insert_anchor (conn, &head, entry->at, signer, error);
}

/**
 * vouch_audit_store_anchor:
 * @conn: the writing connection
 * @at: now, Unix microseconds
 * @signer: who signs
 * @error: what the database said
 *
 * Signs the chain's head as it stands: at close, and with every label batch and publication.
 *
 * Returns: whether the anchor is there, or there is nothing to anchor
 */
gboolean
vouch_audit_store_anchor (VouchConn *conn, gint64 at, VouchSigner *signer, GError **error)
{
  VouchAuditHead head;

  return load_head (conn, &head, error) && (head.seq == 0 || insert_anchor (conn, &head, at, signer, error));
}

/**
 * vouch_audit_store_get_last_seq:
 * @conn: a connection
 * @seq: (out): the last entry; 0 where there is none
 * @error: what the database said
 *
 * Returns: whether the query ran
 */
gboolean
vouch_audit_store_get_last_seq (VouchConn *conn, gint64 *seq, GError **error)
{
  return vouch_conn_get_number (conn, "SELECT coalesce (max (seq), 0) FROM audit_entry", seq, error);
}

/**
 * vouch_audit_store_get_last_time:
 * @conn: a connection
 * @at: (out): when the last entry was made by its clock, Unix microseconds UTC; 0 where there is none
 * @error: what the database said
 *
 * Returns: whether the query ran
 */
gboolean
vouch_audit_store_get_last_time (VouchConn *conn, gint64 *at, GError **error)
{
  return vouch_conn_get_number (conn, "SELECT at FROM audit_entry ORDER BY seq DESC LIMIT 1", at, error);
}
