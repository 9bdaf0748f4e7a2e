#include "vouch-serial-port.h"

#include <errno.h>
#include <glib-unix.h>
#include <unistd.h>

struct _VouchSerialPort
{
  int fd;
  VouchSerialFraming *framing;
  VouchSerialPortFunc func;
  gpointer data;
  GSource *reading;
  GSource *waiting; /* for the silence after a code without end */
};

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
 * vouch_serial_port_new:
 * @fd: (transfer full): what vouch_serial_line_open() gave
 * @needs_end: whether the scanner is known to send an end after each code
 * @func: (scope notified): takes what is sent, in the thread-default main context of the caller
 * @data: for @func
 *
 * Returns: (transfer full): a port that listens
 */
VouchSerialPort *
vouch_serial_port_new (int fd, gboolean needs_end, VouchSerialPortFunc func, gpointer data)
{
  VouchSerialPort *self;

  g_return_val_if_fail (fd >= 0 && func != NULL, NULL);

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
