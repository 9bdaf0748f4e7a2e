#pragma once

#include "vouch-sampling-draw.h"

G_BEGIN_DECLS

#define VOUCH_SAMPLING_BLOCK_SIZE 32

/* Numbers that follow from a seed. */
typedef struct
{
  const guint8 *seed;
  const char *label;
  guint32 lot_size;
  guint32 n;
  guint32 block;
  guint8 bytes[VOUCH_SAMPLING_BLOCK_SIZE];
  gsize used;
} VouchSamplingStream;

void vouch_sampling_stream_init (VouchSamplingStream *self, const guint8 *seed, const char *label, guint32 lot_size,
                                 guint32 n);
guint32 vouch_sampling_stream_read_number (VouchSamplingStream *self, guint32 last);
void vouch_sampling_stream_read_sample (VouchSamplingStream *self, guint32 size, guint32 n, guint32 *units);

G_END_DECLS
