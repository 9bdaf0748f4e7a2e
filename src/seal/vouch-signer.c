#include "vouch-signer.h"

#include <sodium.h>

#include "vouch-seal-private.h"

struct _VouchSigner
{
  guint8 secret_key[crypto_sign_SECRETKEYBYTES];
  guint8 public_key[crypto_sign_PUBLICKEYBYTES];
};

G_STATIC_ASSERT (crypto_sign_SEEDBYTES == VOUCH_SIGNER_SEED_SIZE);
G_STATIC_ASSERT (crypto_sign_PUBLICKEYBYTES == VOUCH_SIGNER_PUBLIC_KEY_SIZE);
G_STATIC_ASSERT (crypto_sign_BYTES == VOUCH_SIGNATURE_SIZE);

/**
 * vouch_signer_new:
 * @seed: 32 secret bytes, from which both keys follow
 *
 * Returns: (transfer full): the signer; its secret key lies in locked memory
 */
VouchSigner *
vouch_signer_new (const guint8 seed[VOUCH_SIGNER_SEED_SIZE])
{
  VouchSigner *self;

  vouch_seal_start ();
  self = sodium_malloc (sizeof *self);
  if (self == NULL)
    g_error ("No locked memory left for a signing key");
  crypto_sign_seed_keypair (self->public_key, self->secret_key, seed);
  sodium_mprotect_readonly (self);
  return self;
}

/**
 * vouch_signer_free:
 * @self: (nullable) (transfer full): a signer
 */
void
vouch_signer_free (VouchSigner *self)
{
  sodium_free (self);
}

/**
 * vouch_signer_get_public_key:
 * @self: a signer
 *
 * Returns: (transfer none): 32 bytes, as long as the signer lives
 */
const guint8 *
vouch_signer_get_public_key (const VouchSigner *self)
{
  return self->public_key;
}

/**
 * vouch_signer_sign:
 * @self: a signer
 * @data: what to sign
 * @length: how many bytes
 * @signature: (out caller-allocates): Ed25519 (RFC 8032); the same data always gets the same signature
 */
void
vouch_signer_sign (const VouchSigner *self, const void *data, gsize length, guint8 signature[VOUCH_SIGNATURE_SIZE])
{
  g_return_if_fail (data != NULL || length == 0);

  crypto_sign_detached (signature, NULL, data, length, self->secret_key);
}

/**
 * vouch_signature_verify:
 * @public_key: the key of who is said to have signed
 * @data: what is said to be signed
 * @length: how many bytes
 * @signature: the signature
 *
 * Returns: whether the owner of @public_key signed exactly @data
 */
gboolean
vouch_signature_verify (const guint8 public_key[VOUCH_SIGNER_PUBLIC_KEY_SIZE], const void *data, gsize length,
                        const guint8 signature[VOUCH_SIGNATURE_SIZE])
{
  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  vouch_seal_start ();
  return crypto_sign_verify_detached (signature, data, length, public_key) == 0;
}
