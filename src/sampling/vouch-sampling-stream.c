#include "vouch-sampling-stream.h"

#include <stdlib.h>
#include <string.h>

/* So that anybody can repeat a draw from the stored seed:
 *
 * - The stream is the concatenation of HMAC-SHA-256 (seed, label ‖ lot size ‖ n ‖ block) for block = 0, 1, 2 …, the
 * three numbers as 4 bytes, big endian; it is read as 32-bit words, big endian.
 * - A number from 1 to m is a word w below the largest multiple of m that is not above 2^32 (larger words are skipped,
 *   or small numbers would be likelier), as w mod m + 1.
 * - A sample of n from a number of units is Floyd's: for j = units − n + 1 … units take t from 1 to j; t is drawn, or j
 *   if t already was. Every set of n units is equally likely. If n is the number of units, all are drawn without
 * reading the stream.
 */

/**
 * vouch_sampling_stream_init:
 * @self: (out caller-allocates): a stream at its beginning
 * @seed: VOUCH_SAMPLING_SEED_SIZE bytes, which the stream refers to
 * @label: what the stream is for, which it refers to
 * @lot_size: units in the lot
 * @n: units to draw
 */
void
vouch_sampling_stream_init (VouchSamplingStream *self, const guint8 *seed, const char *label, guint32 lot_size,
                            guint32 n)
{
  *self = (VouchSamplingStream){
    .seed = seed, .label = label, .lot_size = lot_size, .n = n, .used = VOUCH_SAMPLING_BLOCK_SIZE
  };
}

static void
add_number (GHmac *hmac, guint32 number)
{
  guint32 big_endian = GUINT32_TO_BE (number);

  g_hmac_update (hmac, (const guchar *)&big_endian, sizeof big_endian);
}

static void
fill_block (VouchSamplingStream *self)
{
  g_autoptr (GHmac) hmac = g_hmac_new (G_CHECKSUM_SHA256, self->seed, VOUCH_SAMPLING_SEED_SIZE);
  gsize length = sizeof self->bytes;

  g_hmac_update (hmac, (const guchar *)self->label, (gssize)strlen (self->label));
  add_number (hmac, self->lot_size);
  add_number (hmac, self->n);
  add_number (hmac, self->block++);
  g_hmac_get_digest (hmac, self->bytes, &length);
  self->used = 0;
}

static guint32
read_word (VouchSamplingStream *self)
{
  const guint8 *at;

  if (self->used == sizeof self->bytes)
    fill_block (self);
  at = self->bytes + self->used;
  self->used += 4;
  return (guint32)at[0] << 24 | (guint32)at[1] << 16 | (guint32)at[2] << 8 | at[3];
}

/**
 * vouch_sampling_stream_read_number:
 * @self: a stream
 * @last: at least 1
 *
 * Returns: a number from 1 to @last, each equally likely
 */
guint32
vouch_sampling_stream_read_number (VouchSamplingStream *self, guint32 last)
{
  guint64 limit;
  guint32 word;

  g_return_val_if_fail (last >= 1, 1);

  limit = (G_GUINT64_CONSTANT (1) << 32) / last * last;
  do
    word = read_word (self);
  while (word >= limit);
  return word % last + 1;
}

static int
compare_units (const void *a, const void *b)
{
  guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;

  return (left > right) - (left < right);
}

/**
 * vouch_sampling_stream_read_sample:
 * @self: a stream
 * @size: units there are, numbered from 1
 * @n: units to draw, at most @size
 * @units: (out caller-allocates) (array length=n): the units drawn, ascending
 */
void
vouch_sampling_stream_read_sample (VouchSamplingStream *self, guint32 size, guint32 n, guint32 *units)
{
  g_autoptr (GHashTable) drawn = NULL;

  g_return_if_fail (n <= size);

  if (n == size)
    {
      for (guint32 i = 0; i < n; i++)
        units[i] = i + 1;
      return;
    }
  drawn = g_hash_table_new (NULL, NULL);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 last = size - n + 1 + i, unit = vouch_sampling_stream_read_number (self, last);

      if (!g_hash_table_add (drawn, GUINT_TO_POINTER (unit)))
        {
          unit = last;
          g_hash_table_add (drawn, GUINT_TO_POINTER (unit));
        }
      units[i] = unit;
    }
  qsort (units, n, sizeof *units, compare_units);
}
