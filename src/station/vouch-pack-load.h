#pragma once

#include "vouch-conn.h"
#include "vouch-date.h"
#include "vouch-pack.h"

G_BEGIN_DECLS

/**
 * VouchPackLoad:
 * @pack: a carton or a pallet
 * @units: how many units are in it, those in its cartons with them
 * @product_en: (nullable): what they are; %NULL where nothing is in it
 * @product_zh: (nullable): the same in Chinese
 * @gtin: (nullable): of one unit; %NULL where they are of several products, or have none
 * @lot: (nullable): their lot's number; %NULL where they are of several
 * @expiry: of that lot; 0 for none
 *
 * What is in a pack, as its label says it.
 */
typedef struct
{
  VouchPack *pack;
  gint64 units;
  char *product_en;
  char *product_zh;
  char *gtin;
  char *lot;
  VouchDate expiry;
} VouchPackLoad;

VouchPackLoad *vouch_pack_load_read (VouchConn *conn, gint64 pack_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_pack_load_check (const VouchPackLoad *self, GError **error);
gboolean vouch_pack_load_check_sscc (VouchConn *conn, const char *sscc, GError **error);
void vouch_pack_load_free (VouchPackLoad *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchPackLoad, vouch_pack_load_free)

G_END_DECLS
