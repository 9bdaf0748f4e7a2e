#include "vouch-lookup-document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-hex.h"
#include "vouch-public-record.h"

static gboolean
is_pdf (GBytes *pdf)
{
  gsize length;
  const char *bytes = g_bytes_get_data (pdf, &length);

  return length > 5 && length <= VOUCH_PUBLIC_REPORT_MAX && memcmp (bytes, "%PDF-", 5) == 0;
}

/**
 * vouch_lookup_document_store:
 * @db: the writing connection
 * @pdf: what a station published
 * @error: INVALID if it is no PDF of at most 300 KB; STORAGE
 *
 * Keeps a document. The same one twice changes nothing.
 *
 * Returns: whether it is kept
 */
gboolean
vouch_lookup_document_store (VouchLookupDb *db, GBytes *pdf, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = NULL;
  g_autofree char *hex = NULL;
  guint8 sha256[32];
  gsize length;
  const void *bytes = g_bytes_get_data (pdf, &length);

  if (!is_pdf (pdf))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("A published document is a PDF of at most %d bytes"),
                   VOUCH_PUBLIC_REPORT_MAX);
      return FALSE;
    }
  stmt = vouch_lookup_db_prepare (
      db, "INSERT INTO document (sha256, pdf) VALUES (?1, ?2) ON CONFLICT (sha256) DO NOTHING", error);
  if (stmt == NULL)
    return FALSE;
  hex = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  vouch_hex_read (hex, sha256, sizeof sha256);
  vouch_lookup_stmt_bind_bytes (stmt, 1, sha256, sizeof sha256);
  vouch_lookup_stmt_bind_bytes (stmt, 2, bytes, length);
  return vouch_lookup_stmt_run (stmt, error);
}

/**
 * vouch_lookup_document_load:
 * @db: a connection
 * @sha256: a document's hash
 * @error: STORAGE
 *
 * Returns: (transfer full) (nullable): the document; %NULL without an error where none was published
 */
GBytes *
vouch_lookup_document_load (VouchLookupDb *db, const guint8 sha256[32], GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (db, "SELECT pdf FROM document WHERE sha256 = ?1", error);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  vouch_lookup_stmt_bind_bytes (stmt, 1, sha256, 32);
  if (!vouch_lookup_stmt_step (stmt, &has_row, error) || !has_row)
    return NULL;
  return vouch_lookup_stmt_dup_bytes (stmt, 0);
}
