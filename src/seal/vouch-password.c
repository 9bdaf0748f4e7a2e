#include "vouch-password.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>

#include "vouch-error.h"
#include "vouch-seal-private.h"

#define PASSES 3
#define MEMORY (64u * 1024 * 1024)
#define LABEL "vouch/password/1"

/* What a user who does not exist is compared with, so that the answer takes as long as for one who does. */
static const char nobody[] =
    "$argon2id$v=19$m=65536,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/* The pepper goes in first, by a keyed hash: a stolen database without the key file is then no use for guessing. The
 * text is normalised, so that full-width digits and the two spellings of é are the same password. */
static gboolean
add_pepper (const char *password, const guint8 *pepper, guint8 peppered[crypto_generichash_BYTES])
{
  g_autofree char *normal = NULL;
  crypto_generichash_state state;

  if (strlen (password) > VOUCH_PASSWORD_MAX)
    return FALSE;
  normal = g_utf8_normalize (password, -1, G_NORMALIZE_ALL_COMPOSE);
  if (normal == NULL || *normal == '\0')
    return FALSE;
  crypto_generichash_init (&state, pepper, VOUCH_PEPPER_SIZE, crypto_generichash_BYTES);
  crypto_generichash_update (&state, (const guint8 *)LABEL, strlen (LABEL));
  crypto_generichash_update (&state, (const guint8 *)normal, strlen (normal));
  crypto_generichash_final (&state, peppered, crypto_generichash_BYTES);
  sodium_memzero (&state, sizeof state);
  sodium_memzero (normal, strlen (normal));
  return TRUE;
}

/**
 * vouch_password_hash:
 * @password: a password or PIN, UTF-8, at most 1024 bytes
 * @pepper: the key file's pepper
 * @error: INVALID if @password is empty, too long or no UTF-8; BUSY if the memory for it cannot be had now
 *
 * Argon2id with 64 MiB, 3 passes and a random salt; the text says so itself, so that the cost can be raised later.
 *
 * Returns: (transfer full) (nullable): the hash, to be kept as text
 */
char *
vouch_password_hash (const char *password, const guint8 pepper[VOUCH_PEPPER_SIZE], GError **error)
{
  guint8 peppered[crypto_generichash_BYTES];
  char hash[crypto_pwhash_STRBYTES];
  gboolean hashed;

  g_return_val_if_fail (password != NULL, NULL);

  vouch_seal_start ();
  if (!add_pepper (password, pepper, peppered))
    {
      vouch_set_field_error (error, "password", VOUCH_ERROR_INVALID, _ ("The password must be text of 1 to %d bytes"),
                             VOUCH_PASSWORD_MAX);
      return NULL;
    }
  hashed = crypto_pwhash_str_alg (hash, (const char *)peppered, sizeof peppered, PASSES, MEMORY,
                                  crypto_pwhash_ALG_ARGON2ID13) == 0;
  sodium_memzero (peppered, sizeof peppered);
  if (!hashed)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_BUSY,
                           _ ("Checking passwords needs 64 MiB of free memory; close other programs and try again"));
      return NULL;
    }
  return g_strdup (hash);
}

/**
 * vouch_password_verify:
 * @hash: (nullable): what vouch_password_hash() made, or %NULL for a user who does not exist or has no password
 * @password: what was typed
 * @pepper: the key file's pepper
 *
 * Takes as long without a hash as with one, so that nobody learns by the clock who exists.
 *
 * Returns: whether it is the password
 */
gboolean
vouch_password_verify (const char *hash, const char *password, const guint8 pepper[VOUCH_PEPPER_SIZE])
{
  guint8 peppered[crypto_generichash_BYTES];
  gboolean usable, same;

  g_return_val_if_fail (password != NULL, FALSE);

  vouch_seal_start ();
  usable = add_pepper (password, pepper, peppered);
  if (!usable)
    memset (peppered, 0, sizeof peppered);
  same = crypto_pwhash_str_verify (hash != NULL ? hash : nobody, (const char *)peppered, sizeof peppered) == 0;
  sodium_memzero (peppered, sizeof peppered);
  return same && usable && hash != NULL;
}

/**
 * vouch_password_needs_rehash:
 * @hash: what vouch_password_hash() made, maybe of an older version
 *
 * Returns: whether it was made at another cost than today's; then hash the password again when it was next verified
 */
gboolean
vouch_password_needs_rehash (const char *hash)
{
  g_return_val_if_fail (hash != NULL, FALSE);

  return crypto_pwhash_str_needs_rehash (hash, PASSES, MEMORY) != 0;
}
