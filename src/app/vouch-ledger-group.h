#pragma once

#include <adwaita.h>

#include "vouch-desk.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_LEDGER_GROUP (vouch_ledger_group_get_type ())
G_DECLARE_FINAL_TYPE (VouchLedgerGroup, vouch_ledger_group, VOUCH, LEDGER_GROUP, AdwBin)

/**
 * VouchLedgerGroup:
 *
 * The ledgers of a lot's product and supplier, one for each class of defects; out of sight where there is none.
 */

void vouch_ledger_group_read (VouchLedgerGroup *self, VouchDesk *desk, gint64 lot_id);

G_END_DECLS
