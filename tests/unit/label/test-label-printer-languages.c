/* What label printers are sent: the label's own dots, and nothing of anybody's text. */
#include <string.h>

#include "label-fixture.h"
#include "printed-labels.h"
#include "vouch-error.h"
#include "vouch-tspl.h"
#include "vouch-zpl.h"

typedef struct
{
  const char *name;
  void (*append) (GByteArray *out, const VouchBitmap *bitmap, const VouchPrinterProfile *profile);
  GPtrArray *(*unpack) (const guint8 *bytes, gsize length);
} Language;

static const Language languages[] = {
  { "ZPL", vouch_zpl_append_label, printed_labels_of_zpl },
  { "TSPL", vouch_tspl_append_label, printed_labels_of_tspl },
};

static VouchPrinterProfile *
create_profile (gint64 dpi)
{
  VouchPrinterProfile *profile = vouch_printer_profile_new ();

  profile->name = g_strdup ("Dock");
  profile->uri = g_strdup ("socket://127.0.0.1");
  profile->language = VOUCH_PRINTER_LANGUAGE_ZPL;
  profile->dpi = dpi;
  profile->darkness = 12;
  profile->speed = 4;
  profile->width_um = 60000;
  profile->height_um = 40000;
  profile->gap_um = 2000;
  return profile;
}

static VouchBitmap *
create_bitmap (const VouchLabel *label)
{
  g_autoptr (GError) error = NULL;
  VouchBitmap *bitmap = vouch_bitmap_new_of_label (label, 0, 0, &error);

  g_assert_no_error (error);
  return bitmap;
}

static void
assert_same_dots (const VouchBitmap *printed, const VouchBitmap *bitmap)
{
  g_assert_cmpuint (printed->stride, ==, bitmap->stride);
  g_assert_cmpmem (printed->bits, (gsize)printed->stride * printed->height, bitmap->bits,
                   (gsize)bitmap->stride * bitmap->height);
}

static void
assert_reads_back (const VouchLabel *label, const VouchBitmap *printed)
{
  g_auto (Picture) picture = { g_malloc ((gsize)printed->width * printed->height), printed->width, printed->height };
  g_autoptr (GPtrArray) texts = NULL;

  for (guint y = 0; y < printed->height; y++)
    for (guint x = 0; x < printed->width; x++)
      picture.pixels[y * printed->width + x] = vouch_bitmap_is_black (printed, x, y) ? 0 : 0xff;
  texts = read_bars (&picture);
  for (guint i = 0; i < vouch_label_get_n_codes (label); i++)
    g_assert_true (contains_text (texts, vouch_label_get_code (label, i)->text));
}

static void
assert_printed (const Language *language, const char *template, guint dpi)
{
  g_autoptr (VouchLabel) label = create_label (template, dpi);
  g_autoptr (VouchBitmap) bitmap = create_bitmap (label);
  g_autoptr (VouchPrinterProfile) profile = create_profile (dpi);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (GPtrArray) printed = NULL;

  language->append (out, bitmap, profile);
  language->append (out, bitmap, profile);
  printed = language->unpack (out->data, out->len);
  g_assert_cmpuint (printed->len, ==, 2);
  for (guint i = 0; i < printed->len; i++)
    {
      assert_same_dots (g_ptr_array_index (printed, i), bitmap);
      assert_reads_back (label, g_ptr_array_index (printed, i));
    }
}

static void
test_printers_get_the_dots_of_the_layout (void)
{
  static const char *const templates[] = { "unit-60x40", "lot-60x40", "hold-60x40", "reject-60x40", "released-60x40" };
  static const guint dpis[] = { 203, 300, 600 };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (templates); k++)
      for (gsize m = 0; m < G_N_ELEMENTS (dpis); m++)
        assert_printed (&languages[i], templates[k], dpis[m]);
}

