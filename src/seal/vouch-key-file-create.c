#include "vouch-key-file-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vouch-error.h"
#include "vouch-owned-file-private.h"
#include "vouch-passphrase-private.h"

/* A copy or a backup of one directory must not carry both the keys and what opens them. */
static gboolean
check_apart (const char *path, const char *unlock_path, GError **error)
{
  g_autofree char *directory = g_path_get_dirname (path);
  g_autofree char *unlock_directory = g_path_get_dirname (unlock_path);
  struct stat a, b;

  if (stat (directory, &a) != 0 || stat (unlock_directory, &b) != 0 || a.st_dev != b.st_dev || a.st_ino != b.st_ino)
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
               _ ("The unlock key “%s” lies in the key file's own directory, where one copy takes both; put it into "
                  "another directory"),
               unlock_path);
  return FALSE;
}

static gboolean
check_absent (const char *path, GError **error)
{
  struct stat found;

  if (lstat (path, &found) != 0)
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT,
               _ ("“%s” exists already and is not overwritten; open it, or choose another path"), path);
  return FALSE;
}

static VouchCodeKey *
make_code_key (guint32 version, gint64 created_at)
{
  VouchCodeKey *code_key = vouch_code_key_new (version, created_at);

  randombytes_buf (code_key->key, sizeof code_key->key);
  return code_key;
}

static gboolean
fill_and_write (VouchKeyFile *self, gint64 created_at, GError **error)
{
  g_autoptr (GBytes) file = NULL;
  const guint8 *data;
  gsize length;

  randombytes_buf (&self->locked->secrets, sizeof self->locked->secrets);
  g_ptr_array_add (self->code_keys, make_code_key (1, created_at));
  file = vouch_key_format_seal (&self->lock, self->locked->unlock, &self->locked->secrets, self->code_keys);
  data = g_bytes_get_data (file, &length);
  if (!vouch_owned_file_create (self->path, data, length, error))
    return FALSE;
  vouch_key_file_remember (self, data, length);
  vouch_key_file_derive (self);
  return TRUE;
}

/**
 * vouch_key_file_create:
 * @path: the key file, which must not exist
 * @unlock_path: the unlock key's file, in another directory; made if it does not exist
 * @error: as vouch_key_file_create_at()
 *
 * vouch_key_file_create_at() with no time noted for the first code key.
 *
 * Returns: (transfer full) (nullable): the opened key file
 */
VouchKeyFile *
vouch_key_file_create (const char *path, const char *unlock_path, GError **error)
{
  return vouch_key_file_create_at (path, unlock_path, 0, error);
}

/**
 * vouch_key_file_create_at:
 * @path: the key file, which must not exist
 * @unlock_path: the unlock key's file, in another directory; made if it does not exist
 * @created_at: the time now, Unix microseconds, or 0; noted with the first code key
 * @error: CONFLICT if the key file exists; INVALID if both paths are in one directory or the unlock file is not its
 *   owner's alone; STORAGE
 *
 * Makes fresh keys and the first version of the code key. When this returns, they are on the disk.
 *
 * Returns: (transfer full) (nullable): the opened key file
 */
VouchKeyFile *
vouch_key_file_create_at (const char *path, const char *unlock_path, gint64 created_at, GError **error)
{
  g_autoptr (VouchKeyFile) self = NULL;
  gboolean unlock_is_ours;

  g_return_val_if_fail (path != NULL && unlock_path != NULL, NULL);

  if (!check_absent (path, error) || !check_apart (path, unlock_path, error))
    return NULL;
  self = vouch_key_file_alloc (path);
  unlock_is_ours = check_absent (unlock_path, NULL);
  if (unlock_is_ours ? !vouch_secret_file_create (unlock_path, self->locked->unlock, error)
                     : !vouch_secret_file_read (unlock_path, self->locked->unlock, error))
    return NULL;
  if (!fill_and_write (self, created_at, error))
    {
      if (unlock_is_ours)
        unlink (unlock_path);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * vouch_key_file_create_with_passphrase:
 * @path: the key file, which must not exist
 * @passphrase: at least 12 characters
 * @created_at: the time now, Unix microseconds, or 0
 * @error: CONFLICT if the key file exists; INVALID if @passphrase is too short; BUSY without memory; STORAGE
 *
 * Like vouch_key_file_create_at(), with an unlock key that somebody remembers instead of one in a file. Takes about a
 * second.
 *
 * Returns: (transfer full) (nullable): the opened key file
 */
VouchKeyFile *
vouch_key_file_create_with_passphrase (const char *path, const char *passphrase, gint64 created_at, GError **error)
{
  g_autoptr (VouchKeyFile) self = NULL;

  g_return_val_if_fail (path != NULL && passphrase != NULL, NULL);

  if (!check_absent (path, error))
    return NULL;
  self = vouch_key_file_alloc (path);
  self->lock.by_passphrase = TRUE;
  self->lock.passes = VOUCH_PASSPHRASE_PASSES;
  self->lock.memory_kib = VOUCH_PASSPHRASE_MEMORY_KIB;
  randombytes_buf (self->lock.salt, sizeof self->lock.salt);
  if (!vouch_key_file_derive_unlock (self, passphrase, error) || !fill_and_write (self, created_at, error))
    return NULL;
  return g_steal_pointer (&self);
}
