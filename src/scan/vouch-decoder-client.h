#pragma once

#include <glib.h>

#include "vouch-code-kind.h"
#include "vouch-decoder-photo.h"
#include "vouch-symbol.h"

G_BEGIN_DECLS

/**
 * VouchDecoder:
 *
 * The client of the decoder program, in which alone pictures are decoded. A picture on which the program crashes or
 * hangs is lost, and the program is started anew for the next one. Thread-safe: requests of several threads queue.
 */
typedef struct _VouchDecoder VouchDecoder;

/**
 * VouchDecoderCounts:
 * @read: how many pictures and frames were answered, also with a refusal
 * @lost: on how many the program failed
 * @restarts: how often it was lost, also while it had nothing to do
 * @hangs: how many of these because it did not answer in time
 * @libraries: (owned) (nullable): which libraries it reads with; %NULL until it runs
 *
 * What became of a decoder's work so far.
 */
typedef struct
{
  guint64 read;
  guint64 lost;
  guint restarts;
  guint hangs;
  char *libraries;
} VouchDecoderCounts;

VouchDecoder *vouch_decoder_new (const char *program) G_GNUC_WARN_UNUSED_RESULT;
void vouch_decoder_free (VouchDecoder *self);
void vouch_decoder_set_kinds (VouchDecoder *self, VouchCodeKinds kinds);
GPtrArray *vouch_decoder_read_picture (VouchDecoder *self, GBytes *file, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_decoder_read_grey (VouchDecoder *self, const guint8 *pixels, guint width, guint height, guint stride,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_decoder_read_frame (VouchDecoder *self, const guint8 *pixels, guint width, guint height, guint stride,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_decoder_read_drawn (VouchDecoder *self, VouchCodeKinds kinds, const guint8 *pixels, guint width,
                                     guint height, guint stride, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
vouch_decoder_reencode (VouchDecoder *self, GBytes *file, guint longest, VouchDecoderPhoto *photo, GError **error);
gboolean
vouch_decoder_read_pixels (VouchDecoder *self, GBytes *file, guint longest, VouchDecoderPhoto *photo, GError **error);
void vouch_decoder_get_counts (VouchDecoder *self, VouchDecoderCounts *counts);
void vouch_decoder_counts_clear (VouchDecoderCounts *self);
guint vouch_decoder_get_restarts (VouchDecoder *self);
guint vouch_decoder_get_hangs (VouchDecoder *self);
const char *vouch_decoder_get_program (VouchDecoder *self);
char *vouch_decoder_dup_pid (VouchDecoder *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchDecoder, vouch_decoder_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VouchDecoderCounts, vouch_decoder_counts_clear)

G_END_DECLS
