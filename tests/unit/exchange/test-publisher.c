#include <gio/gio.h>
#include <string.h>

#include "vouch-case-post.h"
#include "vouch-error.h"
#include "vouch-publisher.h"

#define LINES "{\"seq\":1}\n{\"seq\":2}\n"

/* A listener that gives one answer to everybody and keeps what it was asked. */
typedef struct
{
  GSocketService *service;
  const char *answer; /* NULL: hang up */
  char *url;
  GMutex mutex;
  GString *asked;
} Lookup;

static gsize
body_length (const char *head)
{
  const char *header = strstr (head, "Content-Length: ");

  return header != NULL ? (gsize)g_ascii_strtoull (header + strlen ("Content-Length: "), NULL, 10) : 0;
}

static void
read_request (GInputStream *input, GString *asked)
{
  const char *end;
  char piece[4096];
  gssize n;

  while ((end = strstr (asked->str, "\r\n\r\n")) == NULL ||
         asked->len < (gsize)(end + 4 - asked->str) + body_length (asked->str))
    {
      n = g_input_stream_read (input, piece, sizeof piece, NULL, NULL);
      if (n <= 0)
        return;
      g_string_append_len (asked, piece, n);
    }
}

static gboolean
run_cb (GThreadedSocketService *service, GSocketConnection *connection, GObject *source, gpointer data)
{
  Lookup *self = data;

  g_mutex_lock (&self->mutex);
  g_string_truncate (self->asked, 0);
  read_request (g_io_stream_get_input_stream (G_IO_STREAM (connection)), self->asked);
  if (self->answer != NULL)
    g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), self->answer,
                               strlen (self->answer), NULL, NULL, NULL);
  g_mutex_unlock (&self->mutex);
  return FALSE;
}

/* The fake is served by a main loop of its own, because the calls under test block. */
static gpointer
serve (gpointer loop)
{
  g_main_context_push_thread_default (g_main_loop_get_context (loop));
  g_main_loop_run (loop);
  g_main_context_pop_thread_default (g_main_loop_get_context (loop));
  return NULL;
}

typedef struct
{
  Lookup lookup;
  GMainContext *context;
  GMainLoop *loop;
  GThread *thread;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  guint16 port;

  self->context = g_main_context_new ();
  g_main_context_push_thread_default (self->context);
  self->lookup.asked = g_string_new (NULL);
  g_mutex_init (&self->lookup.mutex);
  self->lookup.service = g_threaded_socket_service_new (4);
  port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (self->lookup.service), NULL, NULL);
  g_assert_cmpuint (port, !=, 0);
  g_signal_connect (self->lookup.service, "run", G_CALLBACK (run_cb), &self->lookup);
  g_socket_service_start (self->lookup.service);
  self->lookup.url = g_strdup_printf ("http://127.0.0.1:%u", port);
  g_main_context_pop_thread_default (self->context);
  self->loop = g_main_loop_new (self->context, FALSE);
  self->thread = g_thread_new ("lookup", serve, self->loop);
}

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  /* From inside the loop: a loop that does not run yet cannot be quit. */
  g_source_set_callback (source, quit_cb, self->loop, NULL);
  g_source_attach (source, self->context);
  g_thread_join (self->thread);
  g_socket_service_stop (self->lookup.service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->lookup.service));
  g_clear_object (&self->lookup.service);
  g_clear_pointer (&self->loop, g_main_loop_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_string_free (self->lookup.asked, TRUE);
  g_free (self->lookup.url);
}

#define ANSWER(status, type, body) "HTTP/1.1 " status "\r\nContent-Type: " type "\r\nConnection: close\r\n\r\n" body
#define STORED                                                                                                         \
  ANSWER ("200 OK", "application/x-ndjson",                                                                            \
          "{\"station\":1,\"epoch\":1,\"seq\":1,\"hash\":"                                                             \
          "\"0000000000000000000000000000000000000000000000000000000000000000\",\"state\":\"stored\"}\n{\"station\":"  \
          "1,\"epoch\":1,\"seq\":2,\"hash\":\"0000000000000000000000000000000000000000000000000000000000000000\","     \
          "\"state\":\"held\"}\n")

static void
assert_send_fails (Fixture *self, const char *answer, int code)
{
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GError) error = NULL;

  self->lookup.answer = answer;
  g_assert_false (vouch_publisher_send (self->lookup.url, LINES, strlen (LINES), &answers, &error));
  g_assert_error (error, VOUCH_ERROR, code);
  g_assert_null (answers);
}

