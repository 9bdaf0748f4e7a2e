#include <unistd.h>

#include "vouch-error.h"
#include "vouch-lookup-sqlite.h"
#include "vouch-lookup-writer.h"

typedef struct
{
  VouchLookupJob job;
  int number;
  VouchErrorCode fails_with;
  gboolean fails;
  int n_fails; /* how often; 0 is always */
  int n_runs;
  int *n_settled;
  int n_errors;
} Job;

static gboolean
insert_number (VouchLookupDb *db, VouchLookupJob *job, GError **error)
{
  Job *self = (Job *)job;
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (db, "INSERT INTO number VALUES (?1)", error);

  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_number (stmt, 1, self->number);
  if (!vouch_lookup_stmt_run (stmt, error))
    return FALSE;
  self->n_runs++;
  if (!self->fails || (self->n_fails > 0 && self->n_runs > self->n_fails))
    return TRUE;
  g_set_error_literal (error, VOUCH_ERROR, (int)self->fails_with, "as asked");
  return FALSE;
}

static void
settle_number (VouchLookupJob *job)
{
  Job *self = (Job *)job;

  self->n_errors = job->error != NULL;
  g_atomic_int_inc (self->n_settled);
}

static gboolean
count_numbers (VouchLookupDb *db, VouchLookupJob *job, GError **error)
{
  gint64 n;

  if (!vouch_lookup_db_get_number (db, "SELECT count (*) FROM number", &n, error))
    return FALSE;
  ((Job *)job)->number = (int)n;
  return TRUE;
}

static VouchLookupWriter *
make_writer (void)
{
  g_autoptr (GError) error = NULL;
  VouchConn *memory = vouch_conn_open (NULL, VOUCH_CONN_MEMORY, &error);
  VouchLookupDb *db;

  g_assert_no_error (error);
  db = vouch_lookup_sqlite_new (memory);
  g_assert_true (vouch_lookup_db_exec (db, "CREATE TABLE number (n INTEGER) STRICT", &error));
  return vouch_lookup_writer_new (db);
}

static int
count (VouchLookupWriter *writer)
{
  Job job = { .job.run = count_numbers };
  g_autoptr (GError) error = NULL;

  g_assert_true (vouch_lookup_writer_run (writer, &job.job, &error));
  return job.number;
}

static void
test_all_are_settled_and_stored (void)
{
  g_autoptr (VouchLookupWriter) writer = make_writer ();
  g_autofree Job *jobs = g_new0 (Job, 5000);
  int n_settled = 0;

  for (int i = 0; i < 5000; i++)
    {
      jobs[i].job.run = insert_number;
      jobs[i].job.settle = settle_number;
      jobs[i].n_settled = &n_settled;
      vouch_lookup_writer_submit (writer, &jobs[i].job);
    }
  g_assert_cmpint (count (writer), ==, 5000);
  g_assert_cmpint (g_atomic_int_get (&n_settled), ==, 5000);
}

/* Whoever was settled before another one was woken before it, however the batches fell. */
static void
test_bells_are_rung_behind_those_who_were_settled (void)
{
  g_autoptr (VouchLookupWriter) writer = make_writer ();
  Job jobs[100] = { 0 };
  VouchLookupBell bells[2];
  int n_settled = 0;
  guint64 n_rung;

  for (guint i = 0; i < G_N_ELEMENTS (bells); i++)
    vouch_lookup_bell_init (&bells[i]);
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      jobs[i].job = (VouchLookupJob){ .run = insert_number, .settle = settle_number, .bell = &bells[i / 10 % 2] };
      jobs[i].n_settled = &n_settled;
      vouch_lookup_writer_submit (writer, &jobs[i].job);
    }
  g_assert_cmpint (count (writer), ==, 100);
  for (guint i = 0; i < G_N_ELEMENTS (bells); i++)
    {
      g_assert_true (g_atomic_int_get (&bells[i].is_rung));
      g_assert_cmpint (read (bells[i].fd, &n_rung, sizeof n_rung), ==, sizeof n_rung);
      g_assert_cmpint ((int)n_rung, ==, 1);
      vouch_lookup_bell_clear (&bells[i]);
    }
}

