#pragma once

#include "vouch-decoder-answer.h"
#include "vouch-decoder-client.h"

G_BEGIN_DECLS

/* The numbers are the program's own. */
enum
{
  VOUCH_DECODER_QUESTION_PICTURE = 1,
  VOUCH_DECODER_QUESTION_GREY = 2,
  VOUCH_DECODER_QUESTION_REENCODE = 3,
  VOUCH_DECODER_QUESTION_PIXELS = 4,
  VOUCH_DECODER_QUESTION_FRAME = 5,
};

/**
 * VouchDecoderQuestion:
 * @numbers: kind, width and height in pixels, how long to look in milliseconds, and what to look for
 * @limit_ms: after how long the program must be hanging
 * @result: where the answer goes: a GPtrArray of VouchSymbol, or a VouchDecoderPhoto
 *
 * What the client asks the program with one picture.
 */
typedef struct
{
  guint32 numbers[5];
  guint limit_ms;
  gpointer result;
} VouchDecoderQuestion;

VouchDecoderVerdict
vouch_decoder_question_read_answer (const VouchDecoderQuestion *question, GBytes *answer) G_GNUC_WARN_UNUSED_RESULT;
void vouch_decoder_verdict_refuse (VouchDecoderVerdict verdict, GError **error);

VouchCodeKinds vouch_decoder_get_kinds (VouchDecoder *self);
gboolean vouch_decoder_ask (VouchDecoder *self, const VouchDecoderQuestion *question, GBytes *payload, GError **error);

G_END_DECLS
