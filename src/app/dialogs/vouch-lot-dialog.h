#pragma once

#include <adwaita.h>

#include "vouch-desk.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_LOT_DIALOG (vouch_lot_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VouchLotDialog, vouch_lot_dialog, VOUCH, LOT_DIALOG, AdwWindow)

/**
 * VouchLotDialog:
 *
 * A lot to look at, over a form that is about it and covers the page behind.
 */

VouchLotDialog *vouch_lot_dialog_new (GtkWindow *parent, VouchDesk *desk, gint64 lot_id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
