#pragma once

#include <adwaita.h>

#include "vouch-desk.h"
#include "vouch-lot-file.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_CORRECT_DIALOG (vouch_correct_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VouchCorrectDialog, vouch_correct_dialog, VOUCH, CORRECT_DIALOG, AdwWindow)

/**
 * VouchCorrectDialog:
 *
 * Says what is wrong in a lot's record, and why. The fields show what is recorded; what is changed is corrected, at
 * once by a QA lead, else once a QA lead approves.
 *
 * Signals: "corrected" (sentence): what came of it.
 */

VouchCorrectDialog *
vouch_correct_dialog_new (GtkWindow *parent, VouchDesk *desk, const VouchLotFile *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
