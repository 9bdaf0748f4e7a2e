/* Whatever a decoder program gone wrong may answer is read or refused, and what is read is sound. */

#include <glib.h>
#include <string.h>

#include "vouch-code-kind.h"
#include "vouch-decoder-answer.h"
#include "vouch-scan.h"

#define LONGEST 64

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_symbol (const VouchSymbol *symbol)
{
  g_autoptr (VouchScan) scan = vouch_scan_new_from_symbol (symbol, VOUCH_SCAN_PICTURE, 0, NULL);
  VouchCodeKind kind;

  g_assert_true (vouch_code_kind_find (symbol->symbology, &kind));
  g_assert_cmpuint (strlen (symbol->aim), ==, 3);
  g_assert_true (symbol->refusal == VOUCH_SYMBOL_TAKEN ? symbol->length > 0 : symbol->length == 0 && scan == NULL);
  g_assert_cmpuint (g_bytes_get_size (symbol->bytes), <=, VOUCH_CODE_MAX_CONTENT);
  g_assert_cmpint (symbol->quality, >=, 0);
}

static void
read_symbols (GBytes *answer)
{
  g_autoptr (GPtrArray) symbols = NULL;

  if (vouch_decoder_answer_read (answer, &symbols) != VOUCH_DECODER_READ)
    {
      g_assert_null (symbols);
      return;
    }
  for (guint i = 0; i < symbols->len; i++)
    check_symbol (g_ptr_array_index (symbols, i));
}

static void
read_photo (GBytes *answer, gboolean wants_pixels)
{
  g_auto (VouchDecoderPhoto) photo = { 0 };

  if (vouch_decoder_answer_read_photo (answer, LONGEST, wants_pixels, &photo) != VOUCH_DECODER_READ)
    return;
  g_assert_cmpuint (photo.width, <=, LONGEST);
  g_assert_cmpuint (photo.height, <=, LONGEST);
  g_assert_true (!wants_pixels || g_bytes_get_size (photo.bytes) == (gsize)photo.width * photo.height * 3);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) answer = g_bytes_new (data, size);

  read_symbols (answer);
  read_photo (answer, FALSE);
  read_photo (answer, TRUE);
  return 0;
}
