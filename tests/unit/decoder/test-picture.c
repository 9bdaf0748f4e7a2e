/* Picture files: decoded, refused by their header, or found damaged. */

#include <glib.h>
#include <png.h>
#include <stdio.h>
#include <string.h>

/* After stdio.h, whose FILE it needs. */
#include <jpeglib.h>

#include "vouch-picture.h"

#define WIDTH 37
#define HEIGHT 21

/* Black on the left, white on the right. */
static guint8
level_at (guint x)
{
  return x < WIDTH / 2 ? 0 : 255;
}

static GBytes *
write_png (png_uint_32 format, guint channels)
{
  png_image image = { .version = PNG_IMAGE_VERSION, .width = WIDTH, .height = HEIGHT, .format = format };
  g_autofree guint8 *pixels = g_malloc (WIDTH * HEIGHT * channels);
  png_alloc_size_t length = 0;
  guint8 *file;

  for (guint i = 0; i < WIDTH * HEIGHT * channels; i++)
    pixels[i] = level_at (i / channels % WIDTH);
  g_assert_true (png_image_write_get_memory_size (image, length, 0, pixels, 0, NULL));
  file = g_malloc (length);
  g_assert_true (png_image_write_to_memory (&image, file, &length, 0, pixels, 0, NULL));
  return g_bytes_new_take (file, length);
}

static GBytes *
write_jpeg (int channels, gboolean progressive)
{
  struct jpeg_compress_struct info;
  struct jpeg_error_mgr manager;
  unsigned char *file = NULL;
  unsigned long length = 0;
  GBytes *bytes;

  info.err = jpeg_std_error (&manager);
  jpeg_create_compress (&info);
  jpeg_mem_dest (&info, &file, &length);
  info.image_width = WIDTH;
  info.image_height = HEIGHT;
  info.input_components = channels;
  info.in_color_space = channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults (&info);
  if (progressive)
    jpeg_simple_progression (&info);
  jpeg_start_compress (&info, TRUE);
  while (info.next_scanline < HEIGHT)
    {
      guint8 pixels[WIDTH * 3];
      JSAMPROW row = pixels;

      for (int i = 0; i < WIDTH * channels; i++)
        pixels[i] = level_at ((guint)(i / channels));
      jpeg_write_scanlines (&info, &row, 1);
    }
  jpeg_finish_compress (&info);
  jpeg_destroy_compress (&info);
  bytes = g_bytes_new (file, length);
  free (file);
  return bytes;
}

static VouchPictureVerdict
decode (GBytes *file, VouchGrey **picture)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (file, &length);

  return vouch_picture_decode (bytes, length, picture);
}

static void
assert_picture (GBytes *file)
{
  g_autoptr (VouchGrey) picture = NULL;
  g_autoptr (GBytes) owned = file;

  g_assert_cmpint (decode (owned, &picture), ==, VOUCH_PICTURE_READ);
  g_assert_cmpuint (picture->width, ==, WIDTH);
  g_assert_cmpuint (picture->height, ==, HEIGHT);
  for (guint x = 0; x < WIDTH; x++)
    if (ABS ((int)x - WIDTH / 2) > 8)
      g_assert_cmpint (ABS (picture->pixels[10 * WIDTH + x] - level_at (x)), <, 10);
}

static void
test_reads_every_kind (void)
{
  assert_picture (write_png (PNG_FORMAT_GRAY, 1));
  assert_picture (write_png (PNG_FORMAT_RGB, 3));
  assert_picture (write_jpeg (1, FALSE));
  assert_picture (write_jpeg (3, FALSE));
  assert_picture (write_jpeg (3, TRUE));
}

/* What is transparent shows the paper under it. */
static void
test_transparent_is_white (void)
{
  png_image image = { .version = PNG_IMAGE_VERSION, .width = 2, .height = 2, .format = PNG_FORMAT_RGBA };
  const guint8 pixels[16] = { 0 };
  guint8 file[4096];
  png_alloc_size_t length = sizeof file;
  g_autoptr (VouchGrey) picture = NULL;

  g_assert_true (png_image_write_to_memory (&image, file, &length, 0, pixels, 0, NULL));
  g_assert_cmpint (vouch_picture_decode (file, length, &picture), ==, VOUCH_PICTURE_READ);
  g_assert_cmpuint (picture->pixels[0], ==, 255);
}

static void
assert_never_read (GBytes *file)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (file, &length);

  for (gsize cut = 0; cut < length - 1; cut++)
    {
      g_autofree guint8 *part = g_memdup2 (bytes, MAX (cut, 1));
      VouchGrey *picture = NULL;
      VouchPictureVerdict verdict = vouch_picture_decode (part, cut, &picture);

      /* A PNG whose end mark alone is missing has all its pixels. */
      if (verdict == VOUCH_PICTURE_READ)
        g_assert_cmpuint (cut, >=, length - 16);
      else
        g_assert_null (picture);
      vouch_grey_free (picture);
    }
  g_bytes_unref (file);
}

