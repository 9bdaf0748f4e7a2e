#include "vouch-error.h"
#include "vouch-worker.h"

static VouchWorker *
start (void)
{
  g_autoptr (GError) error = NULL;
  VouchConn *conn = vouch_conn_open (NULL, VOUCH_CONN_MEMORY, &error);

  g_assert_no_error (error);
  return vouch_worker_new ("worker", conn);
}

static gpointer
note_thread (VouchConn *conn, gpointer data, GError **error)
{
  *(GThread **)data = g_thread_self ();
  return data;
}

static void
test_jobs_run_on_one_thread_that_is_not_ours (void)
{
  VouchWorker *worker = start ();
  GThread *first = NULL, *second = NULL;

  g_assert_true (vouch_worker_run (worker, note_thread, &first, NULL) == &first);
  vouch_worker_run (worker, note_thread, &second, NULL);
  g_assert_true (first == second);
  g_assert_true (first != g_thread_self ());
  vouch_conn_free (vouch_worker_stop (worker));
}

static gpointer
fail (VouchConn *conn, gpointer data, GError **error)
{
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_DENIED, "no");
  return NULL;
}

static void
test_a_jobs_error_comes_back (void)
{
  VouchWorker *worker = start ();
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_worker_run (worker, fail, NULL, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_assert_null (vouch_worker_run (worker, fail, NULL, NULL)); /* nobody need take it */
  vouch_conn_free (vouch_worker_stop (worker));
}

static gpointer
add_one (VouchConn *conn, gpointer data, GError **error)
{
  (*(int *)data)++; /* without a lock: only the worker's thread comes here */
  return data;
}

typedef struct
{
  VouchWorker *worker;
  int *sum;
} Many;

static gpointer
run_many (gpointer data)
{
  Many *many = data;

  for (int i = 0; i < 500; i++)
    g_assert_nonnull (vouch_worker_run (many->worker, add_one, many->sum, NULL));
  return NULL;
}

static void
test_many_threads_are_served_one_after_the_other (void)
{
  VouchWorker *worker = start ();
  int sum = 0;
  Many many = { worker, &sum };
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("many", run_many, &many);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpint (sum, ==, 2000);
  vouch_conn_free (vouch_worker_stop (worker));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worker/jobs-run-on-one-thread-that-is-not-ours", test_jobs_run_on_one_thread_that_is_not_ours);
  g_test_add_func ("/worker/a-jobs-error-comes-back", test_a_jobs_error_comes_back);
  g_test_add_func ("/worker/many-threads-are-served-one-after-the-other",
                   test_many_threads_are_served_one_after_the_other);
  return g_test_run ();
}
