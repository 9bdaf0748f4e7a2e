/* How often units were asked for, where one process counts: what is durable is told, however it comes into the table.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-lookup-count-log.h"
#include "vouch-lookup-counts.h"
#include "vouch-lookup-db.h"

#define LOT "L261123-0000001"
#define START G_GINT64_CONSTANT (1700000000000000)

typedef struct
{
  char *folder;
  VouchLookupWriter *writer;
  VouchLookupCounts *counts;
  VouchLookupDb *reader;
  int n_settled;
  GMutex gate;
} Fixture;

/* A query as the service counts it. */
typedef struct
{
  VouchLookupJob job;
  Fixture *fixture;
  VouchLookupCode code;
  gint64 now_us;
  gboolean fails;
  int n_busy; /* so often the batch is broken off before it holds */
  VouchLookupRecent *recent;
  VouchLookupCount count;
  VouchLookupCount seen; /* within the batch */
} Query;

static void
open_all (Fixture *self)
{
  const VouchLookupPlace place = { self->folder, NULL };
  g_autoptr (GError) error = NULL;
  VouchLookupDb *db = vouch_lookup_db_open_writer (&place, &error);

  g_assert_no_error (error);
  g_assert_true (vouch_lookup_db_begin (db, &error) && vouch_lookup_count_log_fold (db, &error) &&
                 vouch_lookup_db_commit (db, &error));
  g_assert_no_error (error);
  self->writer = vouch_lookup_writer_new (db);
  self->counts = vouch_lookup_counts_new (self->writer);
  self->reader = vouch_lookup_db_open_reader (&place, &error);
  g_assert_no_error (error);
}

/* As a process that was killed: nobody folds. */
static void
close_all (Fixture *self)
{
  vouch_lookup_db_free (self->reader);
  vouch_lookup_writer_free (self->writer);
  vouch_lookup_counts_free (self->counts);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("vouch-counts-XXXXXX", NULL);
  g_mutex_init (&self->gate);
  open_all (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "lookup.db", "lookup.db-wal", "lookup.db-shm" };

  close_all (self);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_mutex_clear (&self->gate);
  g_free (self->folder);
}

static gboolean
run_query (VouchLookupDb *db, VouchLookupJob *job, GError **error)
{
  Query *query = (Query *)job;
  VouchLookupCounts *counts = query->fixture->counts;

  if (!vouch_lookup_counts_add (counts, db, &query->code, query->now_us, &query->recent, &query->count, error) ||
      !vouch_lookup_counts_peek (counts, db, &query->code, &query->seen, error))
    return FALSE;
  if (query->n_busy > 0 && query->n_busy-- > 0)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_BUSY, "as asked");
      return FALSE;
    }
  if (query->fails)
    g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, "as asked");
  return !query->fails;
}

static void
take_query_back (VouchLookupJob *job)
{
  Query *query = (Query *)job;

  vouch_lookup_counts_settle (query->fixture->counts, g_steal_pointer (&query->recent), &query->count, FALSE);
}

static void
settle_query (VouchLookupJob *job)
{
  Query *query = (Query *)job;

  g_atomic_int_inc (&query->fixture->n_settled);

  vouch_lookup_counts_settle (query->fixture->counts, g_steal_pointer (&query->recent), &query->count,
                              job->error == NULL);
}

static VouchLookupCode
code_of (guint32 unit)
{
  return (VouchLookupCode){ LOT, 1 + unit % 2, unit };
}

static gboolean
ask (Fixture *self, guint32 unit, gint64 now_us, gboolean fails, VouchLookupCount *count)
{
  Query query = { .job = { .run = run_query, .take_back = take_query_back, .settle = settle_query },
                  .fixture = self,
                  .code = code_of (unit),
                  .now_us = now_us,
                  .fails = fails };
  g_autoptr (GError) error = NULL;
  gboolean done = vouch_lookup_writer_run (self->writer, &query.job, &error);

  g_assert_true (done == !fails);
  if (done)
    g_assert_cmpint (query.seen.queries, ==, query.count.queries);
  if (count != NULL)
    *count = query.count;
  return done;
}

