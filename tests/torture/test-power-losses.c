/* The power fails at any operation of the disk: whatever was acknowledged until then is there when it comes back, and
 * what was not can be submitted again, once. VOUCH_TORTURE_POWER_LOSSES says how often (300). The same losses at
 * synchronous=NORMAL have to lose something, or they prove nothing. */
#include <glib/gstdio.h>
#include <stdlib.h>

#include "power-loss.h"
#include "station-fixture.h"
#include "test-disk.h"
#include "torture-act.h"
#include "torture-look.h"
#include "vouch-product-store.h"

#define LOSSES 300
#define LOSSES_PER_STATION 60 /* a look at the audit takes as long as the audit is */
#define LOSSES_WITHOUT_SYNC 40
#define TEA "TEA-G100"
#define UNITS 5
#define OPERATIONS_PER_ACT 14 /* about; some losses come when nothing is done */

typedef struct
{
  TortureAct act;
  char *digest; /* of the answer, once it is acknowledged */
} Entry;

typedef struct
{
  StationFixture fixture;
  VouchActor *actor;
  gint64 product_id;
  PowerLoss *power;
  char *image; /* the folder of what is found after a loss */
  GPtrArray *entries;
  gint64 keys; /* that the station had to begin with */
  guint n_acknowledged;
  gint64 receipt_id, lot_id, number;
  guint step;

  /* At the moment of the last loss. */
  guint acknowledged_then;
  guint submitted_then;

  guint lost;
  guint in_flight;
  guint in_flight_saved;
} Bench;

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->digest);
  g_free (entry);
}

static gpointer
read_product (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_product_store_find_by_sku (conn, TEA, error);
}

static void
set_up (Bench *bench)
{
  g_autoptr (VouchProduct) product = NULL;

  *bench = (Bench){ .entries = g_ptr_array_new_with_free_func (free_entry) };
  station_fixture_set_up (&bench->fixture, NULL);
  bench->actor = station_fixture_dup_actor (&bench->fixture, TORTURE_INSPECTOR);
  product = vouch_station_read (bench->fixture.station, read_product, NULL, NULL);
  bench->product_id = product->id;
  bench->keys = torture_look_count (bench->fixture.station).keys;
  bench->image = g_strconcat (bench->fixture.directory, ".image", NULL);
  bench->power = power_loss_new (bench->fixture.directory);
}

static void
tear_down (Bench *bench)
{
  power_loss_free (bench->power);
  vouch_actor_unref (bench->actor);
  station_fixture_tear_down (&bench->fixture, NULL);
  g_ptr_array_unref (bench->entries);
  g_free (bench->image);
}

static gint64
submit (Bench *bench, TortureKind kind, gint64 a, gint64 b, gint64 c, gint64 d)
{
  Entry *entry = g_new0 (Entry, 1);
  g_autofree char *key = g_uuid_string_random ();
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  entry->act = (TortureAct){ .kind = kind, .numbers = { a, b, c, d } };
  g_strlcpy (entry->act.key, key, sizeof entry->act.key);
  g_ptr_array_add (bench->entries, entry);
  vouch_clock_advance (bench->fixture.clock, G_USEC_PER_SEC);
  answer = torture_act_submit (&entry->act, bench->fixture.station, bench->actor, &id, &error);
  g_assert_no_error (error);
  entry->digest = torture_answer_digest (answer);
  bench->n_acknowledged++;
  return id;
}

/* A delivery, a lot of it, its plan, its units; then the next. */
static void
do_next (Bench *bench)
{
  VouchDate expiry = vouch_date_add_days (vouch_clock_today (bench->fixture.clock), 510);

  switch (bench->step)
    {
    case 0:
      bench->receipt_id = submit (bench, TORTURE_DELIVER, bench->number++, 0, 0, 0);
      break;
    case 1:
      bench->lot_id = submit (bench, TORTURE_COUNT, bench->receipt_id, bench->product_id, bench->number, expiry);
      break;
    case 2:
      submit (bench, TORTURE_PLAN, bench->lot_id, 0, 0, 0);
      break;
    default:
      submit (bench, TORTURE_PASS, bench->lot_id, (gint64)bench->step - 2, 0, 0);
    }
  bench->step = (bench->step + 1) % (3 + UNITS);
}

static gpointer
write_checkpoint (VouchConn *conn, gpointer data, GError **error)
{
  return GINT_TO_POINTER (vouch_conn_checkpoint (conn, FALSE, error));
}

static void
power_failed_cb (gpointer data)
{
  Bench *bench = data;

  bench->acknowledged_then = bench->n_acknowledged;
  bench->submitted_then = bench->entries->len;
}

