#include "vouch-printer-link.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vouch-error.h"

#define CONNECT_TIMEOUT_S 10

/* A printer that feeds and cuts takes nothing for seconds; one that takes nothing for longer waits for somebody. */
#define WRITE_TIMEOUT_MS 20000

struct _VouchPrinterLink
{
  char *name;
  GSocketConnection *connection; /* nullable: of a device */
  int fd;                        /* never blocks */
  gboolean is_ended;             /* nothing more is sent, and the other side may end it, too */
};

static void
refuse (const VouchPrinterLink *self, int reason, GError **error)
{
  if (reason == ETIMEDOUT)
    vouch_set_field_error (error, "printer", VOUCH_ERROR_BUSY,
                           _ ("The printer at %s takes nothing: look whether it is paused or has no labels"),
                           self->name);
  else if (reason == ECANCELED)
    g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT, _ ("Printing was stopped"));
  else
    vouch_set_field_error (error, "printer", VOUCH_ERROR_BUSY,
                           _ ("The printer at %s is gone (%s): look at its plug, its cable and its network"),
                           self->name, g_strerror (reason));
}

/**
 * vouch_printer_link_connect:
 * @host: a printer in the network
 * @port: where it listens, 9100 as a rule
 * @cancellable: (nullable): gives up
 * @error: BUSY if nobody answers there
 *
 * Returns: (transfer full) (nullable): the connection
 */
VouchPrinterLink *
vouch_printer_link_connect (const char *host, guint16 port, GCancellable *cancellable, GError **error)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GError) local = NULL;
  GSocketConnection *connection;
  VouchPrinterLink *self;

  g_socket_client_set_timeout (client, CONNECT_TIMEOUT_S);
  g_socket_client_set_enable_proxy (client, FALSE);
  connection = g_socket_client_connect_to_host (client, host, port, cancellable, &local);
  if (connection == NULL)
    {
      if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT, _ ("Printing was stopped"));
      else
        vouch_set_field_error (error, "printer", VOUCH_ERROR_BUSY,
                               _ ("No printer answers at %s:%u (%s): switch it on, and look at its network"), host,
                               port, local->message);
      return NULL;
    }
  self = g_new0 (VouchPrinterLink, 1);
  self->name = g_strdup_printf ("%s:%u", host, port);
  self->connection = connection;
  self->fd = g_socket_get_fd (g_socket_connection_get_socket (connection));
  return self;
}

/* A file that anybody can read is no printer: labels that were written into one would count as printed. */
static gboolean
is_device (int fd)
{
  struct stat status;

  return fstat (fd, &status) == 0 && (S_ISCHR (status.st_mode) || S_ISFIFO (status.st_mode));
}

/**
 * vouch_printer_link_open:
 * @path: a device file, like /dev/usb/lp0
 * @error: NOT_FOUND if there is none, DENIED if it may not be used, BUSY if another program uses it
 *
 * Returns: (transfer full) (nullable): the device
 */
VouchPrinterLink *
vouch_printer_link_open (const char *path, GError **error)
{
  const int flags = O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
  int fd = open (path, O_RDWR | flags);
  VouchPrinterLink *self;

  if (fd < 0 && errno != ENOENT && errno != EBUSY)
    fd = open (path, O_WRONLY | flags);
  if (fd >= 0 && is_device (fd))
    {
      self = g_new0 (VouchPrinterLink, 1);
      self->name = g_strdup (path);
      self->fd = fd;
      return self;
    }
  if (fd >= 0)
    {
      close (fd);
      vouch_set_field_error (error, "printer", VOUCH_ERROR_INVALID, _ ("%s is no printer’s device"), path);
    }
  else if (errno == EACCES || errno == EPERM)
    vouch_set_field_error (error, "printer", VOUCH_ERROR_DENIED,
                           _ ("The printer at %s may not be used: add the user of this station to the group “lp” and "
                              "sign in to the system again"),
                           path);
  else
    vouch_set_field_error (error, "printer", errno == EBUSY ? VOUCH_ERROR_BUSY : VOUCH_ERROR_NOT_FOUND,
                           _ ("The printer at %s does not answer (%s): switch it on and plug it in"), path,
                           g_strerror (errno));
  return NULL;
}

