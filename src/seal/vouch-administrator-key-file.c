#include "vouch-administrator-key-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <sys/stat.h>

#include "vouch-error.h"
#include "vouch-owned-file-private.h"
#include "vouch-passphrase-private.h"
#include "vouch-seal-private.h"

/*
 * "vouch-administrator-key/1\n", 16 bytes Argon2id salt, 24 bytes nonce, secretbox of the signer's seed, and 32 bytes
 * BLAKE2b-256 of all that stands before, which tells a damaged file from a wrong passphrase. The box's key is
 * BLAKE2b-256 (key: what Argon2id makes of the passphrase) of the first line and the salt.
 */
#define MAGIC "vouch-administrator-key/1\n"
#define MAGIC_SIZE (sizeof MAGIC - 1)
#define NONCE_AT (MAGIC_SIZE + VOUCH_KEY_FORMAT_SALT_SIZE)
#define BOX_AT (NONCE_AT + crypto_secretbox_NONCEBYTES)
#define BOX_SIZE (crypto_secretbox_MACBYTES + VOUCH_SIGNER_SEED_SIZE)
#define CHECKSUM_AT (BOX_AT + BOX_SIZE)
#define FILE_SIZE (CHECKSUM_AT + VOUCH_KEY_FORMAT_CHECKSUM_SIZE)

static gboolean
derive_box_key (const guint8 *file, const char *passphrase, const char *path, guint8 key[crypto_secretbox_KEYBYTES],
                GError **error)
{
  VouchKeyLock lock = { .by_passphrase = TRUE,
                        .passes = VOUCH_PASSPHRASE_PASSES,
                        .memory_kib = VOUCH_PASSPHRASE_MEMORY_KIB };
  guint8 unlock[32];

  memcpy (lock.salt, file + MAGIC_SIZE, sizeof lock.salt);
  if (!vouch_passphrase_derive (&lock, passphrase, path, unlock, error))
    return FALSE;
  crypto_generichash (key, crypto_secretbox_KEYBYTES, file, NONCE_AT, unlock, sizeof unlock);
  sodium_memzero (unlock, sizeof unlock);
  return TRUE;
}

/**
 * vouch_administrator_key_file_create:
 * @path: the file, which must not exist
 * @passphrase: by which it is opened
 * @public_key: (out caller-allocates): what the station keeps of it
 * @error: INVALID for the passphrase; CONFLICT if there is such a file; STORAGE
 *
 * Makes a new key. Takes 0.1 to 1 s.
 *
 * Returns: whether the file is on the disk
 */
gboolean
vouch_administrator_key_file_create (const char *path, const char *passphrase,
                                     guint8 public_key[VOUCH_SIGNER_PUBLIC_KEY_SIZE], GError **error)
{
  guint8 file[FILE_SIZE] = MAGIC;
  guint8 seed[VOUCH_SIGNER_SEED_SIZE], key[crypto_secretbox_KEYBYTES];
  g_autoptr (VouchSigner) signer = NULL;

  vouch_seal_start ();
  randombytes_buf (file + MAGIC_SIZE, VOUCH_KEY_FORMAT_SALT_SIZE + crypto_secretbox_NONCEBYTES);
  if (!derive_box_key (file, passphrase, path, key, error))
    return FALSE;
  randombytes_buf (seed, sizeof seed);
  signer = vouch_signer_new (seed);
  memcpy (public_key, vouch_signer_get_public_key (signer), VOUCH_SIGNER_PUBLIC_KEY_SIZE);
  crypto_secretbox_easy (file + BOX_AT, seed, sizeof seed, file + NONCE_AT, key);
  crypto_generichash (file + CHECKSUM_AT, VOUCH_KEY_FORMAT_CHECKSUM_SIZE, file, CHECKSUM_AT, NULL, 0);
  sodium_memzero (seed, sizeof seed);
  sodium_memzero (key, sizeof key);
  return vouch_owned_file_create (path, file, sizeof file, error);
}

/* The file is sealed, and a memory stick knows no owners: who else may read it does not matter. */
static gboolean
read_file (const char *path, guint8 file[FILE_SIZE], GError **error)
{
  g_autofree char *content = NULL;
  guint8 checksum[VOUCH_KEY_FORMAT_CHECKSUM_SIZE];
  gsize length = 0;
  GStatBuf about;

  if (g_stat (path, &about) != 0 || !S_ISREG (about.st_mode) ||
      (about.st_size <= (gint64)FILE_SIZE && !g_file_get_contents (path, &content, &length, NULL)))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND,
                   _ ("%s is no file that can be read; put the stick with the administrator's key in"), path);
      return FALSE;
    }
  if (length == FILE_SIZE && memcmp (content, MAGIC, MAGIC_SIZE) == 0)
    {
      memcpy (file, content, FILE_SIZE);
      crypto_generichash (checksum, sizeof checksum, file, CHECKSUM_AT, NULL, 0);
      if (memcmp (checksum, file + CHECKSUM_AT, sizeof checksum) == 0)
        return TRUE;
    }
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
               _ ("%s is no administrator's key, or it is damaged; take another copy of it"), path);
  return FALSE;
}

/**
 * vouch_administrator_key_file_open:
 * @path: the file
 * @passphrase: by which it is opened
 * @error: NOT_FOUND; INVALID if it is none, or damaged; DENIED if it is not the passphrase
 *
 * Opens a key. Takes 0.1 to 1 s.
 *
 * Returns: (transfer full) (nullable): who signs with it
 */
VouchSigner *
vouch_administrator_key_file_open (const char *path, const char *passphrase, GError **error)
{
  guint8 file[FILE_SIZE], seed[VOUCH_SIGNER_SEED_SIZE], key[crypto_secretbox_KEYBYTES];
  VouchSigner *signer = NULL;

  vouch_seal_start ();
  if (!read_file (path, file, error) || !derive_box_key (file, passphrase, path, key, error))
    return NULL;
  if (crypto_secretbox_open_easy (seed, file + BOX_AT, BOX_SIZE, file + NONCE_AT, key) == 0)
    signer = vouch_signer_new (seed);
  else
    vouch_set_field_error (error, "passphrase", VOUCH_ERROR_DENIED,
                           _ ("This is not the passphrase of the administrator's key in %s"), path);
  sodium_memzero (seed, sizeof seed);
  sodium_memzero (key, sizeof key);
  return signer;
}
