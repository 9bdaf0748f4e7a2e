/* Altering pictures, and taking places and readings back from altered ones. */

#include <glib.h>
#include <string.h>

#include "vouch-sighting.h"

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

/* A sighting in a square of @size pixels from @left, @top on. */
static VouchSighting *
sight (const char *symbology, const char *text, int left, int top, int size, int quality)
{
  VouchSighting *self = vouch_sighting_new (symbology, "]X0", text, strlen (text));
  const int corners[4][2] = { { left, top }, { left + size, top }, { left + size, top + size }, { left, top + size } };

  memcpy (self->corners, corners, sizeof corners);
  self->quality = quality;
  self->is_matrix = strcmp (symbology, "QR") == 0;
  self->needed_quality = self->is_matrix ? 1 : VOUCH_SIGHTING_TRUST;
  self->sure = quality >= self->needed_quality;
  return self;
}

static GPtrArray *
sightings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_sighting_free);
}

static void
test_one_symbol_seen_twice_is_one (void)
{
  static const char ean[] = "EAN-13", qr[] = "QR";
  const VouchAffine shifted = { .xx = 1, .yy = 1, .x0 = 100 };
  g_autoptr (GPtrArray) all = sightings_new ();
  g_autoptr (GPtrArray) more = sightings_new ();

  g_ptr_array_add (all, sight (ean, "690", 110, 10, 50, 3));
  g_ptr_array_add (more, sight (ean, "690", 10, 10, 50, 40));
  g_ptr_array_add (more, sight (ean, "690", 300, 10, 50, 9));
  g_ptr_array_add (more, sight (qr, "690", 10, 200, 50, 1));
  vouch_sightings_merge (all, more, &shifted);
  g_assert_cmpuint (more->len, ==, 0);
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpint (((VouchSighting *)g_ptr_array_index (all, 0))->quality, ==, 40);
  g_assert_true (((VouchSighting *)g_ptr_array_index (all, 0))->sure);
  g_assert_cmpint (((VouchSighting *)g_ptr_array_index (all, 2))->corners[0][0], ==, 110);
}

static void
test_enlarging_makes_nothing_surer (void)
{
  const VouchAffine enlarged = { .xx = 0.5, .yy = 0.5 };
  g_autoptr (GPtrArray) all = sightings_new ();
  g_autoptr (GPtrArray) more = sightings_new ();

  g_ptr_array_add (more, sight ("EAN-13", "690", 10, 10, 50, 40));
  vouch_sightings_merge (all, more, &enlarged);
  g_assert_cmpint (((VouchSighting *)g_ptr_array_index (all, 0))->quality, ==, 20);
  g_assert_false (vouch_sightings_suffice (all));
}

static void
test_a_bar_code_in_a_matrix_code_is_none (void)
{
  g_autoptr (GPtrArray) all = sightings_new ();

  g_ptr_array_add (all, sight ("EAN-8", "12345670", 30, 30, 10, 90));
  g_ptr_array_add (all, sight ("QR", "true", 0, 0, 100, 1));
  vouch_sightings_judge (all);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpstr (((VouchSighting *)g_ptr_array_index (all, 0))->symbology, ==, "QR");
}

static void
test_a_much_weaker_rival_goes (void)
{
  g_autoptr (GPtrArray) all = sightings_new ();

  g_ptr_array_add (all, sight ("EAN-8", "12345670", 30, 30, 10, 5));
  g_ptr_array_add (all, sight ("Code 128", "LOT", 0, 0, 100, 60));
  g_ptr_array_add (all, sight ("EAN-13", "elsewhere", 500, 0, 100, 3));
  vouch_sightings_judge (all);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_true (((VouchSighting *)g_ptr_array_index (all, 0))->sure);
}

static void
test_equal_rivals_are_not_sure (void)
{
  g_autoptr (GPtrArray) all = sightings_new ();

  g_ptr_array_add (all, sight ("EAN-13", "one", 0, 0, 100, 50));
  g_ptr_array_add (all, sight ("EAN-13", "other", 5, 0, 100, 60));
  g_assert_true (vouch_sightings_suffice (all));
  vouch_sightings_judge (all);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_false (vouch_sightings_suffice (all));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grey/places-come-back", test_places_come_back);
  g_test_add_func ("/grey/median-takes-specks-away", test_median_takes_specks_away);
  g_test_add_func ("/grey/median-is-the-middle-one", test_median_is_the_middle_one);
  g_test_add_func ("/grey/sharpening-steepens-edges", test_sharpening_steepens_edges);
  g_test_add_func ("/grey/a-negative-of-a-negative-is-the-picture", test_a_negative_of_a_negative_is_the_picture);
  g_test_add_func ("/grey/sizes-are-checked-without-overflow", test_sizes_are_checked_without_overflow);
  g_test_add_func ("/sighting/one-symbol-seen-twice-is-one", test_one_symbol_seen_twice_is_one);
  g_test_add_func ("/sighting/enlarging-makes-nothing-surer", test_enlarging_makes_nothing_surer);
  g_test_add_func ("/sighting/a-bar-code-in-a-matrix-code-is-none", test_a_bar_code_in_a_matrix_code_is_none);
  g_test_add_func ("/sighting/a-much-weaker-rival-goes", test_a_much_weaker_rival_goes);
  g_test_add_func ("/sighting/equal-rivals-are-not-sure", test_equal_rivals_are_not_sure);
  return g_test_run ();
}
