#include "vouch-decoder-child.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "vouch-error.h"

/* The protocol's name, which the program sends as soon as it has shut itself in. */
#define GREETING "vouch-decoder/3"
#define START_LIMIT_MS 5000
#define MAX_GREETING 256
/* Longer than any honest answer, which may be the pixels of a photograph. */
#define MAX_ANSWER (64u * 1024 * 1024)

struct _VouchDecoderChild
{
  GSubprocess *process;
  char *libraries; /* NULL if it did not say */
  int fd;          /* our end of a socket pair; it never blocks */
};

static gint64
deadline_after (guint limit_ms)
{
  return g_get_monotonic_time () + (gint64)limit_ms * 1000;
}

/* Waits until the socket can be read or written, whichever @events says. */
static VouchDecoderEnd
wait_for (VouchDecoderChild *self, short events, gint64 deadline)
{
  struct pollfd poll_fd = { .fd = self->fd, .events = events };
  gint64 left_ms = (deadline - g_get_monotonic_time () + 999) / 1000;
  int n;

  if (left_ms <= 0)
    return VOUCH_DECODER_HUNG;
  n = poll (&poll_fd, 1, (int)left_ms);
  if (n < 0 && errno != EINTR)
    return VOUCH_DECODER_CRASHED;
  return VOUCH_DECODER_ANSWERED;
}

static gboolean
must_wait (gssize n)
{
  return n < 0 && (errno == EAGAIN || errno == EINTR);
}

/* send (), because writing to a stream whose other end is dead would raise SIGPIPE. */
static VouchDecoderEnd
send_all (VouchDecoderChild *self, const void *bytes, gsize length, gint64 deadline)
{
  const guint8 *at = bytes;

  while (length > 0)
    {
      gssize n = send (self->fd, at, length, MSG_NOSIGNAL);
      VouchDecoderEnd end = VOUCH_DECODER_ANSWERED;

      if (must_wait (n))
        end = wait_for (self, POLLOUT, deadline);
      else if (n <= 0)
        end = VOUCH_DECODER_CRASHED;
      if (end != VOUCH_DECODER_ANSWERED)
        return end;
      at += MAX (n, 0);
      length -= (gsize)MAX (n, 0);
    }
  return VOUCH_DECODER_ANSWERED;
}

static VouchDecoderEnd
receive_all (VouchDecoderChild *self, void *bytes, gsize length, gint64 deadline)
{
  guint8 *at = bytes;

  while (length > 0)
    {
      gssize n = recv (self->fd, at, length, 0);
      VouchDecoderEnd end = VOUCH_DECODER_ANSWERED;

      if (must_wait (n))
        end = wait_for (self, POLLIN, deadline);
      else if (n <= 0)
        end = VOUCH_DECODER_CRASHED;
      if (end != VOUCH_DECODER_ANSWERED)
        return end;
      at += MAX (n, 0);
      length -= (gsize)MAX (n, 0);
    }
  return VOUCH_DECODER_ANSWERED;
}

/* A block is its length in 32 bits, little endian, and so many bytes. */
static VouchDecoderEnd
receive_block (VouchDecoderChild *self, gint64 deadline, GBytes **block)
{
  g_autofree guint8 *bytes = NULL;
  guint32 length;
  VouchDecoderEnd end = receive_all (self, &length, sizeof length, deadline);

  if (end != VOUCH_DECODER_ANSWERED)
    return end;
  length = GUINT32_FROM_LE (length);
  if (length == 0 || length > MAX_ANSWER)
    return VOUCH_DECODER_CRASHED;
  bytes = g_malloc (length);
  end = receive_all (self, bytes, length, deadline);
  if (end == VOUCH_DECODER_ANSWERED)
    *block = g_bytes_new_take (g_steal_pointer (&bytes), length);
  return end;
}

static gboolean
is_greeted (VouchDecoderChild *self)
{
  g_autoptr (GBytes) greeting = NULL;

  const char *text;
  gsize length;

  if (receive_block (self, deadline_after (START_LIMIT_MS), &greeting) != VOUCH_DECODER_ANSWERED)
    return FALSE;
  text = g_bytes_get_data (greeting, &length);
  if (length < strlen (GREETING) || length > MAX_GREETING || memcmp (text, GREETING, strlen (GREETING)) != 0)
    return FALSE;
  if (length == strlen (GREETING))
    return TRUE;
  self->libraries = g_strndup (text + strlen (GREETING) + 1, length - strlen (GREETING) - 1);
  return text[strlen (GREETING)] == ' ' && g_str_is_ascii (self->libraries);
}

