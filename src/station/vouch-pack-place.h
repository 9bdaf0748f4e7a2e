#pragma once

#include "vouch-pack-item.h"
#include "vouch-pack.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

/**
 * VouchPackThing:
 * @lot_id: of a unit; 0: it is a pack
 * @unit: of a unit
 * @pack: (nullable): the carton or pallet
 *
 * What a code names that can be packed.
 */
typedef struct
{
  gint64 lot_id;
  gint64 unit;
  VouchPack *pack;
} VouchPackThing;

void vouch_pack_thing_clear (VouchPackThing *self);
gboolean
vouch_pack_find_thing (VouchConn *conn, VouchStation *station, const char *code, VouchPackThing *thing, GError **error);
gboolean vouch_pack_find_place (VouchConn *conn, const VouchPackThing *thing, VouchPackItem **item, GError **error);
gboolean vouch_pack_check_packable (VouchConn *conn, VouchStation *station, const VouchPackThing *thing,
                                    const char *code, const VouchPack *pack, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VouchPackThing, vouch_pack_thing_clear)

G_END_DECLS
