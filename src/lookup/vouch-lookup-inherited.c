#include "vouch-lookup-inherited.h"

#include <glib/gi18n-lib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "vouch-error.h"

#define FIRST_FD 3 /* sd_listen_fds(3): the sockets are numbered from here on */
#define FDS_MAX 16

/* The variables are another process's if they name another one. */
static guint
count_fds (void)
{
  const char *pid = g_getenv ("LISTEN_PID"), *fds = g_getenv ("LISTEN_FDS");
  guint64 number, n;

  if (pid == NULL || fds == NULL || !g_ascii_string_to_unsigned (pid, 10, 1, G_MAXINT, &number, NULL) ||
      (pid_t)number != getpid () || !g_ascii_string_to_unsigned (fds, 10, 1, FDS_MAX, &n, NULL))
    return 0;
  return (guint)n;
}

static gboolean
is_listening (int fd)
{
  int is_so = 0;
  socklen_t length = sizeof is_so;

  return getsockopt (fd, SOL_SOCKET, SO_ACCEPTCONN, &is_so, &length) == 0 && is_so != 0;
}

/**
 * vouch_lookup_inherited_find:
 * @name: what the socket unit calls the socket: its FileDescriptorName=
 * @error: INVALID if there is none of that name
 *
 * Finds a listening socket that systemd opened before it started this program, so that no customer is turned away while
 * it starts anew.
 *
 * Returns: the descriptor, or -1
 */
int
vouch_lookup_inherited_find (const char *name, GError **error)
{
  const char *all = g_getenv ("LISTEN_FDNAMES");
  g_auto (GStrv) names = g_strsplit (all != NULL ? all : "", ":", -1);
  guint n = MIN (count_fds (), g_strv_length (names));

  for (guint i = 0; i < n; i++)
    if (g_str_equal (names[i], name) && is_listening (FIRST_FD + (int)i))
      return FIRST_FD + (int)i;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
               _ ("systemd opened no socket called \"%s\"; start the socket unit, or name an ADDRESS:PORT"), name);
  return -1;
}
