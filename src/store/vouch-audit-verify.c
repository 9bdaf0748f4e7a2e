#include <glib/gi18n-lib.h>

#include "vouch-answer-store.h"
#include "vouch-audit-private.h"
#include "vouch-error.h"
#include "vouch-record-types.h"
#include "vouch-row.h"

/* Always FALSE, for whoever found that the audit does not hold. */
gboolean
vouch_audit_report (VouchAuditFindings *findings, gint64 seq, const char *what, GError **error)
{
  findings->bad_seq = seq;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("The audit does not hold at entry %lld: %s"), (long long)seq,
               what);
  return FALSE;
}

static gboolean
report_row (VouchAuditFindings *findings, gint64 seq, const char *table, GError **error)
{
  g_autofree char *what = g_strdup_printf (_ ("a record of “%s” was changed outside Vouch"), table);

  return vouch_audit_report (findings, seq, what, error);
}

static GArray *
load_touched (VouchConn *conn, gint64 seq, GPtrArray *names, GError **error)
{
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (
      conn, "SELECT \"table\", row_id, digest FROM audit_row WHERE seq = ?1 ORDER BY position", error);
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (VouchAuditRow));
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  vouch_stmt_bind_number (stmt, 1, seq);
  for (;;)
    {
      VouchAuditRow row = { 0 };
      const guint8 *digest;
      gsize length;

      if (!vouch_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&rows);
      row.table = vouch_stmt_dup_text (stmt, 0);
      g_ptr_array_add (names, (gpointer)row.table);
      row.id = vouch_stmt_get_number (stmt, 1);
      digest = vouch_stmt_get_bytes (stmt, 2, &length);
      memcpy (row.digest, digest, MIN (length, sizeof row.digest));
      g_array_append_val (rows, row);
    }
}

static gboolean
verify_entry (VouchConn *conn, VouchStmt *stmt, VouchAuditHead *head, const guint8 *audit_key,
              VouchAuditFindings *findings, GError **error)
{
  gint64 seq = vouch_stmt_get_number (stmt, 0);
  VouchAuditEntry entry = {
    .at = vouch_stmt_get_number (stmt, 1),
    .offset_s = (int)vouch_stmt_get_number (stmt, 2),
    .station = (guint)vouch_stmt_get_number (stmt, 3),
    .epoch = vouch_stmt_get_number (stmt, 4),
    .actor_id = vouch_stmt_get_number (stmt, 5),
    .use_case = vouch_stmt_get_text (stmt, 6),
  };
  g_autoptr (GBytes) request = vouch_stmt_dup_bytes (stmt, 7);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) rows = load_touched (conn, seq, names, error);
  guint8 digest[VOUCH_HASH_SIZE], hash[VOUCH_HASH_SIZE];
  const guint8 *stored;
  gsize length;

  if (rows == NULL)
    return FALSE;
  if (seq != head->seq + 1)
    return vouch_audit_report (findings, head->seq + 1, _ ("an entry is missing"), error);
  vouch_audit_digest_rows (rows, digest);
  stored = vouch_stmt_get_bytes (stmt, 8, &length);
  if (length != sizeof digest || memcmp (stored, digest, length) != 0)
    return vouch_audit_report (findings, seq, _ ("its rows were changed"), error);
  vouch_audit_hash_entry (&entry, seq, request, digest, head->hash, audit_key, hash);
  stored = vouch_stmt_get_bytes (stmt, 9, &length);
  if (length != sizeof hash || memcmp (stored, hash, length) != 0)
    return vouch_audit_report (findings, seq, _ ("it was changed"), error);
  head->seq = seq;
  memcpy (head->hash, hash, sizeof hash);
  findings->entries++;
  return TRUE;
}

