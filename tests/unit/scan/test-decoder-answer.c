/* What the decoder program answers is read without trust: it has seen hostile pictures. */

#include <glib.h>

#include "vouch-code-kind.h"
#include "vouch-decoder-answer.h"
#include "vouch-symbol.h"

typedef struct
{
  guint8 symbology;
  guint8 refusal;
  const char *aim;
  gsize length;
  int quality;
  int corner;
  guint8 verdict;
} Answer;

static GBytes *
write_answer (const Answer *self)
{
  g_autofree char *content = g_strnfill (self->length, 'x');
  GVariantBuilder symbols;
  g_autoptr (GVariant) answer = NULL;

  g_variant_builder_init (&symbols, G_VARIANT_TYPE ("a(yysayib(iiiiiiii))"));
  g_variant_builder_add (&symbols, "(yys@ayib(iiiiiiii))", self->symbology, self->refusal, self->aim,
                         g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, content, self->length, 1), self->quality, TRUE,
                         self->corner, 0, 1, 0, 1, 1, 0, 1);
  answer = g_variant_ref_sink (g_variant_new ("(ya(yysayib(iiiiiiii)))", self->verdict, &symbols));
  return g_variant_get_data_as_bytes (answer);
}

static VouchDecoderVerdict
read_answer (GBytes *answer)
{
  g_autoptr (GPtrArray) symbols = NULL;
  g_autoptr (GBytes) owned = answer;

  return vouch_decoder_answer_read (owned, &symbols);
}

static const Answer good = { VOUCH_CODE_KIND_QR, 0, "]Q1", 4, 1, 0, 0 };

static void
test_reads_what_is_sound (void)
{
  Answer damaged = good;

  damaged.verdict = VOUCH_DECODER_DAMAGED;
  g_assert_cmpint (read_answer (write_answer (&good)), ==, VOUCH_DECODER_READ);
  g_assert_cmpint (read_answer (write_answer (&damaged)), ==, VOUCH_DECODER_DAMAGED);
}

static void
test_believes_no_answer_that_is_not_sound (void)
{
  const Answer answers[] = {
    { VOUCH_CODE_KIND_QR, 0, "]Q1", 4, 1, 0, 9 },  { VOUCH_N_CODE_KINDS, 0, "]Q1", 4, 1, 0, 0 },
    { VOUCH_CODE_KIND_QR, 0, "]Q12", 4, 1, 0, 0 }, { VOUCH_CODE_KIND_QR, 0, "", 4, 1, 0, 0 },
    { VOUCH_CODE_KIND_QR, 0, "]Q1", 0, 1, 0, 0 },  { VOUCH_CODE_KIND_QR, 0, "]Q1", 4097, 1, 0, 0 },
    { VOUCH_CODE_KIND_QR, 0, "]Q1", 4, -1, 0, 0 }, { VOUCH_CODE_KIND_QR, 0, "]Q1", 4, 1, G_MAXINT, 0 },
    { VOUCH_CODE_KIND_QR, 3, "]Q1", 0, 1, 0, 0 },  { VOUCH_CODE_KIND_QR, VOUCH_SYMBOL_PART, "]Q1", 4, 1, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    g_assert_cmpint (read_answer (write_answer (&answers[i])), ==, VOUCH_DECODER_NO_ANSWER);
  g_assert_cmpint (read_answer (g_bytes_new_static ("?", 1)), ==, VOUCH_DECODER_NO_ANSWER);
}

static void
test_says_why_a_symbol_is_refused (void)
{
  const Answer part = { VOUCH_CODE_KIND_QR, VOUCH_SYMBOL_PART, "]Q1", 0, 1, 0, 0 };
  g_autoptr (GBytes) answer = write_answer (&part);
  g_autoptr (GPtrArray) symbols = NULL;
  const VouchSymbol *symbol;

  g_assert_cmpint (vouch_decoder_answer_read (answer, &symbols), ==, VOUCH_DECODER_READ);
  symbol = g_ptr_array_index (symbols, 0);
  g_assert_cmpint (symbol->refusal, ==, VOUCH_SYMBOL_PART);
  g_assert_cmpstr (symbol->symbology, ==, "QR");
  g_assert_false (vouch_symbol_check (symbol, NULL));
}

/* Every answer with one byte changed is read or refused, never believed blindly; the sanitizers watch. */
static void
test_survives_every_changed_byte (void)
{
  const Answer ean = { VOUCH_CODE_KIND_EAN_13, 0, "]E0", 13, 30, 5, 0 };
  g_autoptr (GBytes) answer = write_answer (&ean);
  gsize length;
  const guint8 *bytes = g_bytes_get_data (answer, &length);

  for (gsize i = 0; i < length; i++)
    for (guint change = 1; change < 256; change += 7)
      {
        guint8 *copy = g_memdup2 (bytes, length);

        copy[i] ^= (guint8)change;
        read_answer (g_bytes_new_take (copy, length));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decoder-answer/reads-what-is-sound", test_reads_what_is_sound);
  g_test_add_func ("/decoder-answer/believes-no-answer-that-is-not-sound", test_believes_no_answer_that_is_not_sound);
  g_test_add_func ("/decoder-answer/says-why-a-symbol-is-refused", test_says_why_a_symbol_is_refused);
  g_test_add_func ("/decoder-answer/survives-every-changed-byte", test_survives_every_changed_byte);
  return g_test_run ();
}
