#pragma once

#include "vouch-decoder-photo.h"

G_BEGIN_DECLS

/**
 * VouchDecoderVerdict:
 * @VOUCH_DECODER_READ: the picture was looked at
 * @VOUCH_DECODER_FOREIGN: it is neither PNG nor JPEG
 * @VOUCH_DECODER_TOO_LARGE: it has too many pixels
 * @VOUCH_DECODER_DAMAGED: it is broken or cut off
 * @VOUCH_DECODER_NO_ANSWER: what came is no answer
 *
 * What the decoder says of a picture. The numbers are its own.
 */
typedef enum
{
  VOUCH_DECODER_READ = 0,
  VOUCH_DECODER_FOREIGN = 1,
  VOUCH_DECODER_TOO_LARGE = 2,
  VOUCH_DECODER_DAMAGED = 3,
  VOUCH_DECODER_NO_ANSWER = 4,
} VouchDecoderVerdict;

VouchDecoderVerdict vouch_decoder_answer_read (GBytes *answer, GPtrArray **symbols) G_GNUC_WARN_UNUSED_RESULT;
VouchDecoderVerdict vouch_decoder_answer_read_photo (GBytes *answer, guint longest, gboolean wants_pixels,
                                                     VouchDecoderPhoto *photo) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
