/* The real decoder program, asked through its client. */

#include <glib.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "drawn-code.h"
#include "vouch-decoder-client.h"
#include "vouch-error.h"

/* So many pictures at most until what is on them has been found. */
#define FRAMES 30

static const struct
{
  const char *drawn;
  const char *content;
  const char *symbology;
  const char *aim;
  const char *text;
} codes[] = {
  { "EAN-13", "690123456789", "EAN-13", "]E0", "6901234567892" },
  { "EAN-8", "9638507", "EAN-8", "]E4", "96385074" },
  { "UPC-A", "03600029145", "UPC-A", "]E0", "0036000291452" },
  { "Code 128", "LOT-2026/07 a", "Code 128", "]C0", "LOT-2026/07 a" },
  { "GS1-128", "[01]06901234567892[10]L1[17]270131", "GS1-128", "]C1",
    "010690123456789210L1\x1d"
    "17270131" },
  { "Code 39", "LOT-2026.7", "Code 39", "]A0", "LOT-2026.7" },
  { "Code 93", "LOT-2026/7 A", "Code 93", "]G0", "LOT-2026/7 A" },
  { "ITF-14", "1690123456789", "ITF-14", "]I1", "16901234567899" },
  { "Codabar", "A40156-7B", "Codabar", "]F0", "A40156-7B" },
  { "DataBar", "0690123456789", "DataBar", "]e0", "0106901234567892" },
  { "DataBar Expanded", "[01]06901234567892[10]L1[17]270131", "DataBar Expanded", "]e0",
    "010690123456789210L1\x1d"
    "17270131" },
  { "QR", "https://q.example.cn/t/L1/ABCD", "QR", "]Q1", "https://q.example.cn/t/L1/ABCD" },
  { "QR", "批次 7", "QR", "]Q1", "批次 7" },
  { "GS1 QR", "[01]06901234567892[10]L1[21]9", "QR", "]Q3",
    "010690123456789210L1\x1d"
    "219" },
  { "Data Matrix", "XCPASS", "Data Matrix", "]d1", "XCPASS" },
  { "GS1 DataMatrix", "[01]06901234567892[10]L1[17]270131", "GS1 DataMatrix", "]d2",
    "010690123456789210L1\x1d"
    "17270131" },
};

