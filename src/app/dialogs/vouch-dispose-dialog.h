#pragma once

#include <adwaita.h>

#include "vouch-decide-work.h"
#include "vouch-lot-file.h"
#include "vouch-signing.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_DISPOSE_DIALOG (vouch_dispose_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VouchDisposeDialog, vouch_dispose_dialog, VOUCH, DISPOSE_DIALOG, AdwWindow)

/**
 * VouchDisposeDialog:
 *
 * The QA lead's decision on a lot: what becomes of how much, why, what follows, and the signature by badge and PIN. A
 * #VouchSigning: what was signed is vouch_dispose_dialog_dup_request().
 */

VouchDisposeDialog *vouch_dispose_dialog_new (GtkWindow *parent, const VouchLotFile *file) G_GNUC_WARN_UNUSED_RESULT;
VouchDisposeRequest *vouch_dispose_dialog_dup_request (VouchDisposeDialog *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
