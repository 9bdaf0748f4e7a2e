/* Publishing which units are active; declared in vouch-publish-work.h. */
#include <glib/gi18n-lib.h>

#include "vouch-code-batch-store.h"
#include "vouch-code-version-work.h"
#include "vouch-control-record.h"
#include "vouch-error.h"
#include "vouch-hex.h"
#include "vouch-lot.h"
#include "vouch-policy-work.h"
#include "vouch-publication.h"
#include "vouch-publish-line.h"
#include "vouch-publish-work.h"
#include "vouch-row.h"
#include "vouch-sealed-box.h"
#include "vouch-void-unit.h"

static gboolean
has_key (const VouchControlRecord *record, guint32 version)
{
  for (guint i = 0; i < record->keys->len; i++)
    if (g_array_index (record->keys, VouchLotKey, i).key_version == version)
      return TRUE;
  return FALSE;
}

static gboolean
add_batch (VouchAct *act, VouchControlRecord *record, const VouchCodeBatch *batch, const VouchLot *lot, GError **error)
{
  VouchKeyFile *keys = vouch_station_get_keys (act->station);
  const guint8 *master = vouch_key_file_get_code_key (keys, (guint)batch->key_version);
  guint8 key[VOUCH_TRACE_KEY_SIZE];
  gboolean is_revoked;

  if (!vouch_code_version_is_revoked (act->conn, act->station, batch->key_version, &is_revoked, error))
    return FALSE;
  if (master == NULL)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
                   _ ("The key file has no version %d of the code key; put the latest copy of the key file back"),
                   (int)batch->key_version);
      return FALSE;
    }
  vouch_control_record_add_range (record, (guint32)batch->key_version, (guint32)batch->first_unit,
                                  (guint32)batch->units);
  if (!has_key (record, (guint32)batch->key_version))
    {
      vouch_trace_lot_key (master, batch->gtin, lot->number, key);
      vouch_control_record_add_key (record, (guint32)batch->key_version, is_revoked, key);
      vouch_wipe (key, sizeof key);
    }
  return TRUE;
}

/* Units of batches that are not active yet are of no use to the lookup service, and do no harm. */
static gboolean
add_voids (VouchAct *act, VouchControlRecord *record, gint64 lot_id, GError **error)
{
  g_autoptr (GPtrArray) voids = vouch_code_batch_store_list_voids (act->conn, lot_id, error);

  for (guint i = 0; voids != NULL && i < voids->len; i++)
    {
      const VouchVoidUnit *units = g_ptr_array_index (voids, i);

      vouch_control_record_add_void (record, (guint32)units->first_unit, (guint32)units->units);
    }
  return voids != NULL;
}

/* NULL without an error where no batch is active yet. */
static VouchControlRecord *
make_control_record (VouchAct *act, const VouchLot *lot, gint64 rev, GError **error)
{
  g_autoptr (GPtrArray) batches = vouch_code_batch_store_list (act->conn, lot->id, error);
  g_autoptr (VouchControlRecord) record = NULL;

  for (guint i = 0; batches != NULL && i < batches->len; i++)
    {
      const VouchCodeBatch *batch = g_ptr_array_index (batches, i);

      if (batch->state != VOUCH_CODE_BATCH_STATE_ACTIVE)
        continue;
      if (record == NULL)
        record = vouch_control_record_new (lot->number, batch->gtin, rev);
      if (!add_batch (act, record, batch, lot, error))
        return NULL;
    }
  if (record != NULL && !add_voids (act, record, lot->id, error))
    return NULL;
  return g_steal_pointer (&record);
}

/**
 * vouch_publish_codes:
 * @act: the act that activated codes, or enrolled a lookup service
 * @lot_id: the lot
 * @error: what the database or the key file said
 *
 * Publishes which units of the lot are active, sealed to the lookup service. Before one is enrolled there is nobody to
 * seal to; enrolling publishes what is active then.
 *
 * Returns: whether the publication waits to be sent, or there is nothing to publish
 */
gboolean
vouch_publish_codes (VouchAct *act, gint64 lot_id, GError **error)
{
  g_autofree char *hex = vouch_policy_dup (act->conn, "lookup-key");
  g_autoptr (VouchLot) lot = NULL;
  g_autoptr (VouchControlRecord) record = NULL;
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GError) local = NULL;
  guint8 public_key[VOUCH_BOX_KEY_SIZE];
  gint64 rev;

  if (hex == NULL || !vouch_hex_read (hex, public_key, sizeof public_key))
    return TRUE;
  lot = vouch_row_load (act->conn, &vouch_lot_type, lot_id, error);
  if (lot == NULL || !vouch_publish_find_revision (act, lot_id, VOUCH_PUBLICATION_CONTROL_RECORD, &rev, error))
    return FALSE;
  record = make_control_record (act, lot, rev, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (record == NULL)
    return TRUE;
  if (!vouch_control_record_check (record, error))
    return FALSE;
  sealed = vouch_control_record_seal (record, public_key);
  if (sealed == NULL)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                           _ ("The lookup service's key is worthless; enrol the service again"));
      return FALSE;
    }
  return vouch_publish_put (act, lot_id, rev, VOUCH_PUBLICATION_CONTROL_RECORD, sealed, error);
}