/* Rows that any packing may get wrong: all black, all white, long runs, none, and a width that ends within a byte. */
static void
test_any_bitmap_comes_out_as_it_went_in (void)
{
  static const guint widths[] = { 1, 8, 19, 333, 1600, 8008 };
  g_autoptr (VouchPrinterProfile) profile = create_profile (203);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (VouchBitmap) bitmap = vouch_bitmap_new (widths[i], 24);

      for (guint y = 0; y < bitmap->height; y++)
        for (guint x = 0; x < bitmap->stride; x++)
          bitmap->bits[y * bitmap->stride + x] = y % 6 == 0   ? 0
                                                 : y % 6 == 1 ? 0xff
                                                 : y % 6 == 2 ? (guint8)(x < bitmap->stride / 2 ? 0xff : 0)
                                                 : y % 6 == 3 ? 0x33
                                                              : (guint8)g_rand_int (rand);
      for (gsize k = 0; k < G_N_ELEMENTS (languages); k++)
        {
          g_autoptr (GByteArray) out = g_byte_array_new ();
          g_autoptr (GPtrArray) printed = NULL;

          languages[k].append (out, bitmap, profile);
          printed = languages[k].unpack (out->data, out->len);
          g_assert_cmpuint (printed->len, ==, 1);
          assert_same_dots (g_ptr_array_index (printed, 0), bitmap);
        }
    }
}

/* Whoever names a product after a command of the printer sees the name printed. */
static void
test_a_text_is_never_a_command (void)
{
  static const char *const texts[] = { "^XZ^XA~JR", "~JR^FS^XZ", "\" \r\nPRINT 99\r\nSIZE 1 mm", "~HS^ID*:*.*^FS" };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLabelTemplate) template = vouch_label_template_load ("unit-60x40", &error);
  g_autoptr (VouchPrinterProfile) profile = create_profile (203);
  guint n_printed = 0;

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GHashTable) fields = create_fields ();
      g_autoptr (VouchLabel) label = NULL;
      g_autoptr (VouchBitmap) bitmap = NULL;

      g_hash_table_insert (fields, g_strdup ("product_name_en"), g_strdup (texts[i]));
      label = vouch_label_new (template, fields, 203, &error);
      if (label == NULL)
        {
          g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
          g_clear_error (&error);
          continue;
        }
      bitmap = create_bitmap (label);
      for (gsize k = 0; k < G_N_ELEMENTS (languages); k++)
        {
          g_autoptr (GByteArray) out = g_byte_array_new ();
          g_autoptr (GPtrArray) printed = NULL;

          languages[k].append (out, bitmap, profile);
          printed = languages[k].unpack (out->data, out->len);
          g_assert_cmpuint (printed->len, ==, 1);
          assert_reads_back (label, g_ptr_array_index (printed, 0));
          g_assert_null (memmem (out->data, out->len, texts[i], strlen (texts[i])));
          n_printed++;
        }
    }
  g_assert_cmpuint (n_printed, ==, 6); /* all but the one with line ends, in both languages */
}

static void
test_an_offset_moves_every_dot (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLabel) label = create_label ("lot-60x40", 203);
  g_autoptr (VouchBitmap) bitmap = create_bitmap (label);
  g_autoptr (VouchBitmap) moved = vouch_bitmap_new_of_label (label, 2, -3, &error);

  g_assert_no_error (error);
  for (guint y = 0; y < bitmap->height; y++)
    for (guint x = 0; x < bitmap->width; x++)
      if (y >= 3 && x + 2 < bitmap->width)
        g_assert_cmpint (vouch_bitmap_is_black (moved, x + 2, y - 3), ==, vouch_bitmap_is_black (bitmap, x, y));
}

