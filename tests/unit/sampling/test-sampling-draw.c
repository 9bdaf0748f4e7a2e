#include <glib.h>
#include <string.h>

#include "test-csv.h"
#include "vouch-sampling-draw.h"

static void
read_seed (const char *hex, guint8 seed[VOUCH_SAMPLING_SEED_SIZE])
{
  g_assert_cmpuint (strlen (hex), ==, 2 * VOUCH_SAMPLING_SEED_SIZE);
  for (guint i = 0; i < VOUCH_SAMPLING_SEED_SIZE; i++)
    seed[i] = (guint8)(g_ascii_xdigit_value (hex[2 * i]) << 4 | g_ascii_xdigit_value (hex[2 * i + 1]));
}

static char *
format_units (const guint32 *units, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, i == 0 ? "%u" : " %u", units[i]);
  return g_string_free (text, FALSE);
}

static void
check_vector (char **cells) /* seed, lot_size, n, units */
{
  guint32 lot_size = (guint32)g_ascii_strtoull (cells[1], NULL, 10);
  guint32 n = (guint32)g_ascii_strtoull (cells[2], NULL, 10);
  g_autofree guint32 *units = g_new (guint32, n);
  g_autofree char *text = NULL;
  guint8 seed[VOUCH_SAMPLING_SEED_SIZE];

  read_seed (cells[0], seed);
  g_assert_true (vouch_sampling_draw (seed, lot_size, n, units));
  text = format_units (units, n);
  g_assert_cmpstr (text, ==, cells[3]);
}

static void
test_draws_what_the_vectors_say (void)
{
  g_autoptr (GPtrArray) rows = test_csv_read ("sampling-draw.csv");

  g_assert_cmpuint (rows->len, ==, 48);
  for (guint i = 0; i < rows->len; i++)
    check_vector (rows->pdata[i]);
}

static void
test_every_draw_is_ascending_without_repeats_and_inside_the_lot (void)
{
  guint8 seed[VOUCH_SAMPLING_SEED_SIZE] = { 0 };
  guint32 units[200];

  for (guint32 lot_size = 1; lot_size <= 200; lot_size++)
    for (guint32 n = 1; n <= lot_size; n += 1 + lot_size / 20)
      {
        seed[0] = (guint8)n;
        g_assert_true (vouch_sampling_draw (seed, lot_size, n, units));
        g_assert_cmpuint (units[0], >=, 1);
        g_assert_cmpuint (units[n - 1], <=, lot_size);
        for (guint32 i = 1; i < n; i++)
          g_assert_cmpuint (units[i - 1], <, units[i]);
      }
}

static void
test_what_cannot_be_drawn_is_refused (void)
{
  const guint8 seed[VOUCH_SAMPLING_SEED_SIZE] = { 0 };
  guint32 units[4] = { 7, 7, 7, 7 };

  g_assert_false (vouch_sampling_draw (seed, 3, 4, units));
  g_assert_false (vouch_sampling_draw (seed, 3, 0, units));
  g_assert_false (vouch_sampling_draw (seed, 0, 1, units));
  g_assert_cmpuint (units[0], ==, 7);
}

/* 5 of 20 drawn 20,000 times: each unit 5,000 times expected, standard deviation 61; six of them are the tolerance. */
static void
test_every_unit_is_as_likely (void)
{
  guint8 seed[VOUCH_SAMPLING_SEED_SIZE] = { 0 };
  guint counts[20] = { 0 };
  guint32 units[5];

  for (guint32 i = 0; i < 20000; i++)
    {
      memcpy (seed, &i, sizeof i);
      g_assert_true (vouch_sampling_draw (seed, 20, 5, units));
      for (guint k = 0; k < 5; k++)
        counts[units[k] - 1]++;
    }
  for (guint unit = 0; unit < 20; unit++)
    g_assert_cmpint (ABS ((int)counts[unit] - 5000), <, 366);
}

static guint32 *
read_numbers (const char *text, guint *n)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint32 *numbers;

  *n = g_strv_length (words);
  numbers = g_new (guint32, *n);
  for (guint i = 0; i < *n; i++)
    numbers[i] = (guint32)g_ascii_strtoull (words[i], NULL, 10);
  return numbers;
}

