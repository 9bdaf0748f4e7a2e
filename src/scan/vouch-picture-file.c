#include "vouch-picture-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vouch-error.h"

#define MAX_MIB 64
#define MAX_BYTES ((gsize)MAX_MIB << 20)

static void
set_system_error (GError **error, const char *path, int code)
{
  g_set_error (error, VOUCH_ERROR, code == ENOENT ? VOUCH_ERROR_NOT_FOUND : VOUCH_ERROR_STORAGE,
               _ ("The picture “%s” cannot be opened: %s"), path, g_strerror (code));
}

static gboolean
check_file (int fd, const char *path, gsize *size, GError **error)
{
  struct stat info;

  if (fstat (fd, &info) != 0)
    {
      set_system_error (error, path, errno);
      return FALSE;
    }
  if (!S_ISREG (info.st_mode))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("“%s” is not a file; name a PNG or JPEG picture"), path);
      return FALSE;
    }
  if (info.st_size > (off_t)MAX_BYTES)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("The picture “%s” is larger than %d MiB"), path,
                   MAX_MIB);
      return FALSE;
    }
  *size = (gsize)info.st_size;
  return TRUE;
}

/* A file that has become shorter since its size was asked is cut off, and the decoder will say so. */
static GBytes *
read_bytes (int fd, const char *path, gsize size, GError **error)
{
  g_autofree guint8 *bytes = g_malloc (MAX (size, 1));
  gsize filled = 0;

  while (filled < size)
    {
      gssize n = read (fd, bytes + filled, size - filled);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_system_error (error, path, errno);
          return NULL;
        }
      if (n == 0)
        break;
      filled += (gsize)n;
    }
  return g_bytes_new_take (g_steal_pointer (&bytes), filled);
}

/**
 * vouch_picture_file_load:
 * @path: a file name
 * @error: return location
 *
 * Reads the bytes of a picture file without looking at them. Fails with %VOUCH_ERROR_NOT_FOUND if there is none, with
 * %VOUCH_ERROR_INVALID if it is no regular file or larger than 64 MiB, and with %VOUCH_ERROR_STORAGE if it cannot be
 * read.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
vouch_picture_file_load (const char *path, GError **error)
{
  GBytes *bytes = NULL;
  gsize size;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);

  /* O_NONBLOCK, so that a pipe without a writer does not stop us before fstat () tells it apart. */
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0)
    {
      set_system_error (error, path, errno);
      return NULL;
    }
  if (check_file (fd, path, &size, error))
    bytes = read_bytes (fd, path, size, error);
  close (fd);
  return bytes;
}

/**
 * vouch_picture_file_read:
 * @decoder: the decoder
 * @path: a PNG or JPEG file
 * @error: return location
 *
 * Reads the symbols in a picture file. Fails like vouch_picture_file_load() and vouch_decoder_read_picture().
 *
 * Returns: (transfer full) (element-type VouchSymbol) (nullable): the symbols found, perhaps none
 */
GPtrArray *
vouch_picture_file_read (VouchDecoder *decoder, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (decoder != NULL && path != NULL, NULL);

  bytes = vouch_picture_file_load (path, error);
  if (bytes == NULL)
    return NULL;
  return vouch_decoder_read_picture (decoder, bytes, error);
}
