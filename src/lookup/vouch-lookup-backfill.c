#define G_LOG_DOMAIN "vouch-lookup"

#include "vouch-lookup-backfill.h"

#include "vouch-lookup-shelf.h"

#define AT_ONCE 100 /* publications, so that customers hardly wait */

/* A piece of the work; it goes on until every publication was looked at. */
typedef struct
{
  VouchLookupJob job;
  VouchLookupWriter *writer;
  void (*done) (gpointer data);
  gpointer data;
  gint64 station;
  gint64 epoch;
  gint64 seq;
  gboolean is_needed;
  gboolean is_over;
} Work;

static gboolean
find_need (VouchLookupDb *db, Work *work, GError **error)
{
  gint64 n;

  if (!vouch_lookup_db_get_number (db, "SELECT count (*) FROM lot WHERE record IS NOT NULL AND record_seq = 0", &n,
                                   error))
    return FALSE;
  work->is_needed = n > 0;
  return TRUE;
}

/* The next publications after the work's place, read to the end before anything is written. */
static GPtrArray *
load_lines (VouchLookupDb *db, Work *work, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt =
      vouch_lookup_db_prepare (db,
                               "SELECT station, epoch, seq, line FROM publication WHERE (station, epoch, seq) > "
                               "(?1, ?2, ?3) AND is_held = 0 AND type = 'public-record' "
                               "ORDER BY station, epoch, seq LIMIT ?4",
                               error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  vouch_lookup_stmt_bind_number (stmt, 1, work->station);
  vouch_lookup_stmt_bind_number (stmt, 2, work->epoch);
  vouch_lookup_stmt_bind_number (stmt, 3, work->seq);
  vouch_lookup_stmt_bind_number (stmt, 4, AT_ONCE);
  while (vouch_lookup_stmt_step (stmt, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&lines);
      work->station = vouch_lookup_stmt_get_number (stmt, 0);
      work->epoch = vouch_lookup_stmt_get_number (stmt, 1);
      work->seq = vouch_lookup_stmt_get_number (stmt, 2);
      g_ptr_array_add (lines, vouch_lookup_stmt_dup_text (stmt, 3));
    }
  return NULL;
}

static gboolean
run_work (VouchLookupDb *db, VouchLookupJob *job, GError **error)
{
  Work *work = (Work *)job;
  g_autoptr (GPtrArray) lines = NULL;

  if (!work->is_needed && !find_need (db, work, error))
    return FALSE;
  if (!work->is_needed)
    {
      work->is_over = TRUE;
      return TRUE;
    }
  lines = load_lines (db, work, error);
  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (VouchPublication) publication = vouch_publication_read (lines->pdata[i], -1, error);

      if (publication == NULL || !vouch_lookup_shelf_fill_in (db, publication, error))
        return FALSE;
    }
  work->is_over = lines->len < AT_ONCE;
  return TRUE;
}

static void
settle_work (VouchLookupJob *job)
{
  Work *work = (Work *)job;

  if (job->error != NULL)
    g_message ("Lots of an earlier version could not be brought up to date: %s", job->error->message);
  if (job->error == NULL && !work->is_over && vouch_lookup_writer_go_on (work->writer, job))
    return;
  if (work->is_needed)
    work->done (work->data);
  g_clear_error (&job->error);
  g_free (work);
}

/**
 * vouch_lookup_backfill_begin:
 * @writer: the writer
 * @done: called on the writer's thread when lots were brought up to date
 * @data: handed to @done
 *
 * Fills in what earlier versions did not store of lots, product and place in the chain, out of the publications, a few
 * at a time. Where nothing is missing it costs one question.
 */
void
vouch_lookup_backfill_begin (VouchLookupWriter *writer, void (*done) (gpointer data), gpointer data)
{
  Work *work = g_new0 (Work, 1);

  work->job = (VouchLookupJob){ .run = run_work, .settle = settle_work, .is_atomic = TRUE };
  work->writer = writer;
  work->done = done;
  work->data = data;
  vouch_lookup_writer_submit (writer, &work->job);
}
