#pragma once

#include <gtk/gtk.h>

#include "vouch-quality-view.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_LEDGER_STRIP (vouch_ledger_strip_get_type ())
G_DECLARE_FINAL_TYPE (VouchLedgerStrip, vouch_ledger_strip, VOUCH, LEDGER_STRIP, GtkWidget)

/**
 * VouchLedgerStrip:
 *
 * A ledger as a strip, the oldest entry left: of each lot its result as a sign, under it the severity as a letter in a
 * band, and between lots where severity changed. Walked with the arrow keys.
 *
 * Signals: "selected" (position): another entry was chosen.
 */

void vouch_ledger_strip_set_cells (VouchLedgerStrip *self, GPtrArray *cells);
guint vouch_ledger_strip_get_selected (VouchLedgerStrip *self);
void vouch_ledger_strip_select (VouchLedgerStrip *self, guint position);
const VouchQualityCell *vouch_ledger_strip_get_cell (VouchLedgerStrip *self, guint position);
void vouch_ledger_strip_get_span (VouchLedgerStrip *self, guint position, double *start, double *end);

G_END_DECLS
