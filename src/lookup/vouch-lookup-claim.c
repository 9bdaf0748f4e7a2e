#include "vouch-lookup-claim.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"

#define KEY_SIZE 32

static gboolean
note_key (VouchLookupDb *db, const VouchLookupKeys *keys, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (
      db, "INSERT INTO service_key (id, public_key) VALUES (1, ?1) ON CONFLICT DO NOTHING", error);

  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_bytes (stmt, 1, vouch_lookup_keys_get_public (keys), KEY_SIZE);
  return vouch_lookup_stmt_run (stmt, error);
}

static gboolean
check_key (VouchLookupDb *db, const VouchLookupKeys *keys, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (db, "SELECT public_key FROM service_key", error);
  gboolean has_row;
  gsize length;

  if (stmt == NULL || !vouch_lookup_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (has_row &&
      memcmp (vouch_lookup_stmt_get_bytes (stmt, 0, &length), vouch_lookup_keys_get_public (keys), KEY_SIZE) == 0)
    return TRUE;
  g_set_error_literal (
      error, VOUCH_ERROR, VOUCH_ERROR_DENIED,
      _ ("The database was made for another key; copy the file lookup-keys of the service that made it "
         "into the data folder"));
  return FALSE;
}

/**
 * vouch_lookup_claim:
 * @db: the database, for writing
 * @keys: the service's keys
 * @error: DENIED if the database belongs to another key; STORAGE
 *
 * Makes sure that the database is that of these keys. The first that comes to a new one has it.
 *
 * Returns: whether it is
 */
gboolean
vouch_lookup_claim (VouchLookupDb *db, const VouchLookupKeys *keys, GError **error)
{
  if (!vouch_lookup_db_begin (db, error))
    return FALSE;
  if (note_key (db, keys, error) && check_key (db, keys, error))
    return vouch_lookup_db_commit (db, error);
  vouch_lookup_db_rollback (db);
  return FALSE;
}
