#include "vouch-key-file-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>

#include "vouch-error.h"
#include "vouch-owned-file-private.h"
#include "vouch-passphrase-private.h"
#include "vouch-seal-private.h"

/**
 * vouch_key_file_alloc:
 * @path: the key file
 *
 * Returns: (transfer full): a key file without keys
 */
VouchKeyFile *
vouch_key_file_alloc (const char *path)
{
  VouchKeyFile *self;

  vouch_seal_start ();
  self = g_new0 (VouchKeyFile, 1);
  g_mutex_init (&self->mutex);
  self->path = g_strdup (path);
  self->code_keys = g_ptr_array_new_with_free_func (sodium_free);
  self->locked = sodium_malloc (sizeof *self->locked);
  if (self->locked == NULL)
    g_error ("No locked memory left for the keys");
  sodium_memzero (self->locked, sizeof *self->locked);
  return self;
}

/**
 * vouch_key_file_free:
 * @self: (nullable) (transfer full): a key file; its keys are wiped
 */
void
vouch_key_file_free (VouchKeyFile *self)
{
  if (self == NULL)
    return;
  vouch_signer_free (self->signer);
  g_ptr_array_unref (self->code_keys);
  sodium_free (self->locked);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self);
}

/**
 * vouch_key_file_derive:
 * @self: a key file whose secrets are there
 *
 * Makes the keys that follow from the seeds, and closes the secrets' memory to further writing.
 */
void
vouch_key_file_derive (VouchKeyFile *self)
{
  self->signer = vouch_signer_new (self->locked->secrets.signer_seed);
  vouch_box_key_pair (self->locked->secrets.desk_seed, self->locked->desk_public_key, self->locked->desk_secret_key);
  sodium_mprotect_readonly (self->locked);
}

/**
 * vouch_key_file_remember:
 * @self: a key file
 * @file: its content on the disk, as of now
 * @length: how many bytes
 */
void
vouch_key_file_remember (VouchKeyFile *self, const guint8 *file, gsize length)
{
  memcpy (self->checksum, file + length - sizeof self->checksum, sizeof self->checksum);
}

/**
 * vouch_key_file_derive_unlock:
 * @self: a key file whose lock is known
 * @passphrase: its passphrase
 * @error: INVALID if it is too short; BUSY without memory
 *
 * Returns: whether the unlock key was derived
 */
gboolean
vouch_key_file_derive_unlock (VouchKeyFile *self, const char *passphrase, GError **error)
{
  return vouch_passphrase_derive (&self->lock, passphrase, self->path, self->locked->unlock, error);
}

static gboolean
set_format_error (VouchKeyFormatResult result, const char *path, GError **error)
{
  switch (result)
    {
    case VOUCH_KEY_FORMAT_OPENED:
      return TRUE;
    case VOUCH_KEY_FORMAT_WRONG_KEY:
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED,
                   _ ("The unlock key does not open the key file “%s”; use the one that was made with it"), path);
      return FALSE;
    case VOUCH_KEY_FORMAT_NEWER:
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
                   _ ("The key file “%s” was made by a newer version of Vouch; update this program"), path);
      return FALSE;
    case VOUCH_KEY_FORMAT_DAMAGED:
    default:
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
                   _ ("The key file “%s” is damaged; restore it from its backup"), path);
      return FALSE;
    }
}

/* Exactly one of unlock_path and passphrase is given. */
static VouchKeyFile *
open_key_file (const char *path, const char *unlock_path, const char *passphrase, GError **error)
{
  g_autoptr (VouchKeyFile) self = vouch_key_file_alloc (path);
  g_autofree guint8 *file = NULL;
  gsize length;

  file = vouch_owned_file_read (path, VOUCH_KEY_FORMAT_MAX, &length, error);
  if (file == NULL || !set_format_error (vouch_key_format_read_lock (file, length, &self->lock), path, error))
    return NULL;
  if (self->lock.by_passphrase != (passphrase != NULL))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED,
                   self->lock.by_passphrase ? _ ("The key file “%s” is opened with a passphrase")
                                            : _ ("The key file “%s” is opened with an unlock key in a file"),
                   path);
      return NULL;
    }
  if (passphrase != NULL ? !vouch_key_file_derive_unlock (self, passphrase, error)
                         : !vouch_secret_file_read (unlock_path, self->locked->unlock, error))
    return NULL;
  if (!set_format_error (
          vouch_key_format_open (file, length, self->locked->unlock, &self->locked->secrets, self->code_keys), path,
          error))
    return NULL;
  vouch_key_file_remember (self, file, length);
  vouch_key_file_derive (self);
  return g_steal_pointer (&self);
}

/**
 * vouch_key_file_open:
 * @path: the key file
 * @unlock_path: the unlock key's file
 * @error: NOT_FOUND if either is missing; DENIED if the unlock key is of another key file; INVALID if either is a link,
 *   another user's, or open to others; STORAGE if either is damaged
 *
 * Returns: (transfer full) (nullable): the opened key file
 */
VouchKeyFile *
vouch_key_file_open (const char *path, const char *unlock_path, GError **error)
{
  g_return_val_if_fail (path != NULL && unlock_path != NULL, NULL);

  return open_key_file (path, unlock_path, NULL, error);
}

/**
 * vouch_key_file_open_with_passphrase:
 * @path: the key file
 * @passphrase: its passphrase
 * @error: as vouch_key_file_open(); DENIED if it is another passphrase; BUSY without memory
 *
 * Returns: (transfer full) (nullable): the opened key file
 */
VouchKeyFile *
vouch_key_file_open_with_passphrase (const char *path, const char *passphrase, GError **error)
{
  g_return_val_if_fail (path != NULL && passphrase != NULL, NULL);

  return open_key_file (path, NULL, passphrase, error);
}

/**
 * vouch_key_file_get_audit_key:
 * @self: a key file
 *
 * Returns: (transfer none): 32 bytes, the key of the audit chain's hashes
 */
const guint8 *
vouch_key_file_get_audit_key (VouchKeyFile *self)
{
  return self->locked->secrets.audit;
}

/**
 * vouch_key_file_get_pepper:
 * @self: a key file
 *
 * Returns: (transfer none): 32 bytes, for vouch_password_hash()
 */
const guint8 *
vouch_key_file_get_pepper (VouchKeyFile *self)
{
  return self->locked->secrets.pepper;
}

/**
 * vouch_key_file_get_field_key:
 * @self: a key file
 *
 * Returns: (transfer none): 32 bytes, for vouch_field_seal()
 */
const guint8 *
vouch_key_file_get_field_key (VouchKeyFile *self)
{
  return self->locked->secrets.field;
}

/**
 * vouch_key_file_get_desk_public_key:
 * @self: a key file
 *
 * Returns: (transfer none): 32 bytes, to which the lookup service seals customers' contacts
 */
const guint8 *
vouch_key_file_get_desk_public_key (VouchKeyFile *self)
{
  return self->locked->desk_public_key;
}

/**
 * vouch_key_file_get_desk_secret_key:
 * @self: a key file
 *
 * Returns: (transfer none): 32 bytes, which open customers' contacts
 */
const guint8 *
vouch_key_file_get_desk_secret_key (VouchKeyFile *self)
{
  return self->locked->desk_secret_key;
}

/**
 * vouch_key_file_get_signer:
 * @self: a key file
 *
 * Returns: (transfer none): who signs publications and anchors
 */
VouchSigner *
vouch_key_file_get_signer (VouchKeyFile *self)
{
  return self->signer;
}
