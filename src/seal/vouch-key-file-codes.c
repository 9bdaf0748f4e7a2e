#include "vouch-key-file-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>

#include "vouch-error.h"
#include "vouch-owned-file-private.h"

static VouchCodeKey *
find_code_key (VouchKeyFile *self, guint version)
{
  for (guint i = 0; i < self->code_keys->len; i++)
    {
      VouchCodeKey *code_key = g_ptr_array_index (self->code_keys, i);

      if (code_key->version == version)
        return code_key;
    }
  return NULL;
}

static VouchCodeKey *
newest_code_key (VouchKeyFile *self)
{
  return g_ptr_array_index (self->code_keys, self->code_keys->len - 1);
}

/* Another process may have added a key since we read the file; writing ours over it would lose that key for good. */
static gboolean
check_unchanged (VouchKeyFile *self, GError **error)
{
  gsize length;
  g_autofree guint8 *file = vouch_owned_file_read (self->path, VOUCH_KEY_FORMAT_MAX, &length, error);

  if (file == NULL)
    return FALSE;
  if (length >= sizeof self->checksum &&
      memcmp (file + length - sizeof self->checksum, self->checksum, sizeof self->checksum) == 0)
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT,
               _ ("The key file “%s” was changed by another program; open it again and repeat"), self->path);
  return FALSE;
}

/* Writes the file with the code keys as they are now; the caller takes its change back if this fails. */
static gboolean
write_code_keys (VouchKeyFile *self, GError **error)
{
  g_autoptr (GBytes) file = NULL;
  const guint8 *data;
  gsize length;

  if (!check_unchanged (self, error))
    return FALSE;
  file = vouch_key_format_seal (&self->lock, self->locked->unlock, &self->locked->secrets, self->code_keys);
  data = g_bytes_get_data (file, &length);
  if (!vouch_owned_file_replace (self->path, data, length, error))
    return FALSE;
  vouch_key_file_remember (self, data, length);
  return TRUE;
}

/**
 * vouch_key_file_get_code_version:
 * @self: a key file
 *
 * Returns: the version that new codes are made with: the newest
 */
guint
vouch_key_file_get_code_version (VouchKeyFile *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return newest_code_key (self)->version;
}

/**
 * vouch_key_file_get_code_key:
 * @self: a key file
 * @version: a version, revoked or not
 *
 * Returns: (transfer none) (nullable): 32 bytes, the master key of that version; %NULL if there is none
 */
const guint8 *
vouch_key_file_get_code_key (VouchKeyFile *self, guint version)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  VouchCodeKey *code_key = find_code_key (self, version);

  return code_key != NULL ? code_key->key : NULL;
}

/**
 * vouch_key_file_code_key_is_revoked:
 * @self: a key file
 * @version: a version
 *
 * Returns: whether that version was revoked
 */
gboolean
vouch_key_file_code_key_is_revoked (VouchKeyFile *self, guint version)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  VouchCodeKey *code_key = find_code_key (self, version);

  return code_key != NULL && code_key->revoked;
}

/**
 * vouch_key_file_get_code_key_created_at:
 * @self: a key file
 * @version: a version
 *
 * Returns: when it was made, Unix microseconds; 0 if that was not noted or there is no such version
 */
gint64
vouch_key_file_get_code_key_created_at (VouchKeyFile *self, guint version)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  VouchCodeKey *code_key = find_code_key (self, version);

  return code_key != NULL ? code_key->created_at : 0;
}

/**
 * vouch_key_file_add_code_key:
 * @self: a key file
 * @version: (out) (optional): the new version
 * @error: as vouch_key_file_add_code_key_at()
 *
 * vouch_key_file_add_code_key_at() with no time noted.
 *
 * Returns: whether the new key is on the disk
 */
gboolean
vouch_key_file_add_code_key (VouchKeyFile *self, guint *version, GError **error)
{
  return vouch_key_file_add_code_key_at (self, 0, version, error);
}

/* With the mutex held. */
static gboolean
add_code_key (VouchKeyFile *self, guint version, gint64 created_at, GError **error)
{
  VouchCodeKey *code_key;

  if (self->code_keys->len >= VOUCH_CODE_VERSIONS_MAX)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                   _ ("The key file “%s” holds %d versions of the code key, which is all it can; set up a new station"),
                   self->path, VOUCH_CODE_VERSIONS_MAX);
      return FALSE;
    }
  code_key = vouch_code_key_new (version, created_at);
  randombytes_buf (code_key->key, sizeof code_key->key);
  g_ptr_array_add (self->code_keys, code_key);
  if (write_code_keys (self, error))
    return TRUE;
  g_ptr_array_remove_index (self->code_keys, self->code_keys->len - 1);
  return FALSE;
}

/**
 * vouch_key_file_add_code_key_at:
 * @self: a key file
 * @created_at: the time now, Unix microseconds, or 0
 * @version: (out) (optional): the new version
 * @error: CONFLICT if another program changed the file since it was opened; INVALID if there are 1000 versions already;
 *   STORAGE
 *
 * Makes a fresh code key, which new codes are made with from now on. Older versions stay, for what was printed.
 *
 * Returns: whether the new key is on the disk; otherwise nothing changed
 */
gboolean
vouch_key_file_add_code_key_at (VouchKeyFile *self, gint64 created_at, guint *version, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  guint next = newest_code_key (self)->version + 1;

  if (!add_code_key (self, next, created_at, error))
    return FALSE;
  if (version != NULL)
    *version = next;
  return TRUE;
}

/**
 * vouch_key_file_add_code_key_as:
 * @self: a key file
 * @version: the version that the database has planned, 1 to %G_MAXINT32
 * @created_at: the time now, Unix microseconds, or 0
 * @error: as vouch_key_file_add_code_key_at()
 *
 * Makes a fresh code key of that version. Where the file has it, or a newer one, nothing is done: no version ever has
 * two keys.
 *
 * Returns: whether the file has that version or a newer one
 */
gboolean
vouch_key_file_add_code_key_as (VouchKeyFile *self, guint version, gint64 created_at, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_return_val_if_fail (version >= 1 && version <= G_MAXINT32, FALSE);

  return version <= newest_code_key (self)->version || add_code_key (self, version, created_at, error);
}

/**
 * vouch_key_file_revoke_code_key:
 * @self: a key file
 * @version: a version that is not the newest
 * @error: NOT_FOUND if there is no such version; CONFLICT if it is the newest, or if another program changed the file;
 *   STORAGE
 *
 * Notes that codes of this version are no longer vouched for. The key is kept: what was printed with it must still be
 * recognised. Revoking twice is no error.
 *
 * Returns: whether that is on the disk; otherwise nothing changed
 */
gboolean
vouch_key_file_revoke_code_key (VouchKeyFile *self, guint version, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  VouchCodeKey *code_key = find_code_key (self, version);

  if (code_key == NULL)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND, _ ("There is no version %u of the code key"), version);
      return FALSE;
    }
  if (code_key == newest_code_key (self))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT,
                   _ ("Version %u of the code key is in use; add a new version first, then revoke this one"), version);
      return FALSE;
    }
  if (code_key->revoked)
    return TRUE;
  code_key->revoked = TRUE;
  if (!write_code_keys (self, error))
    {
      code_key->revoked = FALSE;
      return FALSE;
    }
  return TRUE;
}
