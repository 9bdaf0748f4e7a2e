/* Frames of a camera, in the shapes in which they are wanted. */

#include <glib.h>
#include <string.h>

#include "vouch-frame.h"

static VouchFrame *
make_frame (guint width, guint height, guint channels)
{
  gsize n = (gsize)width * height * channels;
  guint8 *pixels = g_malloc (n);

  for (gsize i = 0; i < n; i++)
    pixels[i] = (guint8)i;
  return vouch_frame_new (g_bytes_new_take (pixels, n), width, height, channels, 7);
}

static const guint8 *
get_pixels (const VouchFrame *frame)
{
  return g_bytes_get_data (frame->pixels, NULL);
}

static void
test_white_and_black_are_grey_as_they_are (void)
{
  static const guint8 colours[] = { 255, 255, 255, 255, 0, 0, 0, 255 };
  g_autoptr (VouchFrame) frame = vouch_frame_new (g_bytes_new_static (colours, 8), 2, 1, VOUCH_FRAME_COLOUR, 1);
  g_autoptr (GBytes) grey = vouch_frame_dup_grey (frame);
  const guint8 *pixels = g_bytes_get_data (grey, NULL);

  g_assert_cmpuint (g_bytes_get_size (grey), ==, 2);
  g_assert_cmpuint (pixels[0], ==, 255);
  g_assert_cmpuint (pixels[1], ==, 0);
}

static void
test_a_pixmap_has_red_first (void)
{
  static const guint8 blue[] = { 255, 10, 20, 255 };
  g_autoptr (VouchFrame) frame = vouch_frame_new (g_bytes_new_static (blue, 4), 1, 1, VOUCH_FRAME_COLOUR, 1);
  g_autoptr (GBytes) file = vouch_frame_dup_pixmap (frame);

  g_assert_cmpmem (g_bytes_get_data (file, NULL), g_bytes_get_size (file), "P6\n1 1\n255\n\x14\x0a\xff", 14);
}

static void
test_a_part_is_cut_out (void)
{
  g_autoptr (VouchFrame) frame = make_frame (8, 4, VOUCH_FRAME_GREY);
  g_autoptr (VouchFrame) part = vouch_frame_cut (frame, 2, 1, 3, 2, 1);
  static const guint8 expected[] = { 10, 11, 12, 18, 19, 20 };

  g_assert_cmpuint (part->number, ==, 7);
  g_assert_cmpmem (get_pixels (part), g_bytes_get_size (part->pixels), expected, sizeof expected);
}

static void
test_a_smaller_one_has_the_mean_of_its_pixels (void)
{
  g_autoptr (VouchFrame) frame = make_frame (5, 4, VOUCH_FRAME_COLOUR);
  g_autoptr (VouchFrame) small = vouch_frame_cut (frame, 0, 0, 5, 4, 2);

  g_assert_cmpuint (small->width, ==, 2);
  g_assert_cmpuint (small->height, ==, 2);
  /* Of 0, 4, 20 and 24. */
  g_assert_cmpuint (get_pixels (small)[0], ==, 12);
  g_assert_cmpuint (get_pixels (small)[1], ==, 13);
}

static void
test_it_is_never_smaller_than_its_place (void)
{
  g_autoptr (VouchFrame) frame = make_frame (128, 72, VOUCH_FRAME_GREY);

  g_assert_cmpuint (vouch_frame_choose_factor (frame, 32, 18), ==, 4);
  g_assert_cmpuint (vouch_frame_choose_factor (frame, 33, 400), ==, 3);
  g_assert_cmpuint (vouch_frame_choose_factor (frame, 4000, 4000), ==, 1);
  g_assert_cmpuint (vouch_frame_choose_factor (frame, 0, 0), <=, 72);
}

static void
test_one_that_fits_is_not_copied (void)
{
  g_autoptr (VouchFrame) frame = make_frame (8, 4, VOUCH_FRAME_COLOUR);
  g_autoptr (VouchFrame) same = vouch_frame_cut (frame, 0, 0, 8, 4, 1);

  g_assert_true (same == frame);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/frame/white-and-black-are-grey-as-they-are", test_white_and_black_are_grey_as_they_are);
  g_test_add_func ("/frame/a-pixmap-has-red-first", test_a_pixmap_has_red_first);
  g_test_add_func ("/frame/a-part-is-cut-out", test_a_part_is_cut_out);
  g_test_add_func ("/frame/a-smaller-one-has-the-mean-of-its-pixels", test_a_smaller_one_has_the_mean_of_its_pixels);
  g_test_add_func ("/frame/it-is-never-smaller-than-its-place", test_it_is_never_smaller_than_its_place);
  g_test_add_func ("/frame/one-that-fits-is-not-copied", test_one_that_fits_is_not_copied);
  return g_test_run ();
}
