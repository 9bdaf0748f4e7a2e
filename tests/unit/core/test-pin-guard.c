#include "vouch-pin-guard.h"

#define NOON G_GINT64_CONSTANT (1780027200000000)

static gint64
wait_after (gint64 failures, gint64 seconds)
{
  VouchPinGuard guard = { .failures = failures, .failed_at = NOON };

  return vouch_pin_guard_get_wait (&guard, NOON + seconds * G_USEC_PER_SEC);
}

static void
test_two_mistakes_are_free (void)
{
  g_assert_cmpint (vouch_pin_guard_get_wait (NULL, NOON), ==, 0);
  g_assert_cmpint (wait_after (0, 0), ==, 0);
  g_assert_cmpint (wait_after (2, 0), ==, 0);
}

static void
test_the_wait_doubles_up_to_a_quarter_of_an_hour (void)
{
  static const gint64 waits[] = { 5, 10, 20, 40, 80, 160, 320, 640, 900, 900 };

  for (gsize i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      g_assert_cmpint (wait_after (3 + (gint64)i, 0), ==, waits[i]);
      g_assert_cmpint (wait_after (3 + (gint64)i, waits[i] - 1), ==, 1);
      g_assert_cmpint (wait_after (3 + (gint64)i, waits[i]), ==, 0);
    }
  g_assert_cmpint (wait_after (G_MAXINT64, 0), ==, 900);
}

static void
test_a_clock_set_back_locks_nobody_out (void)
{
  g_assert_cmpint (wait_after (20, -10), ==, 900);
  g_assert_cmpint (wait_after (20, -86400), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pin-guard/two-mistakes-are-free", test_two_mistakes_are_free);
  g_test_add_func ("/pin-guard/the-wait-doubles-up-to-a-quarter-of-an-hour",
                   test_the_wait_doubles_up_to_a_quarter_of_an_hour);
  g_test_add_func ("/pin-guard/a-clock-set-back-locks-nobody-out", test_a_clock_set_back_locks_nobody_out);
  return g_test_run ();
}
