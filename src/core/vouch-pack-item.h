#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchPackItem:
 *
 * A unit in a carton, or a carton on a pallet, from when until when. What was taken out keeps its row.
 */
typedef struct
{
  gint64 id;
  gint64 pack_id;
  gint64 lot_id; /* of a unit */
  gint64 unit;
  gint64 child_id; /* of a carton; 0: it is a unit */
  gint64 added_by;
  gint64 added_at;
  gint64 removed_by;
  gint64 removed_at; /* 0: it is still there */
} VouchPackItem;

VOUCH_DECLARE_RECORD (VouchPackItem, vouch_pack_item)

G_END_DECLS
