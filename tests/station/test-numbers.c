/* Numbers for people are as distinct as the ids they are made of. */
#include "vouch-id.h"
#include "vouch-number.h"

#define START G_GINT64_CONSTANT (1767254400000000) /* 2026-01-01T08:00:00Z */
#define MANY 100000

static void
assert_distinct (VouchClock *clock)
{
  g_autoptr (VouchIdSource) one = vouch_id_source_new (clock, 7);
  g_autoptr (VouchIdSource) two = vouch_id_source_new (clock, 8);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < MANY; i++)
    {
      g_assert_true (g_hash_table_add (seen, vouch_number_make ('L', vouch_id_source_next (one))));
      g_assert_true (g_hash_table_add (seen, vouch_number_make ('L', vouch_id_source_next (two))));
    }
}

static void
test_a_tight_loop_makes_distinct_numbers (void)
{
  g_autoptr (VouchClock) clock = vouch_clock_new_system ();

  assert_distinct (clock);
}

static void
test_a_standing_clock_makes_distinct_numbers (void)
{
  g_autoptr (VouchClock) clock = vouch_clock_new_fixed (START, 0);

  assert_distinct (clock);
}

static void
test_a_clock_that_goes_back_makes_distinct_numbers (void)
{
  g_autoptr (VouchClock) clock = vouch_clock_new_fixed (START, 0);
  g_autoptr (VouchIdSource) source = vouch_id_source_new (clock, 7);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < MANY; i++)
    {
      vouch_clock_advance (clock, i % 100 == 0 ? -G_TIME_SPAN_SECOND : G_TIME_SPAN_MILLISECOND);
      g_assert_true (g_hash_table_add (seen, vouch_number_make ('L', vouch_id_source_next (source))));
    }
}

/* The form is on labels: it never changes. */
static void
test_a_number_is_the_documented_one (void)
{
  gint64 ms = START / 1000 - G_GINT64_CONSTANT (1577836800000);
  g_autofree char *number = vouch_number_make ('L', ms << 22 | 7 << 12 | 5);

  g_assert_cmpstr (number, ==, "L260101-6VQ8001X");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numbers/a-tight-loop-makes-distinct-numbers", test_a_tight_loop_makes_distinct_numbers);
  g_test_add_func ("/numbers/a-standing-clock-makes-distinct-numbers", test_a_standing_clock_makes_distinct_numbers);
  g_test_add_func ("/numbers/a-clock-that-goes-back-makes-distinct-numbers",
                   test_a_clock_that_goes_back_makes_distinct_numbers);
  g_test_add_func ("/numbers/a-number-is-the-documented-one", test_a_number_is_the_documented_one);
  return g_test_run ();
}
