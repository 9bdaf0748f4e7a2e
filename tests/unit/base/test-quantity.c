#include "vouch-quantity.h"

#include "vouch-error.h"

typedef struct
{
  const char *text;
  gint64 quantity;
} Pair;

static void
test_reads_decimals_exactly (void)
{
  static const Pair pairs[] = {
    { "0", 0 },
    { "1", 1000000 },
    { "12.5", 12500000 },
    { "0.000001", 1 },
    { "-0.5", -500000 },
    { "-3", -3000000 },
    { "007", 7000000 },
    { "1.100000", 1100000 },
    { "0.1", 100000 },
    { "2147483648", G_GINT64_CONSTANT (2147483648000000) },
    { "9223372036854.775807", G_MAXINT64 },
    { "-9223372036854.775807", -G_MAXINT64 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 quantity = 42;

      g_assert_true (vouch_quantity_parse (pairs[i].text, &quantity, &error));
      g_assert_no_error (error);
      g_assert_cmpint (quantity, ==, pairs[i].quantity);
    }
}

static void
test_refuses_what_is_no_quantity (void)
{
  static const char *const texts[] = { "",      " ",    "-",     ".",    "1.",    ".5",        "1,5",
                                       "1.5.5", "+1",   "--1",   "1-",   "1e309", "1e3",       "NaN",
                                       "inf",   "0x10", "1 0",   "1.2 ", " 1",    "1.1234567", "１２",
                                       "-.5",   "½",    "1'000", "1\n",  "12kg",  "1.-5",      "1_0" };
  gint64 quantity = 42;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (vouch_quantity_parse (texts[i], &quantity, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_assert_cmpint (quantity, ==, 42);
    }
  g_assert_false (vouch_quantity_parse (NULL, &quantity, NULL));
}

static void
test_refuses_what_does_not_fit (void)
{
  static const char *const texts[] = { "9223372036854.775808", "9223372036855",         "9223372036854775807",
                                       "99999999999999999999", "-9223372036854.775809", "18446744073709.551616" };
  gint64 quantity = 42;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (vouch_quantity_parse (texts[i], &quantity, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, "too large"));
      g_assert_cmpint (quantity, ==, 42);
    }
}

static void
test_writes_the_shortest_number (void)
{
  static const Pair pairs[] = {
    { "0", 0 },
    { "1", 1000000 },
    { "12.5", 12500000 },
    { "0.000001", 1 },
    { "-0.000001", -1 },
    { "-0.5", -500000 },
    { "10.01", 10010000 },
    { "9223372036854.775807", G_MAXINT64 },
    { "-9223372036854.775808", G_MININT64 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *text = vouch_quantity_to_string (pairs[i].quantity);

      g_assert_cmpstr (text, ==, pairs[i].text);
    }
}

static void
test_reads_what_it_writes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (12);

  for (int i = 0; i < 10000; i++)
    {
      gint64 size =
          (gint64)((guint64)g_rand_int (random) << 32 | g_rand_int (random)) >> g_rand_int_range (random, 1, 60);
      g_autofree char *text = vouch_quantity_to_string (size);
      gint64 quantity;

      g_assert_true (vouch_quantity_parse (text, &quantity, NULL));
      g_assert_cmpint (quantity, ==, size);
    }
}

static void
test_the_decimal_point_is_no_matter_of_locale (void)
{
  g_autofree char *text = vouch_quantity_to_string (1500000);

  g_assert_cmpstr (text, ==, "1.5");
}

static void
test_adds_up_to_the_edge (void)
{
  g_autoptr (GError) error = NULL;
  gint64 sum = 0;

  g_assert_true (vouch_quantity_add (G_MAXINT64 - 1, 1, &sum, &error));
  g_assert_cmpint (sum, ==, G_MAXINT64);
  g_assert_true (vouch_quantity_add (5, -7, &sum, &error));
  g_assert_cmpint (sum, ==, -2);
  g_assert_no_error (error);

  g_assert_false (vouch_quantity_add (G_MAXINT64, 1, &sum, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (vouch_quantity_add (G_MININT64, -1, &sum, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
}

static void
test_converts_by_fractions (void)
{
  gint64 converted = 0;

  /* 3 cartons of 24; 250 g in kilograms; a third of 3 */
  g_assert_true (vouch_quantity_convert (3 * VOUCH_QUANTITY_ONE, 24, 1, &converted, NULL));
  g_assert_cmpint (converted, ==, 72 * VOUCH_QUANTITY_ONE);
  g_assert_true (vouch_quantity_convert (250 * VOUCH_QUANTITY_ONE, 1, 1000, &converted, NULL));
  g_assert_cmpint (converted, ==, VOUCH_QUANTITY_ONE / 4);
  g_assert_true (vouch_quantity_convert (3 * VOUCH_QUANTITY_ONE, 1, 3, &converted, NULL));
  g_assert_cmpint (converted, ==, VOUCH_QUANTITY_ONE);
  g_assert_true (vouch_quantity_convert (-VOUCH_QUANTITY_ONE, 1, 2, &converted, NULL));
  g_assert_cmpint (converted, ==, -VOUCH_QUANTITY_ONE / 2);
}

static void
test_never_rounds (void)
{
  g_autoptr (GError) error = NULL;
  gint64 converted = 42;

  g_assert_false (vouch_quantity_convert (VOUCH_QUANTITY_ONE, 1, 3, &converted, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "1/3"));
  g_assert_cmpint (converted, ==, 42);
  g_clear_error (&error);
  g_assert_false (vouch_quantity_convert (1, 1, 2, &converted, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
}

static void
test_a_conversion_may_pass_through_large_numbers (void)
{
  g_autoptr (GError) error = NULL;
  gint64 converted = 42;

  g_assert_true (vouch_quantity_convert (G_MAXINT64, 1000000, 1000000, &converted, &error));
  g_assert_cmpint (converted, ==, G_MAXINT64);
  g_assert_true (vouch_quantity_convert (G_MININT64, G_MAXINT64, G_MAXINT64, &converted, &error));
  g_assert_cmpint (converted, ==, G_MININT64);
  g_assert_no_error (error);

  g_assert_false (vouch_quantity_convert (G_MAXINT64, 2, 1, &converted, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpint (converted, ==, G_MININT64);
}

static void
test_there_and_back_is_the_same (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (34);

  for (int i = 0; i < 1000; i++)
    {
      gint64 quantity = g_rand_int_range (random, -1000000, 1000000);
      gint64 factor = g_rand_int_range (random, 1, 100000);
      gint64 there, back;

      g_assert_true (vouch_quantity_convert (quantity, factor, 1, &there, NULL));
      g_assert_true (vouch_quantity_convert (there, 1, factor, &back, NULL));
      g_assert_cmpint (back, ==, quantity);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quantity/reads-decimals-exactly", test_reads_decimals_exactly);
  g_test_add_func ("/quantity/refuses-what-is-no-quantity", test_refuses_what_is_no_quantity);
  g_test_add_func ("/quantity/refuses-what-does-not-fit", test_refuses_what_does_not_fit);
  g_test_add_func ("/quantity/writes-the-shortest-number", test_writes_the_shortest_number);
  g_test_add_func ("/quantity/reads-what-it-writes", test_reads_what_it_writes);
  g_test_add_func ("/quantity/the-decimal-point-is-no-matter-of-locale", test_the_decimal_point_is_no_matter_of_locale);
  g_test_add_func ("/quantity/adds-up-to-the-edge", test_adds_up_to_the_edge);
  g_test_add_func ("/quantity/converts-by-fractions", test_converts_by_fractions);
  g_test_add_func ("/quantity/never-rounds", test_never_rounds);
  g_test_add_func ("/quantity/a-conversion-may-pass-through-large-numbers",
                   test_a_conversion_may_pass_through_large_numbers);
  g_test_add_func ("/quantity/there-and-back-is-the-same", test_there_and_back_is_the_same);
  return g_test_run ();
}
