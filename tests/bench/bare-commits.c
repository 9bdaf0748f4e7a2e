#include "bare-commits.h"

#include "bench-report.h"
#include "lookup-load.h"
#include "vouch-conn.h"

/**
 * bare_commits_measure:
 * @path: of a database that is made for it
 * @n_commits: how many, two at least
 *
 * Commits one row after the other, into a log, as everything here is committed.
 *
 * Returns: (transfer full): when each was done
 */
BareCommits *
bare_commits_measure (const char *path, guint n_commits)
{
  BareCommits *self = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_commits);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchConn) conn = vouch_conn_open (path, VOUCH_CONN_CREATE, &error);

  lookup_load_check (conn != NULL && vouch_conn_exec (conn,
                                                      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                                                      "CREATE TABLE t (n INTEGER PRIMARY KEY)",
                                                      &error),
                     error);
  for (guint i = 0; i < n_commits; i++)
    {
      gint64 end;

      lookup_load_check (vouch_conn_begin (conn, &error) &&
                             vouch_conn_exec (conn, "INSERT INTO t DEFAULT VALUES", &error) &&
                             vouch_conn_commit (conn, &error),
                         error);
      end = g_get_monotonic_time ();
      g_array_append_val (self, end);
    }
  return self;
}

/**
 * bare_commits_median:
 * @self: commits
 *
 * Returns: how long one takes, microseconds
 */
gint64
bare_commits_median (const BareCommits *self)
{
  BenchSeries *series = bench_series_new ();

  for (guint i = 1; i < self->len; i++)
    bench_series_add (series, g_array_index (self, gint64, i) - g_array_index (self, gint64, i - 1));
  return bench_series_median (series);
}

/**
 * bare_commits_wait:
 * @self: commits
 * @per_second: how many customers come in a second, evenly
 * @result: (out): how long each would have waited for the first commit that began after he came
 *
 * Has customers wait for these commits and for nothing else: no service of one commit after the other is faster.
 */
void
bare_commits_wait (const BareCommits *self, guint per_second, WebLoadResult *result)
{
  double came = (double)g_array_index (self, gint64, 0);

  *result = (WebLoadResult){ .latencies = g_array_new (FALSE, FALSE, sizeof (gint64)) };
  for (guint i = 1; i < self->len; came += 1e6 / per_second)
    {
      gint64 waited;

      while (i < self->len && (double)g_array_index (self, gint64, i - 1) < came)
        i++;
      if (i == self->len)
        break;
      waited = g_array_index (self, gint64, i) - (gint64)came;
      g_array_append_val (result->latencies, waited);
    }
}
