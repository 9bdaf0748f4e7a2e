#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VOUCH_SIGNATURE_SIZE 64
#define VOUCH_SIGNER_SEED_SIZE 32
#define VOUCH_SIGNER_PUBLIC_KEY_SIZE 32

/**
 * VouchSigner:
 *
 * An Ed25519 key pair that signs. It never changes after it was made, so any thread may use it.
 */
typedef struct _VouchSigner VouchSigner;

VouchSigner *vouch_signer_new (const guint8 seed[VOUCH_SIGNER_SEED_SIZE]) G_GNUC_WARN_UNUSED_RESULT;
void vouch_signer_free (VouchSigner *self);
const guint8 *vouch_signer_get_public_key (const VouchSigner *self);
void
vouch_signer_sign (const VouchSigner *self, const void *data, gsize length, guint8 signature[VOUCH_SIGNATURE_SIZE]);
gboolean vouch_signature_verify (const guint8 public_key[VOUCH_SIGNER_PUBLIC_KEY_SIZE], const void *data, gsize length,
                                 const guint8 signature[VOUCH_SIGNATURE_SIZE]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchSigner, vouch_signer_free)

G_END_DECLS
