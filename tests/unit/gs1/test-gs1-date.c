#include "vouch-error.h"
#include "vouch-gs1-date.h"

#define TODAY ((VouchDate)20261122)

static VouchDate
read_expiry (const char *text, VouchDate today)
{
  g_autoptr (GError) error = NULL;
  VouchDate date = vouch_gs1_date_read (text, today, FALSE, &error);

  if (date == VOUCH_DATE_NONE)
    g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  else
    g_assert_no_error (error);
  return date;
}

static void
test_reads_a_day (void)
{
  g_assert_cmpint (read_expiry ("261231", TODAY), ==, 20261231);
  g_assert_cmpint (read_expiry ("280229", TODAY), ==, 20280229);
}

static void
test_refuses_what_is_no_day (void)
{
  const char *const wrong[] = { "250231", "270229", "261301", "260001",  "260432", "260400x",
                                "26123",  "",       "26 231", "２61231", "000000" };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (read_expiry (wrong[i], TODAY), ==, VOUCH_DATE_NONE);
  g_assert_cmpint (read_expiry (NULL, TODAY), ==, VOUCH_DATE_NONE);
}

/* 51 years or more ahead is the last century, 50 years or more behind is the next one. */
static void
test_century_slides_with_today (void)
{
  g_assert_cmpint (read_expiry ("760101", TODAY), ==, 20760101);
  g_assert_cmpint (read_expiry ("770101", TODAY), ==, 19770101);
  g_assert_cmpint (read_expiry ("990101", TODAY), ==, 19990101);
  g_assert_cmpint (read_expiry ("000101", TODAY), ==, 20000101);
  g_assert_cmpint (read_expiry ("510101", 20000101), ==, 19510101);
  g_assert_cmpint (read_expiry ("500101", 20000101), ==, 20500101);
  g_assert_cmpint (read_expiry ("490101", 20990101), ==, 21490101);
  g_assert_cmpint (read_expiry ("500101", 20990101), ==, 20500101);
  g_assert_cmpint (read_expiry ("000101", 20500101), ==, 21000101);
  g_assert_cmpint (read_expiry ("010101", 20500101), ==, 20010101);
}

static void
test_day_00_is_the_last_of_the_month_for_expiry (void)
{
  g_assert_cmpint (read_expiry ("261200", TODAY), ==, 20261231);
  g_assert_cmpint (read_expiry ("280200", TODAY), ==, 20280229);
  g_assert_cmpint (read_expiry ("270200", TODAY), ==, 20270228);
  g_assert_true (vouch_gs1_date_has_no_day ("261200"));
  g_assert_false (vouch_gs1_date_has_no_day ("261201"));
  g_assert_false (vouch_gs1_date_has_no_day (NULL));
}

static void
test_day_00_is_the_first_of_the_month_for_production (void)
{
  g_assert_cmpint (vouch_gs1_date_read ("261200", TODAY, TRUE, NULL), ==, 20261201);
  g_assert_cmpint (vouch_gs1_date_read ("261331", TODAY, TRUE, NULL), ==, VOUCH_DATE_NONE);
  g_assert_cmpint (vouch_gs1_date_read ("261300", TODAY, TRUE, NULL), ==, VOUCH_DATE_NONE);
}

static void
test_every_day_comes_back (void)
{
  char text[7];

  for (VouchDate date = 20200101; date < 20300101; date = vouch_date_add_days (date, 1))
    {
      g_assert_true (vouch_gs1_date_write (date, text));
      g_assert_cmpint (read_expiry (text, TODAY), ==, date);
    }
  g_assert_false (vouch_gs1_date_write (VOUCH_DATE_NONE, text));
  g_assert_cmpstr (text, ==, "");
}

static void
test_dates_of_a_label (void)
{
  g_autoptr (VouchGs1Reading) both =
      vouch_gs1_reading_parse_bracketed ("(01)04006381333931(11)260200(15)270200(17)270115");
  g_autoptr (VouchGs1Reading) best = vouch_gs1_reading_parse_bracketed ("(01)04006381333931(15)270200");
  g_autoptr (VouchGs1Reading) time =
      vouch_gs1_reading_parse_bracketed ("(01)04006381333931(7003)2701152359(8008)26022812");
  g_autoptr (VouchGs1Reading) wrong = vouch_gs1_reading_parse_bracketed ("(17)270231");

  g_assert_cmpint (vouch_gs1_reading_get_expiry (both, TODAY), ==, 20270115);
  g_assert_cmpint (vouch_gs1_reading_get_production (both, TODAY), ==, 20260201);
  g_assert_cmpint (vouch_gs1_reading_get_expiry (best, TODAY), ==, 20270228);
  g_assert_cmpint (vouch_gs1_reading_get_production (best, TODAY), ==, VOUCH_DATE_NONE);
  g_assert_cmpint (vouch_gs1_reading_get_expiry (time, TODAY), ==, 20270115);
  g_assert_cmpint (vouch_gs1_reading_get_production (time, TODAY), ==, 20260228);
  g_assert_cmpint (vouch_gs1_reading_get_expiry (wrong, TODAY), ==, VOUCH_DATE_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gs1-date/reads-a-day", test_reads_a_day);
  g_test_add_func ("/gs1-date/refuses-what-is-no-day", test_refuses_what_is_no_day);
  g_test_add_func ("/gs1-date/century-slides-with-today", test_century_slides_with_today);
  g_test_add_func ("/gs1-date/day-00-is-the-last-of-the-month-for-expiry",
                   test_day_00_is_the_last_of_the_month_for_expiry);
  g_test_add_func ("/gs1-date/day-00-is-the-first-of-the-month-for-production",
                   test_day_00_is_the_first_of_the_month_for_production);
  g_test_add_func ("/gs1-date/every-day-comes-back", test_every_day_comes_back);
  g_test_add_func ("/gs1-date/dates-of-a-label", test_dates_of_a_label);
  return g_test_run ();
}
