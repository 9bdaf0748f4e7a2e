#include "vouch-secret-file.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-hash.h"
#include "vouch-hex.h"
#include "vouch-owned-file-private.h"

#define TEXT_LENGTH (2 * VOUCH_SECRET_SIZE)

/**
 * vouch_secret_file_create:
 * @path: the file, which must not exist
 * @secret: (out caller-allocates): 32 fresh random bytes
 * @error: CONFLICT if the file exists; STORAGE
 *
 * Makes a secret and writes it as 64 hex digits and a line feed, mode 0600, synced to the disk.
 *
 * Returns: whether the file is there
 */
gboolean
vouch_secret_file_create (const char *path, guint8 secret[VOUCH_SECRET_SIZE], GError **error)
{
  char line[TEXT_LENGTH + 1];
  char *text;
  gboolean created;

  g_return_val_if_fail (path != NULL, FALSE);

  vouch_random_bytes (secret, VOUCH_SECRET_SIZE);
  text = vouch_hex_write (secret, VOUCH_SECRET_SIZE);
  memcpy (line, text, TEXT_LENGTH);
  line[TEXT_LENGTH] = '\n';
  created = vouch_owned_file_create (path, line, sizeof line, error);
  vouch_wipe (text, TEXT_LENGTH);
  vouch_wipe (line, sizeof line);
  g_free (text);
  if (!created)
    vouch_wipe (secret, VOUCH_SECRET_SIZE);
  return created;
}

/**
 * vouch_secret_file_read:
 * @path: the file
 * @secret: (out caller-allocates): its 32 bytes
 * @error: NOT_FOUND; INVALID if the file is a link, is another user's, or can be read by others; DENIED; STORAGE if it
 *   does not hold a secret
 *
 * Returns: whether the secret was read
 */
gboolean
vouch_secret_file_read (const char *path, guint8 secret[VOUCH_SECRET_SIZE], GError **error)
{
  guint8 *data;
  gsize length;
  gboolean valid;

  g_return_val_if_fail (path != NULL, FALSE);

  data = vouch_owned_file_read (path, TEXT_LENGTH + 1, &length, error);
  if (data == NULL)
    return FALSE;
  /* There is always room for the NUL: the reader's buffer is one byte longer than it says. */
  if (length == TEXT_LENGTH + 1 && data[TEXT_LENGTH] == '\n')
    length--;
  data[length] = '\0';
  valid = vouch_hex_read ((const char *)data, secret, VOUCH_SECRET_SIZE);
  vouch_wipe (data, TEXT_LENGTH + 1);
  g_free (data);
  if (!valid)
    {
      vouch_wipe (secret, VOUCH_SECRET_SIZE);
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
                   _ ("“%s” is damaged: it should be one line of 64 hex digits; restore it from its backup"), path);
    }
  return valid;
}