static void
test_reads_an_answer_a_line (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GError) error = NULL;
  const VouchPublisherAnswer *first, *second;

  self->lookup.answer = STORED;
  g_assert_true (vouch_publisher_send (self->lookup.url, LINES, strlen (LINES), &answers, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (answers->len, ==, 2);
  first = answers->pdata[0];
  second = answers->pdata[1];
  g_assert_cmpint (first->state, ==, VOUCH_PUBLISHER_STORED);
  g_assert_cmpint (first->seq, ==, 1);
  g_assert_cmpint (second->state, ==, VOUCH_PUBLISHER_HELD);
  g_assert_true (g_str_has_prefix (self->lookup.asked->str, "POST /publications HTTP/1.1\r\n"));
  g_assert_true (g_str_has_suffix (self->lookup.asked->str, "\r\n\r\n" LINES));
}

static void
test_tells_what_was_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GError) error = NULL;
  const VouchPublisherAnswer *second;

  self->lookup.answer =
      ANSWER ("200 OK", "application/x-ndjson",
              "{\"station\":1,\"epoch\":1,\"seq\":1,\"hash\":"
              "\"0000000000000000000000000000000000000000000000000000000000000000\",\"state\":\"already\"}\n"
              "{\"error\":{\"code\":\"conflict\",\"field\":\"seq\",\"message\":\"two histories\"}}\n");
  g_assert_true (vouch_publisher_send (self->lookup.url, LINES, strlen (LINES), &answers, &error));
  second = answers->pdata[1];
  g_assert_cmpint (second->state, ==, VOUCH_PUBLISHER_REFUSED);
  g_assert_error (second->error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  g_assert_cmpstr (second->error->message, ==, "two histories");
  g_assert_cmpstr (vouch_error_get_field (second->error), ==, "seq");
}