static void
check_strata_vector (char **cells) /* seed, sizes, n, units of each stratum */
{
  guint n_strata = 0, n = (guint)g_ascii_strtoull (cells[2], NULL, 10);
  g_autofree guint32 *sizes = read_numbers (cells[1], &n_strata);
  g_autofree guint32 *shares = g_new (guint32, n_strata);
  g_autofree guint32 *units = g_new (guint32, n);
  g_autoptr (GString) text = g_string_new (NULL);
  guint8 seed[VOUCH_SAMPLING_SEED_SIZE];
  guint at = 0;

  read_seed (cells[0], seed);
  g_assert_true (vouch_sampling_draw_strata (seed, sizes, n_strata, n, shares, units));
  for (guint i = 0; i < n_strata; at += shares[i], i++)
    {
      g_autofree char *drawn = format_units (units + at, shares[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", drawn);
    }
  g_assert_cmpuint (at, ==, n);
  g_assert_cmpstr (text->str, ==, cells[3]);
}

static void
test_strata_are_drawn_as_the_vectors_say (void)
{
  g_autoptr (GPtrArray) rows = test_csv_read ("sampling-strata.csv");

  g_assert_cmpuint (rows->len, ==, 32);
  for (guint i = 0; i < rows->len; i++)
    check_strata_vector (rows->pdata[i]);
}

static void
test_every_stratum_gives_its_proportion (void)
{
  const guint32 sizes[] = { 24, 24, 12, 40 };
  guint8 seed[VOUCH_SAMPLING_SEED_SIZE] = { 0 };
  guint32 shares[4], units[25];

  for (guint32 i = 0; i < 500; i++)
    {
      memcpy (seed, &i, sizeof i);
      g_assert_true (vouch_sampling_draw_strata (seed, sizes, 4, 25, shares, units));
      g_assert_cmpuint (shares[0], ==, 6);
      g_assert_cmpuint (shares[1], ==, 6);
      g_assert_cmpuint (shares[2], ==, 3);
      g_assert_cmpuint (shares[3], ==, 10);
    }
}

/* 5 of 3 + 7 + 10 drawn 20,000 times; as above. */
static void
test_every_unit_of_every_stratum_is_as_likely (void)
{
  const guint32 sizes[] = { 3, 7, 10 };
  guint8 seed[VOUCH_SAMPLING_SEED_SIZE] = { 0 };
  guint counts[20] = { 0 };
  guint32 shares[3], units[5];

  for (guint32 i = 0; i < 20000; i++)
    {
      guint at = 0, before = 0;

      memcpy (seed, &i, sizeof i);
      g_assert_true (vouch_sampling_draw_strata (seed, sizes, 3, 5, shares, units));
      for (guint stratum = 0; stratum < 3; before += sizes[stratum], stratum++)
        for (guint k = 0; k < shares[stratum]; k++)
          counts[before + units[at++] - 1]++;
    }
  for (guint unit = 0; unit < 20; unit++)
    g_assert_cmpint (ABS ((int)counts[unit] - 5000), <, 366);
}

static void
test_strata_that_cannot_be_drawn_from_are_refused (void)
{
  const guint32 sizes[] = { 2, 3 }, endless[] = { G_MAXUINT32, 1 };
  const guint8 seed[VOUCH_SAMPLING_SEED_SIZE] = { 0 };
  guint32 shares[2], units[8];

  g_assert_false (vouch_sampling_draw_strata (seed, sizes, 2, 6, shares, units));
  g_assert_false (vouch_sampling_draw_strata (seed, sizes, 2, 0, shares, units));
  g_assert_false (vouch_sampling_draw_strata (seed, sizes, 0, 1, shares, units));
  g_assert_false (vouch_sampling_draw_strata (seed, endless, 2, 1, shares, units));
}

static const guint8 some_seed[VOUCH_SAMPLING_SEED_SIZE] = { 7, 1, 2, 8 };

static int
compare_units (const void *a, const void *b)
{
  guint32 one = *(const guint32 *)a, other = *(const guint32 *)b;

  return (one > other) - (one < other);
}

/* A draw in steps: each ends where a class or a stage does. */
static void
test_steps_are_nested (void)
{
  static const guint32 lot = 500, sizes[] = { 24, 24, 24, 24, 4 }, ends[] = { 8, 20, 50 };
  guint32 whole[50], single[50], units[50], seen[101] = { 0 };

  g_assert_true (vouch_sampling_draw_nested (some_seed, &lot, 1, ends, 3, whole));
  g_assert_true (vouch_sampling_draw (some_seed, lot, 50, single));
  for (guint i = 1; i < 50; i++)
    g_assert_true (whole[i] > whole[i - 1] || i == 8 || i == 20);
  qsort (whole, 50, sizeof *whole, compare_units);
  g_assert_cmpmem (whole, sizeof whole, single, sizeof single);
  g_assert_true (vouch_sampling_draw_nested (some_seed, sizes, G_N_ELEMENTS (sizes), ends, 3, units));
  for (guint i = 0; i < 50; i++)
    {
      g_assert_cmpuint (units[i], >=, 1);
      g_assert_cmpuint (units[i], <=, 100);
      g_assert_cmpuint (seen[units[i]]++, ==, 0);
    }
}

/* One step is the draw that it always was. */
static void
test_one_step_is_a_plain_draw (void)
{
  static const guint32 lot = 500, end = 50;
  guint32 nested[50], plain[50];

  g_assert_true (vouch_sampling_draw_nested (some_seed, &lot, 1, &end, 1, nested));
  g_assert_true (vouch_sampling_draw (some_seed, lot, end, plain));
  g_assert_cmpmem (nested, sizeof nested, plain, sizeof plain);
}

/* Over many seeds every unit comes into the first step as often as any other, whatever its carton. */
static void
test_a_first_step_favours_no_unit (void)
{
  static const guint32 sizes[] = { 3, 3, 2 }, ends[] = { 2, 5 };
  guint hits[9] = { 0 };

  for (guint i = 0; i < 8000; i++)
    {
      guint8 other[VOUCH_SAMPLING_SEED_SIZE] = { i & 0xff, i >> 8 };
      guint32 units[5];

      g_assert_true (vouch_sampling_draw_nested (other, sizes, 3, ends, 2, units));
      hits[units[0]]++;
      hits[units[1]]++;
    }
  for (guint unit = 1; unit <= 8; unit++)
    g_assert_cmpint (ABS ((int)hits[unit] - 2000), <, 5 * 39); /* five standard deviations */
}

static void
test_steps_that_cannot_be_are_refused (void)
{
  static const guint32 lot = 10, falling[] = { 5, 3 }, same[] = { 5, 5 }, beyond[] = { 5, 11 };
  guint32 units[16];

  g_assert_false (vouch_sampling_draw_nested (some_seed, &lot, 1, falling, 2, units));
  g_assert_false (vouch_sampling_draw_nested (some_seed, &lot, 1, same, 2, units));
  g_assert_false (vouch_sampling_draw_nested (some_seed, &lot, 1, beyond, 2, units));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/draws-what-the-vectors-say", test_draws_what_the_vectors_say);
  g_test_add_func ("/draw/every-draw-is-ascending-without-repeats-and-inside-the-lot",
                   test_every_draw_is_ascending_without_repeats_and_inside_the_lot);
  g_test_add_func ("/draw/what-cannot-be-drawn-is-refused", test_what_cannot_be_drawn_is_refused);
  g_test_add_func ("/draw/every-unit-is-as-likely", test_every_unit_is_as_likely);
  g_test_add_func ("/draw/strata-are-drawn-as-the-vectors-say", test_strata_are_drawn_as_the_vectors_say);
  g_test_add_func ("/draw/every-stratum-gives-its-proportion", test_every_stratum_gives_its_proportion);
  g_test_add_func ("/draw/every-unit-of-every-stratum-is-as-likely", test_every_unit_of_every_stratum_is_as_likely);
  g_test_add_func ("/draw/strata-that-cannot-be-drawn-from-are-refused",
                   test_strata_that_cannot_be_drawn_from_are_refused);
  g_test_add_func ("/draw/steps-are-nested", test_steps_are_nested);
  g_test_add_func ("/draw/one-step-is-a-plain-draw", test_one_step_is_a_plain_draw);
  g_test_add_func ("/draw/a-first-step-favours-no-unit", test_a_first_step_favours_no_unit);
  g_test_add_func ("/draw/steps-that-cannot-be-are-refused", test_steps_that_cannot_be_are_refused);
  return g_test_run ();
}
