/* What the customers' page costs: CPU of the whole process a request, keep-alive, with a million units published, and
 * beside it nginx with a static page of the same size; how long a customer waits at half load, in commits; how much
 * memory stays. VOUCH_LOOKUP names the program, VOUCH_NGINX the other; VOUCH_LOOKUP_DATABASE, where set, the database.
 */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "bench-report.h"
#include "vouch-conn.h"
#include "vouch-control-record.h"
#include "vouch-hash.h"
#include "vouch-hex.h"
#include "vouch-public-record.h"
#include "vouch-publication.h"
#include "vouch-signer.h"
#include "web-load.h"

#define LOTS 100
#define UNITS 10000
#define CONNECTIONS 64
#define ROUNDS 5
#define REQUESTS 20000
#define HALF_LOAD_SECONDS 5

typedef struct
{
  char *folder;
  GPid lookup;
  guint16 lookup_port;
  char *private_url;
  GPid nginx;
  guint16 nginx_port;
  GPid nginx_worker;
  guint8 lot_keys[LOTS][VOUCH_TRACE_KEY_SIZE];
  guint n_asked; /* so that no unit is asked for by the same visitor twice */
} Bench;

static void
check (gboolean ok, GError *error)
{
  if (ok)
    return;
  fprintf (stderr, "%s\n", error != NULL ? error->message : "the benchmark cannot go on");
  exit (1);
}

static char *
write_file (const Bench *self, const char *name, const char *content, gssize length)
{
  char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  check (g_file_set_contents (path, content, length, &error), error);
  return path;
}

static void
run (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  int status;

  check (g_spawn_sync (NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL,
                       NULL, NULL, &status, &error) &&
             g_spawn_check_wait_status (status, &error),
         error);
}

static guint16
read_port (FILE *said, const char *prefix, char **url)
{
  char line[256];

  check (fgets (line, sizeof line, said) != NULL && g_str_has_prefix (line, prefix), NULL);
  if (url != NULL)
    *url = g_strdup (g_strstrip (line + strlen (prefix)));
  return (guint16)atoi (strrchr (line, ':') + 1);
}

static void
start_lookup (Bench *self)
{
  const char *database = g_getenv ("VOUCH_LOOKUP_DATABASE");
  g_autofree char *data = g_build_filename (self->folder, "data", NULL);
  const char *arguments[] = { g_getenv ("VOUCH_LOOKUP"),
                              "--listen",
                              "127.0.0.1:0",
                              "--private",
                              "127.0.0.1:0",
                              "--data",
                              data,
                              "--proxy",
                              "127.0.0.1",
                              database != NULL ? "--database" : NULL,
                              database,
                              NULL };
  g_autoptr (GError) error = NULL;
  FILE *said;
  int out;

  check (g_spawn_async_with_pipes (NULL, (char **)arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &self->lookup,
                                   NULL, &out, NULL, &error),
         error);
  said = fdopen (out, "r");
  self->lookup_port = read_port (said, "listening ", NULL);
  g_clear_pointer (&self->private_url, g_free);
  read_port (said, "private ", &self->private_url);
  fclose (said);
}

static void
stop (GPid *pid)
{
  if (*pid == 0)
    return;
  kill (*pid, SIGTERM);
  waitpid (*pid, NULL, 0);
  *pid = 0;
}

