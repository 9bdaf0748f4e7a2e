/* One program at a time has a station. The lock is a file of its own: closing any descriptor of the database would drop
 * SQLite's locks. */
#include "vouch-db-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/file.h>
#include <unistd.h>

#include "vouch-error.h"

static void
refuse_busy (const char *directory, int fd, GError **error)
{
  char holder[128] = "";
  ssize_t length = pread (fd, holder, sizeof holder - 1, 0);

  holder[MAX (length, 0)] = '\0';
  g_strstrip (holder);
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY, _ ("%s is held by %s; close that program first"), directory,
               *holder != '\0' ? holder : _ ("another program"));
}

/* Whoever is refused reads from the file who has the lock. */
static gboolean
hold (int fd, const char *directory, const char *path, const char *holder, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%s (process %d)\n", holder, (int)getpid ());

  if (flock (fd, LOCK_EX | LOCK_NB) != 0)
    refuse_busy (directory, fd, error);
  else if (ftruncate (fd, 0) != 0 || pwrite (fd, text, strlen (text), 0) < 0)
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be written: %s"), path, g_strerror (errno));
  else
    return TRUE;
  return FALSE;
}

/**
 * vouch_db_lock_take:
 * @directory: the station's
 * @holder: the program, for whoever is refused
 * @is_read_only: (out): whether it was refused because nothing can be written there
 * @error: BUSY if another program has it, STORAGE if the file cannot be opened or written
 *
 * Returns: a descriptor that holds the lock until it is closed, or -1
 */
int
vouch_db_lock_take (const char *directory, const char *holder, gboolean *is_read_only, GError **error)
{
  g_autofree char *path = g_build_filename (directory, "station.lock", NULL);
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  *is_read_only = fd < 0 && (errno == EROFS || errno == EACCES || errno == EPERM);
  if (fd < 0)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be opened: %s"), path, g_strerror (errno));
      return -1;
    }
  if (hold (fd, directory, path, holder, error))
    return fd;
  close (fd);
  return -1;
}
