/* Photographs: decoded in colour, turned upright, shrunk, and written anew without what else was in the file. */

#include <glib.h>
#include <png.h>
#include <stdio.h>
#include <string.h>

/* After stdio.h, whose FILE it needs. */
#include <jpeglib.h>

#include "vouch-photo.h"

#define WIDTH 64
#define HEIGHT 32

/* Red on the left, blue on the right, the lower half darker. */
static void
paint (guint8 *pixels)
{
  for (guint y = 0; y < HEIGHT; y++)
    for (guint x = 0; x < WIDTH; x++)
      {
        guint8 level = y < HEIGHT / 2 ? 240 : 120;
        guint8 *at = pixels + (y * WIDTH + x) * 3;

        at[0] = x < WIDTH / 2 ? level : 0;
        at[1] = 0;
        at[2] = x < WIDTH / 2 ? 0 : level;
      }
}

static GBytes *
write_png (void)
{
  png_image image = { .version = PNG_IMAGE_VERSION, .width = WIDTH, .height = HEIGHT, .format = PNG_FORMAT_RGB };
  guint8 pixels[WIDTH * HEIGHT * 3];
  guint8 file[8192];
  png_alloc_size_t length = sizeof file;

  paint (pixels);
  g_assert_true (png_image_write_to_memory (&image, file, &length, 0, pixels, 0, NULL));
  return g_bytes_new (file, length);
}

/* With an Exif segment that says how the camera was held, and where. */
static GBytes *
write_jpeg (int orientation)
{
  guint8 exif[] = "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x01\0\0\0\0\0\0\0SECRET PLACE";
  struct jpeg_compress_struct info;
  struct jpeg_error_mgr manager;
  guint8 pixels[WIDTH * HEIGHT * 3];
  unsigned char *file = NULL;
  unsigned long length = 0;
  GBytes *bytes;

  exif[24] = (guint8)orientation;
  paint (pixels);
  info.err = jpeg_std_error (&manager);
  jpeg_create_compress (&info);
  jpeg_mem_dest (&info, &file, &length);
  info.image_width = WIDTH;
  info.image_height = HEIGHT;
  info.input_components = 3;
  info.in_color_space = JCS_RGB;
  jpeg_set_defaults (&info);
  jpeg_start_compress (&info, TRUE);
  jpeg_write_marker (&info, JPEG_APP0 + 1, exif, sizeof exif - 1);
  while (info.next_scanline < HEIGHT)
    {
      JSAMPROW row = pixels + info.next_scanline * WIDTH * 3;

      jpeg_write_scanlines (&info, &row, 1);
    }
  jpeg_finish_compress (&info);
  jpeg_destroy_compress (&info);
  bytes = g_bytes_new (file, length);
  free (file);
  return bytes;
}

static VouchPictureVerdict
decode (GBytes *file, guint longest, VouchPhoto **photo)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (file, &length);

  return vouch_photo_decode (bytes, length, longest, photo);
}

/* Whether the corner of the photo is light red, dark red, light blue or dark blue: "R", "r", "B", "b". */
static char
corner_of (const VouchPhoto *photo, gboolean right, gboolean below)
{
  guint x = right ? photo->width - 2 : 1, y = below ? photo->height - 2 : 1;
  const guint8 *at = photo->pixels + (y * photo->width + x) * 3;
  gboolean is_red = at[0] > at[2];
  gboolean is_light = MAX (at[0], at[2]) > 180;

  return is_red ? (is_light ? 'R' : 'r') : (is_light ? 'B' : 'b');
}

static void
assert_corners (const VouchPhoto *photo, const char *corners)
{
  char seen[5] = { corner_of (photo, FALSE, FALSE), corner_of (photo, TRUE, FALSE), corner_of (photo, FALSE, TRUE),
                   corner_of (photo, TRUE, TRUE), '\0' };

  g_assert_cmpstr (seen, ==, corners);
}

static void
test_keeps_colours (void)
{
  GBytes *files[] = { write_png (), write_jpeg (1) };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) file = files[i];
      g_autoptr (VouchPhoto) photo = NULL;

      g_assert_cmpint (decode (file, 1000, &photo), ==, VOUCH_PICTURE_READ);
      g_assert_cmpuint (photo->width, ==, WIDTH);
      assert_corners (photo, "RBrb");
    }
}

