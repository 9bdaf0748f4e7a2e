#include "vouch-sealed-box.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>

#include "vouch-error.h"
#include "vouch-seal-private.h"

G_STATIC_ASSERT (crypto_box_SEEDBYTES == VOUCH_BOX_SEED_SIZE);
G_STATIC_ASSERT (crypto_box_PUBLICKEYBYTES == VOUCH_BOX_KEY_SIZE);
G_STATIC_ASSERT (crypto_box_SECRETKEYBYTES == VOUCH_BOX_KEY_SIZE);

static void
free_plain (gpointer plain)
{
  sodium_free (plain);
}

/**
 * vouch_box_key_pair:
 * @seed: 32 secret bytes, from which both keys follow
 * @public_key: (out caller-allocates): 32 bytes to give away
 * @secret_key: (out caller-allocates): 32 bytes to keep
 */
void
vouch_box_key_pair (const guint8 seed[VOUCH_BOX_SEED_SIZE], guint8 public_key[VOUCH_BOX_KEY_SIZE],
                    guint8 secret_key[VOUCH_BOX_KEY_SIZE])
{
  vouch_seal_start ();
  crypto_box_seed_keypair (public_key, secret_key, seed);
}

/**
 * vouch_box_seal:
 * @public_key: the receiver's key
 * @data: what to seal
 * @length: how many bytes
 *
 * The sender stays unknown, and cannot open the box again; sealing the same data twice makes different boxes.
 *
 * Returns: (transfer full) (nullable): the box, 48 bytes longer than @data; %NULL if @public_key is none that anything
 *   can be sealed to, like 32 zero bytes
 */
GBytes *
vouch_box_seal (const guint8 public_key[VOUCH_BOX_KEY_SIZE], const void *data, gsize length)
{
  g_autofree guint8 *sealed = NULL;

  g_return_val_if_fail (data != NULL || length == 0, NULL);

  vouch_seal_start ();
  sealed = g_malloc (length + crypto_box_SEALBYTES);
  if (crypto_box_seal (sealed, data, length, public_key) != 0)
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&sealed), length + crypto_box_SEALBYTES);
}

/**
 * vouch_box_open:
 * @public_key: the receiver's public key
 * @secret_key: the receiver's secret key
 * @sealed: what vouch_box_seal() made
 * @error: INVALID if it is damaged, or was sealed to another key
 *
 * Returns: (transfer full) (nullable): what was sealed; its memory is locked, and zeroed when it is freed
 */
GBytes *
vouch_box_open (const guint8 public_key[VOUCH_BOX_KEY_SIZE], const guint8 secret_key[VOUCH_BOX_KEY_SIZE],
                GBytes *sealed, GError **error)
{
  gsize length;
  const guint8 *box = g_bytes_get_data (sealed, &length);
  guint8 *plain = NULL;

  vouch_seal_start ();
  if (length >= crypto_box_SEALBYTES)
    plain = sodium_malloc (MAX (length - crypto_box_SEALBYTES, 1));
  if (plain == NULL || crypto_box_seal_open (plain, box, length, public_key, secret_key) != 0)
    {
      sodium_free (plain);
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                           _ ("The sealed box is damaged or was sealed to another key; fetch the receiver's key again "
                              "and repeat the sending"));
      return NULL;
    }
  return g_bytes_new_with_free_func (plain, length - crypto_box_SEALBYTES, free_plain, plain);
}
