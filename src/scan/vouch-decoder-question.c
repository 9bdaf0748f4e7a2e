/* What can be asked of the decoder, and what its answers mean. */
#include "vouch-decoder-question.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"

#define MAX_MEGAPIXELS 40
#define MAX_FILE_MIB 64

/* How long to look, and when the program must be hanging. */
#define STILL_BUDGET_MS 1500
#define STILL_LIMIT_MS 5000
#define GREY_BUDGET_MS 600
#define FRAME_LIMIT_MS 2000

/**
 * vouch_decoder_verdict_refuse:
 * @verdict: why a picture was not read
 * @error: INVALID with what a person can do
 */
void
vouch_decoder_verdict_refuse (VouchDecoderVerdict verdict, GError **error)
{
  switch (verdict)
    {
    case VOUCH_DECODER_FOREIGN:
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                           _ ("The picture is neither PNG nor JPEG; save it as one of these"));
      break;
    case VOUCH_DECODER_TOO_LARGE:
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                   _ ("The picture has more than %d megapixels; take a smaller one"), MAX_MEGAPIXELS);
      break;
    case VOUCH_DECODER_DAMAGED:
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                           _ ("The picture is not readable: it is damaged or cut off; take it again"));
      break;
    case VOUCH_DECODER_READ:
    case VOUCH_DECODER_NO_ANSWER:
    default:
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                           _ ("The picture made the decoder fail and was given up; take another one"));
      break;
    }
}

/**
 * vouch_decoder_question_read_answer:
 * @question: what was asked; its result is set where the picture was read
 * @answer: what came
 *
 * Returns: what it says
 */
VouchDecoderVerdict
vouch_decoder_question_read_answer (const VouchDecoderQuestion *question, GBytes *answer)
{
  if (question->numbers[0] != VOUCH_DECODER_QUESTION_REENCODE && question->numbers[0] != VOUCH_DECODER_QUESTION_PIXELS)
    return vouch_decoder_answer_read (answer, question->result);
  return vouch_decoder_answer_read_photo (answer, question->numbers[1],
                                          question->numbers[0] == VOUCH_DECODER_QUESTION_PIXELS, question->result);
}

static gboolean
check_file_size (GBytes *file, GError **error)
{
  if (g_bytes_get_size (file) <= (gsize)MAX_FILE_MIB << 20)
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("The picture file is larger than %d MiB"), MAX_FILE_MIB);
  return FALSE;
}

/**
 * vouch_decoder_read_picture:
 * @self: a client
 * @file: the bytes of a PNG or JPEG file
 * @error: return location
 *
 * Looks for symbols in a still picture, with several tries if the first finds nothing sure. Blocks for up to five
 * seconds. Fails with %VOUCH_ERROR_INVALID if the file is no picture, too large, damaged, or makes the decoder fail,
 * and with %VOUCH_ERROR_STORAGE if the decoder cannot be started.
 *
 * Returns: (transfer full) (element-type VouchSymbol) (nullable): the symbols found, perhaps none
 */
GPtrArray *
vouch_decoder_read_picture (VouchDecoder *self, GBytes *file, GError **error)
{
  GPtrArray *symbols = NULL;
  VouchDecoderQuestion question = { { VOUCH_DECODER_QUESTION_PICTURE, 0, 0, STILL_BUDGET_MS },
                                    STILL_LIMIT_MS,
                                    &symbols };

  g_return_val_if_fail (self != NULL && file != NULL, NULL);

  question.numbers[4] = vouch_decoder_get_kinds (self);
  if (!check_file_size (file, error) || !vouch_decoder_ask (self, &question, file, error))
    return NULL;
  return symbols;
}

static GBytes *
pack_rows (const guint8 *pixels, guint width, guint height, guint stride)
{
  guint8 *packed = g_malloc ((gsize)width * height);

  for (guint y = 0; y < height; y++)
    memcpy (packed + (gsize)y * width, pixels + (gsize)y * stride, width);
  return g_bytes_new_take (packed, (gsize)width * height);
}

static GPtrArray *
read_rows (VouchDecoder *self, VouchDecoderQuestion *question, const guint8 *pixels, guint stride, GError **error)
{
  guint width = question->numbers[1], height = question->numbers[2];
  g_autoptr (GBytes) packed = NULL;
  GPtrArray *symbols = NULL;

  g_return_val_if_fail (self != NULL && pixels != NULL, NULL);
  g_return_val_if_fail (width > 0 && height > 0 && stride >= width, NULL);

  if ((guint64)width * height > MAX_MEGAPIXELS * G_GUINT64_CONSTANT (1000000))
    {
      vouch_decoder_verdict_refuse (VOUCH_DECODER_TOO_LARGE, error);
      return NULL;
    }
  packed = pack_rows (pixels, width, height, stride);
  question->result = &symbols;
  return vouch_decoder_ask (self, question, packed, error) ? symbols : NULL;
}

