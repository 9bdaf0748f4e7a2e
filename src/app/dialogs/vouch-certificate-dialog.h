#pragma once

#include <adwaita.h>

#include "vouch-desk.h"
#include "vouch-lot.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_CERTIFICATE_DIALOG (vouch_certificate_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VouchCertificateDialog, vouch_certificate_dialog, VOUCH, CERTIFICATE_DIALOG, AdwWindow)

/**
 * VouchCertificateDialog:
 *
 * Notes a paper that came with a lot: what stands on it, and the hash of its file, which stays where it is.
 *
 * Signals: "added" (sentence): what came of it.
 */

VouchCertificateDialog *
vouch_certificate_dialog_new (GtkWindow *parent, VouchDesk *desk, const VouchLot *lot) G_GNUC_WARN_UNUSED_RESULT;
void vouch_certificate_dialog_take_file (VouchCertificateDialog *self, const char *path);

G_END_DECLS
