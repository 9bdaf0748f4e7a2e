#include "vouch-owned-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vouch-error.h"
#include "vouch-hash.h"

static void
set_open_error (GError **error, const char *path, int saved)
{
  if (saved == ENOENT || saved == ENOTDIR)
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND,
                 _ ("“%s” does not exist; check the path, or restore the file from its backup"), path);
  else if (saved == ELOOP)
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                 _ ("“%s” is a symbolic link; name the file itself, or put the file in its place"), path);
  else if (saved == EACCES || saved == EPERM)
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED,
                 _ ("This user may not read “%s”; start Vouch as the user whom the file belongs to"), path);
  else
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("“%s” cannot be read: %s"), path, g_strerror (saved));
}

static gboolean
check_owned (int fd, const char *path, GError **error)
{
  struct stat found;

  if (fstat (fd, &found) != 0)
    {
      set_open_error (error, path, errno);
      return FALSE;
    }
  if (!S_ISREG (found.st_mode))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("“%s” is not a regular file; name the file itself"),
                   path);
      return FALSE;
    }
  if (found.st_uid != geteuid () && found.st_uid != 0)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                   _ ("“%s” belongs to another user, who could change it; make it belong to the user who runs Vouch "
                      "(chown)"),
                   path);
      return FALSE;
    }
  if (found.st_mode & (S_IRWXG | S_IRWXO))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                   _ ("Other users can reach “%s”, so it is no longer secret; run “chmod 600” on it if nobody has read "
                      "it, or replace the keys"),
                   path);
      return FALSE;
    }
  return TRUE;
}

static gssize
read_all (int fd, guint8 *data, gsize size)
{
  gsize length = 0;

  while (length < size)
    {
      gssize got = read (fd, data + length, size - length);

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        return -1;
      if (got == 0)
        break;
      length += (gsize)got;
    }
  return (gssize)length;
}

/**
 * vouch_owned_file_read:
 * @path: the file
 * @max: its greatest length, bytes
 * @length: (out): its length
 * @error: NOT_FOUND; INVALID if it is a link, no regular file, another user's or open to others; DENIED; STORAGE
 *
 * Returns: (transfer full) (nullable): its content, which the caller wipes where it is secret
 */
guint8 *
vouch_owned_file_read (const char *path, gsize max, gsize *length, GError **error)
{
  g_autofree guint8 *data = NULL;
  gssize got;
  /* O_NONBLOCK: a FIFO in the file's place must not hold us. */
  int fd = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

  if (fd < 0)
    {
      set_open_error (error, path, errno);
      return NULL;
    }
  if (!check_owned (fd, path, error))
    {
      close (fd);
      return NULL;
    }
  data = g_malloc (max + 1);
  got = read_all (fd, data, max + 1);
  if (got < 0)
    set_open_error (error, path, errno);
  else if ((gsize)got > max)
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
                 _ ("“%s” is longer than such a file can be; restore it from its backup"), path);
  close (fd);
  if (got < 0 || (gsize)got > max)
    {
      vouch_wipe (data, max + 1);
      return NULL;
    }
  *length = (gsize)got;
  return g_steal_pointer (&data);
}

static gboolean
write_all (int fd, const guint8 *data, gsize length)
{
  while (length > 0)
    {
      gssize put = write (fd, data, length);

      if (put < 0 && errno == EINTR)
        continue;
      if (put < 0)
        return FALSE;
      data += put;
      length -= (gsize)put;
    }
  return fsync (fd) == 0;
}

static gboolean
sync_directory (const char *directory)
{
  int fd = open (directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean synced = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return synced;
}

/* link () refuses an existing name where rename () would overwrite it: nobody's keys are ever overwritten. */
static gboolean
put_in_place (const char *written, const char *path, gboolean overwrite)
{
  if (overwrite)
    return rename (written, path) == 0;
  if (link (written, path) != 0)
    return FALSE;
  return unlink (written) == 0;
}

static gboolean
write_file (const char *path, const void *data, gsize length, gboolean overwrite, GError **error)
{
  g_autofree char *directory = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *written = g_strdup_printf ("%s/.%s.XXXXXX", directory, name);
  int fd = g_mkstemp_full (written, O_RDWR | O_CLOEXEC, 0600);
  gboolean done = FALSE;
  int saved = errno;

  if (fd >= 0)
    {
      done = write_all (fd, data, length);
      if (close (fd) != 0)
        done = FALSE;
      done = done && put_in_place (written, path, overwrite);
      saved = errno;
      if (!done)
        unlink (written);
      else if (!sync_directory (directory))
        {
          saved = errno;
          done = FALSE;
        }
    }
  if (done)
    return TRUE;
  if (saved == EEXIST)
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT,
                 _ ("“%s” exists already and is not overwritten; open it, or choose another path"), path);
  else
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("“%s” cannot be written: %s"), path, g_strerror (saved));
  return FALSE;
}

/**
 * vouch_owned_file_create:
 * @path: the file
 * @data: its content
 * @length: how many bytes
 * @error: CONFLICT if it exists; STORAGE
 *
 * Whole and on the disk, or not there at all.
 *
 * Returns: whether it is there
 */
gboolean
vouch_owned_file_create (const char *path, const void *data, gsize length, GError **error)
{
  return write_file (path, data, length, FALSE, error);
}

/**
 * vouch_owned_file_replace:
 * @path: the file
 * @data: its new content
 * @length: how many bytes
 * @error: STORAGE
 *
 * The old content stays until the new one is whole and on the disk.
 *
 * Returns: whether the new content is there
 */
gboolean
vouch_owned_file_replace (const char *path, const void *data, gsize length, GError **error)
{
  return write_file (path, data, length, TRUE, error);
}
