#include "vouch-answer-store.h"

#include <glib/gi18n-lib.h>

#include "vouch-audit-private.h"
#include "vouch-error.h"

#define TABLE "idempotency"

/* An answer with what the audit's digest of it says; NULL where none does. */
#define SELECT_ANSWER                                                                                                  \
  "SELECT i.key, i.use_case, i.content_hash, i.answer, i.at, i.seq, r.digest FROM " TABLE " i LEFT JOIN audit_row r "  \
  "ON r.\"table\" = '" TABLE "' AND r.row_id = i.seq AND r.seq = i.seq "

enum
{
  COLUMN_KEY,
  COLUMN_USE_CASE,
  COLUMN_CONTENT,
  COLUMN_ANSWER,
  COLUMN_AT,
  COLUMN_SEQ,
  COLUMN_DIGEST,
};

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

/* The one definition of an answer's digest; both storing and verifying come here. */
static void
digest_answer (const char *key, const char *use_case, GBytes *content, GBytes *answer, gint64 at,
               guint8 digest[VOUCH_HASH_SIZE])
{
  g_autoptr (VouchCanon) canon = vouch_canon_new ("vouch-answer/1");
  g_autoptr (GBytes) bytes = NULL;

  vouch_canon_text (canon, key);
  vouch_canon_text (canon, use_case);
  vouch_canon_bytes (canon, g_bytes_get_data (content, NULL), g_bytes_get_size (content));
  vouch_canon_bytes (canon, g_bytes_get_data (answer, NULL), g_bytes_get_size (answer));
  vouch_canon_number (canon, at);
  bytes = vouch_canon_end (canon);
  vouch_hash (NULL, 0, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), digest, VOUCH_HASH_SIZE);
}

/**
 * vouch_answer_store_insert:
 * @conn: the writing connection, in the act's transaction
 * @end: what was done, with its key and answer
 * @at: the transaction's moment
 * @seq: the act's entry in the audit, that is written next
 * @row: (out): what the entry says of the answer
 * @error: CONFLICT if the key was used before
 *
 * Returns: whether it is stored
 */
gboolean
vouch_answer_store_insert (VouchConn *conn, const VouchTxEnd *end, gint64 at, gint64 seq, VouchAuditRow *row,
                           GError **error)
{
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (
      conn, "INSERT INTO " TABLE " (key, use_case, content_hash, answer, at, seq) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
      error);
  guint8 hash[VOUCH_HASH_SIZE];
  g_autoptr (GBytes) content = NULL;

  if (stmt == NULL)
    return FALSE;
  hash_content (end->use_case, end->request_type, end->request, hash);
  content = g_bytes_new (hash, sizeof hash);
  *row = (VouchAuditRow){ .table = TABLE, .id = seq };
  digest_answer (end->key, end->use_case, content, end->answer, at, row->digest);
  vouch_stmt_bind_text (stmt, 1, end->key);
  vouch_stmt_bind_text (stmt, 2, end->use_case);
  vouch_stmt_bind_bytes (stmt, 3, hash, sizeof hash);
  vouch_stmt_bind_bytes (stmt, 4, g_bytes_get_data (end->answer, NULL), g_bytes_get_size (end->answer));
  vouch_stmt_bind_number (stmt, 5, at);
  vouch_stmt_bind_number (stmt, 6, seq);
  return vouch_stmt_run (stmt, error);
}

/* Whether the answer of a row is what the audit covers. */
static gboolean
is_as_covered (VouchStmt *stmt)
{
  g_autoptr (GBytes) content = vouch_stmt_dup_bytes (stmt, COLUMN_CONTENT);
  g_autoptr (GBytes) answer = vouch_stmt_dup_bytes (stmt, COLUMN_ANSWER);
  guint8 digest[VOUCH_HASH_SIZE];
  const guint8 *stored;
  gsize length;

  digest_answer (vouch_stmt_get_text (stmt, COLUMN_KEY), vouch_stmt_get_text (stmt, COLUMN_USE_CASE), content, answer,
                 vouch_stmt_get_number (stmt, COLUMN_AT), digest);
  stored = vouch_stmt_get_bytes (stmt, COLUMN_DIGEST, &length);
  return length == sizeof digest && memcmp (stored, digest, length) == 0;
}

