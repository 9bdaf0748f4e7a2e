#include "vouch-date.h"

#include "vouch-error.h"

static void
test_knows_the_calendar (void)
{
  static const VouchDate days[] = { 20260228, 20240229, 20000229, 19000101, 99991231, 20261231 };
  static const VouchDate no_days[] = { 0,        20260229, 19000229, 20260431, 20260100, 20261301,
                                       20260132, 18991231, -1,       20260001, G_MAXINT, G_MININT };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_assert_true (vouch_date_is_valid (days[i]));
  for (guint i = 0; i < G_N_ELEMENTS (no_days); i++)
    g_assert_false (vouch_date_is_valid (no_days[i]));
}

static void
test_is_made_only_of_days_that_exist (void)
{
  g_assert_cmpint (vouch_date_new (2026, 12, 31), ==, 20261231);
  g_assert_cmpint (vouch_date_new (2024, 2, 29), ==, 20240229);
  g_assert_cmpint (vouch_date_new (2025, 2, 29), ==, VOUCH_DATE_NONE);
  g_assert_cmpint (vouch_date_new (26, 12, 31), ==, VOUCH_DATE_NONE);
  g_assert_cmpint (vouch_date_new (2026, 0, 1), ==, VOUCH_DATE_NONE);
  g_assert_cmpint (vouch_date_new (2026, 13, 1), ==, VOUCH_DATE_NONE);
  g_assert_cmpint (vouch_date_new (2026, 1, 0), ==, VOUCH_DATE_NONE);
  g_assert_cmpint (vouch_date_new (10000, 1, 1), ==, VOUCH_DATE_NONE);
}

static void
test_reads_what_it_writes (void)
{
  static const VouchDate days[] = { 19000101, 20260109, 20240229, 99991231 };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *text = vouch_date_to_string (days[i]);
      g_autoptr (GError) error = NULL;
      VouchDate date;

      g_assert_true (vouch_date_parse (text, &date, &error));
      g_assert_no_error (error);
      g_assert_cmpint (date, ==, days[i]);
    }
  g_assert_null (vouch_date_to_string (VOUCH_DATE_NONE));
}

static void
test_refuses_other_spellings (void)
{
  static const char *const texts[] = { "",           "2026-1-31",   "2026-01-1",     "20260131",
                                       "31.01.2026", "2026/01/31",  "2026-02-30",    "2026-13-01",
                                       "0026-01-31", " 2026-01-31", "2026-01-31 ",   "2026-01-3x",
                                       "+026-01-31", "2026-01_31",  "２０２６-01-31" };
  VouchDate date;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (vouch_date_parse (texts[i], &date, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_assert_cmpint (date, ==, VOUCH_DATE_NONE);
    }
  g_assert_false (vouch_date_parse (NULL, &date, NULL));
}

static void
test_the_error_names_the_text (void)
{
  g_autoptr (GError) error = NULL;
  VouchDate date;

  g_assert_false (vouch_date_parse ("tomorrow", &date, &error));
  g_assert_nonnull (strstr (error->message, "tomorrow"));
  g_assert_nonnull (strstr (error->message, "YYYY-MM-DD"));
}

static void
test_counts_days_over_the_ends_of_months (void)
{
  g_assert_cmpint (vouch_date_add_days (20260228, 1), ==, 20260301);
  g_assert_cmpint (vouch_date_add_days (20240228, 1), ==, 20240229);
  g_assert_cmpint (vouch_date_add_days (20261231, 1), ==, 20270101);
  g_assert_cmpint (vouch_date_add_days (20260101, -1), ==, 20251231);
  g_assert_cmpint (vouch_date_add_days (20260101, 0), ==, 20260101);
  g_assert_cmpint (vouch_date_add_days (20000101, 36525), ==, 21000101);
}

static void
test_days_end_with_the_calendar (void)
{
  g_assert_cmpint (vouch_date_add_days (99991231, 1), ==, VOUCH_DATE_NONE);
  g_assert_cmpint (vouch_date_add_days (20260101, G_MAXINT), ==, VOUCH_DATE_NONE);
  g_assert_cmpint (vouch_date_add_days (20260101, G_MININT), ==, VOUCH_DATE_NONE);
  g_assert_cmpint (vouch_date_add_days (19000101, -1), ==, VOUCH_DATE_NONE);
}

static void
test_months_end_on_their_last_day (void)
{
  g_assert_cmpint (vouch_date_add_months (20260131, 1), ==, 20260228);
  g_assert_cmpint (vouch_date_add_months (20240131, 1), ==, 20240229);
  g_assert_cmpint (vouch_date_add_months (20260331, -1), ==, 20260228);
  g_assert_cmpint (vouch_date_add_months (20261115, 2), ==, 20270115);
  g_assert_cmpint (vouch_date_add_months (20260115, -1), ==, 20251215);
  g_assert_cmpint (vouch_date_add_months (20240229, 12), ==, 20250228);
  g_assert_cmpint (vouch_date_add_months (20240229, 48), ==, 20280229);
  g_assert_cmpint (vouch_date_add_months (99991201, 1), ==, VOUCH_DATE_NONE);
  g_assert_cmpint (vouch_date_add_months (19000131, -1), ==, VOUCH_DATE_NONE);
}

static void
test_tells_how_far_apart (void)
{
  g_assert_cmpint (vouch_date_days_between (20260101, 20260101), ==, 0);
  g_assert_cmpint (vouch_date_days_between (20260101, 20270101), ==, 365);
  g_assert_cmpint (vouch_date_days_between (20240101, 20250101), ==, 366);
  g_assert_cmpint (vouch_date_days_between (20260301, 20260228), ==, -1);
}

static void
test_adding_and_counting_agree (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260101);

  for (int i = 0; i < 10000; i++)
    {
      VouchDate date = vouch_date_new (g_rand_int_range (random, 1950, 2100), g_rand_int_range (random, 1, 13),
                                       g_rand_int_range (random, 1, 29));
      int days = g_rand_int_range (random, -15000, 15000);
      VouchDate other = vouch_date_add_days (date, days);

      g_assert_true (vouch_date_is_valid (other));
      g_assert_cmpint (vouch_date_days_between (date, other), ==, days);
      g_assert_true ((other > date) == (days > 0));
    }
}