/* Its standard error is dropped: the libraries in it print what they think of a picture. */
static GSubprocess *
start (const char *program, int fd, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GError) cause = NULL;
  GSubprocess *process;

  g_subprocess_launcher_take_stdin_fd (launcher, fcntl (fd, F_DUPFD_CLOEXEC, 3));
  g_subprocess_launcher_take_stdout_fd (launcher, fcntl (fd, F_DUPFD_CLOEXEC, 3));
  process = g_subprocess_launcher_spawn (launcher, &cause, program, NULL);
  if (process == NULL)
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("The picture decoder “%s” cannot be started: %s"), program,
                 cause->message);
  return process;
}

/**
 * vouch_decoder_child_new:
 * @program: the decoder's path
 * @error: return location
 *
 * Starts the program and waits until it says that its sandbox holds. Fails with %VOUCH_ERROR_STORAGE if it cannot be
 * started or does not say so.
 *
 * Returns: (transfer full) (nullable): the running program
 */
VouchDecoderChild *
vouch_decoder_child_new (const char *program, GError **error)
{
  g_autoptr (VouchDecoderChild) self = g_new0 (VouchDecoderChild, 1);
  int ends[2];

  self->fd = -1;
  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("The picture decoder “%s” cannot be started: %s"),
                   program, g_strerror (errno));
      return NULL;
    }
  self->fd = ends[0];
  fcntl (self->fd, F_SETFL, fcntl (self->fd, F_GETFL) | O_NONBLOCK);
  self->process = start (program, ends[1], error);
  close (ends[1]);
  if (self->process == NULL)
    return NULL;
  if (!is_greeted (self))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
                   _ ("“%s” is not the picture decoder of this version, or this system does not let it shut itself in"),
                   program);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * vouch_decoder_child_free:
 * @self: (nullable) (transfer full): a child; it is killed
 */
void
vouch_decoder_child_free (VouchDecoderChild *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    close (self->fd);
  if (self->process != NULL)
    {
      g_subprocess_force_exit (self->process);
      g_subprocess_wait (self->process, NULL, NULL);
      g_object_unref (self->process);
    }
  g_free (self->libraries);
  g_free (self);
}

/**
 * vouch_decoder_child_ask:
 * @self: a child
 * @numbers: kind, width, height, budget in milliseconds, and what to look for
 * @payload: the picture
 * @limit_ms: how long to wait
 * @answer: (out): the answer's bytes, when it answered
 *
 * Sends one request and waits for its answer. After anything but an answer the child is of no more use.
 *
 * Returns: how it ended
 */
VouchDecoderEnd
vouch_decoder_child_ask (VouchDecoderChild *self, const guint32 numbers[5], GBytes *payload, guint limit_ms,
                         GBytes **answer)
{
  gint64 deadline = deadline_after (limit_ms);
  gsize length;
  const void *bytes = g_bytes_get_data (payload, &length);
  guint32 head[6];
  VouchDecoderEnd end;

  for (int i = 0; i < 5; i++)
    head[i] = GUINT32_TO_LE (numbers[i]);
  head[5] = GUINT32_TO_LE ((guint32)length);
  end = send_all (self, head, sizeof head, deadline);
  if (end == VOUCH_DECODER_ANSWERED)
    end = send_all (self, bytes, length, deadline);
  if (end == VOUCH_DECODER_ANSWERED)
    end = receive_block (self, deadline, answer);
  return end;
}

/**
 * vouch_decoder_child_has_ended:
 * @self: a child that was asked nothing
 *
 * Returns: whether it has gone, or speaks without having been asked
 */
gboolean
vouch_decoder_child_has_ended (VouchDecoderChild *self)
{
  struct pollfd poll_fd = { .fd = self->fd, .events = POLLIN };

  return poll (&poll_fd, 1, 0) != 0;
}

/**
 * vouch_decoder_child_get_pid:
 * @self: a child
 *
 * Returns: (transfer none) (nullable): its process id, %NULL once it is known to have ended
 */
const char *
vouch_decoder_child_get_pid (VouchDecoderChild *self)
{
  return g_subprocess_get_identifier (self->process);
}

/**
 * vouch_decoder_child_get_libraries:
 * @self: a child
 *
 * Returns: (transfer none) (nullable): which libraries it reads pictures with, as it says
 */
const char *
vouch_decoder_child_get_libraries (VouchDecoderChild *self)
{
  return self->libraries;
}
