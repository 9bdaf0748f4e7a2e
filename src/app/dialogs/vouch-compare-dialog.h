#pragma once

#include <adwaita.h>

#include "vouch-desk.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_COMPARE_DIALOG (vouch_compare_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VouchCompareDialog, vouch_compare_dialog, VOUCH, COMPARE_DIALOG, AdwWindow)

VouchCompareDialog *vouch_compare_dialog_new (GtkWindow *parent, VouchDesk *desk, gint64 lot_id);

G_END_DECLS