static void
test_a_broken_rule_takes_only_its_own_rows_back (void)
{
  g_autoptr (VouchLookupWriter) writer = make_writer ();
  g_autoptr (GError) error = NULL;
  Job bad = { .job = { .run = insert_number, .is_atomic = TRUE }, .fails = TRUE, .fails_with = VOUCH_ERROR_INVALID };
  Job good = { .job = { .run = insert_number, .is_atomic = TRUE } };

  g_assert_true (vouch_lookup_writer_run (writer, &good.job, &error));
  g_assert_false (vouch_lookup_writer_run (writer, &bad.job, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpint (count (writer), ==, 1);
}

static void
test_a_batch_is_run_again_when_the_database_was_busy (void)
{
  g_autoptr (VouchLookupWriter) writer = make_writer ();
  g_autoptr (GError) error = NULL;
  Job late = {
    .job = { .run = insert_number, .is_atomic = TRUE }, .fails = TRUE, .fails_with = VOUCH_ERROR_BUSY, .n_fails = 2
  };
  Job never = { .job = { .run = insert_number, .is_atomic = TRUE }, .fails = TRUE, .fails_with = VOUCH_ERROR_BUSY };

  g_assert_true (vouch_lookup_writer_run (writer, &late.job, &error));
  g_assert_no_error (error);
  g_assert_cmpint (late.n_runs, ==, 3);
  g_assert_cmpint (count (writer), ==, 1);
  g_assert_false (vouch_lookup_writer_run (writer, &never.job, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY);
  g_assert_cmpint (count (writer), ==, 1);
}

static void
test_a_failed_batch_tells_everybody (void)
{
  g_autoptr (VouchLookupWriter) writer = make_writer ();
  Job after = { .job.run = count_numbers };
  Job jobs[3] = { 0 };
  int n_settled = 0;

  for (int i = 0; i < 3; i++)
    {
      jobs[i].job.run = insert_number;
      jobs[i].job.settle = settle_number;
      jobs[i].n_settled = &n_settled;
      jobs[i].fails = TRUE;
      jobs[i].fails_with = VOUCH_ERROR_STORAGE;
      vouch_lookup_writer_submit (writer, &jobs[i].job);
    }
  /* It may have been in the batch that failed, and then fails with it. */
  vouch_lookup_writer_run (writer, &after.job, NULL);
  g_assert_cmpint (count (writer), ==, 0);
  g_assert_cmpint (n_settled, ==, 3);
  for (int i = 0; i < 3; i++)
    {
      g_assert_cmpint (jobs[i].n_errors, ==, 1);
      g_clear_error (&jobs[i].job.error);
    }
}

typedef struct
{
  VouchLookupJob job;
  VouchLookupWriter *writer;
  int n_pieces;
  int is_over;
} Errand;

static gboolean
run_piece (VouchLookupDb *db, VouchLookupJob *job, GError **error)
{
  g_atomic_int_inc (&((Errand *)job)->n_pieces);
  return TRUE;
}

static void
settle_piece (VouchLookupJob *job)
{
  Errand *self = (Errand *)job;

  if (!vouch_lookup_writer_go_on (self->writer, job))
    g_atomic_int_set (&self->is_over, TRUE);
}

static void
test_an_errand_without_end_ends_when_the_writer_rests (void)
{
  g_autoptr (VouchLookupWriter) writer = make_writer ();
  Errand errand = { .job = { .run = run_piece, .settle = settle_piece }, .writer = writer };
  Job later = { .job.run = insert_number };
  g_autoptr (GError) error = NULL;

  vouch_lookup_writer_submit (writer, &errand.job);
  while (g_atomic_int_get (&errand.n_pieces) < 10)
    g_usleep (100);
  g_assert_false (g_atomic_int_get (&errand.is_over));
  vouch_lookup_writer_come_to_rest (writer);
  g_assert_true (g_atomic_int_get (&errand.is_over));
  g_assert_true (vouch_lookup_writer_run (writer, &later.job, &error));
  g_assert_cmpint (count (writer), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/writer/all-are-settled-and-stored", test_all_are_settled_and_stored);
  g_test_add_func ("/writer/bells-are-rung-behind-those-who-were-settled",
                   test_bells_are_rung_behind_those_who_were_settled);
  g_test_add_func ("/writer/a-broken-rule-takes-only-its-own-rows-back",
                   test_a_broken_rule_takes_only_its_own_rows_back);
  g_test_add_func ("/writer/a-batch-is-run-again-when-the-database-was-busy",
                   test_a_batch_is_run_again_when_the_database_was_busy);
  g_test_add_func ("/writer/a-failed-batch-tells-everybody", test_a_failed_batch_tells_everybody);
  g_test_add_func ("/writer/an-errand-without-end-ends-when-the-writer-rests",
                   test_an_errand_without_end_ends_when_the_writer_rests);
  return g_test_run ();
}
