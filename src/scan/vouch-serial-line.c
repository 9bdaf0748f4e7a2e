#include "vouch-serial-line.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "vouch-error.h"

static const struct
{
  guint baud;
  speed_t speed;
} speeds[] = {
  { 1200, B1200 },   { 2400, B2400 },   { 4800, B4800 },   { 9600, B9600 },
  { 19200, B19200 }, { 38400, B38400 }, { 57600, B57600 }, { 115200, B115200 },
};

static gboolean
find_speed (guint baud, speed_t *speed)
{
  for (gsize i = 0; i < G_N_ELEMENTS (speeds); i++)
    if (speeds[i].baud == baud)
      {
        *speed = speeds[i].speed;
        return TRUE;
      }
  return FALSE;
}

/**
 * vouch_serial_baud_is_known:
 * @baud: bits a second
 *
 * Returns: whether a line can be set to it
 */
gboolean
vouch_serial_baud_is_known (guint baud)
{
  speed_t speed;

  return find_speed (baud, &speed);
}

static void
refuse (const char *path, int reason, GError **error)
{
  switch (reason)
    {
    case EACCES:
    case EPERM:
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED,
                   _ ("The scanner at %s may not be read; add the user of this station to the group “dialout” and sign "
                      "in to the system again"),
                   path);
      break;
    case EBUSY:
    case EWOULDBLOCK:
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY,
                   _ ("The scanner at %s is used by another program; close that, then plug the scanner in again"),
                   path);
      break;
    case ENOTTY:
    case EISDIR:
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("%s is no serial device; choose a scanner's"), path);
      break;
    default:
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND,
                   _ ("The scanner at %s does not answer (%s); plug it in again"), path, g_strerror (reason));
      break;
    }
}

/* Eight bits, no parity, and every byte as it comes. What was sent before anybody listened is nobody's scan. */
static gboolean
set_up (int fd, speed_t speed)
{
  struct termios line;

  if (tcgetattr (fd, &line) != 0)
    return FALSE;
  cfmakeraw (&line);
  line.c_cflag |= CREAD | CLOCAL;
  line.c_cc[VMIN] = 1;
  line.c_cc[VTIME] = 0;
  return cfsetspeed (&line, speed) == 0 && tcsetattr (fd, TCSANOW, &line) == 0 && tcflush (fd, TCIFLUSH) == 0;
}

static int
open_line (const char *path, speed_t speed, GError **error)
{
  int fd = open (path, O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
  int reason = fd < 0 ? errno : 0;

  if (fd >= 0 && !isatty (fd))
    reason = ENOTTY;
  else if (fd >= 0 && (flock (fd, LOCK_EX | LOCK_NB) != 0 || ioctl (fd, TIOCEXCL) != 0 || !set_up (fd, speed)))
    reason = errno;
  if (reason == 0)
    return fd;
  if (fd >= 0)
    close (fd);
  refuse (path, reason, error);
  return -1;
}

/**
 * vouch_serial_line_open:
 * @path: the device
 * @baud: bits a second; a USB device does not care
 * @error: return location
 *
 * Opens a line for this program alone: of two that read it each would get half of every code. Blocks: a device that is
 * ill may answer only after seconds. Fails with %VOUCH_ERROR_DENIED, %VOUCH_ERROR_BUSY if another program reads it,
 * %VOUCH_ERROR_INVALID if it is no serial device or @baud is none, and %VOUCH_ERROR_NOT_FOUND if it is not there or
 * does not work.
 *
 * Returns: a descriptor for vouch_serial_port_new(), or -1
 */
int
vouch_serial_line_open (const char *path, guint baud, GError **error)
{
  speed_t speed;

  g_return_val_if_fail (path != NULL, -1);

  if (find_speed (baud, &speed))
    return open_line (path, speed, error);
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
               _ ("A serial line cannot be set to %u bits a second; the usual number is 9600"), baud);
  return -1;
}

/* What a thread needs to open a line. */
typedef struct
{
  char *path;
  guint baud;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->path);
  g_free (order);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  GError *error = NULL;
  int fd = vouch_serial_line_open (order->path, order->baud, &error);

  if (fd >= 0)
    g_task_return_int (task, fd);
  else
    g_task_return_error (task, error);
}

/**
 * vouch_serial_line_open_async:
 * @path: the device
 * @baud: bits a second
 * @callback: (scope async): called when it is open, or cannot be opened
 * @data: for @callback
 *
 * As vouch_serial_line_open(), without keeping anybody waiting. It cannot be given up: whoever does not want the line
 * any more closes it.
 */
void
vouch_serial_line_open_async (const char *path, guint baud, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);
  Order *order = g_new0 (Order, 1);

  order->path = g_strdup (path);
  order->baud = baud;
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * vouch_serial_line_open_finish:
 * @result: what the callback was given
 * @error: as for vouch_serial_line_open()
 *
 * Returns: a descriptor for vouch_serial_port_new(), or -1
 */
int
vouch_serial_line_open_finish (GAsyncResult *result, GError **error)
{
  return (int)g_task_propagate_int (G_TASK (result), error);
}