static void
make_image_folder (Bench *bench)
{
  g_autofree char *command = g_strdup_printf ("rm -rf %s && mkdir -m 700 %s && cp -r %s/keys %s", bench->image,
                                              bench->image, bench->fixture.directory, bench->image);

  g_assert_cmpint (system (command), ==, 0);
}

static void
lose_power (Bench *bench)
{
  int n = g_test_rand_int_range (1, 6);

  make_image_folder (bench);
  power_loss_fail_at (bench->power, (guint)g_test_rand_int_range (1, n * OPERATIONS_PER_ACT), bench->image,
                      power_failed_cb, bench);
  for (int i = 0; i < n; i++)
    {
      do_next (bench);
      if (g_test_rand_int_range (0, 12) == 0)
        vouch_db_write (vouch_station_get_db (bench->fixture.station), write_checkpoint, NULL, NULL);
    }
  power_loss_fail_now (bench->power);
}

static VouchStation *
open_image (Bench *bench)
{
  VouchStationPaths paths = { bench->image, bench->fixture.unlock };
  g_autoptr (GError) error = NULL;
  VouchStation *station = vouch_station_open (&paths, "test", VOUCH_DB_OWN, bench->fixture.clock, &error);

  g_assert_no_error (error);
  return station;
}

/* The last of what had been submitted then, whether it was acknowledged or not. */
static void
submit_again (Bench *bench, VouchStation *station)
{
  guint first = bench->submitted_then > 8 ? bench->submitted_then - 8 : 0;

  for (guint i = first; i < bench->submitted_then; i++)
    {
      const Entry *entry = g_ptr_array_index (bench->entries, i);
      g_autoptr (GError) error = NULL;
      gint64 id;
      g_autoptr (GBytes) answer = torture_act_submit (&entry->act, station, bench->actor, &id, &error);

      g_assert_no_error (error);
      if (i < bench->acknowledged_then)
        {
          g_autofree char *digest = torture_answer_digest (answer);

          g_assert_cmpstr (digest, ==, entry->digest);
        }
    }
}

static void
look (Bench *bench)
{
  VouchStation *station = open_image (bench);
  gint64 found = torture_look_count (station).keys - bench->keys;

  g_assert_cmpint (found, <=, bench->submitted_then);
  if (found < bench->acknowledged_then)
    bench->lost++;
  bench->in_flight += bench->submitted_then - bench->acknowledged_then;
  if (found > bench->acknowledged_then)
    bench->in_flight_saved++;
  torture_look_for_damage (station);
  if (found >= bench->acknowledged_then)
    {
      submit_again (bench, station);
      submit_again (bench, station);
      g_assert_cmpint (torture_look_count (station).keys - bench->keys, ==, bench->submitted_then);
    }
  vouch_station_close (station, NULL);
}

static gpointer
write_pragma (VouchConn *conn, gpointer data, GError **error)
{
  return GINT_TO_POINTER (vouch_conn_exec (conn, data, error));
}

/* Returns how many losses lost something that had been acknowledged. */
static guint
lose_power_often (int losses, const char *pragma)
{
  guint lost = 0, in_flight = 0, in_flight_saved = 0;

  for (int done = 0; done < losses; done += LOSSES_PER_STATION)
    {
      Bench bench;

      set_up (&bench);
      if (pragma != NULL)
        g_assert_nonnull (
            vouch_db_write (vouch_station_get_db (bench.fixture.station), write_pragma, (gpointer)pragma, NULL));
      for (int i = 0; i < MIN (LOSSES_PER_STATION, losses - done); i++)
        {
          lose_power (&bench);
          look (&bench);
        }
      lost += bench.lost;
      in_flight += bench.in_flight;
      in_flight_saved += bench.in_flight_saved;
      tear_down (&bench);
    }
  g_test_message ("%d losses of power, %u lost something; %u acts were under way, %u of them saved", losses, lost,
                  in_flight, in_flight_saved);
  /* Losses between the acts prove little. */
  g_assert_cmpuint (in_flight, >, (guint)losses / 3);
  return lost;
}

static void
test_nothing_acknowledged_is_lost (void)
{
  const char *wanted = g_getenv ("VOUCH_TORTURE_POWER_LOSSES");

  g_assert_cmpuint (lose_power_often (wanted != NULL ? atoi (wanted) : LOSSES, NULL), ==, 0);
}

static void
test_without_syncing_something_is_lost (void)
{
  g_assert_cmpuint (lose_power_often (LOSSES_WITHOUT_SYNC, "PRAGMA synchronous=NORMAL"), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  test_disk_install ();
  g_test_add_func ("/power-losses/nothing-acknowledged-is-lost", test_nothing_acknowledged_is_lost);
  g_test_add_func ("/power-losses/without-syncing-something-is-lost", test_without_syncing_something_is_lost);
  return g_test_run ();
}