static void
test_draws_a_photograph_anew (void)
{
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);
  g_autoptr (DrawnCode) code = drawn_code_new ("QR", "photo", 8);
  g_autoptr (GBytes) png = drawn_code_write_png (code);
  g_auto (VouchDecoderPhoto) photo = { 0 }, pixels = { 0 }, again = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (vouch_decoder_reencode (decoder, png, 100, &photo, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (photo.width, ==, 100);
  g_assert_cmpmem (g_bytes_get_data (photo.bytes, NULL), 3, "\xff\xd8\xff", 3);
  g_assert_true (vouch_decoder_read_pixels (decoder, photo.bytes, 50, &pixels, &error));
  g_assert_cmpuint (g_bytes_get_size (pixels.bytes), ==, (gsize)pixels.width * pixels.height * 3);
  g_assert_true (vouch_decoder_reencode (decoder, photo.bytes, VOUCH_DECODER_PHOTO_MAX, &again, &error));
  g_assert_cmpuint (again.width, ==, 100);
  g_assert_cmpuint (vouch_decoder_get_restarts (decoder), ==, 0);
}

static void
test_refuses_what_is_no_photograph (void)
{
  static const char *const files[] = { "GIF89a", "\xff\xd8\xff\xe0 cut off", "\x89PNG\r\n\x1a\n", "" };
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) file = g_bytes_new_static (files[i], strlen (files[i]));
      VouchDecoderPhoto photo = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_false (vouch_decoder_reencode (decoder, file, 100, &photo, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_assert_null (photo.bytes);
    }
  g_assert_cmpuint (vouch_decoder_get_restarts (decoder), ==, 0);
}

/* On a busy machine the program may have been given up over a picture: that is a hang, and no other restart. */
static void
assert_restarts (VouchDecoder *decoder, guint deaths)
{
  g_assert_cmpuint (vouch_decoder_get_restarts (decoder) - vouch_decoder_get_hangs (decoder), ==, deaths);
}

/* A camera gives frame after frame, so one that was given up, or searched for too short a while, is followed by the
 * next: until @n symbols are found. */
static GPtrArray *
read_frames (VouchDecoder *decoder, const guint8 *pixels, guint width, guint height, guint stride, guint n)
{
  GPtrArray *symbols = NULL;

  for (guint i = 0; i < FRAMES && (symbols == NULL || symbols->len < n); i++)
    {
      g_clear_pointer (&symbols, g_ptr_array_unref);
      symbols = vouch_decoder_read_grey (decoder, pixels, width, height, stride, NULL);
    }
  g_assert_nonnull (symbols);
  return symbols;
}

/* Whoever has a picture in a file tries once more, too. */
static GPtrArray *
read_still (VouchDecoder *decoder, GBytes *file)
{
  GPtrArray *symbols = NULL;

  for (guint i = 0; i < FRAMES && (symbols == NULL || symbols->len == 0); i++)
    {
      g_clear_pointer (&symbols, g_ptr_array_unref);
      symbols = vouch_decoder_read_picture (decoder, file, NULL);
    }
  return symbols;
}

static VouchSymbol *
the_only (GPtrArray *symbols)
{
  g_assert_nonnull (symbols);
  g_assert_cmpuint (symbols->len, ==, 1);
  return g_ptr_array_index (symbols, 0);
}

static void
assert_inside (const VouchSymbol *symbol, const DrawnCode *code)
{
  for (int i = 0; i < 4; i++)
    {
      g_assert_cmpint (symbol->corners[i][0], >=, 0);
      g_assert_cmpint (symbol->corners[i][0], <=, (int)code->width);
      g_assert_cmpint (symbol->corners[i][1], >=, 0);
      g_assert_cmpint (symbol->corners[i][1], <=, (int)code->height);
    }
}

static void
test_reads_every_symbology (void)
{
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (DrawnCode) code = drawn_code_new (codes[i].drawn, codes[i].content, 4);
      g_autoptr (GBytes) png = drawn_code_write_png (code);
      g_autoptr (GPtrArray) symbols = read_still (decoder, png);
      const VouchSymbol *symbol;

      g_test_message ("%s", codes[i].drawn);
      symbol = the_only (symbols);
      g_assert_cmpstr (symbol->symbology, ==, codes[i].symbology);
      g_assert_cmpstr (symbol->aim, ==, codes[i].aim);
      g_assert_cmpstr (symbol->text, ==, codes[i].text);
      g_assert_cmpuint (symbol->length, ==, strlen (codes[i].text));
      g_assert_cmpuint (g_bytes_get_size (symbol->bytes), ==, symbol->length);
      g_assert_true (symbol->sure);
      assert_inside (symbol, code);
    }
  assert_restarts (decoder, 0);
}

/* What a kind that is switched off would have been is not taken for anything else. */
static void
test_reads_no_kind_that_is_switched_off (void)
{
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (DrawnCode) code = drawn_code_new (codes[i].drawn, codes[i].content, 4);
      g_autoptr (GBytes) png = drawn_code_write_png (code);
      g_autoptr (GPtrArray) without = NULL;
      g_autoptr (GPtrArray) alone = NULL;
      VouchCodeKind kind;

      g_test_message ("%s", codes[i].drawn);
      g_assert_true (vouch_code_kind_find (codes[i].symbology, &kind));
      vouch_decoder_set_kinds (decoder, VOUCH_CODE_KINDS_USUAL & ~VOUCH_CODE_KIND_BIT (kind));
      without = vouch_decoder_read_picture (decoder, png, NULL);
      g_assert_cmpuint (without->len, ==, 0);
      vouch_decoder_set_kinds (decoder, VOUCH_CODE_KIND_BIT (kind));
      alone = read_still (decoder, png);
      g_assert_cmpstr (the_only (alone)->symbology, ==, codes[i].symbology);
    }
}

