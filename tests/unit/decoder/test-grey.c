/* Altering pictures, and taking places and readings back from altered ones. */

#include <glib.h>
#include <string.h>

#include "vouch-grey-filter.h"

static VouchGrey *
paper (guint width, guint height, guint8 level)
{
  VouchGrey *picture = vouch_grey_new (width, height);

  memset (picture->pixels, level, (gsize)width * height);
  return picture;
}

static void
dot (VouchGrey *picture, guint x, guint y, guint size)
{
  for (guint i = 0; i < size * size; i++)
    picture->pixels[(y + i / size) * picture->width + x + i % size] = 0;
}

/* The middle of what is dark. */
static void
find_dot (const VouchGrey *picture, int *x, int *y)
{
  gint64 sum_x = 0, sum_y = 0, n = 0;

  for (guint i = 0; i < picture->width * picture->height; i++)
    if (picture->pixels[i] < 128)
      {
        sum_x += i % picture->width;
        sum_y += i / picture->width;
        n++;
      }
  g_assert_cmpint (n, >, 0);
  *x = (int)(sum_x / n);
  *y = (int)(sum_y / n);
}

static void
assert_dot_comes_back (VouchGrey *altered, const VouchAffine *back, int x, int y)
{
  int found_x, found_y;

  find_dot (altered, &found_x, &found_y);
  vouch_affine_apply (back, &found_x, &found_y);
  g_assert_cmpint (ABS (found_x - x), <=, 1);
  g_assert_cmpint (ABS (found_y - y), <=, 1);
  vouch_grey_free (altered);
}

static void
test_places_come_back (void)
{
  static const double angles[] = { 0, 20, -20, 45, 90, 180, 277 };
  g_autoptr (VouchGrey) picture = paper (120, 70, 255);
  VouchAffine back = VOUCH_AFFINE_IDENTITY;
  VouchGrey *altered;

  dot (picture, 90, 12, 5);
  for (gsize i = 0; i < G_N_ELEMENTS (angles); i++)
    {
      altered = vouch_grey_rotate (picture, angles[i], &back);
      assert_dot_comes_back (altered, &back, 92, 14);
    }
  altered = vouch_grey_enlarge (picture, &back);
  assert_dot_comes_back (altered, &back, 92, 14);
  altered = vouch_grey_halve (picture, &back);
  assert_dot_comes_back (altered, &back, 92, 14);
}

static void
test_median_takes_specks_away (void)
{
  g_autoptr (VouchGrey) picture = paper (20, 20, 200);
  g_autoptr (VouchGrey) calm = NULL;

  dot (picture, 4, 4, 1);
  dot (picture, 10, 10, 5);
  calm = vouch_grey_median (picture);
  g_assert_cmpuint (calm->pixels[4 * 20 + 4], ==, 200);
  g_assert_cmpuint (calm->pixels[12 * 20 + 12], ==, 0);
}

static void
test_median_is_the_middle_one (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (VouchGrey) picture = paper (3, 3, 0);
      g_autoptr (VouchGrey) calm = NULL;
      guint smaller = 0, larger = 0;

      for (guint i = 0; i < 9; i++)
        picture->pixels[i] = (guint8)g_rand_int_range (rand, 0, 256);
      calm = vouch_grey_median (picture);
      for (guint i = 0; i < 9; i++)
        {
          smaller += picture->pixels[i] < calm->pixels[4] ? 1 : 0;
          larger += picture->pixels[i] > calm->pixels[4] ? 1 : 0;
        }
      g_assert_cmpuint (smaller, <=, 4);
      g_assert_cmpuint (larger, <=, 4);
    }
}

static void
test_smoothing_keeps_paper_and_spreads_a_dot (void)
{
  g_autoptr (VouchGrey) picture = paper (7, 5, 255);
  g_autoptr (VouchGrey) smooth = NULL;

  picture->pixels[2 * 7 + 3] = 0;
  smooth = vouch_grey_smooth (picture);
  g_assert_cmpint (smooth->pixels[0], ==, 255);
  g_assert_cmpint (smooth->pixels[4 * 7 + 6], ==, 255);
  g_assert_cmpint (smooth->pixels[2 * 7 + 3], ==, 191);
  g_assert_cmpint (smooth->pixels[2 * 7 + 2], ==, 223);
  g_assert_cmpint (smooth->pixels[1 * 7 + 4], ==, 239);
}

static void
test_sharpening_steepens_edges (void)
{
  static const guint8 ramp[8] = { 100, 100, 100, 120, 160, 180, 180, 180 };
  g_autoptr (VouchGrey) picture = paper (8, 8, 0);
  g_autoptr (VouchGrey) sharp = NULL;

  for (guint i = 0; i < 64; i++)
    picture->pixels[i] = ramp[i % 8];
  sharp = vouch_grey_sharpen (picture);
  g_assert_cmpint (sharp->pixels[4 * 8 + 4] - sharp->pixels[4 * 8 + 3], >, 40);
  g_assert_cmpuint (sharp->pixels[4 * 8], ==, 100);
}

static void
test_a_negative_of_a_negative_is_the_picture (void)
{
  g_autoptr (VouchGrey) picture = paper (5, 4, 77);
  g_autoptr (VouchGrey) negative = vouch_grey_invert (picture);
  g_autoptr (VouchGrey) again = vouch_grey_invert (negative);

  g_assert_cmpuint (negative->pixels[3], ==, 178);
  g_assert_cmpmem (picture->pixels, 20, again->pixels, 20);
}

static void
test_sizes_are_checked_without_overflow (void)
{
  g_assert_true (vouch_grey_size_is_allowed (8000, 5000));
  g_assert_false (vouch_grey_size_is_allowed (8000, 5001));
  g_assert_false (vouch_grey_size_is_allowed (0, 5));
  g_assert_false (vouch_grey_size_is_allowed (5, 0));
  g_assert_false (vouch_grey_size_is_allowed (65536, 65537));
  g_assert_false (vouch_grey_size_is_allowed (G_MAXUINT, G_MAXUINT));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grey/places-come-back", test_places_come_back);
  g_test_add_func ("/grey/median-takes-specks-away", test_median_takes_specks_away);
  g_test_add_func ("/grey/median-is-the-middle-one", test_median_is_the_middle_one);
  g_test_add_func ("/grey/smoothing-keeps-paper-and-spreads-a-dot", test_smoothing_keeps_paper_and_spreads_a_dot);
  g_test_add_func ("/grey/sharpening-steepens-edges", test_sharpening_steepens_edges);
  g_test_add_func ("/grey/a-negative-of-a-negative-is-the-picture", test_a_negative_of_a_negative_is_the_picture);
  g_test_add_func ("/grey/sizes-are-checked-without-overflow", test_sizes_are_checked_without_overflow);
  return g_test_run ();
}
