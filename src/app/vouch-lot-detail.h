#pragma once

#include <adwaita.h>

#include "vouch-desk.h"
#include "vouch-lot-file.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_LOT_DETAIL (vouch_lot_detail_get_type ())
G_DECLARE_FINAL_TYPE (VouchLotDetail, vouch_lot_detail, VOUCH, LOT_DETAIL, AdwBin)

/**
 * VouchLotDetail:
 *
 * All that is known of one lot: verdict and plan, the sample unit by unit, readings, reports, complaints, and what
 * happened when.
 */

VouchLotFile *vouch_lot_detail_swap_file (VouchLotDetail *self, VouchLotFile *file) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lot_detail_set_may_attach (VouchLotDetail *self, gboolean may_attach);
void vouch_lot_detail_read_ledgers (VouchLotDetail *self, VouchDesk *desk);
const VouchLotFile *vouch_lot_detail_get_file (VouchLotDetail *self);

G_END_DECLS