/* A hand scanner gives all thirteen digits. */
static void
test_reads_upc_e_when_asked_for (void)
{
  static const char *const numbers[][2] = {
    { "0123450", "0012000003455" },
    { "0123453", "0012300000451" },
    { "0123454", "0012340000053" },
    { "0123455", "0012345000058" },
  };
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (DrawnCode) code = drawn_code_new ("UPC-E", numbers[i][0], 4);
      g_autoptr (GBytes) png = drawn_code_write_png (code);
      g_autoptr (GPtrArray) none = NULL;
      g_autoptr (GPtrArray) symbols = NULL;

      vouch_decoder_set_kinds (decoder, VOUCH_CODE_KINDS_USUAL);
      none = vouch_decoder_read_picture (decoder, png, NULL);
      g_assert_cmpuint (none->len, ==, 0);
      vouch_decoder_set_kinds (decoder, VOUCH_CODE_KINDS_ALL);
      symbols = read_still (decoder, png);
      g_assert_cmpstr (the_only (symbols)->symbology, ==, "UPC-E");
      g_assert_cmpstr (the_only (symbols)->aim, ==, "]E0");
      g_assert_cmpstr (the_only (symbols)->text, ==, numbers[i][1]);
    }
}

/* A picture that says in which character set its bytes are. */
static void
test_reads_the_character_set_that_a_code_says (void)
{
  static const struct
  {
    const char *symbology;
    int eci;
    gboolean is_sure;
  } sets[] = {
    { "QR", 20, TRUE },          { "QR", 26, TRUE },           { "QR", 29, FALSE },          { "QR", 32, FALSE },
    { "Data Matrix", 26, TRUE }, { "Data Matrix", 29, FALSE }, { "Data Matrix", 32, FALSE },
  };
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autoptr (DrawnCode) code = drawn_code_new_with_eci (sets[i].symbology, "批次", sets[i].eci, 4);
      g_autoptr (GBytes) png = drawn_code_write_png (code);
      g_autoptr (GPtrArray) symbols = read_still (decoder, png);

      g_test_message ("%s, ECI %d", sets[i].symbology, sets[i].eci);
      g_assert_cmpstr (the_only (symbols)->symbology, ==, sets[i].symbology);
      g_assert_cmpstr (the_only (symbols)->text, ==, "批次");
      g_assert_true (the_only (symbols)->sure == sets[i].is_sure);
    }
}

static void
assert_refused_code (VouchDecoder *decoder, const DrawnCode *code, VouchSymbolRefusal refusal)
{
  g_autoptr (GBytes) png = drawn_code_write_png (code);
  g_autoptr (GPtrArray) symbols = read_still (decoder, png);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (the_only (symbols)->refusal, ==, refusal);
  g_assert_cmpstr (the_only (symbols)->text, ==, "");
  g_assert_false (vouch_symbol_check (the_only (symbols), &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
}

static void
test_says_why_it_refuses_a_code (void)
{
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);
  g_autofree char *digits = g_strnfill (7089, '7');
  g_autoptr (DrawnCode) part = drawn_code_new_part ("QR", "one of two", 1, 2, 4);
  g_autoptr (DrawnCode) matrix = drawn_code_new_part ("Data Matrix", "one of two", 1, 2, 4);
  g_autoptr (DrawnCode) large = drawn_code_new ("QR", digits, 4);

  assert_refused_code (decoder, part, VOUCH_SYMBOL_PART);
  assert_refused_code (decoder, matrix, VOUCH_SYMBOL_PART);
  assert_refused_code (decoder, large, VOUCH_SYMBOL_TOO_LONG);
  assert_restarts (decoder, 0);
}

static void
test_reads_grey_rows_with_padding (void)
{
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);
  g_autoptr (DrawnCode) code = drawn_code_new ("EAN-13", "690123456789", 2);
  guint stride = code->width + 13;
  g_autofree guint8 *rows = g_malloc ((gsize)stride * code->height);
  g_autoptr (GPtrArray) symbols = NULL;

  for (guint y = 0; y < code->height; y++)
    memcpy (rows + (gsize)y * stride, code->pixels + (gsize)y * code->width, code->width);
  symbols = read_frames (decoder, rows, code->width, code->height, stride, 1);
  g_assert_cmpstr (the_only (symbols)->text, ==, "6901234567892");
}

static void
test_counts_what_it_reads (void)
{
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);
  g_autoptr (GBytes) text = g_bytes_new_static ("GIF89a, or so", 13);
  g_auto (VouchDecoderCounts) counts = { 0 };

  vouch_decoder_get_counts (decoder, &counts);
  g_assert_null (counts.libraries);
  g_assert_null (vouch_decoder_read_picture (decoder, text, NULL));
  vouch_decoder_get_counts (decoder, &counts);
  g_assert_cmpuint (counts.read, ==, 1);
  g_assert_cmpuint (counts.lost, ==, 0);
  g_assert_nonnull (strstr (counts.libraries, "ZBar 0."));
  g_assert_nonnull (strstr (counts.libraries, "libdmtx 0."));
}

