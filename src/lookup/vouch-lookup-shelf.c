#include "vouch-lookup-shelf.h"

#include <glib/gi18n-lib.h>

#include "vouch-control-record.h"
#include "vouch-error.h"
#include "vouch-lookup-document.h"
#include "vouch-lookup-policy.h"
#include "vouch-public-record.h"

/* A lot number belongs to the station that published it first: no other station's key may speak for it. */
static gboolean
check_owner (const VouchLookupShelf *self, const char *lot, guint station, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt =
      vouch_lookup_db_prepare (self->db, "SELECT station FROM lot WHERE lot = ?1", error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_text (stmt, 1, lot);
  if (!vouch_lookup_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (has_row && vouch_lookup_stmt_get_number (stmt, 0) != station)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED, _ ("Lot %s was published by station %d, not by station %u"),
                   lot, (int)vouch_lookup_stmt_get_number (stmt, 0), station);
      return FALSE;
    }
  return TRUE;
}

/* A record replaces an older revision, or any of an earlier epoch; an older one changes nothing. */
static gboolean
put_record (const VouchLookupShelf *self, const VouchPublication *publication, GError **error)
{
  gsize length;
  const char *json = g_bytes_get_data (publication->body, &length);
  g_autoptr (VouchPublicRecord) record = vouch_public_record_from_json (json, (gssize)length, error);
  g_autofree char *text = g_strndup (json, length);
  g_autoptr (VouchLookupStmt) stmt = NULL;

  if (record == NULL || !check_owner (self, record->lot, publication->station, error))
    return FALSE;
  stmt = vouch_lookup_db_prepare (self->db,
                                  "INSERT INTO lot (lot, station, record_epoch, record_rev, record, was_released, "
                                  "gtin, status, released_at, record_seq) "
                                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (lot) DO UPDATE SET "
                                  "record_epoch = ?3, record_rev = ?4, record = ?5, "
                                  "gtin = ?7, status = ?8, released_at = ?9, record_seq = ?10, "
                                  "was_released = CASE WHEN ?6 > lot.was_released THEN ?6 ELSE lot.was_released END "
                                  "WHERE (?3, ?4) > (lot.record_epoch, lot.record_rev)",
                                  error);
  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_text (stmt, 1, record->lot);
  vouch_lookup_stmt_bind_number (stmt, 2, publication->station);
  vouch_lookup_stmt_bind_number (stmt, 3, publication->epoch);
  vouch_lookup_stmt_bind_number (stmt, 4, record->rev);
  vouch_lookup_stmt_bind_text (stmt, 5, text);
  vouch_lookup_stmt_bind_number (stmt, 6, record->status != VOUCH_PUBLIC_STATUS_ON_HOLD);
  vouch_lookup_stmt_bind_text (stmt, 7, record->gtin);
  vouch_lookup_stmt_bind_number (stmt, 8, record->status);
  vouch_lookup_stmt_bind_number (stmt, 9, record->released_at);
  vouch_lookup_stmt_bind_number (stmt, 10, publication->seq);
  return vouch_lookup_stmt_run (stmt, error);
}

/**
 * vouch_lookup_shelf_fill_in:
 * @db: the writing connection, in a transaction
 * @publication: a public record that was stored before
 * @error: STORAGE; INVALID
 *
 * Fills in what an earlier version did not store of the lot, if this is the record that the lot has.
 *
 * Returns: whether it went well, once the transaction commits
 */
gboolean
vouch_lookup_shelf_fill_in (VouchLookupDb *db, const VouchPublication *publication, GError **error)
{
  gsize length;
  const char *json = g_bytes_get_data (publication->body, &length);
  g_autoptr (VouchPublicRecord) record = vouch_public_record_from_json (json, (gssize)length, error);
  g_autoptr (VouchLookupStmt) stmt = NULL;

  if (record == NULL)
    return FALSE;
  stmt = vouch_lookup_db_prepare (db,
                                  "UPDATE lot SET gtin = ?4, status = ?5, released_at = ?6, record_seq = ?7 "
                                  "WHERE lot = ?1 AND record_epoch = ?2 AND record_rev = ?3 AND record_seq = 0",
                                  error);
  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_text (stmt, 1, record->lot);
  vouch_lookup_stmt_bind_number (stmt, 2, publication->epoch);
  vouch_lookup_stmt_bind_number (stmt, 3, record->rev);
  vouch_lookup_stmt_bind_text (stmt, 4, record->gtin);
  vouch_lookup_stmt_bind_number (stmt, 5, record->status);
  vouch_lookup_stmt_bind_number (stmt, 6, record->released_at);
  vouch_lookup_stmt_bind_number (stmt, 7, publication->seq);
  return vouch_lookup_stmt_run (stmt, error);
}

/* The control record is opened only to see that it can be; it is stored as sealed as it came. */
static gboolean
put_control (const VouchLookupShelf *self, const VouchPublication *publication, GError **error)
{
  g_autoptr (VouchControlRecord) control = vouch_control_record_open (
      publication->body, vouch_lookup_keys_get_public (self->keys), vouch_lookup_keys_get_secret (self->keys), error);
  g_autoptr (VouchLookupStmt) stmt = NULL;
  const guint8 *sealed;
  gsize length;

  if (control == NULL || !check_owner (self, control->lot, publication->station, error))
    return FALSE;
  stmt = vouch_lookup_db_prepare (self->db,
                                  "INSERT INTO lot (lot, station, control_epoch, control_rev, control) "
                                  "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (lot) DO UPDATE SET "
                                  "control_epoch = ?3, control_rev = ?4, control = ?5 "
                                  "WHERE (?3, ?4) > (lot.control_epoch, lot.control_rev)",
                                  error);
  if (stmt == NULL)
    return FALSE;
  sealed = g_bytes_get_data (publication->body, &length);
  vouch_lookup_stmt_bind_text (stmt, 1, control->lot);
  vouch_lookup_stmt_bind_number (stmt, 2, publication->station);
  vouch_lookup_stmt_bind_number (stmt, 3, publication->epoch);
  vouch_lookup_stmt_bind_number (stmt, 4, control->rev);
  vouch_lookup_stmt_bind_bytes (stmt, 5, sealed, length);
  return vouch_lookup_stmt_run (stmt, error);
}

/**
 * vouch_lookup_shelf_put:
 * @self: the shelf
 * @publication: a publication in its place of the chain
 * @error: INVALID if its body cannot be read; DENIED if the lot is another station's; STORAGE
 *
 * Makes what a publication says true. One of a type that this program does not know is kept in the chain and changes
 * no lot, so that a newer station can speak to an older lookup.
 *
 * Returns: whether it is true now
 */
gboolean
vouch_lookup_shelf_put (const VouchLookupShelf *self, const VouchPublication *publication, GError **error)
{
  if (g_str_equal (publication->type, VOUCH_PUBLICATION_PUBLIC_RECORD))
    return put_record (self, publication, error);
  if (g_str_equal (publication->type, VOUCH_PUBLICATION_CONTROL_RECORD))
    return put_control (self, publication, error);
  if (g_str_equal (publication->type, VOUCH_PUBLICATION_DOCUMENT))
    return vouch_lookup_document_store (self->db, publication->body, error);
  if (g_str_equal (publication->type, VOUCH_PUBLICATION_POLICY))
    return vouch_lookup_policy_store (self->db, publication->station, publication->epoch, publication->body, error);
  return TRUE;
}
