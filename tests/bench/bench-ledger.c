/* A switching ledger replayed from its first lot, as a station does when it starts. */
#include "bench-report.h"
#include "vouch-sampling-ledger.h"

#define ROUNDS 11
#define LOTS 100000
#define LIMIT_MS 100

/* Lots of all sizes, with good and bad times, so that every severity has its turn. A lot that comes while inspection is
 * discontinued stands for the act that resumes it. */
static VouchSamplingEntry *
write_ledger (const VouchSamplingScheme *scheme)
{
  VouchSamplingEntry *entries = g_new0 (VouchSamplingEntry, LOTS);
  g_autoptr (GRand) random = g_rand_new_with_seed (2859);
  VouchSamplingLedger ledger = { 0 };

  for (guint i = 0; i < LOTS; i++)
    {
      VouchSamplingEntry *entry = &entries[i];
      gboolean is_good = i / 50 % 3 != 0;

      entry->kind = i == 0                                               ? VOUCH_QUALITY_ENTRY_STEADY
                    : i == 1                                             ? VOUCH_QUALITY_ENTRY_REDUCED_ALLOWED
                    : ledger.now.severity == VOUCH_SEVERITY_DISCONTINUED ? VOUCH_QUALITY_ENTRY_RESUMED
                                                                         : VOUCH_QUALITY_ENTRY_LOT;
      entry->lot = (VouchSamplingLot){ .lot_size = g_rand_int_range (random, 500, 100000),
                                       .original = TRUE,
                                       .has_nonconforming = TRUE,
                                       .nonconforming = is_good ? 0 : g_rand_int_range (random, 0, 6) };
      g_assert_true (vouch_sampling_ledger_take (&ledger, scheme, entry, &entry->outcome, NULL));
    }
  return entries;
}

static void
measure_replay (const char *name, VouchSamplingStandard standard)
{
  const VouchSamplingScheme scheme = { standard, VOUCH_SAMPLING_TYPE_SINGLE, "II", "1.0", FALSE };
  g_autofree VouchSamplingEntry *entries = write_ledger (&scheme);
  g_autoptr (GArray) series = bench_series_new ();

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 began = g_get_monotonic_time ();
      VouchSamplingLedger ledger;

      g_assert_true (vouch_sampling_ledger_replay (&scheme, entries, LOTS, &ledger, NULL, NULL));
      bench_series_add (series, g_get_monotonic_time () - began);
    }
  bench_at_most (name, (double)bench_series_median (series) / 1000, "ms", LIMIT_MS);
}

int
main (void)
{
  measure_replay ("ledger_iso_100000_lots_replayed", VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999);
  measure_replay ("ledger_105e_100000_lots_replayed", VOUCH_SAMPLING_STANDARD_MIL_STD_105E);
  return bench_end ();
}
