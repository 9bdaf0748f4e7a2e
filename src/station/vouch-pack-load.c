#include "vouch-pack-load.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-gs1-sscc.h"
#include "vouch-lot.h"
#include "vouch-pack-store.h"
#include "vouch-policy-work.h"
#include "vouch-product.h"
#include "vouch-row.h"

/* On a label both languages stand side by side, whatever language the station is used in. */
#define SEVERAL_EN "Several products"
#define SEVERAL_ZH "多种产品"

/**
 * vouch_pack_load_free:
 * @self: (nullable): what is in a pack
 */
void
vouch_pack_load_free (VouchPackLoad *self)
{
  if (self == NULL)
    return;
  vouch_pack_free (self->pack);
  g_free (self->product_en);
  g_free (self->product_zh);
  g_free (self->gtin);
  g_free (self->lot);
  g_free (self);
}

/* A pallet holds cartons, and a carton no more packs. */
static gboolean
count (VouchConn *conn, gint64 pack_id, GHashTable *lots, gint64 *units, GError **error)
{
  g_autoptr (GPtrArray) items = vouch_pack_store_list_items (conn, pack_id, error);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const VouchPackItem *item = g_ptr_array_index (items, i);

      if (item->child_id == 0)
        {
          g_hash_table_add (lots, g_memdup2 (&item->lot_id, sizeof item->lot_id));
          ++*units;
        }
      else if (!count (conn, item->child_id, lots, units, error))
        return FALSE;
    }
  return items != NULL;
}

static void
take_several (VouchPackLoad *self)
{
  g_free (self->product_en);
  g_free (self->product_zh);
  self->product_en = g_strdup (SEVERAL_EN);
  self->product_zh = g_strdup (SEVERAL_ZH);
  g_clear_pointer (&self->gtin, g_free);
}

static gboolean
take_lot (VouchPackLoad *self, VouchConn *conn, gint64 lot_id, gint64 *product_id, GError **error)
{
  g_autoptr (VouchLot) lot = vouch_row_load (conn, &vouch_lot_type, lot_id, error);
  g_autoptr (VouchProduct) product =
      lot != NULL ? vouch_row_load (conn, &vouch_product_type, lot->product_id, error) : NULL;

  if (product == NULL)
    return FALSE;
  if (*product_id == 0)
    {
      self->product_en = g_strdup (product->name_en);
      self->product_zh = g_strdup (product->name_zh);
      self->gtin = vouch_policy_dup_unit_gtin (conn, product);
      self->lot = g_strdup (lot->number);
      self->expiry = lot->expiry;
    }
  else
    {
      g_clear_pointer (&self->lot, g_free);
      self->expiry = 0;
      if (*product_id != product->id)
        take_several (self);
    }
  *product_id = product->id;
  return TRUE;
}

/**
 * vouch_pack_load_read:
 * @conn: a connection
 * @pack_id: a carton or a pallet
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): what is in it
 */
VouchPackLoad *
vouch_pack_load_read (VouchConn *conn, gint64 pack_id, GError **error)
{
  g_autoptr (VouchPackLoad) self = g_new0 (VouchPackLoad, 1);
  g_autoptr (GHashTable) lots = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GList) ids = NULL;
  gint64 product_id = 0;

  self->pack = vouch_row_load (conn, &vouch_pack_type, pack_id, error);
  if (self->pack == NULL || !count (conn, pack_id, lots, &self->units, error))
    return NULL;
  ids = g_hash_table_get_keys (lots);
  for (GList *id = ids; id != NULL; id = id->next)
    if (!take_lot (self, conn, *(const gint64 *)id->data, &product_id, error))
      return NULL;
  return g_steal_pointer (&self);
}

/**
 * vouch_pack_load_check:
 * @self: what is in a pack
 * @error: DENIED with the reason why it gets no label now
 *
 * Returns: whether its label would stay true
 */
gboolean
vouch_pack_load_check (const VouchPackLoad *self, GError **error)
{
  if (self->pack->state == VOUCH_PACK_STATE_OPEN)
    vouch_set_field_error (error, "pack_id", VOUCH_ERROR_DENIED,
                           _ ("%s is still being filled: close it, then print its label"), self->pack->sscc);
  else if (self->pack->state != VOUCH_PACK_STATE_CLOSED)
    vouch_set_field_error (error, "pack_id", VOUCH_ERROR_DENIED, _ ("%s was broken or called back; it gets no label"),
                           self->pack->sscc);
  else if (self->units == 0)
    vouch_set_field_error (error, "pack_id", VOUCH_ERROR_DENIED, _ ("Nothing is in %s"), self->pack->sscc);
  else
    return TRUE;
  return FALSE;
}

/* What this station numbers: stations of one house have the same prefix, and each an extension digit of its own. */
static gboolean
is_ours (VouchConn *conn, const char *sscc, gboolean *ours, GError **error)
{
  g_autofree char *prefix = vouch_policy_dup (conn, "gs1-prefix");
  gint64 extension;

  if (!vouch_policy_read_number (conn, VOUCH_POLICY_SSCC_EXTENSION, &extension, error))
    return FALSE;
  *ours = prefix != NULL && g_ascii_digit_value (sscc[0]) == extension && g_str_has_prefix (sscc + 1, prefix);
  return TRUE;
}

/**
 * vouch_pack_load_check_sscc:
 * @conn: a connection
 * @sscc: what is to stand on a label of a table
 * @error: NOT_FOUND if the number would be one of ours and no pack has it; DENIED if the pack gets no label now
 *
 * A table says what its maker believes. Of a pack of ours the station knows better; of others it knows nothing.
 *
 * Returns: whether the label may be
 */
gboolean
vouch_pack_load_check_sscc (VouchConn *conn, const char *sscc, GError **error)
{
  char digits[VOUCH_GS1_SSCC_SIZE];
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchPack) pack = NULL;
  g_autoptr (VouchPackLoad) load = NULL;
  gboolean ours;

  if (!vouch_gs1_sscc_read (sscc, digits))
    return TRUE;
  pack = vouch_pack_store_find_by_sscc (conn, digits, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (pack != NULL)
    {
      load = vouch_pack_load_read (conn, pack->id, error);
      return load != NULL && vouch_pack_load_check (load, error);
    }
  if (!is_ours (conn, digits, &ours, error))
    return FALSE;
  if (!ours)
    return TRUE;
  vouch_set_field_error (error, "sscc", VOUCH_ERROR_NOT_FOUND,
                         _ ("SSCC %s would be a number of this station, and no carton or pallet has it"), digits);
  return FALSE;
}
