#include "vouch-id.h"

#include "vouch-error.h"

#define START G_GINT64_CONSTANT (1767254400000000) /* 2026-01-01T08:00:00Z */
#define EPOCH_MS G_GINT64_CONSTANT (1577836800000)
#define COUNTERS 4096

typedef struct
{
  VouchClock *clock;
  VouchIdSource *source;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer station)
{
  fixture->clock = vouch_clock_new_fixed (START, 0);
  fixture->source = vouch_id_source_new (fixture->clock, GPOINTER_TO_UINT (station));
}

static void
tear_down (Fixture *fixture, gconstpointer station)
{
  vouch_id_source_free (fixture->source);
  vouch_clock_unref (fixture->clock);
}

static gint64
milliseconds_of (gint64 id)
{
  return id >> 22;
}

static void
test_holds_time_station_and_counter (Fixture *fixture, gconstpointer station)
{
  gint64 id = vouch_id_source_next (fixture->source);

  g_assert_cmpint (id, >, 0);
  g_assert_cmpint (milliseconds_of (id), ==, START / 1000 - EPOCH_MS);
  g_assert_cmpint (id >> 12 & VOUCH_STATION_MAX, ==, GPOINTER_TO_INT (station));
  g_assert_cmpint (id & (COUNTERS - 1), ==, 0);
}

static void
test_counts_within_a_millisecond (Fixture *fixture, gconstpointer station)
{
  gint64 first = vouch_id_source_next (fixture->source);

  for (int i = 1; i < VOUCH_ID_PER_MS; i++)
    g_assert_cmpint (vouch_id_source_next (fixture->source), ==, first + i);
}

static void
test_borrows_the_next_millisecond (Fixture *fixture, gconstpointer station)
{
  gint64 first = vouch_id_source_next (fixture->source);
  gint64 last = first;

  for (int i = 0; i < 3 * VOUCH_ID_PER_MS; i++)
    {
      gint64 next = vouch_id_source_next (fixture->source);

      g_assert_cmpint (next, >, last);
      last = next;
    }
  g_assert_cmpint (milliseconds_of (last), ==, milliseconds_of (first) + 3);
}

static void
test_grows_when_the_clock_goes_back (Fixture *fixture, gconstpointer station)
{
  gint64 before = vouch_id_source_next (fixture->source);
  gint64 after;

  vouch_clock_advance (fixture->clock, -G_TIME_SPAN_DAY);
  after = vouch_id_source_next (fixture->source);
  g_assert_cmpint (after, >, before);
  g_assert_cmpint (milliseconds_of (after), ==, milliseconds_of (before));

  vouch_clock_advance (fixture->clock, 2 * G_TIME_SPAN_DAY);
  after = vouch_id_source_next (fixture->source);
  g_assert_cmpint (milliseconds_of (after), >, milliseconds_of (before));
}

static void
test_stays_above_what_is_stored (Fixture *fixture, gconstpointer station)
{
  g_autoptr (VouchClock) tomorrow = vouch_clock_new_fixed (START + G_TIME_SPAN_DAY, 0);
  g_autoptr (VouchIdSource) earlier = vouch_id_source_new (tomorrow, GPOINTER_TO_UINT (station));
  gint64 stored = vouch_id_source_next (earlier);

  vouch_id_source_raise (fixture->source, 0);
  vouch_id_source_raise (fixture->source, stored);
  g_assert_cmpint (vouch_id_source_next (fixture->source), >, stored);
}

/* Earlier programs counted up to 4095 in one millisecond, and what people read then kept three bits of it. */
static void
test_what_was_stored_takes_its_whole_millisecond (Fixture *fixture, gconstpointer station)
{
  gint64 stored = vouch_id_source_next (fixture->source) + 4000;
  gint64 next;

  vouch_id_source_raise (fixture->source, stored);
  next = vouch_id_source_next (fixture->source);
  g_assert_cmpint (milliseconds_of (next), ==, milliseconds_of (stored) + 1);
  g_assert_cmpint (next & (COUNTERS - 1), ==, 0);
}

static void
test_raising_never_lowers (Fixture *fixture, gconstpointer station)
{
  gint64 first = vouch_id_source_next (fixture->source);

  vouch_id_source_raise (fixture->source, 1);
  g_assert_cmpint (vouch_id_source_next (fixture->source), >, first);
}