static GPtrArray *
read_code (VouchDecoder *decoder, const DrawnCode *code, guint n)
{
  return read_frames (decoder, code->pixels, code->width, code->height, code->width, n);
}

/* White on black, as on a film or a dark carton. */
static void
test_reads_a_negative (void)
{
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);
  g_autoptr (DrawnCode) code = drawn_code_new ("QR", "negative", 4);
  g_autoptr (GPtrArray) symbols = NULL;

  for (guint i = 0; i < code->width * code->height; i++)
    code->pixels[i] = (guint8)(255 - code->pixels[i]);
  symbols = read_code (decoder, code, 1);
  g_assert_cmpstr (the_only (symbols)->text, ==, "negative");
}

static void
test_reads_all_codes_of_a_label (void)
{
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);
  g_autoptr (DrawnCode) qr = drawn_code_new ("QR", "one", 4);
  g_autoptr (DrawnCode) matrix = drawn_code_new ("GS1 DataMatrix", "[10]TWO", 6);
  g_autoptr (DrawnCode) bars = drawn_code_new ("EAN-13", "690123456789", 2);
  g_autoptr (DrawnCode) label = drawn_code_on_paper (bars, 200);
  g_autoptr (GPtrArray) symbols = NULL;
  g_autoptr (GString) seen = g_string_new (NULL);

  drawn_code_paste (label, qr, 20, 20);
  drawn_code_paste (label, matrix, 300, 20);
  symbols = read_code (decoder, label, 3);
  for (guint i = 0; i < symbols->len; i++)
    {
      const VouchSymbol *symbol = g_ptr_array_index (symbols, i);

      g_string_append_printf (seen, "%s at %d, ", symbol->text, symbol->corners[0][0] / 100);
    }
  g_assert_cmpuint (symbols->len, ==, 3);
  g_assert_nonnull (strstr (seen->str, "one at 0, "));
  g_assert_nonnull (strstr (seen->str, "10TWO at 3, "));
  g_assert_nonnull (strstr (seen->str, "6901234567892 at 2, "));
}

/* Few lines cross a bar code that is so low, and few lines can agree by chance. */
static void
test_a_low_bar_code_is_not_sure (void)
{
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);
  g_autoptr (DrawnCode) code = drawn_code_new ("EAN-13", "690123456789", 2);
  g_autoptr (GPtrArray) symbols = NULL;

  memset (code->pixels + code->width * 10, 255, (gsize)code->width * (code->height - 10));
  symbols = read_code (decoder, code, 1);
  g_assert_cmpstr (the_only (symbols)->text, ==, "6901234567892");
  g_assert_cmpint (the_only (symbols)->quality, <, 25);
  g_assert_false (the_only (symbols)->sure);
}

static void
test_an_itf_with_a_wrong_check_digit_is_none (void)
{
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);
  g_autoptr (DrawnCode) wrong = drawn_code_new ("ITF", "16901234567890", 3);
  g_autoptr (DrawnCode) right = drawn_code_new ("ITF", "16901234567899", 3);
  g_autoptr (DrawnCode) shorter = drawn_code_new ("ITF", "901234567899", 3);
  g_autoptr (GPtrArray) none = read_code (decoder, wrong, 0);
  g_autoptr (GPtrArray) one = read_code (decoder, right, 1);
  g_autoptr (GPtrArray) part = read_code (decoder, shorter, 0);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpstr (the_only (one)->aim, ==, "]I1");
  g_assert_cmpuint (part->len, ==, 0);
}

/* What is not UTF-8 is read the Chinese way, and a NUL cuts nothing off. */
static void
test_keeps_the_bytes_of_a_qr_code (void)
{
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);
  g_autoptr (DrawnCode) chinese = drawn_code_new_from_bytes ("QR", "\305\372\264\3167", 5, 4);
  g_autoptr (DrawnCode) with_nul = drawn_code_new_from_bytes ("QR", "LOT\0DROP", 8, 4);
  g_autoptr (GPtrArray) guessed = read_code (decoder, chinese, 1);
  g_autoptr (GPtrArray) whole = read_code (decoder, with_nul, 1);

  g_assert_cmpstr (the_only (guessed)->text, ==, "批次7");
  g_assert_false (the_only (guessed)->sure);
  g_assert_cmpuint (g_bytes_get_size (the_only (guessed)->bytes), ==, 5);
  g_assert_cmpmem (the_only (whole)->text, the_only (whole)->length, "LOT\0DROP", 8);
}

