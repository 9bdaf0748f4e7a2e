/* Labels are printed beside the window: it is seen how far they are, and they can be stopped. */
#include "goods.h"
#include "ui-test.h"
#include "vouch-errand.h"
#include "vouch-error.h"
#include "vouch-print-errand.h"

typedef struct
{
  StationFixture base;
  GtkWidget *window;
  VouchPrintErrand *errand;
  VouchPrintJob *job;
  GError *error;
  gboolean is_done;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchActor) actor = NULL;
  VouchLabelOrder order = { .purpose = VOUCH_PRINT_PURPOSE_UNIT, .units = 50, .dpi = 203 };

  station_fixture_set_up (&fixture->base, NULL);
  order.lot_id = goods_tea_released (&fixture->base);
  actor = station_fixture_dup_actor (&fixture->base, INSPECTOR);
  fixture->window = gtk_window_new ();
  fixture->errand = vouch_print_errand_new (fixture->base.station, actor, &order);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->errand);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  vouch_print_job_free (fixture->job);
  g_clear_error (&fixture->error);
  station_fixture_tear_down (&fixture->base, NULL);
}

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  fixture->job = vouch_print_errand_run_finish (fixture->errand, result, &fixture->error);
  fixture->is_done = TRUE;
}

static void
run (Fixture *fixture)
{
  vouch_print_errand_run_async (fixture->errand, GTK_WINDOW (fixture->window), printed_cb, fixture);
}

static void
wait (Fixture *fixture)
{
  while (!fixture->is_done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_a_print_tells_how_far_it_is (Fixture *fixture, gconstpointer data)
{
  guint done, total;

  vouch_print_errand_get_progress (fixture->errand, &done, &total);
  g_assert_cmpuint (total, ==, 0);
  run (fixture);
  wait (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpint (fixture->job->labels, ==, 50);
  vouch_print_errand_get_progress (fixture->errand, &done, &total);
  g_assert_cmpuint (done, ==, 50);
  g_assert_cmpuint (total, ==, 50);
}

/* The codes are issued by then; they wait to be printed, and no file and no job says that they were. */
static void
test_a_stopped_print_gives_nothing_out (Fixture *fixture, gconstpointer data)
{
  vouch_print_errand_stop (fixture->errand);
  run (fixture);
  wait (fixture);
  g_assert_null (fixture->job);
  g_assert_error (fixture->error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  g_assert_true (vouch_print_errand_is_stopped (fixture->errand));
  g_assert_cmpint (station_fixture_ask (&fixture->base, "SELECT count(*) FROM print_job WHERE purpose = 'unit'"), ==,
                   0);
  g_assert_cmpint (station_fixture_ask (&fixture->base, "SELECT count(*) FROM code_batch WHERE state = 'reserved'"), ==,
                   1);
}

/* Whoever closes the station waits for what uses it; its callback comes later. */
static void
test_who_closes_the_station_waits_for_errands (Fixture *fixture, gconstpointer data)
{
  run (fixture);
  vouch_errand_wait ();
  g_assert_false (fixture->is_done);
  g_assert_cmpint (station_fixture_ask (&fixture->base, "SELECT count(*) FROM print_job WHERE purpose = 'unit'"), ==,
                   1);
  wait (fixture);
  g_assert_nonnull (fixture->job);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/print-errand/a-print-tells-how-far-it-is", test_a_print_tells_how_far_it_is);
  ADD ("/print-errand/a-stopped-print-gives-nothing-out", test_a_stopped_print_gives_nothing_out);
  ADD ("/print-errand/who-closes-the-station-waits-for-errands", test_who_closes_the_station_waits_for_errands);
  return g_test_run ();
}
