/* Pictures as a camera would take them, and how many of them the real decoder reads. */

#include <glib.h>
#include <string.h>

#include "drawn-code.h"
#include "vouch-decoder-client.h"
#include "vouch-photo-model.h"

static const struct
{
  const char *drawn;
  const char *content;
  const char *text;
  guint module;
} codes[] = {
  { "EAN-13", "690123456789", "6901234567892", 3 },
  { "Code 128", "REC-260712-0042", "REC-260712-0042", 3 },
  { "GS1-128", "[01]06901234567892[10]L1", "010690123456789210L1", 3 },
  { "ITF-14", "1690123456789", "16901234567899", 3 },
  { "QR", "https://q.example.cn/t/L260712-7/0123456789ABCDEF", "https://q.example.cn/t/L260712-7/0123456789ABCDEF", 5 },
  { "GS1 DataMatrix", "[01]06901234567892[10]L1[17]270131",
    "010690123456789210L1\x1d"
    "17270131",
    6 },
};

/* How a person with a phone or a dock's fixed camera holds it. */
static const VouchPhotoModel takes[] = {
  { .tilt_x = 0, .tilt_y = 0, .turn = 0, .blur_radius = 0.5, .noise_sigma = 3, .shade = 0.2, .margin = 40 },
  { .tilt_x = 10, .tilt_y = 5, .turn = 3, .blur_radius = 0.8, .noise_sigma = 5, .shade = 0.3, .margin = 40 },
  { .tilt_x = -15, .tilt_y = 10, .turn = -6, .blur_radius = 0.8, .noise_sigma = 6, .shade = 0.4, .margin = 60 },
  { .tilt_x = 5, .tilt_y = 20, .turn = 8, .blur_radius = 1.0, .noise_sigma = 4, .shade = 0.4, .margin = 30 },
  { .tilt_x = 20, .tilt_y = -5, .turn = 12, .blur_radius = 0.7, .noise_sigma = 8, .shade = 0.3, .margin = 50 },
  { .tilt_x = 8, .tilt_y = -8, .turn = 30, .blur_radius = 0.8, .noise_sigma = 5, .shade = 0.3, .margin = 40 },
  { .tilt_x = -8, .tilt_y = 8, .turn = 45, .blur_radius = 0.8, .noise_sigma = 5, .shade = 0.3, .margin = 40 },
  { .tilt_x = 12, .tilt_y = 4, .turn = 90, .blur_radius = 0.9, .noise_sigma = 5, .shade = 0.5, .margin = 40 },
  { .tilt_x = 3, .tilt_y = 6, .turn = 178, .blur_radius = 0.6, .noise_sigma = 10, .shade = 0.2, .margin = 40 },
  { .tilt_x = 6,
    .tilt_y = 3,
    .turn = -20,
    .scale = 1.5,
    .blur_radius = 1.2,
    .noise_sigma = 6,
    .shade = 0.5,
    .margin = 80 },
};

typedef struct
{
  guint right;
  guint wrong; /* sure of something that is not there */
  guint n;
} Tally;

static DrawnCode *
take_picture (const DrawnCode *label, const VouchPhotoModel *take, guint64 seed)
{
  VouchPhotoModel model = *take;
  DrawnCode *picture = g_new0 (DrawnCode, 1);

  model.seed = seed;
  g_assert_true (vouch_photo_model_apply (label->pixels, label->width, label->height, label->width, &model,
                                          &picture->pixels, &picture->width, &picture->height));
  return picture;
}

static void
count (GPtrArray *symbols, const char *text, Tally *tally)
{
  gboolean is_right = FALSE;

  for (guint i = 0; i < symbols->len; i++)
    {
      const VouchSymbol *symbol = g_ptr_array_index (symbols, i);
      gboolean is_it = strcmp (symbol->text, text) == 0;

      is_right = is_right || is_it;
      tally->wrong += symbol->sure && !is_it ? 1 : 0;
    }
  tally->right += is_right ? 1 : 0;
  tally->n++;
}

