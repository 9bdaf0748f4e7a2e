#include "vouch-passphrase-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>

#include "vouch-error.h"

#define PASSPHRASE_MIN 12 /* characters */

/**
 * vouch_passphrase_derive:
 * @lock: salt and cost
 * @passphrase: UTF-8
 * @path: the file that it locks, for messages
 * @unlock: (out caller-allocates): the key that follows
 * @error: INVALID if @passphrase is too short; BUSY if the memory for it cannot be had now
 *
 * Argon2id; takes 0.1 to 1 s. The text is normalised, so that the two spellings of é are the same passphrase.
 *
 * Returns: whether @unlock is filled
 */
gboolean
vouch_passphrase_derive (const VouchKeyLock *lock, const char *passphrase, const char *path, guint8 unlock[32],
                         GError **error)
{
  g_autofree char *normal = g_utf8_normalize (passphrase, -1, G_NORMALIZE_ALL_COMPOSE);
  int derived;

  if (normal == NULL || g_utf8_strlen (normal, -1) < PASSPHRASE_MIN)
    {
      vouch_set_field_error (error, "passphrase", VOUCH_ERROR_INVALID,
                             _ ("The passphrase of a key file has at least %d characters"), PASSPHRASE_MIN);
      return FALSE;
    }
  derived = crypto_pwhash (unlock, 32, normal, strlen (normal), lock->salt, lock->passes,
                           (gsize)lock->memory_kib * 1024, crypto_pwhash_ALG_ARGON2ID13);
  sodium_memzero (normal, strlen (normal));
  if (derived == 0)
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY,
               _ ("Unlocking “%s” needs %u MiB of free memory; close other programs and try again"), path,
               lock->memory_kib / 1024);
  return FALSE;
}
