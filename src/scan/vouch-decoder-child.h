#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VouchDecoderChild:
 *
 * One running decoder program and the stream to it. Whatever it sends is taken for the word of a program that an
 * attacker may have taken over. Not thread-safe.
 */
typedef struct _VouchDecoderChild VouchDecoderChild;

/**
 * VouchDecoderEnd:
 * @VOUCH_DECODER_ANSWERED: it did not end: an answer came
 * @VOUCH_DECODER_CRASHED: it ended, or sent what is no answer
 * @VOUCH_DECODER_HUNG: it did not answer in time
 *
 * How a request ended.
 */
typedef enum
{
  VOUCH_DECODER_ANSWERED,
  VOUCH_DECODER_CRASHED,
  VOUCH_DECODER_HUNG,
} VouchDecoderEnd;

VouchDecoderChild *vouch_decoder_child_new (const char *program, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_decoder_child_free (VouchDecoderChild *self);
VouchDecoderEnd vouch_decoder_child_ask (VouchDecoderChild *self, const guint32 numbers[5], GBytes *payload,
                                         guint limit_ms, GBytes **answer) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_decoder_child_has_ended (VouchDecoderChild *self);
const char *vouch_decoder_child_get_pid (VouchDecoderChild *self);
const char *vouch_decoder_child_get_libraries (VouchDecoderChild *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchDecoderChild, vouch_decoder_child_free)

G_END_DECLS