static void
get_lookup_key (const Bench *self, guint8 key[32])
{
  g_autofree char *data = g_build_filename (self->folder, "data", NULL);
  const char *arguments[] = { g_getenv ("VOUCH_LOOKUP"), "key", "--data", data, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL;

  check (g_spawn_sync (NULL, (char **)arguments, NULL, 0, NULL, NULL, &out, NULL, NULL, &error), error);
  check (vouch_hex_read (g_strstrip (out), key, 32), NULL);
}

static void
lookup_command (const Bench *self, const char *command, const char *path)
{
  g_autofree char *data = g_build_filename (self->folder, "data", NULL);
  const char *arguments[] = { g_getenv ("VOUCH_LOOKUP"), command, path, "--data", data, NULL };

  run (arguments);
}

static void
trust (const Bench *self, VouchSigner *signer)
{
  g_autofree char *hex = vouch_hex_write (vouch_signer_get_public_key (signer), 32);
  g_autofree char *text = g_strdup_printf ("{\"station\":1,\"epoch\":1,\"public_key\":\"%s\"}", hex);
  g_autofree char *path = write_file (self, "trust.json", text, -1);

  lookup_command (self, "trust", path);
}

static GBytes *
make_public (const char *lot)
{
  g_autoptr (VouchPublicRecord) record = vouch_public_record_new ();
  char *json;

  record->lot = g_strdup (lot);
  record->rev = 1;
  record->product_name_en = g_strdup ("Green tea, 100 g");
  record->product_name_zh = g_strdup ("绿茶 100 克");
  record->maker = g_strdup ("Hills & Sons");
  record->origin = g_strdup ("Hangzhou");
  record->spec = g_strdup ("100 g");
  record->produced = 20260901;
  record->expiry = 20290901;
  record->standard = g_strdup ("GB/T 2828.1-2012");
  record->level = g_strdup ("II");
  record->aql = g_strdup ("1.0");
  record->code_letter = g_strdup ("L");
  record->lot_size = UNITS;
  record->sample_size = 200;
  record->ac = 5;
  record->re = 6;
  record->verdict = VOUCH_PUBLIC_VERDICT_ACCEPTED;
  record->status = VOUCH_PUBLIC_STATUS_RELEASED;
  record->host = g_strdup ("q.example.cn");
  record->received_at = record->inspected_at = record->released_at = G_GINT64_CONSTANT (1790000000000000);
  record->published_at = record->released_at;
  record->contact = g_strdup ("+86 571 0000 0000");
  record->care_en = g_strdup ("Keep dry and cool, away from strong smells.");
  record->care_zh = g_strdup ("阴凉干燥处密封保存，避免异味。");
  json = vouch_public_record_to_json (record);
  return g_bytes_new_take (json, strlen (json));
}

static GBytes *
make_control (Bench *self, guint lot, const char *number, const guint8 lookup_key[32])
{
  g_autoptr (VouchControlRecord) record = vouch_control_record_new (number, NULL, 1);
  static const guint8 master[VOUCH_TRACE_KEY_SIZE] = { 0x4b };

  vouch_trace_lot_key (master, NULL, number, self->lot_keys[lot]);
  vouch_control_record_add_key (record, 1, FALSE, self->lot_keys[lot]);
  vouch_control_record_add_range (record, 1, 0, UNITS);
  return vouch_control_record_seal (record, lookup_key);
}

static void
write_number (guint lot, char number[20])
{
  g_snprintf (number, 20, "L06DC1TA70%04u", lot);
}

/* Takes @body. */
static void
append_publication (GString *lines, VouchSigner *signer, gint64 *seq, guint8 prev[VOUCH_HASH_SIZE], const char *type,
                    GBytes *body)
{
  g_autoptr (VouchPublication) publication = vouch_publication_new (1, 1, ++*seq, type, body);
  g_autofree char *line = NULL;

  memcpy (publication->prev, prev, VOUCH_HASH_SIZE);
  line = vouch_publication_write (signer, publication, prev);
  g_string_append_printf (lines, "%s\n", line);
}

static void
publish (Bench *self)
{
  static const guint8 seed[32] = { 1 };
  VouchSigner *signer = vouch_signer_new (seed);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *path = NULL;
  guint8 prev[VOUCH_HASH_SIZE] = { 0 }, lookup_key[32];
  gint64 seq = 0;

  trust (self, signer);
  get_lookup_key (self, lookup_key);
  for (guint lot = 0; lot < LOTS; lot++)
    {
      char number[20];

      write_number (lot, number);
      append_publication (lines, signer, &seq, prev, VOUCH_PUBLICATION_PUBLIC_RECORD, make_public (number));
      append_publication (lines, signer, &seq, prev, VOUCH_PUBLICATION_CONTROL_RECORD,
                          make_control (self, lot, number, lookup_key));
    }
  path = write_file (self, "publications.jsonl", lines->str, (gssize)lines->len);
  lookup_command (self, "import", path);
  vouch_signer_free (signer);
}

/* What a telephone sends, and what the proxy adds. */
static void
append_headers (GString *request, const char *agent, guint asker)
{
  g_string_append_printf (request,
                          " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: keep-alive\r\nUser-Agent: %s\r\n"
                          "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8\r\n"
                          "Accept-Encoding: gzip, deflate, br\r\nAccept-Language: zh-CN,zh;q=0.9,en;q=0.8\r\n"
                          "X-Forwarded-For: %u.%u.%u.%u\r\nX-Forwarded-Proto: https\r\n\r\n",
                          agent, 11 + (asker >> 24), asker >> 16 & 255, asker >> 8 & 255, asker & 255);
}

static void
append_unit (GString *request, Bench *self, const char *agent)
{
  /* A prime step through all the units, so that neighbours in time are none in the database. */
  guint n = self->n_asked++;
  guint unit = (guint)((guint64)n * 700001 % (LOTS * UNITS));
  char serial[VOUCH_TRACE_SERIAL_LENGTH + 1], number[20];

  write_number (unit / UNITS, number);
  vouch_trace_serial (self->lot_keys[unit / UNITS], unit % UNITS, serial);
  g_string_append_printf (request, "GET /t/%s/%s", number, serial);
  append_headers (request, agent, n);
}

static void
write_counted (GString *request, guint i, gpointer data)
{
  append_unit (request, data, "Mozilla/5.0 (Linux; Android 14; M2102J2SC) AppleWebKit/537.36 Chrome/124.0 Mobile");
}

static void
write_uncounted (GString *request, guint i, gpointer data)
{
  append_unit (request, data, "Mozilla/5.0 (Linux; Android 14; M2102J2SC) AppleWebKit/537.36 (compatible; Googlebot)");
}

static void
write_static (GString *request, guint i, gpointer data)
{
  g_string_append (request, "GET /page.html");
  append_headers (request, "Mozilla/5.0 (Linux; Android 14; M2102J2SC) AppleWebKit/537.36 Chrome/124.0 Mobile", i);
}

static double
get_cpu_us (GPid pid)
{
  struct timespec time;
  clockid_t id;

  check (clock_getcpuclockid (pid, &id) == 0 && clock_gettime (id, &time) == 0, NULL);
  return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

/* CPU a request, in microseconds. */
static double
measure (const WebLoad *load, GPid pid, WebLoadResult *result)
{
  double before = get_cpu_us (pid);

  web_load_run (load, result);
  check (result->n_bad == 0, NULL);
  return (get_cpu_us (pid) - before) / load->n_requests;
}

static double
get_resident_mib (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/status", pid);
  g_autofree char *text = NULL;

  check (g_file_get_contents (path, &text, NULL, NULL), NULL);
  return atof (strstr (text, "RssAnon:") + strlen ("RssAnon:")) / 1024;
}

static GPid
find_child (GPid parent)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/task/%d/children", parent, parent);

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *text = NULL;

      if (g_file_get_contents (path, &text, NULL, NULL) && atoi (text) > 0)
        return atoi (text);
      g_usleep (10000);
    }
  check (FALSE, NULL);
  return 0;
}

