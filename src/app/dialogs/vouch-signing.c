#include "vouch-signing.h"

G_DEFINE_INTERFACE (VouchSigning, vouch_signing, GTK_TYPE_WINDOW)

static void
vouch_signing_default_init (VouchSigningInterface *iface)
{
  g_signal_new ("signed", VOUCH_TYPE_SIGNING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * vouch_signing_take_scan:
 * @self: a dialog
 * @text: a code: the signer's badge
 */
void
vouch_signing_take_scan (VouchSigning *self, const char *text)
{
  g_return_if_fail (VOUCH_IS_SIGNING (self));

  vouch_signature_group_take_scan (VOUCH_SIGNING_GET_IFACE (self)->get_signature (self), text);
}

/**
 * vouch_signing_forget_pin:
 * @self: a dialog
 *
 * What is signed has changed, so it is signed anew.
 */
void
vouch_signing_forget_pin (VouchSigning *self)
{
  g_return_if_fail (VOUCH_IS_SIGNING (self));

  vouch_signature_group_forget_pin (VOUCH_SIGNING_GET_IFACE (self)->get_signature (self));
}

/**
 * vouch_signing_refuse:
 * @self: a dialog
 * @message: why the decision was refused
 *
 * Shows the message beside badge and PIN, and lets the decision be signed again.
 */
void
vouch_signing_refuse (VouchSigning *self, const char *message)
{
  g_return_if_fail (VOUCH_IS_SIGNING (self));

  vouch_signature_group_refuse (VOUCH_SIGNING_GET_IFACE (self)->get_signature (self), message);
}
