#include "vouch-lookup-trust.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"

/**
 * vouch_lookup_trust_find:
 * @db: the database
 * @station: a station's number
 * @epoch: one of its epochs
 * @trust: (out caller-allocates): what is believed of it
 * @error: DENIED if the station is not trusted in that epoch; STORAGE
 *
 * Finds the key with which a publication must be signed.
 *
 * Returns: whether there is one
 */
gboolean
vouch_lookup_trust_find (VouchLookupDb *db, guint station, gint64 epoch, VouchLookupTrust *trust, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt =
      vouch_lookup_db_prepare (db, "SELECT public_key, closed_at FROM trust WHERE station = ?1 AND epoch = ?2", error);
  gboolean has_row;
  gsize length;

  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_number (stmt, 1, station);
  vouch_lookup_stmt_bind_number (stmt, 2, epoch);
  if (!vouch_lookup_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (!has_row)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED,
                   _ ("Station %u, epoch %d is not trusted here; an administrator takes it over with \"vouch lookup "
                      "take-over\", or the operator enrols its key with \"vouch-lookup trust FILE\""),
                   station, (int)epoch);
      return FALSE;
    }
  memcpy (trust->public_key, vouch_lookup_stmt_get_bytes (stmt, 0, &length), sizeof trust->public_key);
  trust->is_closed = !vouch_lookup_stmt_is_null (stmt, 1);
  return TRUE;
}

/**
 * vouch_lookup_trust_get_newest:
 * @db: the database
 * @station: a station's number
 * @epoch: (out): its greatest epoch that is known here; 0 if none is
 * @error: STORAGE
 *
 * Returns: whether it could be looked for
 */
