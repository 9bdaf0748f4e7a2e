#include "web-load.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define ANSWER_MAX (64 * 1024)
#define TICK_US 200

typedef struct
{
  int fd;
  gint64 asked_us; /* when the request under way was */
  gint64 came_us;  /* when the kernel had the last that was read of the answer */
  gboolean is_waiting;
  gsize length; /* bytes of the answer that are here */
  char answer[ANSWER_MAX + 1];
} Connection;

typedef struct
{
  const WebLoad *load;
  WebLoadResult *result;
  Connection *connections;
  GQueue idle;
  GString *requests;
  GArray *starts; /* gsize, of each request in @requests, and of the end */
  gint64 start_us;
  guint n_sent;
  guint n_answered;
} Run;

static void
fail (const char *what)
{
  perror (what);
  exit (1);
}

static void
connect_to (Connection *self, guint16 port, int epoll_fd)
{
  struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons (port) };
  struct epoll_event event = { .events = EPOLLIN, .data.ptr = self };
  int one = 1;

  address.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  self->fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (self->fd < 0 || connect (self->fd, (struct sockaddr *)&address, sizeof address) != 0 ||
      setsockopt (self->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one) != 0 ||
      setsockopt (self->fd, SOL_SOCKET, SO_TIMESTAMPNS, &one, sizeof one) != 0 ||
      epoll_ctl (epoll_fd, EPOLL_CTL_ADD, self->fd, &event) != 0)
    fail ("connect");
}

static gint64
due_at (const Run *self, guint i)
{
  if (self->load->per_second == 0)
    return g_get_real_time ();
  return self->start_us + (gint64)i * G_USEC_PER_SEC / self->load->per_second;
}

static void
send_next (Run *self)
{
  Connection *connection = g_queue_pop_head (&self->idle);
  gint64 due_us = due_at (self, self->n_sent);
  gsize start = g_array_index (self->starts, gsize, self->n_sent);
  gsize end = g_array_index (self->starts, gsize, self->n_sent + 1);

  /* That we are late is not the server's doing, but that no connection was free is. */
  connection->asked_us = connection->came_us > due_us ? due_us : g_get_real_time ();
  connection->is_waiting = TRUE;
  connection->length = 0;
  if (send (connection->fd, self->requests->str + start, end - start, MSG_NOSIGNAL) != (ssize_t)(end - start))
    fail ("send");
  self->n_sent++;
}

/* Bytes of the whole answer, or 0 while its headers are not all here. */
static gsize
answer_length (const Connection *self, gsize *body_length)
{
  const char *end = strstr (self->answer, "\r\n\r\n");
  const char *length = end != NULL ? strcasestr (self->answer, "\r\ncontent-length:") : NULL;

  if (end == NULL)
    return 0;
  if (length == NULL || length > end)
    {
      fprintf (stderr, "an answer without a length: %.200s\n", self->answer);
      exit (1);
    }
  *body_length = (gsize)strtoul (length + strlen ("\r\ncontent-length:"), NULL, 10);
  return (gsize)(end - self->answer) + 4 + *body_length;
}

static void
note_answer (Run *self, Connection *connection, gsize body_length)
{
  gint64 latency = connection->came_us - connection->asked_us;

  if (strncmp (connection->answer, "HTTP/1.1 200 ", 13) == 0)
    self->result->n_good++;
  else if (self->result->n_bad++ == 0)
    fprintf (stderr, "a bad answer: %.300s\n", connection->answer);
  self->result->body_length = body_length;
  g_array_append_val (self->result->latencies, latency);
  connection->is_waiting = FALSE;
  self->n_answered++;
  g_queue_push_tail (&self->idle, connection);
}

/* Reads what is there, and when it came by the clock of g_get_real_time(). */
static ssize_t
read_some (Connection *self)
{
  char control[CMSG_SPACE (sizeof (struct timespec))];
  struct iovec part = { self->answer + self->length, ANSWER_MAX - self->length };
  struct msghdr message = {
    .msg_iov = &part, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control
  };
  ssize_t n = recvmsg (self->fd, &message, 0);
  const struct cmsghdr *stamp = n > 0 ? CMSG_FIRSTHDR (&message) : NULL;
  struct timespec time;

  self->came_us = g_get_real_time ();
  /* Before the first socket asked for it, nothing was stamped. */
  if (stamp != NULL && stamp->cmsg_type == SO_TIMESTAMPNS)
    {
      memcpy (&time, CMSG_DATA (stamp), sizeof time);
      self->came_us = (gint64)time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
    }
  return n;
}