static void
test_an_offset_off_the_paper_is_refused (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLabel) label = create_label ("lot-60x40", 203);

  g_assert_null (vouch_bitmap_new_of_label (label, -200, 0, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
}

static void
test_a_profile_is_one_that_a_printer_can_have (void)
{
  static const struct
  {
    const char *uri;
    VouchPrinterLanguage language;
    gboolean fits;
  } cases[] = {
    { "socket://printer.local", VOUCH_PRINTER_LANGUAGE_ZPL, TRUE },
    { "socket://[::1]:9101", VOUCH_PRINTER_LANGUAGE_TSPL, TRUE },
    { "device:/dev/usb/lp0", VOUCH_PRINTER_LANGUAGE_TSPL, TRUE },
    { "cups:Office", VOUCH_PRINTER_LANGUAGE_CUPS, TRUE },
    { "cups://127.0.0.1:8631/Office", VOUCH_PRINTER_LANGUAGE_CUPS, TRUE },
    { "file:/var/labels", VOUCH_PRINTER_LANGUAGE_PDF, TRUE },
    { NULL, VOUCH_PRINTER_LANGUAGE_PDF, TRUE },
    { NULL, VOUCH_PRINTER_LANGUAGE_ZPL, FALSE },
    { "socket://", VOUCH_PRINTER_LANGUAGE_ZPL, FALSE },
    { "socket://a:99999", VOUCH_PRINTER_LANGUAGE_ZPL, FALSE },
    { "socket://a/queue", VOUCH_PRINTER_LANGUAGE_ZPL, FALSE },
    { "socket://a", VOUCH_PRINTER_LANGUAGE_CUPS, FALSE },
    { "device:lp0", VOUCH_PRINTER_LANGUAGE_ZPL, FALSE },
    { "cups:", VOUCH_PRINTER_LANGUAGE_CUPS, FALSE },
    { "cups:a b", VOUCH_PRINTER_LANGUAGE_CUPS, FALSE },
    { "cups:a/b", VOUCH_PRINTER_LANGUAGE_CUPS, FALSE },
    { "http://a", VOUCH_PRINTER_LANGUAGE_ZPL, FALSE },
    { "file:labels", VOUCH_PRINTER_LANGUAGE_PDF, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VouchPrinterProfile) profile = create_profile (203);
      g_autoptr (GError) error = NULL;

      g_free (profile->uri);
      profile->uri = g_strdup (cases[i].uri);
      profile->language = cases[i].language;
      if (vouch_printer_profile_check (profile, &error) != cases[i].fits)
        g_error ("%s: %s", cases[i].uri, error != NULL ? error->message : "taken");
    }
}

static void
test_a_printer_takes_labels_of_its_own_size (void)
{
  g_autoptr (VouchPrinterProfile) profile = create_profile (203);
  g_autoptr (VouchPrinterProfile) pdf = vouch_printer_profile_new_pdf ();
  g_autoptr (GError) error = NULL;

  g_assert_true (vouch_printer_profile_takes (profile, 60000, 40000, NULL));
  g_assert_true (vouch_printer_profile_takes (profile, 60000, 40400, NULL));
  g_assert_true (vouch_printer_profile_takes (pdf, 100000, 150000, NULL));
  g_assert_false (vouch_printer_profile_takes (profile, 40000, 30000, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label/printers-get-the-dots-of-the-layout", test_printers_get_the_dots_of_the_layout);
  g_test_add_func ("/label/any-bitmap-comes-out-as-it-went-in", test_any_bitmap_comes_out_as_it_went_in);
  g_test_add_func ("/label/a-text-is-never-a-command", test_a_text_is_never_a_command);
  g_test_add_func ("/label/an-offset-moves-every-dot", test_an_offset_moves_every_dot);
  g_test_add_func ("/label/an-offset-off-the-paper-is-refused", test_an_offset_off_the_paper_is_refused);
  g_test_add_func ("/label/a-profile-is-one-that-a-printer-can-have", test_a_profile_is_one_that_a_printer_can_have);
  g_test_add_func ("/label/a-printer-takes-labels-of-its-own-size", test_a_printer_takes_labels_of_its_own_size);
  return g_test_run ();
}