/**
 * vouch_decoder_read_grey:
 * @self: a client
 * @pixels: rows of grey pixels, 0 is black
 * @width: in pixels
 * @height: in pixels
 * @stride: bytes from row to row, at least @width
 * @error: return location
 *
 * Looks for symbols in the only picture of something, such as a rendered label: with several tries if the first finds
 * nothing sure, and for all usual symbologies, whichever are switched off. Blocks for up to two seconds. Fails like
 * vouch_decoder_read_picture().
 *
 * Returns: (transfer full) (element-type VouchSymbol) (nullable): the symbols found, perhaps none
 */
GPtrArray *
vouch_decoder_read_grey (VouchDecoder *self, const guint8 *pixels, guint width, guint height, guint stride,
                         GError **error)
{
  VouchDecoderQuestion question = {
    { VOUCH_DECODER_QUESTION_GREY, width, height, GREY_BUDGET_MS, VOUCH_CODE_KINDS_USUAL }, FRAME_LIMIT_MS, NULL
  };

  return read_rows (self, &question, pixels, stride, error);
}

/**
 * vouch_decoder_read_frame:
 * @self: a client
 * @pixels: rows of grey pixels, 0 is black
 * @width: in pixels
 * @height: in pixels
 * @stride: bytes from row to row, at least @width
 * @error: return location
 *
 * Looks for symbols in one of a camera's many frames: as it is, and in one further way that changes from frame to
 * frame, so that ten frames a second can be read. What one frame does not show the next ones may. Blocks for up to two
 * seconds. Fails like vouch_decoder_read_picture().
 *
 * Returns: (transfer full) (element-type VouchSymbol) (nullable): the symbols found, perhaps none
 */
GPtrArray *
vouch_decoder_read_frame (VouchDecoder *self, const guint8 *pixels, guint width, guint height, guint stride,
                          GError **error)
{
  VouchDecoderQuestion question = { { VOUCH_DECODER_QUESTION_FRAME, width, height, 0, 0 }, FRAME_LIMIT_MS, NULL };

  g_return_val_if_fail (self != NULL, NULL);

  question.numbers[4] = vouch_decoder_get_kinds (self);
  return read_rows (self, &question, pixels, stride, error);
}

/**
 * vouch_decoder_read_drawn:
 * @self: a client
 * @kinds: what to look for, whatever is switched off
 * @pixels: rows of grey pixels, 0 is black
 * @width: in pixels
 * @height: in pixels
 * @stride: bytes from row to row, at least @width
 * @error: return location
 *
 * Looks for a symbol that we have drawn ourselves, and so is sharp and straight: only for that, and only as
 * vouch_decoder_read_frame() does. Blocks for up to two seconds. Fails like vouch_decoder_read_picture().
 *
 * Returns: (transfer full) (element-type VouchSymbol) (nullable): the symbols found, perhaps none
 */
GPtrArray *
vouch_decoder_read_drawn (VouchDecoder *self, VouchCodeKinds kinds, const guint8 *pixels, guint width, guint height,
                          guint stride, GError **error)
{
  VouchDecoderQuestion question = { { VOUCH_DECODER_QUESTION_FRAME, width, height, 0, kinds }, FRAME_LIMIT_MS, NULL };

  return read_rows (self, &question, pixels, stride, error);
}

static gboolean
ask_photo (VouchDecoder *self, guint32 kind, GBytes *file, guint longest, VouchDecoderPhoto *photo, GError **error)
{
  VouchDecoderQuestion question = { { kind, longest, 0, STILL_BUDGET_MS, 0 }, STILL_LIMIT_MS, photo };

  g_return_val_if_fail (self != NULL && file != NULL && photo != NULL, FALSE);
  g_return_val_if_fail (longest > 0 && longest <= VOUCH_DECODER_PHOTO_MAX, FALSE);

  return check_file_size (file, error) && vouch_decoder_ask (self, &question, file, error);
}

/**
 * vouch_decoder_reencode:
 * @self: a client
 * @file: the bytes of a PNG or JPEG file
 * @longest: how long the longer side may be, up to %VOUCH_DECODER_PHOTO_MAX pixels
 * @photo: (out caller-allocates): a JPEG with the same picture, upright, and nothing else of the file
 * @error: return location
 *
 * Draws a photograph anew, so that what is kept is a picture and no more than that. Blocks for up to five seconds.
 * Fails like vouch_decoder_read_picture().
 *
 * Returns: whether there is one
 */
gboolean
vouch_decoder_reencode (VouchDecoder *self, GBytes *file, guint longest, VouchDecoderPhoto *photo, GError **error)
{
  return ask_photo (self, VOUCH_DECODER_QUESTION_REENCODE, file, longest, photo, error);
}

/**
 * vouch_decoder_read_pixels:
 * @self: a client
 * @file: the bytes of a PNG or JPEG file
 * @longest: how long the longer side may be, up to %VOUCH_DECODER_PHOTO_MAX pixels
 * @photo: (out caller-allocates): its pixels in rows of red, green and blue
 * @error: return location
 *
 * Reads a picture to be shown, without decoding anything in this process. Blocks and fails like
 * vouch_decoder_reencode().
 *
 * Returns: whether there is one
 */
gboolean
vouch_decoder_read_pixels (VouchDecoder *self, GBytes *file, guint longest, VouchDecoderPhoto *photo, GError **error)
{
  return ask_photo (self, VOUCH_DECODER_QUESTION_PIXELS, file, longest, photo, error);
}
