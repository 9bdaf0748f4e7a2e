#include "vouch-lookup-administrators.h"

#include <string.h>

#define KEY_SIZE 32

/**
 * vouch_lookup_administrators_find:
 * @db: the database
 * @record: what a station says of an epoch
 * @key: an administrator's key
 * @is_known: (out): whether it was enrolled with an earlier epoch of the station
 * @is_withdrawn: (out): whether it does not count any more
 * @error: STORAGE
 *
 * Returns: whether it could be looked for
 */
gboolean
vouch_lookup_administrators_find (VouchLookupDb *db, const VouchTrustRecord *record, const guint8 key[32],
                                  gboolean *is_known, gboolean *is_withdrawn, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (
      db, "SELECT withdrawn_at FROM administrator WHERE station = ?1 AND public_key = ?2 AND epoch < ?3", error);

  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_number (stmt, 1, record->station);
  vouch_lookup_stmt_bind_bytes (stmt, 2, key, KEY_SIZE);
  vouch_lookup_stmt_bind_number (stmt, 3, record->epoch);
  if (!vouch_lookup_stmt_step (stmt, is_known, error))
    return FALSE;
  *is_withdrawn = *is_known && !vouch_lookup_stmt_is_null (stmt, 0);
  return TRUE;
}

static gboolean
names (const VouchTrustRecord *record, const guint8 *key)
{
  gsize length;
  const guint8 *keys = g_bytes_get_data (record->administrators, &length);

  for (gsize at = 0; at < length; at += KEY_SIZE)
    if (memcmp (keys + at, key, KEY_SIZE) == 0)
      return TRUE;
  return FALSE;
}

/* Those that count now. */
static GPtrArray *
list_current (VouchLookupDb *db, gint64 station, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (
      db, "SELECT public_key FROM administrator WHERE station = ?1 AND withdrawn_at IS NULL", error);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  vouch_lookup_stmt_bind_number (stmt, 1, station);
  while (vouch_lookup_stmt_step (stmt, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&keys);
      g_ptr_array_add (keys, vouch_lookup_stmt_dup_bytes (stmt, 0));
    }
  return NULL;
}

static gboolean
run_on_key (VouchLookupDb *db, const char *sql, const VouchTrustRecord *record, const guint8 *key, gint64 now_us,
            GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_number (stmt, 1, record->station);
  vouch_lookup_stmt_bind_bytes (stmt, 2, key, KEY_SIZE);
  vouch_lookup_stmt_bind_number (stmt, 3, now_us);
  if (strstr (sql, "?4") != NULL)
    vouch_lookup_stmt_bind_number (stmt, 4, record->epoch);
  return vouch_lookup_stmt_run (stmt, error);
}

static gboolean
withdraw_others (VouchLookupDb *db, const VouchTrustRecord *record, const guint8 *signer, gint64 now_us, GError **error)
{
  g_autoptr (GPtrArray) current = list_current (db, record->station, error);

  for (guint i = 0; current != NULL && i < current->len; i++)
    {
      const guint8 *key = g_bytes_get_data (g_ptr_array_index (current, i), NULL);

      if (names (record, key) || (signer != NULL && memcmp (key, signer, KEY_SIZE) == 0))
        continue;
      if (!run_on_key (db, "UPDATE administrator SET withdrawn_at = ?3 WHERE station = ?1 AND public_key = ?2", record,
                       key, now_us, error))
        return FALSE;
    }
  return current != NULL;
}

/**
 * vouch_lookup_administrators_save:
 * @db: the database, in a transaction
 * @record: what a station says of an epoch
 * @signer: (nullable): the administrator who signed it; %NULL if the operator enrols it
 * @now_us: the time
 * @error: STORAGE
 *
 * The keys that @record names count from now on, the others do not. Whoever takes an epoch over stays, even if the
 * database that was put back does not know him; and a key that was withdrawn stays so, because that database may be
 * from before.
 *
 * Returns: whether it is saved
 */
gboolean
vouch_lookup_administrators_save (VouchLookupDb *db, const VouchTrustRecord *record, const guint8 *signer,
                                  gint64 now_us, GError **error)
{
  const char *sql = signer != NULL ? "INSERT INTO administrator (station, public_key, epoch, enrolled_at) "
                                     "VALUES (?1, ?2, ?4, ?3) ON CONFLICT DO NOTHING"
                                   : "INSERT INTO administrator (station, public_key, epoch, enrolled_at) "
                                     "VALUES (?1, ?2, ?4, ?3) ON CONFLICT (station, public_key) "
                                     "DO UPDATE SET withdrawn_at = NULL";
  const guint8 *keys;
  gsize length;

  if (record->administrators == NULL)
    return TRUE;
  keys = g_bytes_get_data (record->administrators, &length);
  for (gsize at = 0; at < length; at += KEY_SIZE)
    if (!run_on_key (db, sql, record, keys + at, now_us, error))
      return FALSE;
  return withdraw_others (db, record, signer, now_us, error);
}