static VouchLookupCount
load (Fixture *self, guint32 unit)
{
  const VouchLookupCode code = code_of (unit);
  g_autoptr (GError) error = NULL;
  VouchLookupCount count;

  g_assert_true (vouch_lookup_counts_load (self->counts, self->reader, &code, &count, &error));
  g_assert_no_error (error);
  return count;
}

static gint64
get_number (Fixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 number;

  g_assert_true (vouch_lookup_db_get_number (self->reader, sql, &number, &error));
  g_assert_no_error (error);
  return number;
}

static void
fold (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (vouch_lookup_counts_fold (self->counts, &error));
  g_assert_no_error (error);
}

static void
assert_count (VouchLookupCount count, gint64 queries, gint64 first_at, gint64 last_at)
{
  g_assert_cmpint (count.queries, ==, queries);
  g_assert_cmpint (count.first_at, ==, first_at);
  g_assert_cmpint (count.last_at, ==, last_at);
}

static void
test_each_query_knows_its_number (Fixture *self, gconstpointer data)
{
  VouchLookupCount count;

  assert_count (load (self, 7), 0, 0, 0);
  for (gint64 i = 1; i <= 3; i++)
    {
      ask (self, 7, START + i, FALSE, &count);
      assert_count (count, i, START + 1, START + i);
      assert_count (load (self, 7), i, START + 1, START + i);
    }
  /* Another key's unit of the same number is another unit. */
  assert_count (load (self, 8), 0, 0, 0);
  /* A clock that went back. */
  ask (self, 7, START - 5, FALSE, &count);
  assert_count (count, 4, START + 1, START + 3);
}

static void
test_what_was_taken_back_is_not_counted (Fixture *self, gconstpointer data)
{
  VouchLookupCount count;

  ask (self, 7, START, TRUE, NULL);
  assert_count (load (self, 7), 0, 0, 0);
  fold (self);
  g_assert_cmpint (get_number (self, "SELECT count (*) FROM unit_query"), ==, 0);
  ask (self, 7, START + 1, FALSE, NULL);
  ask (self, 7, START + 2, TRUE, NULL);
  ask (self, 7, START + 3, FALSE, &count);
  assert_count (count, 2, START + 1, START + 3);
}

static gboolean
wait_at_gate (VouchLookupDb *db, VouchLookupJob *job, GError **error)
{
  Fixture *self = ((Query *)job)->fixture;

  g_mutex_lock (&self->gate);
  g_mutex_unlock (&self->gate);
  return TRUE;
}

static void
test_a_batch_that_is_run_again_counts_once (Fixture *self, gconstpointer data)
{
  const VouchLookupJob job = { .run = run_query, .take_back = take_query_back, .settle = settle_query };
  Query first = { .job = job, .fixture = self, .code = code_of (7), .now_us = START };
  Query second = { .job = job, .fixture = self, .code = code_of (7), .now_us = START + 1, .n_busy = 2 };
  Query before = { .job = { .run = wait_at_gate, .settle = settle_query }, .fixture = self };

  /* Both come while the writer is busy, and so are in one batch. */
  g_mutex_lock (&self->gate);
  vouch_lookup_writer_submit (self->writer, &before.job);
  vouch_lookup_writer_submit (self->writer, &first.job);
  vouch_lookup_writer_submit (self->writer, &second.job);
  g_mutex_unlock (&self->gate);
  while (g_atomic_int_get (&self->n_settled) < 3)
    g_usleep (1000);
  assert_count (first.count, 1, START, START);
  assert_count (second.count, 2, START, START + 1);
  assert_count (load (self, 7), 2, START, START + 1);
  g_assert_cmpint (get_number (self, "SELECT count (*) FROM query_log"), ==, 2);
}