static void
test_a_captive_portal_is_no_acknowledgement (Fixture *self, gconstpointer data)
{
  static const char *const answers[] = {
    ANSWER ("200 OK", "text/html", "<html>Please pay for this network</html>"),
    ANSWER ("200 OK", "application/x-ndjson", "<html></html>"),
    ANSWER ("200 OK", "application/x-ndjson", ""),
    ANSWER ("200 OK", "application/x-ndjson",
            "{\"station\":1,\"epoch\":1,\"seq\":1,\"hash\":"
            "\"0000000000000000000000000000000000000000000000000000000000000000\",\"state\":\"stored\"}\n"),
    ANSWER ("200 OK", "application/x-ndjson",
            "{\"station\":1,\"epoch\":1,\"seq\":1,\"hash\":"
            "\"0000000000000000000000000000000000000000000000000000000000000000\",\"state\":\"stored\"}\n{\"station\":"
            "1,\"epoch\":1,\"seq\":2,\"hash\":\"0000000000000000000000000000000000000000000000000000000000000000\","
            "\"state\":\"lost\"}\n"),
    ANSWER (
        "200 OK", "application/x-ndjson",
        "{\"station\":1,\"epoch\":1,\"seq\":1,\"hash\":"
        "\"0000000000000000000000000000000000000000000000000000000000000000\",\"state\":\"stored\"}\n{\"seq\":2}\n"),
    ANSWER ("200 OK", "application/x-ndjson", "[]\n[]\n"),
    ANSWER ("302 Found\r\nLocation: http://127.0.0.1:1/", "application/x-ndjson", ""),
    ANSWER ("502 Bad Gateway", "text/html", "<html></html>"),
    ANSWER ("511 Network Authentication Required", "text/html", "<html></html>"),
    "rubbish\r\n\r\n",
    NULL,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    assert_send_fails (self, answers[i], VOUCH_ERROR_BUSY);
}

static void
test_passes_the_services_own_error_on (Fixture *self, gconstpointer data)
{
  assert_send_fails (self,
                     ANSWER ("500 Internal Server Error", "application/json",
                             "{\"error\":{\"code\":\"storage\",\"message\":\"disk full\"}}"),
                     VOUCH_ERROR_STORAGE);
  assert_send_fails (self,
                     ANSWER ("403 Forbidden", "application/json",
                             "{\"error\":{\"code\":\"denied\",\"message\":\"for stations only\"}}"),
                     VOUCH_ERROR_DENIED);
}

static void
test_nobody_there_is_busy (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (vouch_publisher_send ("http://127.0.0.1:1", LINES, strlen (LINES), &answers, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_false (vouch_publisher_send ("nonsense", LINES, strlen (LINES), &answers, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
}

static void
test_a_cancelled_send_ends (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (
      vouch_publisher_send_cancellable (self->lookup.url, LINES, strlen (LINES), cancellable, &answers, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY);
}

static void
test_fetches_the_key (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint8 key[32];

  self->lookup.answer = ANSWER ("200 OK", "text/plain; charset=utf-8",
                                "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n");
  g_assert_true (vouch_publisher_fetch_key (self->lookup.url, NULL, key, &error));
  for (guint i = 0; i < 32; i++)
    g_assert_cmpuint (key[i], ==, i);
  self->lookup.answer = ANSWER ("200 OK", "text/plain", "welcome\n");
  g_assert_false (vouch_publisher_fetch_key (self->lookup.url, NULL, key, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY);
}

static void
test_fetches_and_answers_cases (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cases = NULL;
  g_autoptr (GPtrArray) none = NULL;

  self->lookup.answer = ANSWER ("200 OK", "application/x-ndjson", "{\"id\":\"0SA5FHV9M0000\"}\n");
  cases = vouch_case_post_fetch_cases (self->lookup.url, "0SA5FHV9M0000", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cases->len, ==, 1);
  g_assert_cmpstr (cases->pdata[0], ==, "{\"id\":\"0SA5FHV9M0000\"}");
  g_assert_true (g_str_has_prefix (self->lookup.asked->str, "GET /cases?after=0SA5FHV9M0000 HTTP/1.1\r\n"));
  self->lookup.answer = ANSWER ("200 OK", "application/x-ndjson", "");
  none = vouch_case_post_fetch_cases (self->lookup.url, NULL, &error);
  g_assert_cmpuint (none->len, ==, 0);
  self->lookup.answer = ANSWER ("200 OK", "application/json", "{\"id\":\"0SA5FHV9M0000\",\"state\":\"stored\"}\n");
  g_assert_true (vouch_case_post_answer (self->lookup.url, "0SA5FHV9M0000", "resolved", "Thank “you”", &error));
  g_assert_nonnull (strstr (self->lookup.asked->str, "{\"status\":\"resolved\",\"answer\":\"Thank “you”\"}"));
}

static void
test_a_photo_comes_byte_for_byte (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) photo = NULL;

  self->lookup.answer = ANSWER ("200 OK", "application/octet-stream", "\001\377sealed");
  photo = vouch_case_post_fetch_photo (self->lookup.url, "0SA5FHV9M0000", &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (photo, NULL), g_bytes_get_size (photo), "\001\377sealed", 8);
  g_assert_true (g_str_has_prefix (self->lookup.asked->str, "GET /cases/0SA5FHV9M0000/photo HTTP/1.1\r\n"));
  self->lookup.answer = ANSWER ("200 OK", "text/html", "<html>Please log in</html>");
  g_assert_null (vouch_case_post_fetch_photo (self->lookup.url, "0SA5FHV9M0000", &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY);
}

static void
test_asks_on_from_where_it_was (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = NULL, lots = NULL, units = NULL;

  self->lookup.answer = ANSWER ("200 OK", "application/x-ndjson", "");
  events = vouch_case_post_fetch_events (self->lookup.url, 17, &error);
  g_assert_nonnull (strstr (self->lookup.asked->str, "GET /events?after=17 HTTP/1.1\r\n"));
  lots = vouch_case_post_fetch_counts (self->lookup.url, "L-1", &error);
  g_assert_nonnull (strstr (self->lookup.asked->str, "GET /counts?after=L-1 HTTP/1.1\r\n"));
  units = vouch_case_post_fetch_unit_counts (self->lookup.url, "L-1", 5, &error);
  g_assert_nonnull (strstr (self->lookup.asked->str, "GET /counts?lot=L-1&after=5 HTTP/1.1\r\n"));
  g_assert_no_error (error);
  g_assert_cmpuint (events->len + lots->len + units->len, ==, 0);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/publisher/reads-an-answer-a-line", test_reads_an_answer_a_line);
  ADD ("/publisher/tells-what-was-refused", test_tells_what_was_refused);
  ADD ("/publisher/a-captive-portal-is-no-acknowledgement", test_a_captive_portal_is_no_acknowledgement);
  ADD ("/publisher/passes-the-services-own-error-on", test_passes_the_services_own_error_on);
  ADD ("/publisher/nobody-there-is-busy", test_nobody_there_is_busy);
  ADD ("/publisher/a-cancelled-send-ends", test_a_cancelled_send_ends);
  ADD ("/publisher/fetches-the-key", test_fetches_the_key);
  ADD ("/publisher/fetches-and-answers-cases", test_fetches_and_answers_cases);
  ADD ("/publisher/a-photo-comes-byte-for-byte", test_a_photo_comes_byte_for_byte);
  ADD ("/publisher/asks-on-from-where-it-was", test_asks_on_from_where_it_was);
  return g_test_run ();
}
