#pragma once

#include <adwaita.h>

#include "vouch-quality-view.h"
#include "vouch-quality-work.h"
#include "vouch-signing.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_DECLARE_DIALOG (vouch_declare_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VouchDeclareDialog, vouch_declare_dialog, VOUCH, DECLARE_DIALOG, AdwWindow)

/**
 * VouchDeclareDialog:
 *
 * Shows a quality level with its ledger, and asks what a QA lead declares about it: those acts that apply now, a
 * reason, and a signature (#VouchSigning).
 */

VouchDeclareDialog *vouch_declare_dialog_new (GtkWindow *parent, const VouchQualityStrip *strip, gboolean may_declare);
VouchDeclareRequest *vouch_declare_dialog_dup_request (VouchDeclareDialog *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