/* A sheet may be closed in the middle of a batch, and the batch may fail. */
static void
test_a_sheet_closed_in_a_failing_batch_keeps_what_was_durable (Fixture *self, gconstpointer data)
{
  const VouchLookupJob job = { .run = run_query, .take_back = take_query_back, .settle = settle_query };
  Query first = { .job = job, .fixture = self, .code = code_of (7), .now_us = START + 1 };
  Query second = { .job = job, .fixture = self, .code = code_of (7), .now_us = START + 2, .fails = TRUE };
  Query before = { .job = { .run = wait_at_gate, .settle = settle_query }, .fixture = self };
  VouchLookupCount count;

  ask (self, 7, START, FALSE, NULL);
  g_mutex_lock (&self->gate);
  vouch_lookup_writer_submit (self->writer, &before.job);
  vouch_lookup_writer_submit (self->writer, &first.job);
  vouch_lookup_counts_tick (self->counts);
  vouch_lookup_writer_submit (self->writer, &second.job);
  g_mutex_unlock (&self->gate);
  while (g_atomic_int_get (&self->n_settled) < 4)
    g_usleep (1000);
  g_clear_error (&before.job.error);
  g_clear_error (&first.job.error);
  g_clear_error (&second.job.error);
  assert_count (load (self, 7), 1, START, START);
  ask (self, 7, START + 3, FALSE, &count);
  assert_count (count, 2, START, START + 3);
  fold (self);
  assert_count (load (self, 7), 2, START, START + 3);
  g_assert_cmpint (get_number (self, "SELECT queries FROM unit_query"), ==, 2);
}

static void
test_the_table_has_it_when_it_is_asked_for (Fixture *self, gconstpointer data)
{
  for (guint32 unit = 0; unit < 50; unit++)
    for (guint32 i = 0; i <= unit % 3; i++)
      ask (self, unit, START + unit, FALSE, NULL);
  g_assert_cmpint (get_number (self, "SELECT count (*) FROM unit_query"), ==, 0);
  fold (self);
  g_assert_cmpint (get_number (self, "SELECT count (*) FROM unit_query"), ==, 50);
  g_assert_cmpint (get_number (self, "SELECT sum (queries) FROM unit_query"), ==, 99);
  g_assert_cmpint (get_number (self, "SELECT count (*) FROM query_log"), ==, 0);
  assert_count (load (self, 5), 3, START + 5, START + 5);
  ask (self, 5, START + 100, FALSE, NULL);
  assert_count (load (self, 5), 4, START + 5, START + 100);
  fold (self);
  g_assert_cmpint (get_number (self, "SELECT sum (queries) FROM unit_query"), ==, 100);
}

static void
wait_for_empty_log (Fixture *self)
{
  while (get_number (self, "SELECT count (*) FROM query_log") > 0)
    {
      vouch_lookup_counts_tick (self->counts);
      g_usleep (1000);
    }
}

static void
test_a_tick_folds_piece_by_piece (Fixture *self, gconstpointer data)
{
  for (guint32 unit = 0; unit < 300; unit++)
    ask (self, unit, START, FALSE, NULL);
  wait_for_empty_log (self);
  g_assert_cmpint (get_number (self, "SELECT count (*) FROM unit_query"), ==, 300);
  /* Again, while somebody asks. */
  for (guint32 i = 0; i < 600; i++)
    {
      ask (self, i % 300, START + 1, FALSE, NULL);
      if (i % 40 == 0)
        vouch_lookup_counts_tick (self->counts);
    }
  for (guint32 unit = 0; unit < 300; unit++)
    assert_count (load (self, unit), 3, START, START + 1);
  wait_for_empty_log (self);
  g_assert_cmpint (get_number (self, "SELECT sum (queries) FROM unit_query"), ==, 900);
}

