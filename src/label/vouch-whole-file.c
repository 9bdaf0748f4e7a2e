#include "vouch-whole-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "vouch-error.h"

#define FILE_MODE 0644
#define BUFFER_SIZE 65536

struct _VouchWholeFile
{
  char *path;
  char *temporary; /* NULL: it has its name */
  int fd;          /* -1 once closed */
  int code;        /* errno of the first thing that failed, else 0 */
  gsize held;
  guint8 buffer[BUFFER_SIZE];
};

/*
 * vouch_whole_file_refuse:
 * @self: a file that something went wrong with
 * @error: (out): STORAGE
 *
 * Returns: %FALSE
 */
gboolean
vouch_whole_file_refuse (const VouchWholeFile *self, GError **error)
{
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
               _ ("“%s” cannot be written (%s): check the folder and the disk"), self->path,
               g_strerror (self->code != 0 ? self->code : ENOMEM));
  return FALSE;
}

/*
 * vouch_whole_file_new:
 * @path: its name; a file that has it is replaced when the new one is whole
 * @error: STORAGE if nothing can be written in that folder
 *
 * Returns: (transfer full) (nullable): an empty file
 */
VouchWholeFile *
vouch_whole_file_new (const char *path, GError **error)
{
  VouchWholeFile *self = g_new0 (VouchWholeFile, 1);

  self->path = g_strdup (path);
  self->temporary = g_strdup_printf ("%s.XXXXXX", path);
  self->fd = g_mkstemp_full (self->temporary, O_WRONLY | O_CLOEXEC, FILE_MODE);
  if (self->fd >= 0)
    return self;
  self->code = errno;
  vouch_whole_file_refuse (self, error);
  g_clear_pointer (&self->temporary, g_free);
  vouch_whole_file_free (self);
  return NULL;
}

static void
write_out (VouchWholeFile *self, const guint8 *bytes, gsize length)
{
  while (length > 0 && self->code == 0)
    {
      ssize_t written = write (self->fd, bytes, length);

      if (written >= 0)
        {
          bytes += written;
          length -= (gsize)written;
        }
      else if (errno != EINTR)
        self->code = errno;
    }
}

static void
flush (VouchWholeFile *self)
{
  write_out (self, self->buffer, self->held);
  self->held = 0;
}

/*
 * vouch_whole_file_write:
 * @self: a file
 * @bytes: what comes next in it
 * @length: of @bytes
 *
 * Returns: whether nothing failed so far
 */
gboolean
vouch_whole_file_write (VouchWholeFile *self, const guint8 *bytes, gsize length)
{
  if (length > BUFFER_SIZE - self->held)
    flush (self);
  if (length > BUFFER_SIZE)
    write_out (self, bytes, length);
  else
    {
      memcpy (self->buffer + self->held, bytes, length);
      self->held += length;
    }
  return self->code == 0;
}

/*
 * vouch_whole_file_keep:
 * @self: a file that has all it should have
 * @error: STORAGE if it cannot be made to last
 *
 * Gives the file its name. Whatever fails, one that had the name before is untouched.
 *
 * Returns: whether it is there, whole and on the disk
 */
gboolean
vouch_whole_file_keep (VouchWholeFile *self, GError **error)
{
  flush (self);
  if (self->code == 0 && fsync (self->fd) != 0)
    self->code = errno;
  if (close (self->fd) != 0 && self->code == 0)
    self->code = errno;
  self->fd = -1;
  if (self->code == 0 && g_rename (self->temporary, self->path) != 0)
    self->code = errno;
  if (self->code != 0)
    return vouch_whole_file_refuse (self, error);
  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}

/*
 * vouch_whole_file_free:
 * @self: (nullable): a file; if it was not kept, nothing of it stays on the disk
 */
void
vouch_whole_file_free (VouchWholeFile *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}