static void
test_stations_never_collide (Fixture *fixture, gconstpointer station)
{
  g_autoptr (VouchIdSource) other = vouch_id_source_new (fixture->clock, GPOINTER_TO_UINT (station) - 1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (int i = 0; i < 1000; i++)
    {
      gint64 one = vouch_id_source_next (fixture->source);
      gint64 two = vouch_id_source_next (other);

      g_assert_true (g_hash_table_add (seen, g_memdup2 (&one, sizeof one)));
      g_assert_true (g_hash_table_add (seen, g_memdup2 (&two, sizeof two)));
    }
}

static void
test_works_before_its_epoch (Fixture *fixture, gconstpointer station)
{
  g_autoptr (VouchClock) long_ago = vouch_clock_new_fixed (0, 0);
  g_autoptr (VouchIdSource) source = vouch_id_source_new (long_ago, 0);
  gint64 first = vouch_id_source_next (source);

  g_assert_cmpint (first, >, 0);
  g_assert_cmpint (vouch_id_source_next (source), >, first);
}

typedef struct
{
  VouchIdSource *source;
  gint64 ids[2000];
} Worker;

static gpointer
write_ids (gpointer data)
{
  Worker *worker = data;

  for (guint i = 0; i < G_N_ELEMENTS (worker->ids); i++)
    worker->ids[i] = vouch_id_source_next (worker->source);
  return NULL;
}

static void
test_threads_get_different_ids (Fixture *fixture, gconstpointer station)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree Worker *workers = g_new0 (Worker, 4);
  GThread *threads[4];

  for (guint i = 0; i < 4; i++)
    {
      workers[i].source = fixture->source;
      threads[i] = g_thread_new ("ids", write_ids, &workers[i]);
    }
  for (guint i = 0; i < 4; i++)
    g_thread_join (threads[i]);
  for (guint i = 0; i < 4; i++)
    for (guint k = 0; k < G_N_ELEMENTS (workers[i].ids); k++)
      {
        g_assert_true (g_hash_table_add (seen, &workers[i].ids[k]));
        g_assert_true (k == 0 || workers[i].ids[k] > workers[i].ids[k - 1]);
      }
}

static void
test_reads_what_it_writes (void)
{
  static const gint64 ids[] = { 1, 31, 32, G_GINT64_CONSTANT (0x123456789abcdef), G_MAXINT64 };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *text = vouch_id_to_string (ids[i]);
      g_autofree char *small = g_ascii_strdown (text, -1);
      gint64 id = 0;

      g_assert_cmpuint (strlen (text), ==, VOUCH_ID_LENGTH);
      g_assert_true (vouch_id_parse (text, &id, NULL));
      g_assert_cmpint (id, ==, ids[i]);
      g_assert_true (vouch_id_parse (small, &id, NULL));
      g_assert_cmpint (id, ==, ids[i]);
    }
}

static void
test_texts_are_the_documented_ones (void)
{
  g_autofree char *one = vouch_id_to_string (1);
  g_autofree char *greatest = vouch_id_to_string (G_MAXINT64);

  g_assert_cmpstr (one, ==, "0000000000001");
  g_assert_cmpstr (greatest, ==, "7ZZZZZZZZZZZZ");
}

static void
test_texts_sort_as_numbers (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int i = 0; i < 1000; i++)
    {
      gint64 a = (gint64)g_rand_int (random) << 31 | g_rand_int_range (random, 1, G_MAXINT);
      gint64 b = (gint64)g_rand_int (random) << 31 | g_rand_int_range (random, 1, G_MAXINT);
      g_autofree char *a_text = vouch_id_to_string (a);
      g_autofree char *b_text = vouch_id_to_string (b);

      g_assert_true ((a < b) == (strcmp (a_text, b_text) < 0));
    }
}

static void
test_refuses_other_texts (void)
{
  static const char *const texts[] = { "",
                                       "1",
                                       "0000000000000",
                                       "8000000000000",
                                       "ZZZZZZZZZZZZZ",
                                       "00000000000001",
                                       "000000000000",
                                       "000000000000U",
                                       "-000000000001",
                                       "000000 000001",
                                       "00000000000é" };
  gint64 id = 5;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (vouch_id_parse (texts[i], &id, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_assert_cmpint (id, ==, 5);
    }
  g_assert_false (vouch_id_parse (NULL, &id, NULL));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, GUINT_TO_POINTER (VOUCH_STATION_MAX), set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/id/holds-time-station-and-counter", test_holds_time_station_and_counter);
  add ("/id/counts-within-a-millisecond", test_counts_within_a_millisecond);
  add ("/id/borrows-the-next-millisecond", test_borrows_the_next_millisecond);
  add ("/id/grows-when-the-clock-goes-back", test_grows_when_the_clock_goes_back);
  add ("/id/stays-above-what-is-stored", test_stays_above_what_is_stored);
  add ("/id/what-was-stored-takes-its-whole-millisecond", test_what_was_stored_takes_its_whole_millisecond);
  add ("/id/raising-never-lowers", test_raising_never_lowers);
  add ("/id/stations-never-collide", test_stations_never_collide);
  add ("/id/works-before-its-epoch", test_works_before_its_epoch);
  add ("/id/threads-get-different-ids", test_threads_get_different_ids);
  g_test_add_func ("/id/reads-what-it-writes", test_reads_what_it_writes);
  g_test_add_func ("/id/texts-are-the-documented-ones", test_texts_are_the_documented_ones);
  g_test_add_func ("/id/texts-sort-as-numbers", test_texts_sort_as_numbers);
  g_test_add_func ("/id/refuses-other-texts", test_refuses_other_texts);
  return g_test_run ();
}