/* A station that was restored gave the same numbers again, with another key. */
static void
test_a_page_of_units_ends_with_all_of_one_number (Fixture *self, gconstpointer data)
{
  guint n_lines = 0;
  gint64 after = -1;

  for (guint32 i = 1; i < 600; i++)
    {
      Query query = { .job = { .run = run_query, .take_back = take_query_back, .settle = settle_query },
                      .fixture = self,
                      .code = { LOT, 1 + i % 2, i / 2 },
                      .now_us = START };

      g_assert_true (vouch_lookup_writer_run (self->writer, &query.job, NULL));
    }
  fold (self);
  while (TRUE)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *page = vouch_lookup_count_list_units (self->reader, LOT, after, &error);
      const char *last = page != NULL ? g_strrstr (page, "\"unit\":") : NULL;

      g_assert_no_error (error);
      if (last == NULL)
        break;
      after = g_ascii_strtoll (last + strlen ("\"unit\":"), NULL, 10);
      for (const char *line = page; *line != '\0'; line = strchr (line, '\n') + 1)
        n_lines++;
    }
  g_assert_cmpuint (n_lines, ==, 599);
}

#define CROWD 250000

/* More than memory is to hold: the older ones are folded while the others come. */
static void
test_a_crowd_fills_sheet_after_sheet (Fixture *self, gconstpointer data)
{
  g_autofree Query *queries = g_new (Query, CROWD);

  for (guint32 i = 0; i < CROWD; i++)
    {
      queries[i] = (Query){ .job = { .run = run_query, .take_back = take_query_back, .settle = settle_query },
                            .fixture = self,
                            .code = code_of (i * 7919 % (CROWD - 1)),
                            .now_us = START };
      vouch_lookup_writer_submit (self->writer, &queries[i].job);
    }
  while (g_atomic_int_get (&self->n_settled) < CROWD)
    {
      vouch_lookup_counts_tick (self->counts);
      g_usleep (1000);
    }
  wait_for_empty_log (self);
  g_assert_cmpint (get_number (self, "SELECT count (*) FROM unit_query"), ==, CROWD - 1);
  g_assert_cmpint (get_number (self, "SELECT sum (queries) FROM unit_query"), ==, CROWD);
}

#define UNITS 40

/* Whatever happens in whichever order, each unit has as many queries as were answered. */
static void
test_nothing_is_lost_and_nothing_counted_twice (Fixture *self, gconstpointer data)
{
  gint64 expected[UNITS] = { 0 };

  for (guint step = 0; step < 3000; step++)
    {
      guint32 unit = (guint32)g_test_rand_int_range (0, UNITS);

      switch (g_test_rand_int_range (0, 60))
        {
        case 0:
          close_all (self);
          open_all (self);
          break;
        case 1:
          fold (self);
          break;
        case 2:
        case 3:
          vouch_lookup_counts_tick (self->counts);
          break;
        case 4:
        case 5:
          ask (self, unit, START + step, TRUE, NULL);
          break;
        default:
          ask (self, unit, START + step, FALSE, NULL);
          expected[unit]++;
        }
      g_assert_cmpint (load (self, unit).queries, ==, expected[unit]);
    }
  close_all (self);
  open_all (self);
  g_assert_cmpint (get_number (self, "SELECT count (*) FROM query_log"), ==, 0);
  for (guint32 unit = 0; unit < UNITS; unit++)
    g_assert_cmpint (load (self, unit).queries, ==, expected[unit]);
}

#define ADD(name, function) g_test_add ("/lookup-counts/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("each-query-knows-its-number", test_each_query_knows_its_number);
  ADD ("what-was-taken-back-is-not-counted", test_what_was_taken_back_is_not_counted);
  ADD ("a-batch-that-is-run-again-counts-once", test_a_batch_that_is_run_again_counts_once);
  ADD ("a-sheet-closed-in-a-failing-batch-keeps-what-was-durable",
       test_a_sheet_closed_in_a_failing_batch_keeps_what_was_durable);
  ADD ("a-page-of-units-ends-with-all-of-one-number", test_a_page_of_units_ends_with_all_of_one_number);
  ADD ("a-crowd-fills-sheet-after-sheet", test_a_crowd_fills_sheet_after_sheet);
  ADD ("the-table-has-it-when-it-is-asked-for", test_the_table_has_it_when_it_is_asked_for);
  ADD ("a-tick-folds-piece-by-piece", test_a_tick_folds_piece_by_piece);
  ADD ("nothing-is-lost-and-nothing-counted-twice", test_nothing_is_lost_and_nothing_counted_twice);
  return g_test_run ();
}