static guint16
find_free_port (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);

  g_socket_listener_close (listener);
  return port;
}

static void
start_nginx (Bench *self, gsize page_size)
{
  g_autofree char *page = g_strnfill (page_size, 'x');
  g_autofree char *page_path = write_file (self, "page.html", page, (gssize)page_size);
  g_autofree char *config = NULL;
  g_autofree char *config_path = NULL;
  const char *arguments[] = { g_getenv ("VOUCH_NGINX"), "-e", "stderr", "-c", NULL, NULL };
  g_autoptr (GError) error = NULL;

  self->nginx_port = find_free_port ();
  config =
      g_strdup_printf ("daemon off; worker_processes 1; pid %s/nginx.pid; error_log stderr crit;\n"
                       "events { worker_connections 1024; }\n"
                       "http { access_log off; default_type text/html; keepalive_requests 100000000; sendfile on;\n"
                       "client_body_temp_path %s/b; proxy_temp_path %s/p; fastcgi_temp_path %s/f;\n"
                       "uwsgi_temp_path %s/u; scgi_temp_path %s/s;\n"
                       "server { listen 127.0.0.1:%u; root %s; } }\n",
                       self->folder, self->folder, self->folder, self->folder, self->folder, self->folder,
                       self->nginx_port, self->folder);
  config_path = write_file (self, "nginx.conf", config, -1);
  arguments[4] = config_path;
  /* Its worker gives up root's rights. */
  check (g_chmod (self->folder, 0755) == 0, NULL);
  check (g_spawn_async (NULL, (char **)arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_SEARCH_PATH, NULL, NULL,
                        &self->nginx, &error),
         error);
  self->nginx_worker = find_child (self->nginx);
  g_usleep (200000);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *)a, other = *(const double *)b;

  return (one > other) - (one < other);
}

static double
median (double *values, gsize n)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return values[n / 2];
}

