#pragma once

#include "vouch-cli.h"

G_BEGIN_DECLS

/**
 * VouchLotView:
 * @VOUCH_LOT_VIEW_ALL: all that is known of the lot
 * @VOUCH_LOT_VIEW_INSPECTION: its inspection only
 *
 * How much of a lot is shown.
 */
typedef enum
{
  VOUCH_LOT_VIEW_ALL,
  VOUCH_LOT_VIEW_INSPECTION,
} VouchLotView;

void vouch_lot_view_run (VouchCli *cli, VouchLotView view);

G_END_DECLS