static gboolean
verify_chain (VouchConn *conn, const guint8 *audit_key, VouchAuditFindings *findings, GError **error)
{
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (conn,
                                                   "SELECT seq, at, offset_s, station, epoch, actor_id, use_case, "
                                                   "request, digest, hash FROM audit_entry ORDER BY seq",
                                                   error);
  VouchAuditHead head = { 0 };
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  for (;;)
    {
      if (!vouch_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      if (!verify_entry (conn, stmt, &head, audit_key, findings, error))
        return FALSE;
    }
}

static gboolean
verify_anchors (VouchConn *conn, const guint8 *public_key, VouchAuditFindings *findings, GError **error)
{
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (conn,
                                                   "SELECT a.seq, a.hash, a.signature, a.at, e.hash FROM audit_anchor a"
                                                   " LEFT JOIN audit_entry e ON e.seq = a.seq ORDER BY a.seq",
                                                   error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  for (;;)
    {
      g_autoptr (GBytes) hash = NULL, signature = NULL, entry_hash = NULL, signed_bytes = NULL;
      gint64 seq;

      if (!vouch_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      seq = vouch_stmt_get_number (stmt, 0);
      hash = vouch_stmt_dup_bytes (stmt, 1);
      signature = vouch_stmt_dup_bytes (stmt, 2);
      entry_hash = vouch_stmt_dup_bytes (stmt, 4);
      if (entry_hash == NULL)
        return vouch_audit_report (findings, seq, _ ("it was signed and is gone"), error);
      if (g_bytes_get_size (hash) != VOUCH_HASH_SIZE || g_bytes_get_size (signature) != VOUCH_SIGNATURE_SIZE)
        return vouch_audit_report (findings, seq, _ ("its anchor is damaged"), error);
      signed_bytes = vouch_audit_dup_anchor (seq, g_bytes_get_data (hash, NULL), vouch_stmt_get_number (stmt, 3));
      if (!g_bytes_equal (hash, entry_hash) ||
          !vouch_signature_verify (public_key, g_bytes_get_data (signed_bytes, NULL), g_bytes_get_size (signed_bytes),
                                   g_bytes_get_data (signature, NULL)))
        return vouch_audit_report (findings, seq, _ ("its anchor's signature does not fit"), error);
      findings->anchors++;
    }
}

/* Every covered row has to be what the chain says it last became, and every row has to be covered. */
static gboolean
verify_table (VouchConn *conn, const VouchRecordType *type, VouchAuditFindings *findings, GError **error)
{
  VouchStmt *select = vouch_row_prepare_select (conn, type, "ORDER BY id", error);
  g_autoptr (VouchStmt) stmt = select;
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  for (;;)
    {
      g_autoptr (VouchStmt) last = NULL;
      guint8 digest[VOUCH_HASH_SIZE];
      const guint8 *stored;
      gpointer record;
      gsize length;
      gboolean covered;

      if (!vouch_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      record = vouch_row_read (stmt, type, 0);
      vouch_audit_digest_record (type, record, digest);
      last = vouch_conn_prepare (conn,
                                 "SELECT digest, seq FROM audit_row WHERE \"table\" = ?1 AND row_id = ?2 ORDER BY seq "
                                 "DESC, position DESC LIMIT 1",
                                 error);
      if (last != NULL)
        {
          vouch_stmt_bind_text (last, 1, type->name);
          vouch_stmt_bind_number (last, 2, vouch_record_get_id (type, record));
        }
      vouch_record_free (type, record);
      if (last == NULL || !vouch_stmt_step (last, &covered, error))
        return FALSE;
      if (!covered)
        return report_row (findings, findings->entries + 1, type->name, error);
      stored = vouch_stmt_get_bytes (last, 0, &length);
      if (length != sizeof digest || memcmp (stored, digest, length) != 0)
        return report_row (findings, vouch_stmt_get_number (last, 1), type->name, error);
      findings->rows++;
    }
}

static gboolean
verify_deletions (VouchConn *conn, const VouchRecordType *type, VouchAuditFindings *findings, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT seq FROM audit_row WHERE \"table\" = ?1 AND row_id NOT IN (SELECT id FROM \"%s\") LIMIT 1", type->name);
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (conn, sql, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  vouch_stmt_bind_text (stmt, 1, type->name);
  if (!vouch_stmt_step (stmt, &has_row, error))
    return FALSE;
  return !has_row ||
         vouch_audit_report (findings, vouch_stmt_get_number (stmt, 0), _ ("a row it made was deleted"), error);
}

/**
 * vouch_audit_store_verify:
 * @conn: a connection
 * @audit_key: 32 bytes
 * @public_key: the station's Ed25519 key, 32 bytes
 * @findings: (out): what was looked at
 * @error: STORAGE naming the first entry that does not hold
 *
 * Finds a change, a deletion, a reordering, an insertion, a truncation before an anchor, and any change of a business
 * row, or of the answer to an act, outside the use cases.
 *
 * Returns: whether the audit and the records agree
 */
gboolean
vouch_audit_store_verify (VouchConn *conn, const guint8 *audit_key, const guint8 *public_key,
                          VouchAuditFindings *findings, GError **error)
{
  memset (findings, 0, sizeof *findings);
  if (!verify_chain (conn, audit_key, findings, error) || !verify_anchors (conn, public_key, findings, error))
    return FALSE;
  for (guint i = 0; vouch_record_types[i] != NULL; i++)
    if (!verify_table (conn, vouch_record_types[i], findings, error) ||
        !verify_deletions (conn, vouch_record_types[i], findings, error))
      return FALSE;
  return vouch_answer_store_verify (conn, findings, error);
}
