#pragma once

#include "vouch-signature-group.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_SIGNING (vouch_signing_get_type ())
G_DECLARE_INTERFACE (VouchSigning, vouch_signing, VOUCH, SIGNING, GtkWindow)

/**
 * VouchSigningInterface:
 * @get_signature: where the dialog takes badge and PIN
 *
 * A dialog that asks for a signed decision on a lot.
 *
 * Signals: "signed" (void).
 */
struct _VouchSigningInterface
{
  GTypeInterface parent;
  VouchSignatureGroup *(*get_signature) (VouchSigning *self);
};

void vouch_signing_take_scan (VouchSigning *self, const char *text);
void vouch_signing_forget_pin (VouchSigning *self);
void vouch_signing_refuse (VouchSigning *self, const char *message);

G_END_DECLS
