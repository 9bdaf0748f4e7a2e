#pragma once

#include <adwaita.h>

#include "vouch-quality-view.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_LEDGER_VIEW (vouch_ledger_view_get_type ())
G_DECLARE_FINAL_TYPE (VouchLedgerView, vouch_ledger_view, VOUCH, LEDGER_VIEW, AdwBin)

/**
 * VouchLedgerView:
 *
 * A quality level: the severity in force, since when and why, what would change it, its ledger as a strip, and a
 * sentence on the entry that is chosen there.
 */

GtkWidget *vouch_ledger_view_new (void);
void vouch_ledger_view_show (VouchLedgerView *self, const VouchQualityStrip *strip);

G_END_DECLS