/* 0 when @events are there, or why they are not. */
static int
wait_for (const VouchPrinterLink *self, gushort events, guint timeout_ms, GCancellable *cancellable)
{
  GPollFD polls[2] = { { self->fd, events, 0 }, { -1, 0, 0 } };
  gboolean has_cancel = cancellable != NULL && g_cancellable_make_pollfd (cancellable, &polls[1]);
  int n = g_poll (polls, has_cancel ? 2 : 1, (int)timeout_ms);
  int reason = n < 0 ? errno : 0;

  if (has_cancel)
    g_cancellable_release_fd (cancellable);
  if (g_cancellable_is_cancelled (cancellable))
    return ECANCELED;
  return n == 0 ? ETIMEDOUT : reason;
}

/* A program does not die of a printer that is gone. */
static ssize_t
write_some (const VouchPrinterLink *self, const void *bytes, gsize length)
{
  return self->connection != NULL ? send (self->fd, bytes, length, MSG_NOSIGNAL) : write (self->fd, bytes, length);
}

/**
 * vouch_printer_link_write:
 * @self: a link
 * @bytes: what to send
 * @length: of @bytes
 * @cancellable: (nullable): gives up
 * @error: BUSY if the printer is gone or takes nothing, CONFLICT if it was given up
 *
 * Returns: whether all of it was sent
 */
gboolean
vouch_printer_link_write (VouchPrinterLink *self, const void *bytes, gsize length, GCancellable *cancellable,
                          GError **error)
{
  const guint8 *at = bytes;

  while (length > 0)
    {
      ssize_t written = write_some (self, at, length);
      int reason = written < 0 ? errno : 0;

      if (written > 0)
        {
          at += written;
          length -= (gsize)written;
        }
      else if (written == 0 || reason == EAGAIN || reason == EINTR)
        reason = wait_for (self, G_IO_OUT, WRITE_TIMEOUT_MS, cancellable);
      if (reason != 0 && reason != EINTR)
        {
          refuse (self, reason, error);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * vouch_printer_link_read:
 * @self: a link
 * @bytes: (out caller-allocates): where to put what comes
 * @size: of @bytes
 * @wait_ms: how long to wait for the first byte
 * @cancellable: (nullable): gives up
 * @error: BUSY if the printer is gone, CONFLICT if it was given up
 *
 * Returns: how many bytes came: 0 if none did in time, -1 on error
 */
gssize
vouch_printer_link_read (VouchPrinterLink *self, void *bytes, gsize size, guint wait_ms, GCancellable *cancellable,
                         GError **error)
{
  int reason = wait_for (self, G_IO_IN, wait_ms, cancellable);
  ssize_t n = 0;

  if (reason == ETIMEDOUT)
    return 0;
  if (reason == 0)
    {
      n = read (self->fd, bytes, size);
      if (n > 0)
        return n;
      /* A device that only takes has nothing to say; a connection that ends has gone. */
      if (n < 0 && (errno == EAGAIN || errno == EINTR || (self->connection == NULL && errno == EBADF)))
        return 0;
      if (n == 0 && (self->connection == NULL || self->is_ended))
        return 0;
      reason = n == 0 ? ECONNRESET : errno;
    }
  refuse (self, reason, error);
  return -1;
}

/**
 * vouch_printer_link_end:
 * @self: a link
 *
 * Says that nothing more will be sent. A printer in the network then ends the connection when it has taken everything.
 */
void
vouch_printer_link_end (VouchPrinterLink *self)
{
  self->is_ended = TRUE;
  if (self->connection != NULL)
    shutdown (self->fd, SHUT_WR);
}

/**
 * vouch_printer_link_free:
 * @self: (nullable): a link
 */
void
vouch_printer_link_free (VouchPrinterLink *self)
{
  if (self == NULL)
    return;
  if (self->connection != NULL)
    g_object_unref (self->connection);
  else
    close (self->fd);
  g_free (self->name);
  g_free (self);
}