/* The three take turns, so that the machine's moods meet all of them. */
static guint
compare_with_nginx (Bench *self)
{
  double counted[ROUNDS], uncounted[ROUNDS], plain[ROUNDS], of_nginx[ROUNDS], per_second[ROUNDS];
  WebLoad load = { .connections = CONNECTIONS, .n_requests = REQUESTS, .data = self };

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_auto (WebLoadResult) result = { 0 };
      g_auto (WebLoadResult) other = { 0 };
      g_auto (WebLoadResult) of_static = { 0 };

      load.port = self->lookup_port;
      load.write = write_counted;
      counted[i] = measure (&load, self->lookup, &result);
      per_second[i] = load.n_requests * 1e6 / (double)result.duration_us;
      load.write = write_uncounted;
      uncounted[i] = measure (&load, self->lookup, &other);
      if (self->nginx == 0)
        {
          bench_tell ("page", (double)result.body_length, "bytes");
          start_nginx (self, result.body_length);
        }
      load.port = self->nginx_port;
      load.write = write_static;
      plain[i] = measure (&load, self->nginx_worker, &of_static);
      of_nginx[i] = counted[i] / plain[i];
    }
  bench_tell ("nginx_static", median (plain, ROUNDS), "us");
  bench_at_most ("uncounted", median (uncounted, ROUNDS), "us", 25);
  bench_at_most ("counted", median (counted, ROUNDS), "us", 32);
  bench_at_most ("counted_to_nginx", median (of_nginx, ROUNDS), "times", 5);
  bench_tell ("counted_rate", median (per_second, ROUNDS), "/s");
  return (guint)median (per_second, ROUNDS);
}

static double
measure_commit_us (const Bench *self)
{
  g_autofree char *path = g_build_filename (self->folder, "commit.db", NULL);
  g_autoptr (VouchConn) conn = NULL;
  g_autoptr (GError) error = NULL;
  BenchSeries *series = bench_series_new ();

  conn = vouch_conn_open (path, VOUCH_CONN_CREATE, &error);
  check (conn != NULL && vouch_conn_exec (conn, "CREATE TABLE IF NOT EXISTS t (n INTEGER PRIMARY KEY)", &error), error);
  for (guint i = 0; i < 300; i++)
    {
      gint64 start = g_get_monotonic_time ();

      check (vouch_conn_begin (conn, &error) && vouch_conn_exec (conn, "INSERT INTO t DEFAULT VALUES", &error) &&
                 vouch_conn_commit (conn, &error),
             error);
      bench_series_add (series, g_get_monotonic_time () - start);
    }
  return (double)bench_series_median (series);
}

static void
wait_at_half_load (Bench *self, guint per_second)
{
  WebLoad load = { .port = self->lookup_port,
                   .connections = 4 * CONNECTIONS,
                   .n_requests = per_second / 2 * HALF_LOAD_SECONDS,
                   .per_second = per_second / 2,
                   .write = write_counted,
                   .data = self };
  g_auto (WebLoadResult) result = { 0 };
  double commit_us = measure_commit_us (self);

  web_load_run (&load, &result);
  check (result.n_bad == 0, NULL);
  bench_tell ("commit", commit_us, "us");
  bench_tell ("half_load_median", (double)web_load_percentile (&result, 50, HALF_LOAD_SECONDS), "us");
  bench_tell ("half_load_p99", (double)web_load_percentile (&result, 99, HALF_LOAD_SECONDS), "us");
  bench_at_most ("half_load_p99_commits", (double)web_load_percentile (&result, 99, HALF_LOAD_SECONDS) / commit_us,
                 "commits", 3);
}

int
main (void)
{
  Bench self = { 0 };
  const char *arguments[] = { "rm", "-rf", NULL, NULL };
  g_autoptr (GError) error = NULL;
  guint per_second;

  self.folder = g_dir_make_tmp ("bench-lookup-XXXXXX", &error);
  check (self.folder != NULL, error);
  start_lookup (&self);
  publish (&self);
  per_second = compare_with_nginx (&self);
  wait_at_half_load (&self, per_second);
  for (guint r = 2000; r <= 40000; r *= 2)
    {
      printf ("== %u\n", r);
      wait_at_half_load (&self, r * 2);
    }
  bench_at_most ("resident", get_resident_mib (self.lookup), "MiB", 64);
  stop (&self.nginx);
  stop (&self.lookup);
  arguments[2] = self.folder;
  run (arguments);
  g_free (self.private_url);
  g_free (self.folder);
  return bench_end ();
}
