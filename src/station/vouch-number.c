#include "vouch-number.h"

#include "vouch-base32.h"
#include "vouch-date.h"
#include "vouch-id.h"

#define EPOCH_MS G_GINT64_CONSTANT (1577836800000) /* as in vouch-id.c */
#define DAY_MS G_GINT64_CONSTANT (86400000)

G_STATIC_ASSERT (VOUCH_ID_PER_MS == 8); /* three bits keep the whole counter */

/**
 * vouch_number_make:
 * @kind: what it numbers: L lot, R receipt, I inspection, N non-conformance report,
 * Z recall
 * @id: the record's id
 *
 * A number for people: the kind, the UTC day of the id as yymmdd, a hyphen, and eight base-32 digits of what is left of
 * the id: 27 bits of milliseconds of the day, 10 bits of station, 3 bits of counter, which is all that a #VouchIdSource
 * uses of it. Two ids never give the same number of a kind, be they of one station, of two, or of one whose clock went
 * back.
 *
 * Returns: (transfer full): 16 characters of 0-9A-Z-, like L261122-0C4K7M2P
 */
char *
vouch_number_make (char kind, gint64 id)
{
  gint64 ms = id >> 22, station = (id >> 12) & 1023, counter = id & (VOUCH_ID_PER_MS - 1);
  guint64 rest = (guint64)(ms % DAY_MS) << 13 | (guint64)station << 3 | (guint64)counter;
  VouchDate day = vouch_date_from_time ((ms + EPOCH_MS) * 1000, 0);
  char digits[9] = "";

  for (int i = 7; i >= 0; i--, rest >>= 5)
    digits[i] = vouch_base32_digit (rest & 31);
  return g_strdup_printf ("%c%06d-%s", kind, day % 1000000, digits);
}
