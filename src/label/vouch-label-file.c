/* A template's file is somebody else's: it may be a device that never ends, or a pipe that never begins. */
#include "vouch-label-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vouch-error.h"
#include "vouch-label-node-private.h"

static char *
read_all (int fd, gsize *length, GError **error)
{
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (fd, FALSE);
  g_autofree char *content = g_malloc (VOUCH_LABEL_SOURCE_MAX + 2);

  /* One byte more than may be: the reader says so of what is too long. */
  if (!g_input_stream_read_all (stream, content, VOUCH_LABEL_SOURCE_MAX + 1, length, NULL, error))
    return NULL;
  content[*length] = '\0';
  return g_steal_pointer (&content);
}

/**
 * vouch_label_file_load:
 * @path: a file name
 * @length: (out): how many bytes there are
 * @error: NOT_FOUND if there is no such file, INVALID if it is none, STORAGE if it cannot be read
 *
 * Reads a template's source, and no more of it than a template may have.
 *
 * Returns: (transfer full) (nullable): the bytes, with a NUL after them
 */
char *
vouch_label_file_load (const char *path, gsize *length, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  g_autofree char *content = NULL;
  g_autoptr (GError) why = NULL;
  struct stat about;

  if (fd < 0)
    {
      g_set_error (error, VOUCH_ERROR, errno == ENOENT ? VOUCH_ERROR_NOT_FOUND : VOUCH_ERROR_STORAGE,
                   _ ("“%s” cannot be read: %s"), path, g_strerror (errno));
      return NULL;
    }
  if (fstat (fd, &about) != 0 || !S_ISREG (about.st_mode))
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("“%s” is not a file: choose the template's file"), path);
  else if ((content = read_all (fd, length, &why)) == NULL)
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("“%s” cannot be read: %s"), path, why->message);
  close (fd);
  return g_steal_pointer (&content);
}