static void
test_turns_what_was_held_otherwise (void)
{
  static const char *const corners[] = { "RBrb", "BRbr", "brBR", "rbRB", "RrBb", "rRbB", "bBrR", "BbRr" };

  for (int orientation = 1; orientation <= 8; orientation++)
    {
      g_autoptr (GBytes) file = write_jpeg (orientation);
      g_autoptr (VouchPhoto) photo = NULL;

      g_test_message ("%d", orientation);
      g_assert_cmpint (decode (file, 1000, &photo), ==, VOUCH_PICTURE_READ);
      g_assert_cmpuint (photo->width, ==, orientation < 5 ? WIDTH : HEIGHT);
      assert_corners (photo, corners[orientation - 1]);
    }
}

static void
test_shrinks_to_the_longest_side (void)
{
  static const guint sides[] = { 63, 40, 17, 5, 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autoptr (GBytes) file = i % 2 == 0 ? write_png () : write_jpeg (1);
      g_autoptr (VouchPhoto) photo = NULL;

      g_assert_cmpint (decode (file, sides[i], &photo), ==, VOUCH_PICTURE_READ);
      g_assert_cmpuint (photo->width, ==, sides[i]);
      g_assert_cmpuint (photo->height, ==, MAX (1, sides[i] / 2));
    }
}

static void
test_writes_a_picture_and_nothing_else (void)
{
  g_autoptr (GBytes) file = write_jpeg (6);
  g_autoptr (VouchPhoto) photo = NULL, again = NULL;
  g_autoptr (GBytes) written = NULL, twice = NULL;

  g_assert_cmpint (decode (file, 1000, &photo), ==, VOUCH_PICTURE_READ);
  written = vouch_photo_encode (photo);
  twice = vouch_photo_encode (photo);
  g_assert_true (g_bytes_equal (written, twice));
  g_assert_null (memmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written), "Exif", 4));
  g_assert_null (memmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written), "SECRET", 6));
  g_assert_cmpint (decode (written, 1000, &again), ==, VOUCH_PICTURE_READ);
  assert_corners (again, "rRbB");
}

static void
test_an_orientation_out_of_place_is_none (void)
{
  static const guint8 far[] = "Exif\0\0MM\0*\xff\xff\xff\xff\0\x01";
  static const guint8 odd[] = "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x63\0\0\0";

  for (gsize length = 0; length < sizeof odd; length++)
    g_assert_cmpint (vouch_photo_read_orientation (odd, length), ==, 1);
  for (gsize length = 0; length < sizeof far; length++)
    g_assert_cmpint (vouch_photo_read_orientation (far, length), ==, 1);
}

static void
assert_never_read (GBytes *file)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (file, &length);

  for (gsize cut = 0; cut < length - 16; cut++)
    {
      g_autofree guint8 *part = g_memdup2 (bytes, MAX (cut, 1));
      VouchPhoto *photo = NULL;

      g_assert_cmpint (vouch_photo_decode (part, cut, 50, &photo), !=, VOUCH_PICTURE_READ);
      g_assert_null (photo);
    }
  g_bytes_unref (file);
}

static void
test_a_file_cut_off_anywhere_is_no_photo (void)
{
  assert_never_read (write_png ());
  assert_never_read (write_jpeg (3));
}

/* The header of a sound JPEG, changed to promise a picture of four gigapixels. */
static void
test_refuses_a_bomb_by_its_header (void)
{
  g_autoptr (GBytes) sound = write_jpeg (1);
  gsize length = g_bytes_get_size (sound);
  g_autofree guint8 *bomb = g_memdup2 (g_bytes_get_data (sound, NULL), length);
  guint8 *frame = memmem (bomb, length, "\xff\xc0", 2);
  VouchPhoto *photo = NULL;

  memset (frame + 5, 0xfe, 4);
  g_assert_cmpint (vouch_photo_decode (bomb, length, 1600, &photo), ==, VOUCH_PICTURE_TOO_LARGE);
  g_assert_null (photo);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/photo/keeps-colours", test_keeps_colours);
  g_test_add_func ("/photo/turns-what-was-held-otherwise", test_turns_what_was_held_otherwise);
  g_test_add_func ("/photo/shrinks-to-the-longest-side", test_shrinks_to_the_longest_side);
  g_test_add_func ("/photo/writes-a-picture-and-nothing-else", test_writes_a_picture_and_nothing_else);
  g_test_add_func ("/photo/an-orientation-out-of-place-is-none", test_an_orientation_out_of_place_is_none);
  g_test_add_func ("/photo/a-file-cut-off-anywhere-is-no-photo", test_a_file_cut_off_anywhere_is_no_photo);
  g_test_add_func ("/photo/refuses-a-bomb-by-its-header", test_refuses_a_bomb_by_its_header);
  return g_test_run ();
}
