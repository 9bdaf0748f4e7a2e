#include "vouch-clock.h"

#define HOUR_S 3600
#define EIGHT_IN_THE_MORNING G_GINT64_CONSTANT (1767254400000000) /* 2026-01-01T08:00:00Z */

static void
test_a_fixed_clock_stands_still (void)
{
  g_autoptr (VouchClock) clock = vouch_clock_new_fixed (EIGHT_IN_THE_MORNING, 8 * HOUR_S);

  g_assert_cmpint (vouch_clock_now (clock), ==, EIGHT_IN_THE_MORNING);
  g_assert_cmpint (vouch_clock_now (clock), ==, EIGHT_IN_THE_MORNING);
  g_assert_cmpint (vouch_clock_offset (clock, 0), ==, 8 * HOUR_S);
}

static void
test_a_fixed_clock_moves_both_ways (void)
{
  g_autoptr (VouchClock) clock = vouch_clock_new_fixed (EIGHT_IN_THE_MORNING, 0);

  vouch_clock_advance (clock, 90 * G_USEC_PER_SEC);
  g_assert_cmpint (vouch_clock_now (clock), ==, EIGHT_IN_THE_MORNING + 90 * G_USEC_PER_SEC);
  vouch_clock_advance (clock, -91 * G_USEC_PER_SEC);
  g_assert_cmpint (vouch_clock_now (clock), ==, EIGHT_IN_THE_MORNING - G_USEC_PER_SEC);
}

static void
test_today_is_the_warehouse_s (void)
{
  g_autoptr (VouchClock) shanghai = vouch_clock_new_fixed (EIGHT_IN_THE_MORNING, 8 * HOUR_S);
  g_autoptr (VouchClock) azores = vouch_clock_new_fixed (EIGHT_IN_THE_MORNING, -1 * HOUR_S);

  g_assert_cmpint (vouch_clock_today (shanghai), ==, 20260101);
  vouch_clock_advance (shanghai, 8 * G_TIME_SPAN_HOUR - 1);
  g_assert_cmpint (vouch_clock_today (shanghai), ==, 20260101);
  vouch_clock_advance (shanghai, 1);
  g_assert_cmpint (vouch_clock_today (shanghai), ==, 20260102);

  vouch_clock_advance (azores, -8 * G_TIME_SPAN_HOUR);
  g_assert_cmpint (vouch_clock_today (azores), ==, 20251231);
}

static void
test_the_system_clock_is_the_machine_s (void)
{
  g_autoptr (VouchClock) clock = vouch_clock_new_system ();
  gint64 before = g_get_real_time ();
  gint64 now = vouch_clock_now (clock);
  gint64 after = g_get_real_time ();

  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <=, after);
}

/* The test environment sets TZ=UTC. */
static void
test_the_system_clock_knows_the_zone (void)
{
  g_autoptr (VouchClock) clock = vouch_clock_new_system ();

  g_assert_cmpint (vouch_clock_offset (clock, EIGHT_IN_THE_MORNING), ==, 0);
  g_assert_cmpint (vouch_clock_offset (clock, -EIGHT_IN_THE_MORNING), ==, 0);
}

static void
test_lives_as_long_as_somebody_holds_it (void)
{
  VouchClock *clock = vouch_clock_new_fixed (1, 0);
  VouchClock *held = vouch_clock_ref (clock);

  g_assert_true (held == clock);
  vouch_clock_unref (clock);
  g_assert_cmpint (vouch_clock_now (held), ==, 1);
  vouch_clock_unref (held);
  vouch_clock_unref (NULL);
}

static gpointer
write_time (gpointer data)
{
  for (int i = 0; i < 1000; i++)
    vouch_clock_advance (data, 1);
  return NULL;
}

static void
test_threads_lose_no_step (void)
{
  g_autoptr (VouchClock) clock = vouch_clock_new_fixed (0, 0);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("clock", write_time, clock);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpint (vouch_clock_now (clock), ==, 4000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/a-fixed-clock-stands-still", test_a_fixed_clock_stands_still);
  g_test_add_func ("/clock/a-fixed-clock-moves-both-ways", test_a_fixed_clock_moves_both_ways);
  g_test_add_func ("/clock/today-is-the-warehouse-s", test_today_is_the_warehouse_s);
  g_test_add_func ("/clock/the-system-clock-is-the-machine-s", test_the_system_clock_is_the_machine_s);
  g_test_add_func ("/clock/the-system-clock-knows-the-zone", test_the_system_clock_knows_the_zone);
  g_test_add_func ("/clock/lives-as-long-as-somebody-holds-it", test_lives_as_long_as_somebody_holds_it);
  g_test_add_func ("/clock/threads-lose-no-step", test_threads_lose_no_step);
  return g_test_run ();
}
