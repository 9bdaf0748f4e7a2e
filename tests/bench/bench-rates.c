/* How much of each everyday computation one processor does in a second of its own time, whatever else runs. Limits that
 * are no promise are a tenth to a half of what a small office computer does: they notice a blunder. */
#include <string.h>
#include <time.h>

#include "bench-report.h"
#include "vouch-gs1-reading.h"
#include "vouch-id.h"
#include "vouch-sampling-plan.h"
#include "vouch-trace-code.h"

#define LABEL                                                                                                          \
  "]C1010952000100001017271031"                                                                                        \
  "10QH26A01\x1d"                                                                                                      \
  "30200"

/* Does something @n times. */
typedef void (*Work) (guint n);

static void
make_ids (guint n)
{
  g_autoptr (VouchClock) clock = vouch_clock_new_system ();
  g_autoptr (VouchIdSource) ids = vouch_id_source_new (clock, 1);
  gint64 last = 0;

  for (guint i = 0; i < n; i++)
    {
      gint64 id = vouch_id_source_next (ids);

      g_assert_cmpint (id, >, last);
      last = id;
    }
}

static const guint8 lot_key[VOUCH_TRACE_KEY_SIZE] = { 7, 1, 8 };

static void
mint_serials (guint n)
{
  char serial[VOUCH_TRACE_SERIAL_LENGTH + 1];

  for (guint i = 0; i < n; i++)
    vouch_trace_serial (lot_key, i, serial);
}

/* As customers send them: half are ours, half are guesses. */
static void
open_serials (guint n)
{
  char ours[VOUCH_TRACE_SERIAL_LENGTH + 1], guess[VOUCH_TRACE_SERIAL_LENGTH + 1];
  guint32 unit;

  vouch_trace_serial (lot_key, 4711, ours);
  vouch_trace_serial (lot_key, 4711, guess);
  guess[3] = guess[3] == 'A' ? 'B' : 'A';
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (i % 2 == 0 ? vouch_trace_serial_open (lot_key, ours, &unit)
                                : !vouch_trace_serial_open (lot_key, guess, &unit));
    }
}

static void
look_up_plans (guint n)
{
  static const char *const levels[] = { "I", "II", "III", "S-1", "S-2", "S-3", "S-4" };
  static const char *const aqls[] = { "0.65", "1.0", "1.5", "2.5", "4.0", "6.5", "10" };
  VouchSamplingPlan plan;

  for (guint i = 0; i < n; i++)
    {
      VouchSamplingTerms terms = { .table = { .severity = (VouchSeverity)(i % 3) },
                                   .lot_size = 2 + (i * 7919) % 600000,
                                   .level = levels[i % 7],
                                   .aql = aqls[i / 7 % 7] };

      g_assert_true (vouch_sampling_plan_find (&terms, &plan, NULL));
    }
}

static void
read_element_strings (guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VouchGs1Reading) reading = vouch_gs1_reading_parse_scan (LABEL, strlen (LABEL));

      g_assert_cmpuint (vouch_gs1_reading_get_n_elements (reading), ==, 4);
    }
}

/* The best of some rounds: what disturbs a round only makes it slower. */
static void
measure (const char *name, Work work, guint n, double least)
{
  double best = 0;

  work (n / 10);
  for (int round = 0; round < 5; round++)
    {
      clock_t began = clock ();

      work (n);
      best = MAX (best, n * (double)CLOCKS_PER_SEC / (double)MAX (clock () - began, 1));
    }
  bench_at_least (name, best, "/s", least);
}

int
main (void)
{
  measure ("ids", make_ids, 200000, 400000);
  measure ("trace_serials_minted", mint_serials, 200000, 1000000);
  measure ("trace_serials_opened", open_serials, 200000, 500000);
  measure ("sampling_plans_looked_up", look_up_plans, 500000, 1000000);
  measure ("gs1_element_strings_read", read_element_strings, 200000, 500000);
  return bench_end ();
}
