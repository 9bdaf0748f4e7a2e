#include "vouch-serial-port.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "vouch-error.h"

struct _VouchSerialPort
{
  int fd;
  VouchSerialFraming *framing;
  VouchSerialPortFunc func;
  gpointer data;
  GSource *reading;
  GSource *waiting; /* for the silence after a code without end */
};

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

/* Two programs that read one line get half of each code. */
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

static void
deliver (VouchSerialPort *self)
{
  VouchSerialMessage *next;

  while ((next = vouch_serial_framing_take (self->framing)) != NULL)
    {
      g_autoptr (VouchSerialMessage) message = next;

      self->func (message, self->data);
    }
}

static void
stop (GSource **source)
{
  if (*source == NULL)
    return;
  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static gboolean
silence_cb (gpointer data)
{
  VouchSerialPort *self = data;

  stop (&self->waiting);
  vouch_serial_framing_tick (self->framing, g_get_monotonic_time () / 1000);
  deliver (self);
  return G_SOURCE_REMOVE;
}

static void
wait_for_silence (VouchSerialPort *self)
{
  guint wait_ms = vouch_serial_framing_get_wait_ms (self->framing);

  stop (&self->waiting);
  if (wait_ms == 0)
    return;
  self->waiting = g_timeout_source_new (wait_ms);
  g_source_set_callback (self->waiting, silence_cb, self, NULL);
  g_source_attach (self->waiting, g_main_context_get_thread_default ());
}

/* The func may close the port now, so it comes last. */
static gboolean
lose (VouchSerialPort *self)
{
  stop (&self->waiting);
  stop (&self->reading);
  vouch_serial_framing_cut (self->framing);
  deliver (self);
  self->func (NULL, self->data);
  return G_SOURCE_REMOVE;
}

static gboolean
readable_cb (int fd, GIOCondition condition, gpointer data)
{
  VouchSerialPort *self = data;
  char bytes[4096];
  gssize n = read (fd, bytes, sizeof bytes);

  if (n < 0 && (errno == EAGAIN || errno == EINTR) && (condition & (G_IO_HUP | G_IO_ERR | G_IO_NVAL)) == 0)
    return G_SOURCE_CONTINUE;
  if (n <= 0)
    return lose (self);
  vouch_serial_framing_feed (self->framing, bytes, (gsize)n, g_get_monotonic_time () / 1000);
  deliver (self);
  wait_for_silence (self);
  return G_SOURCE_CONTINUE;
}

/**
 * vouch_serial_port_open:
 * @path: the device
 * @baud: bits a second; a USB device does not care
 * @needs_end: whether the scanner is known to send an end after each code
 * @func: (scope notified): takes what is sent, in the thread-default main context of the caller
 * @data: for @func
 * @error: return location
 *
 * Fails with %VOUCH_ERROR_DENIED, %VOUCH_ERROR_BUSY if another program reads it, %VOUCH_ERROR_INVALID if it is no
 * serial device or @baud is none, and %VOUCH_ERROR_NOT_FOUND if it is not there or does not work.
 *
 * Returns: (transfer full) (nullable): the open line
 */
VouchSerialPort *
vouch_serial_port_open (const char *path, guint baud, gboolean needs_end, VouchSerialPortFunc func, gpointer data,
                        GError **error)
{
  VouchSerialPort *self;
  speed_t speed;
  int fd;

  g_return_val_if_fail (path != NULL && func != NULL, NULL);

  if (!find_speed (baud, &speed))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                   _ ("A serial line cannot be set to %u bits a second; the usual number is 9600"), baud);
      return NULL;
    }
  fd = open_line (path, speed, error);
  if (fd < 0)
    return NULL;
  self = g_new0 (VouchSerialPort, 1);
  self->fd = fd;
  self->framing = vouch_serial_framing_new (needs_end);
  self->func = func;
  self->data = data;
  self->reading = g_unix_fd_source_new (fd, G_IO_IN | G_IO_HUP | G_IO_ERR);
  g_source_set_callback (self->reading, G_SOURCE_FUNC (readable_cb), self, NULL);
  g_source_attach (self->reading, g_main_context_get_thread_default ());
  return self;
}

/**
 * vouch_serial_port_close:
 * @self: (nullable) (transfer full): a port
 */
void
vouch_serial_port_close (VouchSerialPort *self)
{
  if (self == NULL)
    return;
  stop (&self->waiting);
  stop (&self->reading);
  vouch_serial_framing_free (self->framing);
  close (self->fd);
  g_free (self);
}