static void
receive (Run *self, Connection *connection)
{
  gsize whole, body_length = 0;
  ssize_t n = read_some (connection);

  if (n <= 0 || !connection->is_waiting)
    fail ("recv");
  connection->length += (gsize)n;
  connection->answer[connection->length] = '\0';
  whole = answer_length (connection, &body_length);
  if (whole != 0 && connection->length >= whole)
    note_answer (self, connection, body_length);
}

static gboolean
is_due (const Run *self)
{
  return self->n_sent < self->load->n_requests && self->idle.length > 0 &&
         (self->load->per_second == 0 || due_at (self, self->n_sent) <= g_get_real_time ());
}

/* At a given rate we look what came once a tick, and are woken by nothing: a thread that every answer wakes takes the
 * server's processor from it, as no customer does. When an answer came the kernel knows. */
static int
wait_for_answers (const Run *self, int epoll_fd, struct epoll_event *events, int n_events)
{
  const struct timespec tick = { .tv_nsec = TICK_US * 1000 };

  if (self->load->per_second == 0)
    return epoll_wait (epoll_fd, events, n_events, -1);
  nanosleep (&tick, NULL);
  return epoll_wait (epoll_fd, events, n_events, 0);
}

static void
run_all (Run *self, int epoll_fd)
{
  while (self->n_answered < self->load->n_requests)
    {
      struct epoll_event events[64];
      int n;

      while (is_due (self))
        send_next (self);
      for (n = wait_for_answers (self, epoll_fd, events, G_N_ELEMENTS (events)); n > 0;
           n = epoll_wait (epoll_fd, events, G_N_ELEMENTS (events), 0))
        for (int i = 0; i < n; i++)
          receive (self, events[i].data.ptr);
    }
}

/* Before the first is sent, so that writing them takes nothing from who is measured. */
static void
write_requests (Run *self)
{
  self->requests = g_string_new (NULL);
  self->starts = g_array_sized_new (FALSE, FALSE, sizeof (gsize), self->load->n_requests + 1);
  for (guint i = 0; i < self->load->n_requests; i++)
    {
      g_array_append_val (self->starts, self->requests->len);
      self->load->write (self->requests, i, self->load->data);
    }
  g_array_append_val (self->starts, self->requests->len);
}

/**
 * web_load_run:
 * @self: a load
 * @result: (out caller-allocates): what became of it
 *
 * Asks; ends the program if the server does not answer.
 */
void
web_load_run (const WebLoad *self, WebLoadResult *result)
{
  Run run = { .load = self, .result = result };
  int epoll_fd = epoll_create1 (EPOLL_CLOEXEC);

  *result = (WebLoadResult){ .latencies = g_array_sized_new (FALSE, FALSE, sizeof (gint64), self->n_requests) };
  run.connections = g_new0 (Connection, self->connections);
  write_requests (&run);
  g_queue_init (&run.idle);
  for (guint i = 0; i < self->connections; i++)
    {
      connect_to (&run.connections[i], self->port, epoll_fd);
      g_queue_push_tail (&run.idle, &run.connections[i]);
    }
  run.start_us = g_get_real_time ();
  run_all (&run, epoll_fd);
  result->duration_us = g_get_real_time () - run.start_us;
  for (guint i = 0; i < self->connections; i++)
    close (run.connections[i].fd);
  close (epoll_fd);
  g_queue_clear (&run.idle);
  g_string_free (run.requests, TRUE);
  g_array_unref (run.starts);
  g_free (run.connections);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *)a, other = *(const gint64 *)b;

  return (one > other) - (one < other);
}

/**
 * web_load_percentile:
 * @result: a result
 * @percentile: 0 to 100
 * @n_a_part: how many answers, one after the other, make a part
 *
 * Finds the latency that so many stay below, in each part, and of these the median: a moment in which the machine did
 * something else does not decide.
 *
 * Returns: microseconds
 */
gint64
web_load_percentile (const WebLoadResult *result, double percentile, guint n_a_part)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint parts = MAX (result->latencies->len / n_a_part, 1);
  guint length = result->latencies->len / parts;

  for (guint i = 0; i < parts; i++)
    {
      g_autoptr (GArray) part = g_array_sized_new (FALSE, FALSE, sizeof (gint64), length);

      g_array_append_vals (part, &g_array_index (result->latencies, gint64, i * length), length);
      g_array_sort (part, compare_times);
      g_array_append_val (found, g_array_index (part, gint64, (guint)((length - 1) * percentile / 100)));
    }
  g_array_sort (found, compare_times);
  return g_array_index (found, gint64, parts / 2);
}

/**
 * web_load_result_clear:
 * @result: a result
 *
 * Frees what it holds.
 */
void
web_load_result_clear (WebLoadResult *result)
{
  g_clear_pointer (&result->latencies, g_array_unref);
}
