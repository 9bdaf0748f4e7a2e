/* What the customers' page costs: CPU of the whole process a request, keep-alive, with a million units published, and
 * beside it nginx with a static page of the same size; how long a customer waits at half load, in commits; how much
 * memory stays. VOUCH_LOOKUP names the program, VOUCH_NGINX the other. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bare-commits.h"
#include "bench-report.h"
#include "lookup-load.h"
#include "web-cost.h"

#define LOTS 100
#define CONNECTIONS 64
#define ROUNDS 5
#define REQUESTS 100000 /* after so many the service brings what it counted into its table, which is measured too */
#define HALF_LOAD_SECONDS 10
/* A host takes a virtual machine's processor away for some milliseconds, now and then, and all who come then wait. */
#define PARTS_A_SECOND 10
#define COMMITS 3000

typedef struct
{
  LookupLoad *load;
  GPid nginx;
  guint16 nginx_port;
  GPid nginx_worker;
} Bench;

static void
write_static (GString *request, guint i, gpointer data)
{
  g_string_append (request, "GET /page.html");
  lookup_load_append_headers (request,
                              "Mozilla/5.0 (Linux; Android 14; M2102J2SC) AppleWebKit/537.36 Chrome/124.0 Mobile", i);
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
  lookup_load_check (FALSE, NULL);
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
  g_autofree char *page_path = lookup_load_write_file (self->load, "page.html", page, (gssize)page_size);
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
                       self->load->folder, self->load->folder, self->load->folder, self->load->folder,
                       self->load->folder, self->load->folder, self->nginx_port, self->load->folder);
  config_path = lookup_load_write_file (self->load, "nginx.conf", config, -1);
  arguments[4] = config_path;
  /* Its worker gives up root's rights. */
  lookup_load_check (g_chmod (self->load->folder, 0755) == 0, NULL);
  lookup_load_check (g_spawn_async (NULL, (char **)arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_SEARCH_PATH,
                                    lookup_load_die_with_me, NULL, &self->nginx, &error),
                     error);
  self->nginx_worker = find_child (self->nginx);
  g_usleep (200000);
}

static void
stop_nginx (Bench *self)
{
  kill (self->nginx, SIGTERM);
  waitpid (self->nginx, NULL, 0);
}

/* The three take turns, so that the machine's moods meet all of them. */
static guint
compare_with_nginx (Bench *self)
{
  double counted[ROUNDS], uncounted[ROUNDS], plain[ROUNDS], of_nginx[ROUNDS], per_second[ROUNDS];
  WebLoad load = { .connections = CONNECTIONS, .n_requests = REQUESTS, .data = self->load };

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_auto (WebLoadResult) result = { 0 };
      g_auto (WebLoadResult) other = { 0 };
      g_auto (WebLoadResult) of_static = { 0 };

      load.port = self->load->port;
      load.write = lookup_load_write_counted;
      counted[i] = web_cost_measure (&load, self->load->pid, &result);
      per_second[i] = load.n_requests * 1e6 / (double)result.duration_us;
      load.write = lookup_load_write_uncounted;
      uncounted[i] = web_cost_measure (&load, self->load->pid, &other);
      if (self->nginx == 0)
        {
          bench_tell ("page", (double)result.body_length, "bytes");
          start_nginx (self, result.body_length);
        }
      load.port = self->nginx_port;
      load.write = write_static;
      plain[i] = web_cost_measure (&load, self->nginx_worker, &of_static);
      of_nginx[i] = counted[i] / plain[i];
    }
  bench_tell ("nginx_static", web_cost_median (plain, ROUNDS), "us");
  bench_at_most ("uncounted", web_cost_median (uncounted, ROUNDS), "us", 25);
  bench_at_most ("counted", web_cost_median (counted, ROUNDS), "us", 32);
  bench_at_most ("counted_to_nginx", web_cost_median (of_nginx, ROUNDS), "times", 5);
  bench_tell ("counted_rate", web_cost_median (per_second, ROUNDS), "/s");
  return (guint)web_cost_median (per_second, ROUNDS);
}

/* What the disk alone has a customer wait is told beside what the service has him wait. */
static double
measure_commit_us (const Bench *self, guint per_second)
{
  g_autofree char *path = g_build_filename (self->load->folder, "commit.db", NULL);
  g_autoptr (GArray) commits = bare_commits_measure (path, COMMITS);
  g_auto (WebLoadResult) waits = { 0 };
  double commit_us = (double)bare_commits_median (commits);

  bare_commits_wait (commits, per_second, &waits);
  bench_tell ("commit", commit_us, "us");
  bench_tell ("commit_wait_p99", (double)web_load_percentile (&waits, 99, per_second / PARTS_A_SECOND), "us");
  return commit_us;
}

static void
wait_at_half_load (Bench *self, guint per_second)
{
  WebLoad load = { .port = self->load->port,
                   .connections = 4 * CONNECTIONS,
                   .n_requests = per_second / 2 * HALF_LOAD_SECONDS,
                   .per_second = per_second / 2,
                   .write = lookup_load_write_counted,
                   .data = self->load };
  g_auto (WebLoadResult) result = { 0 };
  double commit_us = measure_commit_us (self, load.per_second);
  double p99_us;

  web_load_run (&load, &result);
  lookup_load_check (result.n_bad == 0, NULL);
  p99_us = (double)web_load_percentile (&result, 99, load.per_second / PARTS_A_SECOND);
  bench_tell ("half_load_median", (double)web_load_percentile (&result, 50, load.n_requests), "us");
  bench_tell ("half_load_p99_of_all", (double)web_load_percentile (&result, 99, load.n_requests), "us");
  bench_tell ("half_load_p99", p99_us, "us");
  bench_at_most ("half_load_p99_commits", p99_us / commit_us, "commits", 3);
}

int
main (void)
{
  Bench self = { .load = lookup_load_new (NULL) };
  guint per_second;

  lookup_load_start (self.load);
  lookup_load_publish (self.load, LOTS);
  per_second = compare_with_nginx (&self);
  wait_at_half_load (&self, per_second);
  bench_at_most ("resident", lookup_load_get_resident_mib (self.load), "MiB", 64);
  stop_nginx (&self);
  lookup_load_free (self.load);
  return bench_end ();
}
