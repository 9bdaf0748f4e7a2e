#include "vouch-field-seal.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>

#include "vouch-error.h"
#include "vouch-seal-private.h"

/* A sealed field: one byte of version, a random nonce, and the secretbox of the padded text. */
#define VERSION 1
#define HEAD (1 + crypto_secretbox_NONCEBYTES)
#define BLOCK 32 /* texts are padded to a multiple of it: the length of a name or a number tells a lot */

G_STATIC_ASSERT (crypto_secretbox_KEYBYTES == VOUCH_FIELD_KEY_SIZE);

/**
 * vouch_field_seal:
 * @key: the key file's field key
 * @text: UTF-8
 *
 * Returns: (transfer full): @text sealed; every time otherwise
 */
GBytes *
vouch_field_seal (const guint8 key[VOUCH_FIELD_KEY_SIZE], const char *text)
{
  gsize length, padded;
  guint8 *plain, *sealed;

  g_return_val_if_fail (text != NULL, NULL);

  vouch_seal_start ();
  length = strlen (text);
  padded = (length / BLOCK + 1) * BLOCK;
  plain = g_malloc0 (padded);
  memcpy (plain, text, length);
  sodium_pad (&padded, plain, length, BLOCK, padded);

  sealed = g_malloc (HEAD + crypto_secretbox_MACBYTES + padded);
  sealed[0] = VERSION;
  randombytes_buf (sealed + 1, crypto_secretbox_NONCEBYTES);
  crypto_secretbox_easy (sealed + HEAD, plain, padded, sealed + 1, key);
  sodium_memzero (plain, padded);
  g_free (plain);
  return g_bytes_new_take (sealed, HEAD + crypto_secretbox_MACBYTES + padded);
}

/**
 * vouch_field_open:
 * @key: the key file's field key
 * @sealed: what vouch_field_seal() made
 * @error: STORAGE if it is damaged or was sealed under another key
 *
 * Returns: (transfer full) (nullable): the text
 */
char *
vouch_field_open (const guint8 key[VOUCH_FIELD_KEY_SIZE], GBytes *sealed, GError **error)
{
  gsize size, length = 0;
  const guint8 *box = g_bytes_get_data (sealed, &size);
  g_autofree guint8 *plain = NULL;

  vouch_seal_start ();
  if (size > HEAD + crypto_secretbox_MACBYTES && box[0] == VERSION)
    {
      gsize padded = size - HEAD - crypto_secretbox_MACBYTES;

      plain = g_malloc (padded);
      if (crypto_secretbox_open_easy (plain, box + HEAD, size - HEAD, box + 1, key) == 0 &&
          sodium_unpad (&length, plain, padded, BLOCK) == 0)
        {
          plain[length] = '\0'; /* the padding is at least one byte */
          return (char *)g_steal_pointer (&plain);
        }
    }
  g_set_error_literal (
      error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
      _ ("A personal field cannot be opened: it is damaged, or the key file is not the one that it was "
         "written with; restore the key file that belongs to this database"));
  return NULL;
}
