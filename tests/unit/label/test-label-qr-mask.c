/* The mask of a QR symbol is the one that libzint chooses, for every size whose mask is ours to choose. */
#include <string.h>
#include <zint.h>

#include "vouch-code.h"
#include "vouch-qr-mask-private.h"

#define CORRECTION_M 2
#define ROUNDS 600

static int
encode (const char *text, int correction, int option_3, guint8 *modules)
{
  struct zint_symbol *symbol = ZBarcode_Create ();
  int side;

  symbol->symbology = BARCODE_QRCODE;
  symbol->input_mode = UNICODE_MODE;
  symbol->option_1 = correction;
  symbol->option_3 = option_3;
  g_assert_cmpint (ZBarcode_Encode (symbol, (const unsigned char *)text, (int)strlen (text)), ==, 0);
  side = symbol->width;
  for (int row = 0; row < side; row++)
    for (int column = 0; column < side; column++)
      modules[row * side + column] = (symbol->encoded_data[row][column / 8] >> (column % 8)) & 1;
  ZBarcode_Delete (symbol);
  return side;
}

static char *
make_text (guint length)
{
  static const char letters[] = "https://t.vouch.example/ABCDEFGHJKMNPQRSTVWXYZ0123456789";
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < length; i++)
    g_string_append_c (text, letters[g_test_rand_int_range (0, sizeof letters - 1)]);
  return g_string_free (text, FALSE);
}

static void
test_the_mask_is_the_one_that_libzint_chooses (void)
{
  static guint8 chosen[177 * 177], expected[177 * 177];
  gboolean sizes[VOUCH_QR_MASK_SIDE_MAX + 1] = { FALSE };

  for (int i = 0; i < ROUNDS; i++)
    {
      g_autofree char *text = make_text (1 + (guint)i % 210);
      int correction = 1 + i % 4;
      int side = encode (text, correction, 1 << 8, chosen);

      if (side > VOUCH_QR_MASK_SIDE_MAX)
        continue;
      encode (text, correction, 0, expected);
      vouch_qr_mask_choose (chosen, side);
      g_assert_cmpmem (chosen, side * side, expected, side * side);
      sizes[side] = TRUE;
    }
  for (int side = 21; side <= VOUCH_QR_MASK_SIDE_MAX; side += 4)
    g_assert_true (sizes[side]);
}

static void
test_a_larger_symbol_is_libzint_s_own (void)
{
  g_autofree char *text = make_text (300);
  static guint8 expected[177 * 177];
  int side = encode (text, CORRECTION_M, 0, expected);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCode) code = vouch_code_new (VOUCH_SYMBOLOGY_QR, text, &error);

  g_assert_no_error (error);
  g_assert_cmpint (side, >, VOUCH_QR_MASK_SIDE_MAX);
  g_assert_cmpint (vouch_code_get_columns (code), ==, side);
  for (int row = 0; row < side; row++)
    for (int column = 0; column < side; column++)
      g_assert_cmpint (vouch_code_is_dark (code, column, row), ==, expected[row * side + column]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label/qr-mask/the-mask-is-the-one-that-libzint-chooses",
                   test_the_mask_is_the_one_that_libzint_chooses);
  g_test_add_func ("/label/qr-mask/a-larger-symbol-is-libzint-s-own", test_a_larger_symbol_is_libzint_s_own);
  return g_test_run ();
}
