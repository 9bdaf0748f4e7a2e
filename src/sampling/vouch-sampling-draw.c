#include "vouch-sampling-draw.h"

#include <stdlib.h>

/* The draw, so that anybody can repeat it from the stored seed:
 *
 * - The stream is the concatenation of HMAC-SHA-256 (seed, "vouch/draw/1" ‖ lot size ‖ n ‖ block) for block = 0, 1, 2
 * …, the three numbers as 4 bytes, big endian; it is read as 32-bit words, big endian.
 * - A number from 1 to m is a word w below the largest multiple of m that is not above 2^32 (larger words are skipped,
 *   or small numbers would be likelier), as w mod m + 1.
 * - Floyd's sampling: for j = lot size − n + 1 … lot size take t from 1 to j; t is drawn, or j if t already was. Every
 *   set of n units is equally likely. If n is the lot size, all units are drawn without reading the stream.
 */
#define LABEL "vouch/draw/1"
#define BLOCK_SIZE 32

typedef struct
{
  const guint8 *seed;
  guint32 lot_size;
  guint32 n;
  guint32 block;
  guint8 bytes[BLOCK_SIZE];
  gsize used;
} Stream;

static void
add_number (GHmac *hmac, guint32 number)
{
  guint32 big_endian = GUINT32_TO_BE (number);

  g_hmac_update (hmac, (const guchar *)&big_endian, sizeof big_endian);
}

static void
fill_block (Stream *stream)
{
  g_autoptr (GHmac) hmac = g_hmac_new (G_CHECKSUM_SHA256, stream->seed, VOUCH_SAMPLING_SEED_SIZE);
  gsize length = sizeof stream->bytes;

  g_hmac_update (hmac, (const guchar *)LABEL, sizeof LABEL - 1);
  add_number (hmac, stream->lot_size);
  add_number (hmac, stream->n);
  add_number (hmac, stream->block++);
  g_hmac_get_digest (hmac, stream->bytes, &length);
  stream->used = 0;
}

static guint32
read_word (Stream *stream)
{
  const guint8 *at;

  if (stream->used == sizeof stream->bytes)
    fill_block (stream);
  at = stream->bytes + stream->used;
  stream->used += 4;
  return (guint32)at[0] << 24 | (guint32)at[1] << 16 | (guint32)at[2] << 8 | at[3];
}

/* A number from 1 to @last, each equally likely. */
static guint32
read_number (Stream *stream, guint32 last)
{
  guint64 limit = (G_GUINT64_CONSTANT (1) << 32) / last * last;
  guint32 word;

  do
    word = read_word (stream);
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
 * vouch_sampling_draw:
 * @seed: 32 random bytes, stored with the inspection
 * @lot_size: units in the lot, numbered from 1
 * @n: units to draw, at least 1 and at most @lot_size
 * @units: (out caller-allocates) (array length=n): the numbers of the units drawn, ascending
 *
 * Draws a simple random sample without replacement. The same seed, lot size and n always give the same units; the file
 * begins with the algorithm.
 *
 * Returns: FALSE if @n units cannot be drawn from this lot
 */
gboolean
vouch_sampling_draw (const guint8 seed[VOUCH_SAMPLING_SEED_SIZE], guint32 lot_size, guint32 n, guint32 *units)
{
  Stream stream = { .seed = seed, .lot_size = lot_size, .n = n, .used = BLOCK_SIZE };
  g_autoptr (GHashTable) drawn = NULL;

  g_return_val_if_fail (seed != NULL && units != NULL, FALSE);

  if (n == 0 || n > lot_size)
    return FALSE;
  if (n == lot_size)
    {
      for (guint32 i = 0; i < n; i++)
        units[i] = i + 1;
      return TRUE;
    }
  drawn = g_hash_table_new (NULL, NULL);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 last = lot_size - n + 1 + i, unit = read_number (&stream, last);

      if (!g_hash_table_add (drawn, GUINT_TO_POINTER (unit)))
        {
          unit = last;
          g_hash_table_add (drawn, GUINT_TO_POINTER (unit));
        }
      units[i] = unit;
    }
  qsort (units, n, sizeof *units, compare_units);
  return TRUE;
}