static gboolean
take_answer (VouchStmt *stmt, const guint8 *hash, GBytes **answer, GError **error)
{
  gsize length;
  const guint8 *stored = vouch_stmt_get_bytes (stmt, COLUMN_CONTENT, &length);

  if (length != VOUCH_HASH_SIZE || memcmp (stored, hash, length) != 0)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT,
                           _ ("This act was done before with other content; look at the record and begin again"));
      return FALSE;
    }
  if (vouch_stmt_get_number (stmt, COLUMN_SEQ) != 0 && !is_as_covered (stmt))
    {
      g_set_error_literal (
          error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
          _ ("This act was done before, and its answer was changed outside Vouch; look at the record"));
      return FALSE;
    }
  *answer = vouch_stmt_dup_bytes (stmt, COLUMN_ANSWER);
  return TRUE;
}

/**
 * vouch_answer_store_get:
 * @conn: a connection
 * @key: an idempotency key
 * @use_case: what is about to be done
 * @request_type: the request's type
 * @request: the request
 * @answer: (out) (transfer full) (nullable): the first answer, or %NULL where the key is new
 * @error: CONFLICT if the key was used for something else; STORAGE if the answer is not the one that was given
 *
 * Same key and same content: the first answer. Same key and other content: a conflict.
 *
 * Returns: whether the act may go on, or was done before
 */
gboolean
vouch_answer_store_get (VouchConn *conn, const char *key, const char *use_case, const VouchRecordType *request_type,
                        gconstpointer request, GBytes **answer, GError **error)
{
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (conn, SELECT_ANSWER "WHERE i.key = ?1", error);
  guint8 hash[VOUCH_HASH_SIZE];
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
  return take_answer (stmt, hash, answer, error);
}

static gboolean
verify_covered (VouchConn *conn, VouchAuditFindings *findings, GError **error)
{
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (conn, SELECT_ANSWER "WHERE i.seq IS NOT NULL ORDER BY i.seq", error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  for (;;)
    {
      if (!vouch_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      if (!is_as_covered (stmt))
        return vouch_audit_report (findings, vouch_stmt_get_number (stmt, COLUMN_SEQ),
                                   _ ("the answer to it was changed"), error);
    }
}

static gboolean
verify_deletions (VouchConn *conn, VouchAuditFindings *findings, GError **error)
{
  g_autoptr (VouchStmt) stmt =
      vouch_conn_prepare (conn,
                          "SELECT seq FROM audit_row WHERE \"table\" = '" TABLE "' AND NOT EXISTS (SELECT 1 FROM " TABLE
                          " i WHERE i.seq = audit_row.row_id) LIMIT 1",
                          error);
  gboolean has_row;

  if (stmt == NULL || !vouch_stmt_step (stmt, &has_row, error))
    return FALSE;
  return !has_row ||
         vouch_audit_report (findings, vouch_stmt_get_number (stmt, 0), _ ("the answer to it was deleted"), error);
}

/* Every act has one answer, so that there are as many without cover as there are entries that cover none: those of
 * programs that knew of no cover. */
static gboolean
verify_uncovered (VouchConn *conn, VouchAuditFindings *findings, GError **error)
{
  gint64 answers, covered;

  if (!vouch_conn_get_number (conn, "SELECT count(*) FROM " TABLE " WHERE seq IS NULL", &answers, error) ||
      !vouch_conn_get_number (conn, "SELECT count(*) FROM audit_row WHERE \"table\" = '" TABLE "'", &covered, error))
    return FALSE;
  return answers == findings->entries - covered ||
         vouch_audit_report (findings, findings->entries - covered, _ ("an answer was added or deleted outside Vouch"),
                             error);
}

/**
 * vouch_answer_store_verify:
 * @conn: a connection
 * @findings: (inout): what was looked at
 * @error: STORAGE naming the entry whose answer is not what was given
 *
 * To be called when the chain is known to hold. Answers of acts that were done before answers were covered are only
 * counted.
 *
 * Returns: whether the audit and the answers agree
 */
gboolean
vouch_answer_store_verify (VouchConn *conn, VouchAuditFindings *findings, GError **error)
{
  return verify_covered (conn, findings, error) && verify_deletions (conn, findings, error) &&
         verify_uncovered (conn, findings, error);
}
