#define G_LOG_DOMAIN "vouch-lookup"

#include "vouch-lookup-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "vouch-error.h"

struct _VouchLookupLock
{
  int fd;
};

static char *
dup_path (const char *data_dir)
{
  return g_build_filename (data_dir, "lookup.lock", NULL);
}

/**
 * vouch_lookup_lock_take:
 * @data_dir: the service's folder; made, with mode 0700, if it is missing
 * @error: BUSY if another process has it; STORAGE
 *
 * Takes the data folder for this process.
 *
 * Returns: (transfer full) (nullable): the lock
 */
VouchLookupLock *
vouch_lookup_lock_take (const char *data_dir, GError **error)
{
  g_autofree char *path = dup_path (data_dir);
  g_autoptr (VouchLookupLock) self = g_new0 (VouchLookupLock, 1);

  self->fd = -1;
  if (g_mkdir_with_parents (data_dir, 0700) == 0)
    self->fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (self->fd < 0)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be opened: %s"), path, g_strerror (errno));
      return NULL;
    }
  if (flock (self->fd, LOCK_EX | LOCK_NB) != 0)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY, _ ("Another process serves %s; stop it first"), data_dir);
      /* Let go of the file here: freeing the lock would empty it, and what is in it is the other process's. */
      close (self->fd);
      self->fd = -1;
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * vouch_lookup_lock_write_url:
 * @self: the lock
 * @url: the private listener
 * @error: STORAGE
 *
 * Says where the process that holds the folder can be talked to.
 *
 * Returns: whether it is said
 */
gboolean
vouch_lookup_lock_write_url (VouchLookupLock *self, const char *url, GError **error)
{
  gssize length = (gssize)strlen (url);

  if (ftruncate (self->fd, 0) == 0 && pwrite (self->fd, url, (gsize)length, 0) == length)
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("The lock file cannot be written: %s"), g_strerror (errno));
  return FALSE;
}

/**
 * vouch_lookup_lock_read_url:
 * @data_dir: the service's folder
 *
 * Finds the process that holds a folder.
 *
 * Returns: (transfer full) (nullable): its private URL, if it said one
 */
char *
vouch_lookup_lock_read_url (const char *data_dir)
{
  g_autofree char *path = dup_path (data_dir);
  char *url = NULL;

  if (!g_file_get_contents (path, &url, NULL, NULL))
    return NULL;
  if (!g_str_has_prefix (url, "http://"))
    g_clear_pointer (&url, g_free);
  return url;
}

/**
 * vouch_lookup_lock_free:
 * @self: (nullable): the lock
 *
 * Lets the folder go.
 */
void
vouch_lookup_lock_free (VouchLookupLock *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    {
      if (ftruncate (self->fd, 0) != 0)
        g_debug ("The lock file keeps its content: %s", g_strerror (errno));
      close (self->fd);
    }
  g_free (self);
}
