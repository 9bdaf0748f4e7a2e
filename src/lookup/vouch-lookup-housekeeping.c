#define G_LOG_DOMAIN "vouch-lookup"

#include "vouch-lookup-housekeeping.h"

#include "vouch-lookup-policy.h"

#define AT_ONCE 200 /* rows, so that customers hardly wait */

/* A piece of the work; it goes on until nothing is left to do. */
typedef struct
{
  VouchLookupJob job;
  VouchLookupWriter *writer;
  gint64 now_us;
  gboolean is_done;
} Work;

/* How long is kept what no station's policy speaks of. */
static gboolean
find_longest (VouchLookupDb *db, gint64 *days, GError **error)
{
  if (!vouch_lookup_db_get_number (db, "SELECT max (keep_days) FROM policy", days, error))
    return FALSE;
  if (*days == 0)
    *days = vouch_lookup_policy_default.keep_days;
  return TRUE;
}

static gboolean
remove_some (VouchLookupDb *db, const char *sql, gint64 now_us, gint64 days, gboolean *is_done, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_number (stmt, 1, now_us);
  vouch_lookup_stmt_bind_number (stmt, 2, days);
  vouch_lookup_stmt_bind_number (stmt, 3, AT_ONCE);
  if (!vouch_lookup_stmt_run (stmt, error))
    return FALSE;
  *is_done = *is_done && vouch_lookup_db_get_changes (db) < AT_ONCE;
  return TRUE;
}

/* The last event stays, for the numbers to go on from. */
static gboolean
run_work (VouchLookupDb *db, VouchLookupJob *job, GError **error)
{
  static const char cases[] =
      "DELETE FROM problem WHERE id IN (SELECT p.id FROM problem p LEFT JOIN lot l ON l.lot = p.lot "
      "LEFT JOIN policy y ON y.station = l.station WHERE p.status = 'closed' "
      "AND p.closed_at < ?1 - coalesce (y.keep_days, ?2) * 86400000000 LIMIT ?3)";
  static const char events[] = "DELETE FROM event WHERE seq IN (SELECT seq FROM event WHERE at < ?1 - ?2 * 86400000000 "
                               "AND seq < (SELECT max (seq) FROM event) ORDER BY seq LIMIT ?3)";
  Work *work = (Work *)job;
  gint64 days;

  work->is_done = TRUE;
  return find_longest (db, &days, error) && remove_some (db, cases, work->now_us, days, &work->is_done, error) &&
         remove_some (db, events, work->now_us, days, &work->is_done, error);
}

static void
settle_work (VouchLookupJob *job)
{
  Work *work = (Work *)job;

  if (job->error != NULL)
    g_message ("What is kept no longer could not be removed: %s", job->error->message);
  if (job->error == NULL && !work->is_done && vouch_lookup_writer_go_on (work->writer, job))
    return;
  g_clear_error (&job->error);
  g_free (work);
}

/**
 * vouch_lookup_housekeeping_begin:
 * @writer: the writer
 * @clock: the time
 *
 * Removes closed cases and told events that are older than their station's policy keeps them, a few at a time.
 */
void
vouch_lookup_housekeeping_begin (VouchLookupWriter *writer, VouchClock *clock)
{
  Work *work = g_new0 (Work, 1);

  work->job = (VouchLookupJob){ .run = run_work, .settle = settle_work, .is_atomic = TRUE };
  work->writer = writer;
  work->now_us = vouch_clock_now (clock);
  vouch_lookup_writer_submit (writer, &work->job);
}
