#include <string.h>

#include "label-fixture.h"
#include "vouch-code-picture.h"
#include "vouch-code.h"
#include "vouch-dots.h"
#include "vouch-error.h"

static const struct
{
  VouchSymbology symbology;
  const char *text;
  const char *reading;
} good[] = {
  { VOUCH_SYMBOLOGY_QR, "https://q.example.cn/t/L1/7K3M9QXT2B4WHD8P", "https://q.example.cn/t/L1/7K3M9QXT2B4WHD8P" },
  { VOUCH_SYMBOLOGY_QR, "大米 rice", "大米 rice" },
  { VOUCH_SYMBOLOGY_GS1_QR, "(01)06901234567892(10)L1", "010690123456789210L1" },
  { VOUCH_SYMBOLOGY_CODE_128, "XCPASS", "XCPASS" },
  { VOUCH_SYMBOLOGY_CODE_128, "^XZ^XA~JR", "^XZ^XA~JR" },
  { VOUCH_SYMBOLOGY_GS1_128, "(01)06901234567892(17)281130(10)L1(37)200",
    "01069012345678921728113010L1\x1d"
    "37200" },
  { VOUCH_SYMBOLOGY_EAN_13, "6901234567892", "6901234567892" },
};

static void
take_picture (VouchSymbology symbology, const char *text, guint module, Picture *picture)
{
  g_autoptr (GError) error = NULL;
  guint stride;

  vouch_code_picture (text, symbology, module, &picture->pixels, &picture->width, &picture->height, &stride, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (stride, ==, picture->width);
}

static void
test_reads_back (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (VouchCode) code = vouch_code_new (good[i].symbology, good[i].text, &error);
      g_autoptr (GPtrArray) texts = NULL;
      g_auto (Picture) picture = { NULL, 0, 0 };

      g_assert_no_error (error);
      g_assert_cmpstr (vouch_code_get_reading (code), ==, good[i].reading);
      take_picture (good[i].symbology, good[i].text, 3, &picture);
      texts = read_bars (&picture);
      g_assert_cmpuint (texts->len, ==, 1);
      g_assert_cmpstr (g_ptr_array_index (texts, 0), ==, good[i].reading);
    }
}

static void
test_data_matrix_reads_back (void)
{
  g_auto (Picture) picture = { NULL, 0, 0 };
  g_autofree char *text = NULL;

  take_picture (VOUCH_SYMBOLOGY_GS1_DATA_MATRIX, "(01)06901234567892(10)L1(37)200", 5, &picture);
  text = read_data_matrix (&picture);
  /* libdmtx shows the leading FNC1 as well, which a reader does not send. */
  g_assert_cmpstr (text, ==,
                   "\x1d"
                   "010690123456789210L1\x1d"
                   "37200");
}

static void
test_refuses_what_is_wrong (void)
{
  static const struct
  {
    VouchSymbology symbology;
    const char *text;
  } bad[] = {
    { VOUCH_SYMBOLOGY_QR, "" },
    { VOUCH_SYMBOLOGY_QR, "a\033b" },
    { VOUCH_SYMBOLOGY_QR, "LOT\xe2\x80\xae"
                          "1" },
    { VOUCH_SYMBOLOGY_QR, "\xff" },
    { VOUCH_SYMBOLOGY_CODE_128, "批号" },
    { VOUCH_SYMBOLOGY_CODE_128, "L\t1" },
    { VOUCH_SYMBOLOGY_EAN_13, "6901234567891" },
    { VOUCH_SYMBOLOGY_EAN_13, "690123456789" },
    { VOUCH_SYMBOLOGY_EAN_13, "69012345678 2" },
    { VOUCH_SYMBOLOGY_GS1_128, "0106901234567892" },
    { VOUCH_SYMBOLOGY_GS1_128, "(01)06901234567891" },
    { VOUCH_SYMBOLOGY_GS1_128, "(01)06901234567892(17)261301" },
    { VOUCH_SYMBOLOGY_GS1_DATA_MATRIX, "(01)06901234567892(10)批号" },
    { VOUCH_SYMBOLOGY_GS1_QR, "(10)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (VouchCode) code = vouch_code_new (bad[i].symbology, bad[i].text, &error);

      g_assert_null (code);
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
    }
}

static void
test_refuses_too_long (void)
{
  g_autofree char *text = g_strnfill (VOUCH_CODE_TEXT_MAX + 1, 'A');
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_code_new (VOUCH_SYMBOLOGY_QR, text, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_clear_error (&error);
  text[200] = '\0';
  g_assert_null (vouch_code_new (VOUCH_SYMBOLOGY_CODE_128, text, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
}

/* The sizes that the label stock was chosen for. */
static void
test_known_sizes (void)
{
  g_autoptr (VouchCode) command = vouch_code_new (VOUCH_SYMBOLOGY_CODE_128, "XCPASS", NULL);
  g_autoptr (VouchCode) link = vouch_code_new (VOUCH_SYMBOLOGY_QR, "https://q.example.cn/t/L2026-1/ABC", NULL);

  g_assert_cmpint (vouch_code_get_columns (command), ==, 101);
  g_assert_cmpint (vouch_code_get_rows (command), ==, 1);
  g_assert_cmpint (vouch_code_get_columns (link), ==, 29);
  g_assert_cmpint (vouch_code_get_rows (link), ==, 29);
}

static void
test_modules_are_whole_dots (void)
{
  static const struct
  {
    guint dpi;
    int matrix, logistic, internal, card;
  } table[] = { { 203, 4, 4, 2, 3 }, { 300, 5, 6, 3, 4 }, { 600, 10, 12, 6, 8 } };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_assert_cmpint (vouch_code_use_get_dots (VOUCH_CODE_USE_MATRIX, table[i].dpi), ==, table[i].matrix);
      g_assert_cmpint (vouch_code_use_get_dots (VOUCH_CODE_USE_LOGISTIC, table[i].dpi), ==, table[i].logistic);
      g_assert_cmpint (vouch_code_use_get_dots (VOUCH_CODE_USE_INTERNAL, table[i].dpi), ==, table[i].internal);
      g_assert_cmpint (vouch_code_use_get_dots (VOUCH_CODE_USE_CARD, table[i].dpi), ==, table[i].card);
    }
  g_assert_cmpint (vouch_dots_from_um (60000, 203), ==, 480);
  g_assert_cmpint (vouch_dots_to_um (480, 203), ==, 60059);
}

static void
test_names_round_trip (void)
{
  static const char *const names[] = { "qr", "gs1-qr", "gs1-dm", "code128", "gs1-128", "ean13" };
  VouchSymbology symbology;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_true (vouch_symbology_find (names[i], &symbology));
      g_assert_cmpstr (vouch_symbology_get_name (symbology), ==, names[i]);
    }
  g_assert_false (vouch_symbology_find ("pdf417", &symbology));
  g_assert_false (vouch_symbology_find (NULL, &symbology));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/code/reads-back", test_reads_back);
  g_test_add_func ("/code/data-matrix-reads-back", test_data_matrix_reads_back);
  g_test_add_func ("/code/refuses-what-is-wrong", test_refuses_what_is_wrong);
  g_test_add_func ("/code/refuses-too-long", test_refuses_too_long);
  g_test_add_func ("/code/known-sizes", test_known_sizes);
  g_test_add_func ("/code/modules-are-whole-dots", test_modules_are_whole_dots);
  g_test_add_func ("/code/names-round-trip", test_names_round_trip);
  return g_test_run ();
}
