#include "vouch-decoder-answer.h"

#include <string.h>

#include "vouch-code-kind.h"
#include "vouch-symbol.h"

/* A verdict and the symbols: symbology, refusal, AIM identifier, content, quality, sure, and x and y of the four
 * corners. */
#define ANSWER_TYPE G_VARIANT_TYPE ("(ya(yysayib(iiiiiiii)))")

/* A verdict, width, height, and the JPEG or the pixels. */
#define PHOTO_TYPE G_VARIANT_TYPE ("(yuuay)")

/* More than a picture can hold, so that a decoder gone wrong cannot flood the station. */
#define MAX_SYMBOLS 256
#define MAX_COORDINATE 65535

static gboolean
is_aim (const char *aim)
{
  return strlen (aim) == 3 && aim[0] == ']' && g_ascii_isalpha (aim[1]) && g_ascii_isalnum (aim[2]);
}

static gboolean
are_sound (const int corners[4][2])
{
  for (int i = 0; i < 4; i++)
    for (int k = 0; k < 2; k++)
      if (corners[i][k] < -MAX_COORDINATE || corners[i][k] > MAX_COORDINATE)
        return FALSE;
  return TRUE;
}

/* What is refused has no content, and nothing else has none. */
static gboolean
is_fitting (gsize length, guint8 refusal)
{
  if (refusal != VOUCH_SYMBOL_TAKEN)
    return refusal <= VOUCH_SYMBOL_TOO_LONG && length == 0;
  return length > 0 && length <= VOUCH_CODE_MAX_CONTENT;
}

static VouchSymbol *
read_symbol (GVariant *variant)
{
  const char *aim;
  guint8 symbology, refusal;
  g_autoptr (GVariant) content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  int quality, at[4][2];
  gboolean sure;
  VouchSymbol *symbol;

  g_variant_get (variant, "(yy&s@ayib(iiiiiiii))", &symbology, &refusal, &aim, &content, &quality, &sure, &at[0][0],
                 &at[0][1], &at[1][0], &at[1][1], &at[2][0], &at[2][1], &at[3][0], &at[3][1]);
  bytes = g_variant_get_data_as_bytes (content);
  if (symbology >= VOUCH_N_CODE_KINDS || !is_aim (aim) || !are_sound (at) || quality < 0 ||
      !is_fitting (g_bytes_get_size (bytes), refusal))
    return NULL;
  symbol = vouch_symbol_new (vouch_code_kind_get_name (symbology), aim, bytes);
  symbol->refusal = (VouchSymbolRefusal)refusal;
  symbol->quality = quality;
  symbol->sure = symbol->sure && sure;
  memcpy (symbol->corners, at, sizeof symbol->corners);
  return symbol;
}

static gboolean
read_symbols (GVariant *list, GPtrArray *symbols)
{
  gsize n = g_variant_n_children (list);

  if (n > MAX_SYMBOLS)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (list, i);
      VouchSymbol *symbol = read_symbol (child);

      if (symbol == NULL)
        return FALSE;
      g_ptr_array_add (symbols, symbol);
    }
  return TRUE;
}

/**
 * vouch_decoder_answer_read:
 * @answer: bytes that a decoder sent
 * @symbols: (out) (transfer full) (element-type VouchSymbol): the symbols found, if the picture was read
 *
 * Reads an answer without trusting it: the decoder has seen hostile pictures and may no longer be itself.
 *
 * Returns: the verdict, %VOUCH_DECODER_NO_ANSWER unless all of it is sound
 */
VouchDecoderVerdict
vouch_decoder_answer_read (GBytes *answer, GPtrArray **symbols)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_from_bytes (ANSWER_TYPE, answer, FALSE));
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_symbol_free);
  g_autoptr (GVariant) children = NULL;
  guint8 verdict;

  if (!g_variant_is_normal_form (variant))
    return VOUCH_DECODER_NO_ANSWER;
  g_variant_get_child (variant, 0, "y", &verdict);
  children = g_variant_get_child_value (variant, 1);
  if (verdict >= VOUCH_DECODER_NO_ANSWER || !read_symbols (children, list))
    return VOUCH_DECODER_NO_ANSWER;
  if (verdict == VOUCH_DECODER_READ)
    *symbols = g_steal_pointer (&list);
  return (VouchDecoderVerdict)verdict;
}

static gboolean
is_jpeg (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  return length > 4 && memcmp (data, "\xff\xd8\xff", 3) == 0 && memcmp (data + length - 2, "\xff\xd9", 2) == 0;
}

static gboolean
is_sound_photo (GBytes *bytes, guint width, guint height, guint longest, gboolean wants_pixels)
{
  if (width == 0 || height == 0 || width > longest || height > longest)
    return FALSE;
  return wants_pixels ? g_bytes_get_size (bytes) == (gsize)width * height * 3 : is_jpeg (bytes);
}

/**
 * vouch_decoder_answer_read_photo:
 * @answer: bytes that a decoder sent
 * @longest: how long a side may be
 * @wants_pixels: whether rows of pixels were asked for, not a JPEG
 * @photo: (out): the photograph, if it was read
 *
 * Reads an answer without trusting it, like vouch_decoder_answer_read().
 *
 * Returns: the verdict, %VOUCH_DECODER_NO_ANSWER unless all of it is sound
 */
VouchDecoderVerdict
vouch_decoder_answer_read_photo (GBytes *answer, guint longest, gboolean wants_pixels, VouchDecoderPhoto *photo)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_from_bytes (PHOTO_TYPE, answer, FALSE));
  g_autoptr (GVariant) content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint8 verdict;
  guint width, height;

  if (!g_variant_is_normal_form (variant))
    return VOUCH_DECODER_NO_ANSWER;
  g_variant_get (variant, "(yuu@ay)", &verdict, &width, &height, &content);
  if (verdict >= VOUCH_DECODER_NO_ANSWER)
    return VOUCH_DECODER_NO_ANSWER;
  if (verdict != VOUCH_DECODER_READ)
    return (VouchDecoderVerdict)verdict;
  bytes = g_variant_get_data_as_bytes (content);
  if (!is_sound_photo (bytes, width, height, longest, wants_pixels))
    return VOUCH_DECODER_NO_ANSWER;
  photo->width = width;
  photo->height = height;
  photo->bytes = g_steal_pointer (&bytes);
  return VOUCH_DECODER_READ;
}
