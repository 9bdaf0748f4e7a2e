/* Whether readings may be normal, against tests/support/normality_reference.py, which computes it another way. */
#include <glib.h>
#include <math.h>

#include "test-csv.h"
#include "vouch-variables-normality.h"

static GArray *
read_readings (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  GArray *readings = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; parts[i] != NULL; i++)
    {
      double reading = g_ascii_strtod (parts[i], NULL);

      g_array_append_val (readings, reading);
    }
  return readings;
}

static VouchVariablesNormality
test (const GArray *readings, double *statistic, double *p)
{
  return vouch_variables_normality_test ((const double *)(gpointer)readings->data, readings->len, statistic, p);
}

static void
test_agrees_with_the_reference (void)
{
  g_autoptr (GPtrArray) rows = test_csv_read ("normality.csv");

  g_assert_cmpuint (rows->len, ==, 14);
  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = rows->pdata[i];
      g_autoptr (GArray) readings = read_readings (cells[1]);
      double expected = g_ascii_strtod (cells[2], NULL), expected_p = g_ascii_strtod (cells[3], NULL);
      VouchVariablesNormality normality;
      double statistic, p;

      g_test_message ("%s", cells[0]);
      normality = test (readings, &statistic, &p);
      g_assert_cmpfloat_with_epsilon (statistic, expected, 1e-6 * expected);
      g_assert_cmpfloat_with_epsilon (p, expected_p, 1e-5 * expected_p);
      g_assert_cmpint (normality, ==,
                       expected_p < 0.05 ? VOUCH_VARIABLES_NORMALITY_DOUBTFUL : VOUCH_VARIABLES_NORMALITY_PLAUSIBLE);
    }
}

static void
test_order_makes_no_difference (void)
{
  const double up[] = { 1, 2, 3, 5, 8, 13, 21, 34, 55 }, mixed[] = { 34, 1, 55, 3, 2, 13, 8, 21, 5 };
  double one, other;

  vouch_variables_normality_test (up, 9, &one, NULL);
  vouch_variables_normality_test (mixed, 9, &other, NULL);
  g_assert_cmpfloat (one, ==, other);
}

/* In grams or in tons: the same readings. */
static void
test_units_make_no_difference (void)
{
  double readings[30], scaled[30], one, other;

  for (guint i = 0; i < 30; i++)
    {
      readings[i] = sin (i * 7.0) + i % 3;
      scaled[i] = 1e-6 * readings[i] + 5;
    }
  vouch_variables_normality_test (readings, 30, &one, NULL);
  vouch_variables_normality_test (scaled, 30, &other, NULL);
  g_assert_cmpfloat_with_epsilon (one, other, 1e-7);
}

static void
test_few_readings_say_nothing (void)
{
  const double readings[] = { 1, 2, 3, 100, 5, 6, 7 };
  double statistic = 0, p = 0;

  g_assert_cmpint (vouch_variables_normality_test (readings, 7, &statistic, &p), ==, VOUCH_VARIABLES_NORMALITY_TOO_FEW);
  g_assert_true (isnan (statistic) && isnan (p));
  g_assert_cmpint (vouch_variables_normality_test (NULL, 0, NULL, NULL), ==, VOUCH_VARIABLES_NORMALITY_TOO_FEW);
}

static void
test_readings_that_are_all_alike_say_nothing (void)
{
  const double readings[] = { 5, 5, 5, 5, 5, 5, 5, 5 };
  double p = 0;

  g_assert_cmpint (vouch_variables_normality_test (readings, 8, NULL, &p), ==, VOUCH_VARIABLES_NORMALITY_NO_SPREAD);
  g_assert_true (isnan (p));
}

/* However far off a reading is, and however many there are, the answer is a number. */
static void
test_nothing_overflows (void)
{
  g_autofree double *readings = g_new0 (double, 20000);
  double statistic, p;

  for (guint i = 0; i < 20000; i++)
    readings[i] = i % 11;
  readings[7] = 1e12;
  g_assert_cmpint (vouch_variables_normality_test (readings, 20000, &statistic, &p), ==,
                   VOUCH_VARIABLES_NORMALITY_DOUBTFUL);
  g_assert_true (isfinite (statistic) && p >= 0);
}

static void
test_each_answer_has_a_hint (void)
{
  for (guint i = 0; i <= VOUCH_VARIABLES_NORMALITY_DOUBTFUL; i++)
    g_assert_cmpstr (vouch_variables_normality_get_hint ((VouchVariablesNormality)i), !=, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/normality/agrees-with-the-reference", test_agrees_with_the_reference);
  g_test_add_func ("/normality/order-makes-no-difference", test_order_makes_no_difference);
  g_test_add_func ("/normality/units-make-no-difference", test_units_make_no_difference);
  g_test_add_func ("/normality/few-readings-say-nothing", test_few_readings_say_nothing);
  g_test_add_func ("/normality/readings-that-are-all-alike-say-nothing", test_readings_that_are_all_alike_say_nothing);
  g_test_add_func ("/normality/nothing-overflows", test_nothing_overflows);
  g_test_add_func ("/normality/each-answer-has-a-hint", test_each_answer_has_a_hint);
  return g_test_run ();
}
