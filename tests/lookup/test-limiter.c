#include "vouch-error.h"
#include "vouch-lookup-limiter.h"
#include "vouch-lookup-visitors.h"

#define SECOND G_USEC_PER_SEC
#define MINUTE (60 * G_USEC_PER_SEC)

static guint
take_many (VouchLookupLimiter *limiter, guint64 address, VouchLookupLimit limit, guint n, gint64 now_us)
{
  guint taken = 0;

  for (guint i = 0; i < n; i++)
    taken += (guint)vouch_lookup_limiter_take (limiter, address, limit, now_us);
  return taken;
}

static void
test_burst_then_rate (void)
{
  g_autoptr (VouchLookupLimiter) limiter = vouch_lookup_limiter_new (vouch_lookup_default_rates);
  gint64 now_us = MINUTE;

  for (guint i = 0; i < VOUCH_LOOKUP_LIMITS; i++)
    {
      const VouchLookupRate *rate = &vouch_lookup_default_rates[i];

      g_assert_cmpuint (take_many (limiter, 1, (VouchLookupLimit)i, 1000, now_us), ==, rate->burst);
      g_assert_cmpuint (take_many (limiter, 1, (VouchLookupLimit)i, 1000, now_us), ==, 0);
    }
  for (guint i = 0; i < VOUCH_LOOKUP_LIMITS; i++)
    g_assert_cmpuint (take_many (limiter, 1, (VouchLookupLimit)i, 1000, now_us + MINUTE), ==,
                      vouch_lookup_default_rates[i].per_minute);
}

static void
test_asking_often_loses_nothing (void)
{
  g_autoptr (VouchLookupLimiter) limiter = vouch_lookup_limiter_new (vouch_lookup_default_rates);
  guint taken = 0;

  take_many (limiter, 1, VOUCH_LOOKUP_LIMIT_MISS, 1000, SECOND);
  for (gint64 at = SECOND; at <= SECOND + 10 * MINUTE; at += 1234)
    taken += (guint)vouch_lookup_limiter_take (limiter, 1, VOUCH_LOOKUP_LIMIT_MISS, at);
  g_assert_cmpuint (taken, >=, 99);
  g_assert_cmpuint (taken, <=, 100);
}

static void
test_addresses_and_kinds_are_apart (void)
{
  g_autoptr (VouchLookupLimiter) limiter = vouch_lookup_limiter_new (vouch_lookup_default_rates);

  take_many (limiter, 1, VOUCH_LOOKUP_LIMIT_MISS, 1000, SECOND);
  g_assert_true (vouch_lookup_limiter_take (limiter, 1, VOUCH_LOOKUP_LIMIT_HIT, SECOND));
  g_assert_true (vouch_lookup_limiter_take (limiter, 2, VOUCH_LOOKUP_LIMIT_MISS, SECOND));
  g_assert_false (vouch_lookup_limiter_take (limiter, 1, VOUCH_LOOKUP_LIMIT_MISS, SECOND));
}

static void
test_operator_sets_a_limit (void)
{
  static const char *const wrong[] = { "",        "hit",      "hit=",      "hit=1",         "hit=/1",
                                       "hit=0/1", "hit=1/0",  "hit=1/2/3", "hit=1/2000000", "hits=1/2",
                                       "=1/2",    "hit=-1/2", "hit= 1/2" };
  VouchLookupRate rates[VOUCH_LOOKUP_LIMITS] = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (vouch_lookup_rate_read ("miss=7/300", rates, NULL));
  g_assert_true (vouch_lookup_rate_read ("report=1/2", rates, NULL));
  g_assert_cmpuint (rates[VOUCH_LOOKUP_LIMIT_MISS].per_minute, ==, 7);
  g_assert_cmpuint (rates[VOUCH_LOOKUP_LIMIT_MISS].burst, ==, 300);
  g_assert_cmpuint (rates[VOUCH_LOOKUP_LIMIT_REPORT].burst, ==, 2);
  g_assert_cmpuint (rates[VOUCH_LOOKUP_LIMIT_HIT].burst, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (vouch_lookup_rate_read (wrong[i], rates, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_clear_error (&error);
    }
}

static void
test_clock_going_back_refills_nothing (void)
{
  g_autoptr (VouchLookupLimiter) limiter = vouch_lookup_limiter_new (vouch_lookup_default_rates);

  take_many (limiter, 1, VOUCH_LOOKUP_LIMIT_MISS, 1000, 10 * MINUTE);
  g_assert_false (vouch_lookup_limiter_take (limiter, 1, VOUCH_LOOKUP_LIMIT_MISS, MINUTE));
}

static void
test_a_million_addresses_take_no_memory (void)
{
  g_autoptr (VouchLookupLimiter) limiter = vouch_lookup_limiter_new (vouch_lookup_default_rates);

  for (guint64 address = 1; address <= 1000000; address++)
    g_assert_true (vouch_lookup_limiter_take (limiter, address * 0x9E3779B97F4A7C15u, VOUCH_LOOKUP_LIMIT_HIT,
                                              SECOND + (gint64)address));
}

static void
test_visits_are_kept_for_a_minute (void)
{
  g_autoptr (VouchLookupVisitors) visitors = vouch_lookup_visitors_new ();
  gint64 count = 0;

  g_assert_false (vouch_lookup_visitors_find (visitors, 7, SECOND, &count));
  vouch_lookup_visitors_remember (visitors, 7, SECOND, 3);
  g_assert_true (vouch_lookup_visitors_find (visitors, 7, SECOND + MINUTE - 1, &count));
  g_assert_cmpint (count, ==, 3);
  g_assert_false (vouch_lookup_visitors_find (visitors, 7, SECOND + MINUTE, &count));
  g_assert_false (vouch_lookup_visitors_find (visitors, 8, SECOND, &count));
  vouch_lookup_visitors_forget (visitors, 7);
  g_assert_false (vouch_lookup_visitors_find (visitors, 7, SECOND + 1, &count));
}

static void
test_full_memory_forgets_the_oldest (void)
{
  g_autoptr (VouchLookupVisitors) visitors = vouch_lookup_visitors_new ();
  gint64 count = 0;

  /* Five visits that fall into one set of four. */
  for (guint64 i = 0; i < 5; i++)
    vouch_lookup_visitors_remember (visitors, 16384 * i, SECOND + (gint64)i, (gint64)i);
  g_assert_false (vouch_lookup_visitors_find (visitors, 0, SECOND + 9, &count));
  for (guint64 i = 1; i < 5; i++)
    {
      g_assert_true (vouch_lookup_visitors_find (visitors, 16384 * i, SECOND + 9, &count));
      g_assert_cmpint (count, ==, (gint64)i);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/limiter/burst-then-rate", test_burst_then_rate);
  g_test_add_func ("/limiter/asking-often-loses-nothing", test_asking_often_loses_nothing);
  g_test_add_func ("/limiter/addresses-and-kinds-are-apart", test_addresses_and_kinds_are_apart);
  g_test_add_func ("/limiter/clock-going-back-refills-nothing", test_clock_going_back_refills_nothing);
  g_test_add_func ("/limiter/a-million-addresses-take-no-memory", test_a_million_addresses_take_no_memory);
  g_test_add_func ("/visitors/are-kept-for-a-minute", test_visits_are_kept_for_a_minute);
  g_test_add_func ("/visitors/full-memory-forgets-the-oldest", test_full_memory_forgets_the_oldest);
  g_test_add_func ("/lookup/limiter/operator-sets-a-limit", test_operator_sets_a_limit);
  return g_test_run ();
}