static void
read_take (VouchDecoder *decoder, gsize code, gsize take, Tally *tally)
{
  g_autoptr (DrawnCode) drawn = drawn_code_new (codes[code].drawn, codes[code].content, codes[code].module);
  g_autoptr (DrawnCode) label = drawn_code_on_paper (drawn, 20);
  g_autoptr (DrawnCode) picture = take_picture (label, &takes[take], code * 100 + take);
  g_autoptr (GBytes) jpeg = drawn_code_write_jpeg (picture, 90);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) symbols = vouch_decoder_read_picture (decoder, jpeg, &error);
  guint before = tally->right;

  g_assert_no_error (error);
  count (symbols, codes[code].text, tally);
  if (tally->right == before)
    g_test_message ("%s was not read in take %u of %u×%u", codes[code].drawn, (guint)take, picture->width,
                    picture->height);
}

static void
test_pictures_are_read (void)
{
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);
  Tally tally = { 0 };

  for (gsize code = 0; code < G_N_ELEMENTS (codes); code++)
    for (gsize take = 0; take < G_N_ELEMENTS (takes); take++)
      read_take (decoder, code, take, &tally);
  g_test_message ("%u of %u right, %u wrong", tally.right, tally.n, tally.wrong);
  g_assert_cmpuint (tally.wrong, ==, 0);
  g_assert_cmpuint (tally.right * 100, >=, tally.n * 95);
  g_assert_cmpuint (vouch_decoder_get_restarts (decoder), ==, 0);
}

static void
test_a_seed_gives_one_picture (void)
{
  g_autoptr (DrawnCode) label = drawn_code_new ("QR", "seed", 4);
  g_autoptr (DrawnCode) one = take_picture (label, &takes[2], 7);
  g_autoptr (DrawnCode) same = take_picture (label, &takes[2], 7);
  g_autoptr (DrawnCode) other = take_picture (label, &takes[2], 8);
  gsize n = (gsize)one->width * one->height;

  g_assert_cmpmem (one->pixels, n, same->pixels, (gsize)same->width * same->height);
  g_assert_cmpuint (one->width, ==, other->width);
  g_assert_cmpint (memcmp (one->pixels, other->pixels, n), !=, 0);
}

static void
test_a_plain_model_changes_nothing (void)
{
  const VouchPhotoModel plain = { 0 };
  g_autoptr (DrawnCode) label = drawn_code_new ("QR", "plain", 4);
  g_autoptr (DrawnCode) picture = take_picture (label, &plain, 0);

  g_assert_cmpmem (label->pixels, (gsize)label->width * label->height, picture->pixels,
                   (gsize)picture->width * picture->height);
}

/* A label that leans away at the right is smaller there: its right edge is shorter than its left one. */
static void
test_what_leans_away_is_smaller (void)
{
  const VouchPhotoModel leaning = { .tilt_y = 40, .margin = 10 };
  g_autofree guint8 *white = g_malloc (200 * 100);
  g_autofree guint8 *out = NULL;
  guint width, height, left = 0, right = 0;

  memset (white, 255, 200 * 100);
  g_assert_true (vouch_photo_model_apply (white, 200, 100, 200, &leaning, &out, &width, &height));
  g_assert_cmpuint (width, <, 200);
  for (guint y = 0; y < height; y++)
    {
      left += out[y * width + 14] == 255 ? 1 : 0;
      right += out[y * width + width - 15] == 255 ? 1 : 0;
    }
  g_assert_cmpuint (left, >, right + 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/photo-model/a-seed-gives-one-picture", test_a_seed_gives_one_picture);
  g_test_add_func ("/photo-model/a-plain-model-changes-nothing", test_a_plain_model_changes_nothing);
  g_test_add_func ("/photo-model/what-leans-away-is-smaller", test_what_leans_away_is_smaller);
  g_test_add_func ("/photo-model/pictures-are-read", test_pictures_are_read);
  return g_test_run ();
}