static void
test_a_moment_has_the_place_s_date (void)
{
  g_assert_cmpint (vouch_date_from_time (0, 0), ==, 19700101);
  g_assert_cmpint (vouch_date_from_time (-1, 0), ==, 19691231);
  g_assert_cmpint (vouch_date_from_time (0, -1), ==, 19691231);
  g_assert_cmpint (vouch_date_from_time (0, 86400), ==, 19700102);
  g_assert_cmpint (vouch_date_from_time (G_GINT64_CONSTANT (2147483648) * G_USEC_PER_SEC, 0), ==, 20380119);
  g_assert_cmpint (vouch_date_from_time (G_MAXINT64, 0), ==, VOUCH_DATE_NONE);
}

static void
test_times_read_what_they_write (void)
{
  static const struct
  {
    gint64 time_us;
    int offset_s;
    const char *text;
  } times[] = {
    { 0, 0, "1970-01-01T00:00:00+00:00" },
    { 0, 28800, "1970-01-01T08:00:00+08:00" },
    { 0, -12600, "1969-12-31T20:30:00-03:30" },
    { 1, 0, "1970-01-01T00:00:00.000001+00:00" },
    { -1, 0, "1969-12-31T23:59:59.999999+00:00" },
    { G_GINT64_CONSTANT (1767254400250000), 20700, "2026-01-01T13:45:00.250000+05:45" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *text = vouch_time_to_string (times[i].time_us, times[i].offset_s);
      g_autoptr (GError) error = NULL;
      gint64 time_us;

      g_assert_cmpstr (text, ==, times[i].text);
      g_assert_true (vouch_time_parse (text, &time_us, &error));
      g_assert_no_error (error);
      g_assert_cmpint (time_us, ==, times[i].time_us);
    }
}

static void
test_times_may_be_in_utc (void)
{
  gint64 time_us;

  g_assert_true (vouch_time_parse ("2026-01-01T08:00:00Z", &time_us, NULL));
  g_assert_cmpint (time_us, ==, G_GINT64_CONSTANT (1767254400000000));
}

static void
test_times_without_a_zone_are_refused (void)
{
  static const char *const texts[] = { "",
                                       "2026-01-01",
                                       "2026-01-01T08:00:00",
                                       "2026-01-01T08:00:00.5",
                                       "2026-01-01T25:00:00+00:00",
                                       "2026-02-30T08:00:00+00:00",
                                       "yesterday at a quarter past eight" };
  gint64 time_us = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (vouch_time_parse (texts[i], &time_us, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
    }
  g_assert_false (vouch_time_parse (NULL, &time_us, NULL));
}

/* What is read must be writable again with any offset, and a year has four digits. */
static void
test_times_outside_the_calendar_are_refused (void)
{
  static const char *const texts[] = { "0371-01-01T09:30:00+08:00", "0001-01-01T00:00:00Z", "1899-12-31T23:59:59Z",
                                       "1900-01-01T00:00:00+00:01", "9999-12-31T00:00:00Z" };
  static const char *const edges[] = { "1900-01-01T00:00:00Z", "1899-12-31T23:59:00-00:01", "9999-12-30T23:59:59Z" };
  gint64 time_us = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (vouch_time_parse (texts[i], &time_us, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
    }
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    for (int offset_s = -86340; offset_s <= 86340; offset_s += 86340)
      {
        g_autofree char *text = NULL;
        gint64 again;

        g_assert_true (vouch_time_parse (edges[i], &time_us, NULL));
        text = vouch_time_to_string (time_us, offset_s);
        g_assert_true (vouch_time_parse (text, &again, NULL));
        g_assert_cmpint (again, ==, time_us);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/knows-the-calendar", test_knows_the_calendar);
  g_test_add_func ("/date/is-made-only-of-days-that-exist", test_is_made_only_of_days_that_exist);
  g_test_add_func ("/date/reads-what-it-writes", test_reads_what_it_writes);
  g_test_add_func ("/date/refuses-other-spellings", test_refuses_other_spellings);
  g_test_add_func ("/date/the-error-names-the-text", test_the_error_names_the_text);
  g_test_add_func ("/date/counts-days-over-the-ends-of-months", test_counts_days_over_the_ends_of_months);
  g_test_add_func ("/date/days-end-with-the-calendar", test_days_end_with_the_calendar);
  g_test_add_func ("/date/months-end-on-their-last-day", test_months_end_on_their_last_day);
  g_test_add_func ("/date/tells-how-far-apart", test_tells_how_far_apart);
  g_test_add_func ("/date/adding-and-counting-agree", test_adding_and_counting_agree);
  g_test_add_func ("/date/a-moment-has-the-place-s-date", test_a_moment_has_the_place_s_date);
  g_test_add_func ("/time/read-what-they-write", test_times_read_what_they_write);
  g_test_add_func ("/time/may-be-in-utc", test_times_may_be_in_utc);
  g_test_add_func ("/time/without-a-zone-are-refused", test_times_without_a_zone_are_refused);
  g_test_add_func ("/time/outside-the-calendar-are-refused", test_times_outside_the_calendar_are_refused);
  return g_test_run ();
}
