#include "vouch-code-meaning.h"

#include "vouch-code-batch-store.h"
#include "vouch-hash.h"
#include "vouch-lot-store.h"
#include "vouch-trace-address.h"
#include "vouch-trace-code.h"

void
vouch_code_meaning_clear (VouchCodeMeaning *self)
{
  g_clear_pointer (&self->lot, g_free);
  *self = (VouchCodeMeaning){ 0 };
}

static gboolean
find_unit (VouchConn *conn, VouchStation *station, const VouchLot *lot, const char *serial, VouchCodeMeaning *meaning,
           GError **error)
{
  g_autoptr (GPtrArray) batches = vouch_code_batch_store_list (conn, lot->id, error);

  for (guint i = 0; batches != NULL && i < batches->len && !meaning->has_unit; i++)
    {
      const VouchCodeBatch *batch = g_ptr_array_index (batches, i);
      const guint8 *master = vouch_key_file_get_code_key (vouch_station_get_keys (station), (guint)batch->key_version);
      guint8 key[VOUCH_TRACE_KEY_SIZE];
      guint32 unit;

      if (master == NULL)
        continue;
      vouch_trace_lot_key (master, batch->gtin, lot->number, key);
      if (vouch_trace_serial_open (key, serial, &unit) && unit >= batch->first_unit &&
          unit < batch->first_unit + batch->units)
        {
          meaning->has_unit = TRUE;
          meaning->unit = unit;
        }
      vouch_wipe (key, sizeof key);
    }
  return batches != NULL;
}

/**
 * vouch_code_find:
 * @conn: a connection
 * @station: the station
 * @text: an address as on a label, or lot and serial with a space between, or a lot number
 * @meaning: (out): what it is of; all zero where it is not a code of ours
 * @error: what the database said
 *
 * Returns: whether it could be looked up
 */
gboolean
vouch_code_find (VouchConn *conn, VouchStation *station, const char *text, VouchCodeMeaning *meaning, GError **error)
{
  g_autoptr (VouchTraceAddress) address = vouch_trace_address_parse (text, NULL);
  g_auto (GStrv) parts = address == NULL ? g_strsplit (text, " ", 2) : NULL;
  const char *number = address != NULL ? address->lot : parts[0];
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchLot) lot = NULL;
  char serial[VOUCH_TRACE_SERIAL_LENGTH + 1] = "";

  *meaning = (VouchCodeMeaning){ 0 };
  if (number == NULL || !vouch_trace_lot_number_is_valid (number))
    return TRUE;
  lot = vouch_lot_store_find_by_number (conn, number, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (lot == NULL)
    return TRUE;
  meaning->lot_id = lot->id;
  meaning->lot = g_strdup (lot->number);
  if (address != NULL)
    g_strlcpy (serial, address->serial, sizeof serial);
  else if (parts[1] == NULL || !vouch_trace_serial_normalise (parts[1], serial))
    return TRUE;
  return *serial == '\0' || find_unit (conn, station, lot, serial, meaning, error);
}
