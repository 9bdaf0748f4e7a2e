#pragma once

#include <adwaita.h>

#include "vouch-desk.h"
#include "vouch-lot-file.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_LOT_PANE (vouch_lot_pane_get_type ())
G_DECLARE_FINAL_TYPE (VouchLotPane, vouch_lot_pane, VOUCH, LOT_PANE, AdwBin)

/**
 * VouchLotPane:
 *
 * One lot, beside a list of them: all that is known of it, and what may be done with it, which the pane asks for in a
 * dialog and carries out.
 *
 * Signals: "report": the report of the lot that is shown is wanted; "done" (const char *message): something was signed,
 * and lists of lots are to be read anew; "refused" (const char *message): the lot cannot be read.
 */

void vouch_lot_pane_set_desk (VouchLotPane *self, VouchDesk *desk);
void vouch_lot_pane_set_may_decide (VouchLotPane *self, gboolean may_decide);
void vouch_lot_pane_set_may_attach (VouchLotPane *self, gboolean may_attach);
void vouch_lot_pane_show_lot (VouchLotPane *self, gint64 lot_id);
gint64 vouch_lot_pane_get_lot (VouchLotPane *self);
const VouchLotFile *vouch_lot_pane_get_file (VouchLotPane *self);

G_END_DECLS
