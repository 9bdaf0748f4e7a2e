/* The long versions of what the unit tests of trace codes show in short: ten million guesses at a lot as large as lots
 * get, a million codes of it, and every wrong character in twenty thousand of them. */
#include <string.h>
#include <time.h>

#include "bench-report.h"
#include "vouch-control-record.h"
#include "vouch-hash.h"

#define LOT "2026-0001"
#define GUESSES 10000000
#define MINTED 1000000
#define MISREAD 20000

static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
static const guint8 master[VOUCH_TRACE_KEY_SIZE] = { 0x4b };

/* Every unit number there is was printed, so that no range saves us: the tag alone must refuse. */
static VouchControlRecord *
make_largest_lot (const guint8 key[VOUCH_TRACE_KEY_SIZE])
{
  VouchControlRecord *record = vouch_control_record_new (LOT, NULL, 1);

  vouch_control_record_add_key (record, 1, FALSE, key);
  vouch_control_record_add_range (record, 1, 0, VOUCH_TRACE_UNIT_END);
  return record;
}

static void
make_guess (char serial[VOUCH_TRACE_SERIAL_LENGTH + 1])
{
  guint8 bytes[VOUCH_TRACE_SERIAL_LENGTH];

  vouch_random_bytes (bytes, sizeof bytes);
  for (guint i = 0; i < VOUCH_TRACE_SERIAL_LENGTH; i++)
    serial[i] = digits[bytes[i] & 31];
  serial[VOUCH_TRACE_SERIAL_LENGTH] = '\0';
}

static guint
count_lucky_guesses (const VouchControlRecord *lot)
{
  char serial[VOUCH_TRACE_SERIAL_LENGTH + 1];
  guint n = 0;

  for (guint i = 0; i < GUESSES; i++)
    {
      make_guess (serial);
      n += vouch_control_record_find_unit (lot, serial, NULL) != VOUCH_UNIT_UNKNOWN;
    }
  return n;
}

static int
compare_serials (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, VOUCH_TRACE_SERIAL_LENGTH + 1);
}

static void
count_minted (const VouchControlRecord *lot, const guint8 key[VOUCH_TRACE_KEY_SIZE], guint *n_good, guint *n_same)
{
  g_autofree char (*serials)[VOUCH_TRACE_SERIAL_LENGTH + 1] = g_malloc_n (MINTED, sizeof *serials);

  for (guint32 unit = 0; unit < MINTED; unit++)
    {
      guint32 found;

      vouch_trace_serial (key, unit, serials[unit]);
      *n_good += vouch_control_record_find_unit (lot, serials[unit], &found) == VOUCH_UNIT_ACTIVE && found == unit;
    }
  qsort (serials, MINTED, sizeof *serials, compare_serials);
  for (guint i = 1; i < MINTED; i++)
    *n_same += compare_serials (serials[i - 1], serials[i]) == 0;
}

static guint
count_misreadings (const VouchControlRecord *lot, const guint8 key[VOUCH_TRACE_KEY_SIZE])
{
  char serial[VOUCH_TRACE_SERIAL_LENGTH + 1];
  guint n = 0;

  for (guint32 unit = 0; unit < MISREAD; unit++)
    {
      vouch_trace_serial (key, unit, serial);
      for (guint i = 0; i < VOUCH_TRACE_SERIAL_LENGTH; i++)
        {
          char right = serial[i];

          for (const char *digit = digits; *digit != '\0'; digit++)
            {
              serial[i] = *digit;
              n += *digit != right && vouch_control_record_find_unit (lot, serial, NULL) != VOUCH_UNIT_UNKNOWN;
            }
          serial[i] = right;
        }
    }
  return n;
}

int
main (void)
{
  guint8 key[VOUCH_TRACE_KEY_SIZE];
  g_autoptr (VouchControlRecord) lot = NULL;
  guint n_good = 0, n_same = 0;
  clock_t began;

  vouch_trace_lot_key (master, NULL, LOT, key);
  lot = make_largest_lot (key);
  began = clock ();
  bench_at_most ("codes_10000000_guesses_that_verify", count_lucky_guesses (lot), "", 0);
  bench_tell ("codes_guesses_refused", GUESSES * (double)CLOCKS_PER_SEC / (double)MAX (clock () - began, 1), "/s");
  count_minted (lot, key, &n_good, &n_same);
  bench_at_least ("codes_1000000_minted_that_verify", n_good, "", MINTED);
  bench_at_most ("codes_1000000_minted_that_are_equal", n_same, "", 0);
  bench_at_most ("codes_20000_with_each_wrong_character_that_verify", count_misreadings (lot, key), "", 0);
  return bench_end ();
}
