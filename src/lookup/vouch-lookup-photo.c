#include "vouch-lookup-photo.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-hex.h"

#define ALL_MAX (G_GINT64_CONSTANT (2) * 1024 * 1024 * 1024) /* bytes of all of them: nobody fills the disk */

/**
 * vouch_lookup_photo_is_picture:
 * @bytes: (array length=length): what was sent
 * @length: its bytes
 *
 * Looks at the first bytes alone: what is in it nobody decodes here.
 *
 * Returns: whether it may be taken as a JPEG or PNG picture
 */
gboolean
vouch_lookup_photo_is_picture (const guint8 *bytes, gsize length)
{
  static const guint8 jpeg[] = { 0xff, 0xd8, 0xff };
  static const guint8 png[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

  return length <= VOUCH_LOOKUP_PHOTO_MAX && ((length > sizeof jpeg && memcmp (bytes, jpeg, sizeof jpeg) == 0) ||
                                              (length > sizeof png && memcmp (bytes, png, sizeof png) == 0));
}

/**
 * vouch_lookup_photo_save:
 * @db: the writing connection, in a transaction
 * @case_id: the case that it came with
 * @sealed: the photograph, sealed to the service desk's key
 * @now_us: the time, which is that of the customer's consent
 * @error: INVALID, field "photo_room", if there are too many photographs already; STORAGE
 *
 * Keeps a photograph until its case is closed.
 *
 * Returns: whether it is kept, once the transaction commits
 */
gboolean
vouch_lookup_photo_save (VouchLookupDb *db, gint64 case_id, GBytes *sealed, gint64 now_us, GError **error)
{
  g_autofree char *hex = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, sealed);
  g_autoptr (VouchLookupStmt) stmt = NULL;
  guint8 sha256[32];
  gint64 kept;

  if (!vouch_lookup_db_get_number (db, "SELECT CAST (sum (bytes) AS BIGINT) FROM photo", &kept, error))
    return FALSE;
  if (kept + (gint64)g_bytes_get_size (sealed) > ALL_MAX)
    {
      vouch_set_field_error (error, "photo_room", VOUCH_ERROR_INVALID, "There is no room for more photographs");
      return FALSE;
    }
  stmt = vouch_lookup_db_prepare (
      db, "INSERT INTO photo (case_id, bytes, sha256, sealed, consent_at) VALUES (?1, ?2, ?3, ?4, ?5)", error);
  if (stmt == NULL)
    return FALSE;
  vouch_hex_read (hex, sha256, sizeof sha256);
  vouch_lookup_stmt_bind_number (stmt, 1, case_id);
  vouch_lookup_stmt_bind_number (stmt, 2, (gint64)g_bytes_get_size (sealed));
  vouch_lookup_stmt_bind_bytes (stmt, 3, sha256, sizeof sha256);
  vouch_lookup_stmt_bind_bytes (stmt, 4, g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed));
  vouch_lookup_stmt_bind_number (stmt, 5, now_us);
  return vouch_lookup_stmt_run (stmt, error);
}

/**
 * vouch_lookup_photo_load:
 * @db: the database
 * @case_id: a case
 * @error: NOT_FOUND; STORAGE
 *
 * Returns: (transfer full) (nullable): the photograph that came with the case, sealed
 */
GBytes *
vouch_lookup_photo_load (VouchLookupDb *db, gint64 case_id, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (db, "SELECT sealed FROM photo WHERE case_id = ?1", error);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  vouch_lookup_stmt_bind_number (stmt, 1, case_id);
  if (!vouch_lookup_stmt_step (stmt, &has_row, error))
    return NULL;
  if (has_row)
    return vouch_lookup_stmt_dup_bytes (stmt, 0);
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND, _ ("There is no photo with this case"));
  return NULL;
}

/**
 * vouch_lookup_photo_find_next:
 * @db: the database
 * @after: a case
 * @up_to: a later one
 * @error: STORAGE
 *
 * Returns: the first case after @after and not after @up_to that has a photograph; 0 if none has; -1 on an error
 */
gint64
vouch_lookup_photo_find_next (VouchLookupDb *db, gint64 after, gint64 up_to, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (
      db, "SELECT case_id FROM photo WHERE case_id > ?1 AND case_id <= ?2 ORDER BY case_id LIMIT 1", error);
  gboolean has_row;

  if (stmt == NULL)
    return -1;
  vouch_lookup_stmt_bind_number (stmt, 1, after);
  vouch_lookup_stmt_bind_number (stmt, 2, up_to);
  if (!vouch_lookup_stmt_step (stmt, &has_row, error))
    return -1;
  return has_row ? vouch_lookup_stmt_get_number (stmt, 0) : 0;
}

/**
 * vouch_lookup_photo_remove:
 * @db: the writing connection, in a transaction
 * @case_id: a case that is closed
 * @error: STORAGE
 *
 * Returns: whether the case has no photograph, once the transaction commits
 */
gboolean
vouch_lookup_photo_remove (VouchLookupDb *db, gint64 case_id, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (db, "DELETE FROM photo WHERE case_id = ?1", error);

  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_number (stmt, 1, case_id);
  return vouch_lookup_stmt_run (stmt, error);
}