gboolean
vouch_lookup_trust_get_newest (VouchLookupDb *db, gint64 station, gint64 *epoch, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt =
      vouch_lookup_db_prepare (db, "SELECT epoch FROM trust WHERE station = ?1 ORDER BY epoch DESC LIMIT 1", error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_number (stmt, 1, station);
  if (!vouch_lookup_stmt_step (stmt, &has_row, error))
    return FALSE;
  *epoch = has_row ? vouch_lookup_stmt_get_number (stmt, 0) : 0;
  return TRUE;
}

static void
bind_bytes_or_null (VouchLookupStmt *stmt, int index, GBytes *bytes)
{
  if (bytes != NULL)
    vouch_lookup_stmt_bind_bytes (stmt, index, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  else
    vouch_lookup_stmt_bind_text (stmt, index, NULL);
}

static gboolean
close_earlier (VouchLookupDb *db, const VouchTrustRecord *record, gint64 now_us, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (
      db, "UPDATE trust SET closed_at = ?3 WHERE station = ?1 AND epoch < ?2 AND closed_at IS NULL", error);

  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_number (stmt, 1, record->station);
  vouch_lookup_stmt_bind_number (stmt, 2, record->epoch);
  vouch_lookup_stmt_bind_number (stmt, 3, now_us);
  return vouch_lookup_stmt_run (stmt, error);
}

/**
 * vouch_lookup_trust_save:
 * @db: the database, in a transaction
 * @record: what a station says of its newest epoch
 * @now_us: the time
 * @error: STORAGE
 *
 * Believes it from now on, and closes the station's earlier epochs. The key of an epoch that is known stays.
 *
 * Returns: whether it is saved
 */
gboolean
vouch_lookup_trust_save (VouchLookupDb *db, const VouchTrustRecord *record, gint64 now_us, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (
      db,
      "INSERT INTO trust (station, epoch, public_key, desk_key, host, created_at, enrolled_at) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (station, epoch) "
      "DO UPDATE SET desk_key = ?4, host = ?5, created_at = ?6, enrolled_at = ?7",
      error);

  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_number (stmt, 1, record->station);
  vouch_lookup_stmt_bind_number (stmt, 2, record->epoch);
  bind_bytes_or_null (stmt, 3, record->public_key);
  bind_bytes_or_null (stmt, 4, record->desk_key);
  vouch_lookup_stmt_bind_text (stmt, 5, record->host);
  vouch_lookup_stmt_bind_number (stmt, 6, record->created_at);
  vouch_lookup_stmt_bind_number (stmt, 7, now_us);
  return vouch_lookup_stmt_run (stmt, error) && close_earlier (db, record, now_us, error);
}

/**
 * vouch_lookup_trust_list_hosts:
 * @db: the database
 * @error: STORAGE
 *
 * Lists the host names that trusted stations print on their labels, in small letters and without a port: of closed
 * epochs too, as their labels are still on goods.
 *
 * Returns: (transfer full) (nullable): the names; ends with %NULL
 */
char **
vouch_lookup_trust_list_hosts (VouchLookupDb *db, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt =
      vouch_lookup_db_prepare (db, "SELECT DISTINCT host FROM trust WHERE host IS NOT NULL", error);
  g_autoptr (GStrvBuilder) hosts = g_strv_builder_new ();
  gboolean has_row;

  while (stmt != NULL && vouch_lookup_stmt_step (stmt, &has_row, error))
    {
      g_autofree char *host = NULL;

      if (!has_row)
        return g_strv_builder_end (hosts);
      host = g_ascii_strdown (vouch_lookup_stmt_get_text (stmt, 0), -1);
      *(strchrnul (host, ':')) = '\0';
      g_strv_builder_add (hosts, host);
    }
  return NULL;
}

/**
 * vouch_lookup_trust_find_desk_key:
 * @db: the database
 * @desk_key: (out caller-allocates): the service desk's X25519 public key
 * @is_there: (out): whether there is one; if not, no contact may be asked for
 * @error: STORAGE
 *
 * Finds the key to which customers' contacts are sealed: the one enrolled last.
 *
 * Returns: whether it could be looked for
 */
gboolean
vouch_lookup_trust_find_desk_key (VouchLookupDb *db, guint8 desk_key[32], gboolean *is_there, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt =
      vouch_lookup_db_prepare (db,
                               "SELECT desk_key FROM trust WHERE desk_key IS NOT NULL AND closed_at IS NULL "
                               "ORDER BY enrolled_at DESC LIMIT 1",
                               error);
  gsize length;

  if (stmt == NULL || !vouch_lookup_stmt_step (stmt, is_there, error))
    return FALSE;
  if (*is_there)
    memcpy (desk_key, vouch_lookup_stmt_get_bytes (stmt, 0, &length), 32);
  return TRUE;
}

/**
 * vouch_lookup_trust_note_refusal:
 * @db: the database, in a transaction
 * @station: a station that is known here
 * @epoch: one of its epochs that is known here
 * @kind: `closed` for a publication of a closed epoch, `takeover` for a take-over
 * @now_us: the time
 * @error: STORAGE
 *
 * Notes that something was refused that the operator has to know of. There is one row a kind and epoch, so that nobody
 * fills the disk with it.
 *
 * Returns: whether it is noted
 */
gboolean
vouch_lookup_trust_note_refusal (VouchLookupDb *db, gint64 station, gint64 epoch, const char *kind, gint64 now_us,
                                 GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (
      db,
      "INSERT INTO trust_refusal (station, epoch, kind, times, last_at) VALUES (?1, ?2, ?3, 1, ?4) "
      "ON CONFLICT (station, epoch, kind) DO UPDATE SET times = trust_refusal.times + 1, last_at = ?4",
      error);

  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_number (stmt, 1, station);
  vouch_lookup_stmt_bind_number (stmt, 2, epoch);
  vouch_lookup_stmt_bind_text (stmt, 3, kind);
  vouch_lookup_stmt_bind_number (stmt, 4, now_us);
  return vouch_lookup_stmt_run (stmt, error);
}