static void
test_finds_nothing_on_blank_paper (void)
{
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);
  g_autofree guint8 *white = g_malloc (640 * 480);
  g_autoptr (GPtrArray) symbols = NULL;

  memset (white, 255, 640 * 480);
  symbols = read_frames (decoder, white, 640, 480, 640, 0);
  g_assert_cmpuint (symbols->len, ==, 0);
}

static void
assert_refused (VouchDecoder *decoder, GBytes *file, const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_decoder_read_picture (decoder, file, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_refuses_what_is_no_picture (void)
{
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);
  g_autoptr (GBytes) text = g_bytes_new_static ("GIF89a, or so", 13);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);

  assert_refused (decoder, text, "neither PNG nor JPEG");
  assert_refused (decoder, nothing, "neither PNG nor JPEG");
  g_assert_cmpuint (vouch_decoder_get_restarts (decoder), ==, 0);
}

/* A header that promises 10,000 × 10,000 pixels, and a few bytes that do not keep the promise. */
static void
test_refuses_a_bomb (void)
{
  static const char base64[] =
      "iVBORw0KGgoAAAANSUhEUgAAJxAAACcQCAAAAACfJT37AAAAEUlEQVR4nGNgGAWjYBQMdwAAA+gAAbOm00YAAAAASUVORK5CYII=";
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);
  gsize length;
  guint8 *bytes = g_base64_decode (base64, &length);
  g_autoptr (GBytes) bomb = g_bytes_new_take (bytes, length);

  assert_refused (decoder, bomb, "more than 40 megapixels");
  g_assert_cmpuint (vouch_decoder_get_restarts (decoder), ==, 0);
}

static void
test_refuses_a_torn_picture (void)
{
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);
  g_autoptr (DrawnCode) code = drawn_code_new ("QR", "torn", 4);
  g_autoptr (GBytes) png = drawn_code_write_png (code);
  g_autoptr (GBytes) torn = g_bytes_new_from_bytes (png, 0, g_bytes_get_size (png) - 40);

  assert_refused (decoder, torn, "not readable");
  g_assert_cmpuint (vouch_decoder_get_restarts (decoder), ==, 0);
}

/* A picture that was under way when the program died is lost, the next one is not. */
static void
test_goes_on_after_the_program_was_killed (void)
{
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);
  g_autoptr (DrawnCode) code = drawn_code_new ("QR", "again", 4);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GPtrArray) symbols = NULL;
      g_autofree char *pid = NULL;

      symbols = read_code (decoder, code, 1);
      g_assert_cmpstr (the_only (symbols)->text, ==, "again");
      pid = vouch_decoder_dup_pid (decoder);
      g_assert_cmpint (kill ((pid_t)atoi (pid), SIGKILL), ==, 0);
    }
  assert_restarts (decoder, 2);
}

/* The limit of the running program is drawn in to what it has, so that a frame is enough to reach it. */
static void
test_a_frame_beyond_the_memory_is_lost_alone (void)
{
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);
  g_autoptr (DrawnCode) code = drawn_code_new ("QR", "LOT-7", 4);
  g_autoptr (DrawnCode) frame = drawn_code_on_paper (code, 900);
  g_autoptr (GPtrArray) first = read_frames (decoder, code->pixels, code->width, code->height, code->width, 1);
  g_autoptr (GPtrArray) next = NULL;
  g_autofree char *pid = vouch_decoder_dup_pid (decoder);
  const struct rlimit limit = { 1, 1 };
  g_auto (VouchDecoderCounts) before = { 0 }, counts = { 0 };
  g_autoptr (GError) error = NULL;

  vouch_decoder_get_counts (decoder, &before);
  g_assert_cmpint (prlimit ((pid_t)atoi (pid), RLIMIT_AS, &limit, NULL), ==, 0);
  g_assert_null (vouch_decoder_read_frame (decoder, frame->pixels, frame->width, frame->height, frame->width, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "made the decoder fail"));
  vouch_decoder_get_counts (decoder, &counts);
  g_assert_cmpuint (counts.lost, ==, before.lost + 1);
  g_assert_cmpuint (counts.restarts, ==, before.restarts + 1);
  g_assert_cmpuint (counts.hangs, ==, before.hangs);
  next = read_frames (decoder, frame->pixels, frame->width, frame->height, frame->width, 1);
  g_assert_cmpuint (next->len, ==, 1);
}

