/* The same act submitted again and again, at once and after the process died in the middle of it: it is done once, and
 * everybody gets its first answer. VOUCH_TORTURE_SUBMITS says how many acts (300). */
#include <stdlib.h>

#include "station-fixture.h"
#include "test-disk.h"
#include "torture-act.h"
#include "torture-look.h"
#include "vouch-error.h"
#include "vouch-product-store.h"

#define SUBMITS 300
#define THREADS 3
#define TEA "TEA-G100"

typedef struct
{
  StationFixture fixture;
  VouchActor *actor;
  gint64 product_id;
  gint64 number;
  gint64 receipt_id;
} Bench;

static gpointer
read_product (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_product_store_find_by_sku (conn, TEA, error);
}

static void
set_up (Bench *bench)
{
  g_autoptr (VouchProduct) product = NULL;

  *bench = (Bench){ 0 };
  station_fixture_set_up (&bench->fixture, NULL);
  bench->actor = station_fixture_dup_actor (&bench->fixture, TORTURE_INSPECTOR);
  product = vouch_station_read (bench->fixture.station, read_product, NULL, NULL);
  bench->product_id = product->id;
}

static void
tear_down (Bench *bench)
{
  vouch_actor_unref (bench->actor);
  station_fixture_tear_down (&bench->fixture, NULL);
}

/* By turns a delivery and lots of it. */
static TortureAct
make_act (Bench *bench)
{
  g_autofree char *key = g_uuid_string_random ();
  VouchDate expiry = vouch_date_add_days (vouch_clock_today (bench->fixture.clock), 510);
  TortureAct act = { .kind = TORTURE_DELIVER, .numbers = { bench->number }, .rows = 1 };

  vouch_clock_advance (bench->fixture.clock, G_USEC_PER_SEC);
  if (bench->number++ % 4 != 0)
    act = (TortureAct){
      .kind = TORTURE_COUNT,
      .numbers = { bench->receipt_id, bench->product_id, bench->number, expiry },
      .rows = 1,
    };
  g_strlcpy (act.key, key, sizeof act.key);
  return act;
}

typedef struct
{
  Bench *bench;
  const TortureAct *act;
  gint64 id;
  char *digest;
} Strike;

static gpointer
strike (gpointer data)
{
  Strike *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) answer =
      torture_act_submit (self->act, self->bench->fixture.station, self->bench->actor, &self->id, &error);

  g_assert_no_error (error);
  self->digest = torture_answer_digest (answer);
  return NULL;
}

/* Several threads at once, as fingers that strike a button twice and programs that try again. */
static gint64
submit_at_once (Bench *bench, const TortureAct *act)
{
  Strike strikes[THREADS];
  GThread *threads[THREADS];

  for (int i = 0; i < THREADS; i++)
    {
      strikes[i] = (Strike){ bench, act, 0, NULL };
      threads[i] = g_thread_new ("strike", strike, &strikes[i]);
    }
  for (int i = 0; i < THREADS; i++)
    g_thread_join (threads[i]);
  for (int i = 0; i < THREADS; i++)
    {
      g_assert_cmpstr (strikes[i].digest, ==, strikes[0].digest);
      g_assert_cmpint (strikes[i].id, ==, strikes[0].id);
    }
  for (int i = 0; i < THREADS; i++)
    g_free (strikes[i].digest);
  return strikes[0].id;
}

static int
get_submits (void)
{
  const char *wanted = g_getenv ("VOUCH_TORTURE_SUBMITS");

  return wanted != NULL ? atoi (wanted) : SUBMITS;
}

static void
test_at_once_is_once (void)
{
  int submits = get_submits ();
  TortureCounts before, after;
  Bench bench;

  set_up (&bench);
  before = torture_look_count (bench.fixture.station);
  for (int i = 0; i < submits; i++)
    {
      TortureAct act = make_act (&bench);
      gint64 id = submit_at_once (&bench, &act);

      if (act.kind == TORTURE_DELIVER)
        bench.receipt_id = id;
    }
  after = torture_look_count (bench.fixture.station);
  g_assert_cmpint (after.keys, ==, before.keys + submits);
  g_assert_cmpint (after.rows, ==, before.rows + submits);
  torture_look_for_damage (bench.fixture.station);
  tear_down (&bench);
}

/* The disk breaks at some operation, the program starts again, and tries again: as often as it takes. */
static gint64
submit_with_crashes (Bench *bench, const TortureAct *act, guint *n_crashes)
{
  static const TestDiskFault faults[] = { TEST_DISK_FULL, TEST_DISK_SHORT, TEST_DISK_BROKEN, TEST_DISK_LYING };

  /* The more often it failed, the later it fails, so that it is done in the end. */
  for (int attempt = 1;; attempt++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) answer = NULL;
      gint64 id = 0;

      test_disk_fail_at ((guint)g_test_rand_int_range (1, 60 * attempt), TEST_DISK_CHANGES,
                         faults[g_test_rand_int_range (0, G_N_ELEMENTS (faults))], g_test_rand_bit ());
      answer = torture_act_submit (act, bench->fixture.station, bench->actor, &id, &error);
      test_disk_mend ();
      if (answer != NULL)
        return id;
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
      ++*n_crashes;
      station_fixture_reopen (&bench->fixture);
    }
}

static void
test_after_crashes_is_once (void)
{
  int submits = get_submits () / 3;
  TortureCounts before, after;
  guint n_crashes = 0;
  Bench bench;

  set_up (&bench);
  before = torture_look_count (bench.fixture.station);
  for (int i = 0; i < submits; i++)
    {
      TortureAct act = make_act (&bench);
      gint64 id = submit_with_crashes (&bench, &act, &n_crashes);

      if (act.kind == TORTURE_DELIVER)
        bench.receipt_id = id;
    }
  after = torture_look_count (bench.fixture.station);
  g_test_message ("%d acts, %u crashes", submits, n_crashes);
  g_assert_cmpint (after.keys, ==, before.keys + submits);
  g_assert_cmpint (after.rows, ==, before.rows + submits);
  g_assert_cmpuint (n_crashes, >, (guint)submits / 4);
  torture_look_for_damage (bench.fixture.station);
  tear_down (&bench);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  test_disk_install ();
  g_test_add_func ("/double-submits/at-once-is-once", test_at_once_is_once);
  g_test_add_func ("/double-submits/after-crashes-is-once", test_after_crashes_is_once);
  return g_test_run ();
}