static void
test_a_file_cut_off_anywhere_is_damaged (void)
{
  assert_never_read (write_png (PNG_FORMAT_GRAY, 1));
  assert_never_read (write_jpeg (1, FALSE));
  assert_never_read (write_jpeg (3, TRUE));
}

static void
test_survives_every_changed_byte (void)
{
  GBytes *files[] = { write_png (PNG_FORMAT_RGB, 3), write_jpeg (3, FALSE), write_jpeg (3, TRUE) };

  for (gsize f = 0; f < G_N_ELEMENTS (files); f++)
    {
      gsize length;
      const guint8 *bytes = g_bytes_get_data (files[f], &length);
      g_autofree guint8 *copy = g_memdup2 (bytes, length);

      for (gsize i = 8; i < length; i++)
        for (guint change = 0x40; change <= 0xff; change += 0xbf)
          {
            VouchGrey *picture = NULL;

            copy[i] ^= (guint8)change;
            vouch_picture_decode (copy, length, &picture);
            copy[i] ^= (guint8)change;
            vouch_grey_free (picture);
          }
      g_bytes_unref (files[f]);
    }
}

static guint32
crc_of (const guint8 *bytes, gsize length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= bytes[i];
      for (int bit = 0; bit < 8; bit++)
        crc = crc >> 1 ^ ((crc & 1) != 0 ? 0xedb88320 : 0);
    }
  return ~crc;
}

static void
put_32 (guint8 *at, guint32 number)
{
  number = GUINT32_TO_BE (number);
  memcpy (at, &number, sizeof number);
}

/* The header of a sound PNG, changed to promise a hundred megapixels, with a right checksum. */
static void
test_refuses_a_png_bomb_by_its_header (void)
{
  g_autoptr (GBytes) sound = write_png (PNG_FORMAT_GRAY, 1);
  gsize length = g_bytes_get_size (sound);
  g_autofree guint8 *bomb = g_memdup2 (g_bytes_get_data (sound, NULL), length);
  VouchGrey *picture = NULL;
  gint64 begun = g_get_monotonic_time ();

  put_32 (bomb + 16, 10000);
  put_32 (bomb + 20, 10000);
  put_32 (bomb + 29, crc_of (bomb + 12, 17));
  g_assert_cmpint (vouch_picture_decode (bomb, length, &picture), ==, VOUCH_PICTURE_TOO_LARGE);
  g_assert_null (picture);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 100 * 1000);
}

static void
test_refuses_a_jpeg_bomb_by_its_header (void)
{
  g_autoptr (GBytes) sound = write_jpeg (1, FALSE);
  gsize length = g_bytes_get_size (sound);
  g_autofree guint8 *bomb = g_memdup2 (g_bytes_get_data (sound, NULL), length);
  guint8 *frame = memmem (bomb, length, "\xff\xc0", 2);
  VouchGrey *picture = NULL;

  g_assert_nonnull (frame);
  memset (frame + 5, 0xfe, 4);
  g_assert_cmpint (vouch_picture_decode (bomb, length, &picture), ==, VOUCH_PICTURE_TOO_LARGE);
  g_assert_null (picture);
}

static void
test_knows_other_files_by_their_first_bytes (void)
{
  static const char *const others[] = { "GIF89a", "BM", "RIFF", "%PDF-", "<svg", "\x89PN", "\xff\xd8", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      VouchGrey *picture = NULL;

      g_assert_cmpint (vouch_picture_decode ((const guint8 *)others[i], strlen (others[i]), &picture), ==,
                       VOUCH_PICTURE_FOREIGN);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/reads-every-kind", test_reads_every_kind);
  g_test_add_func ("/picture/transparent-is-white", test_transparent_is_white);
  g_test_add_func ("/picture/a-file-cut-off-anywhere-is-damaged", test_a_file_cut_off_anywhere_is_damaged);
  g_test_add_func ("/picture/survives-every-changed-byte", test_survives_every_changed_byte);
  g_test_add_func ("/picture/refuses-a-png-bomb-by-its-header", test_refuses_a_png_bomb_by_its_header);
  g_test_add_func ("/picture/refuses-a-jpeg-bomb-by-its-header", test_refuses_a_jpeg_bomb_by_its_header);
  g_test_add_func ("/picture/knows-other-files-by-their-first-bytes", test_knows_other_files_by_their_first_bytes);
  return g_test_run ();
}