/* A frame after the program died is answered within a second: only starting it anew takes time. */
static void
test_answers_a_second_after_it_died (void)
{
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);
  g_autoptr (DrawnCode) code = drawn_code_new ("QR", "again", 4);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GPtrArray) before = read_code (decoder, code, 1);
      g_autoptr (GPtrArray) after = NULL;
      g_autofree char *pid = vouch_decoder_dup_pid (decoder);
      gint64 died;

      g_assert_cmpint (kill ((pid_t)atoi (pid), SIGSEGV), ==, 0);
      died = g_get_monotonic_time ();
      while (after == NULL)
        after = vouch_decoder_read_frame (decoder, code->pixels, code->width, code->height, code->width, NULL);
      g_assert_cmpint (g_get_monotonic_time () - died, <, G_USEC_PER_SEC);
      g_assert_cmpstr (the_only (after)->text, ==, "again");
    }
  assert_restarts (decoder, 3);
}

static gpointer
read_often (gpointer data)
{
  g_autoptr (DrawnCode) code = drawn_code_new ("Code 128", "THREADS", 2);

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (GPtrArray) symbols = read_code (data, code, 1);

      g_assert_cmpstr (the_only (symbols)->text, ==, "THREADS");
    }
  return NULL;
}

static void
test_serves_several_threads (void)
{
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_often, decoder);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  assert_restarts (decoder, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decoder/reads-every-symbology", test_reads_every_symbology);
  g_test_add_func ("/decoder/reads-no-kind-that-is-switched-off", test_reads_no_kind_that_is_switched_off);
  g_test_add_func ("/decoder/reads-upc-e-when-asked-for", test_reads_upc_e_when_asked_for);
  g_test_add_func ("/decoder/reads-the-character-set-that-a-code-says", test_reads_the_character_set_that_a_code_says);
  g_test_add_func ("/decoder/says-why-it-refuses-a-code", test_says_why_it_refuses_a_code);
  g_test_add_func ("/decoder/reads-grey-rows-with-padding", test_reads_grey_rows_with_padding);
  g_test_add_func ("/decoder/reads-a-negative", test_reads_a_negative);
  g_test_add_func ("/decoder/reads-all-codes-of-a-label", test_reads_all_codes_of_a_label);
  g_test_add_func ("/decoder/a-low-bar-code-is-not-sure", test_a_low_bar_code_is_not_sure);
  g_test_add_func ("/decoder/an-itf-with-a-wrong-check-digit-is-none", test_an_itf_with_a_wrong_check_digit_is_none);
  g_test_add_func ("/decoder/keeps-the-bytes-of-a-qr-code", test_keeps_the_bytes_of_a_qr_code);
  g_test_add_func ("/decoder/refuses-a-bomb", test_refuses_a_bomb);
  g_test_add_func ("/decoder/finds-nothing-on-blank-paper", test_finds_nothing_on_blank_paper);
  g_test_add_func ("/decoder/refuses-what-is-no-picture", test_refuses_what_is_no_picture);
  g_test_add_func ("/decoder/refuses-a-torn-picture", test_refuses_a_torn_picture);
  g_test_add_func ("/decoder/goes-on-after-the-program-was-killed", test_goes_on_after_the_program_was_killed);
  g_test_add_func ("/decoder/counts-what-it-reads", test_counts_what_it_reads);
  g_test_add_func ("/decoder/a-frame-beyond-the-memory-is-lost-alone", test_a_frame_beyond_the_memory_is_lost_alone);
  g_test_add_func ("/decoder/answers-a-second-after-it-died", test_answers_a_second_after_it_died);
  g_test_add_func ("/decoder/serves-several-threads", test_serves_several_threads);
  g_test_add_func ("/decoder/draws-a-photograph-anew", test_draws_a_photograph_anew);
  g_test_add_func ("/decoder/refuses-what-is-no-photograph", test_refuses_what_is_no_photograph);
  return g_test_run ();
}
