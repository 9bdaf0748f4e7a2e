#include <glib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-sampling-ledger.h"

#define MAX_ENTRIES 400

static const VouchSamplingScheme scheme = { VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999, VOUCH_SAMPLING_TYPE_SINGLE, "II",
                                            "1.0", FALSE };

/* A ledger as it is written live. */
typedef struct
{
  VouchSamplingLedger state;
  VouchSamplingEntry entries[MAX_ENTRIES];
  gsize n_entries;
} Book;

static gboolean
write_entry (Book *book, const VouchSamplingScheme *by, VouchQualityEntryKind kind, gint64 nonconforming)
{
  VouchSamplingEntry entry = {
    .kind = kind,
    .lot = { .lot_size = 1000, .original = TRUE, .has_nonconforming = TRUE, .nonconforming = nonconforming }
  };

  if (!vouch_sampling_ledger_take (&book->state, by, &entry, &entry.outcome, NULL))
    return FALSE;
  book->entries[book->n_entries++] = entry;
  return TRUE;
}

static void
write_lots (Book *book, guint n, gint64 nonconforming)
{
  for (guint i = 0; i < n; i++)
    g_assert_true (write_entry (book, &scheme, VOUCH_QUALITY_ENTRY_LOT, nonconforming));
}

static void
allow_reduced (Book *book)
{
  write_entry (book, &scheme, VOUCH_QUALITY_ENTRY_STEADY, 0);
  write_entry (book, &scheme, VOUCH_QUALITY_ENTRY_REDUCED_ALLOWED, 0);
}

static void
check_follows (const Book *book)
{
  g_autoptr (GError) error = NULL;
  VouchSamplingLedger ledger;
  gsize broken;

  vouch_sampling_ledger_replay (&scheme, book->entries, book->n_entries, &ledger, &broken, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (broken, ==, book->n_entries);
  g_assert_cmpmem (&ledger, sizeof ledger, &book->state, sizeof book->state);
}

static void
check_broken (const Book *book, gsize at, VouchSeverity severity)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *number = g_strdup_printf ("%u ", (guint)at + 1);
  VouchSamplingLedger ledger;
  gsize broken;

  g_assert_false (vouch_sampling_ledger_replay (&scheme, book->entries, book->n_entries, &ledger, &broken, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, number));
  g_assert_cmpuint (broken, ==, at);
  g_assert_cmpint (ledger.now.severity, ==, severity);
}

static void
test_acts_hold_until_the_next (void)
{
  Book book = { 0 };

  write_lots (&book, 11, 0);
  g_assert_cmpint (book.state.now.severity, ==, VOUCH_SEVERITY_NORMAL);
  g_assert_cmpuint (book.state.now.score, ==, 33);
  allow_reduced (&book);
  g_assert_cmpint (book.state.now.severity, ==, VOUCH_SEVERITY_NORMAL);
  write_lots (&book, 1, 0);
  g_assert_cmpint (book.state.now.severity, ==, VOUCH_SEVERITY_REDUCED);
  write_entry (&book, &scheme, VOUCH_QUALITY_ENTRY_REDUCED_WITHHELD, 0);
  write_lots (&book, 3, 0);
  g_assert_cmpint (book.state.now.severity, ==, VOUCH_SEVERITY_REDUCED);
  write_entry (&book, &scheme, VOUCH_QUALITY_ENTRY_REDUCED_ENDED, 0);
  g_assert_cmpint (book.entries[book.n_entries - 1].outcome.event, ==, VOUCH_SAMPLING_EVENT_NORMAL_BY_AUTHORITY);
  g_assert_cmpint (book.state.now.severity, ==, VOUCH_SEVERITY_NORMAL);
  check_follows (&book);
}

static void
test_irregular_production_ends_reduced_at_once (void)
{
  Book book = { 0 };

  allow_reduced (&book);
  write_lots (&book, 10, 0);
  g_assert_cmpint (book.state.now.severity, ==, VOUCH_SEVERITY_REDUCED);
  write_entry (&book, &scheme, VOUCH_QUALITY_ENTRY_IRREGULAR, 0);
  g_assert_cmpint (book.state.now.severity, ==, VOUCH_SEVERITY_NORMAL);
  write_lots (&book, 20, 0);
  g_assert_cmpint (book.state.now.severity, ==, VOUCH_SEVERITY_NORMAL);
  check_follows (&book);
}

static void
test_discontinued_until_resumed (void)
{
  Book book = { 0 };

  write_lots (&book, 7, 3);
  g_assert_cmpint (book.state.now.severity, ==, VOUCH_SEVERITY_DISCONTINUED);
  g_assert_false (write_entry (&book, &scheme, VOUCH_QUALITY_ENTRY_LOT, 0));
  write_entry (&book, &scheme, VOUCH_QUALITY_ENTRY_RESUMED, 0);
  g_assert_cmpint (book.entries[book.n_entries - 1].outcome.event, ==, VOUCH_SAMPLING_EVENT_RESUMED);
  write_lots (&book, 5, 0);
  g_assert_cmpint (book.state.now.severity, ==, VOUCH_SEVERITY_NORMAL);
  write_entry (&book, &scheme, VOUCH_QUALITY_ENTRY_RESUMED, 0);
  g_assert_cmpint (book.state.now.severity, ==, VOUCH_SEVERITY_NORMAL);
  check_follows (&book);
}

static void
test_an_empty_ledger_is_on_normal (void)
{
  Book book = { 0 };

  check_follows (&book);
  g_assert_cmpint (book.state.now.severity, ==, VOUCH_SEVERITY_NORMAL);
}

static void
write_at_random (Book *book, const VouchSamplingScheme *by, GRand *random)
{
  while (book->n_entries < MAX_ENTRIES)
    {
      VouchQualityEntryKind kind = VOUCH_QUALITY_ENTRY_LOT;

      if (g_rand_int_range (random, 0, 20) == 0)
        kind = (VouchQualityEntryKind)g_rand_int_range (random, 1, VOUCH_QUALITY_ENTRY_RESUMED + 1);
      /* Good weeks and bad ones. */
      write_entry (book, by, kind, book->n_entries / 40 % 2 == 0 ? 0 : g_rand_int_range (random, 0, 5));
    }
}

static void
test_replay_is_what_happened (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);
  gboolean seen[VOUCH_SEVERITY_DISCONTINUED + 1] = { FALSE };

  for (guint round = 0; round < 40; round++)
    {
      VouchSamplingScheme by = scheme;
      VouchSamplingLedger ledger;
      Book book = { 0 };

      by.standard = round % 2;
      write_at_random (&book, &by, random);
      for (gsize n = 0; n < book.n_entries; n++)
        seen[book.entries[n].outcome.next_severity] = TRUE;
      g_assert_true (vouch_sampling_ledger_replay (&by, book.entries, book.n_entries, &ledger, NULL, NULL));
      g_assert_cmpmem (&ledger, sizeof ledger, &book.state, sizeof book.state);
    }
  for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
    g_assert_true (seen[i]);
}

static void
test_a_changed_lot_is_found (void)
{
  Book book = { 0 };

  write_lots (&book, 3, 0);
  write_lots (&book, 2, 3);
  g_assert_cmpint (book.state.now.severity, ==, VOUCH_SEVERITY_TIGHTENED);
  book.entries[3].lot.nonconforming = 0;
  check_broken (&book, 3, VOUCH_SEVERITY_TIGHTENED);
}

/* One is stored that never was written so: what follows from the lots is stricter. */
static void
test_a_changed_outcome_is_found (void)
{
  Book book = { 0 };

  write_lots (&book, 2, 3);
  write_lots (&book, 2, 0);
  for (guint i = 1; i < 4; i++)
    book.entries[i].outcome.severity = book.entries[i].outcome.next_severity = VOUCH_SEVERITY_REDUCED;
  check_broken (&book, 1, VOUCH_SEVERITY_TIGHTENED);
  book.entries[3].outcome.next_severity = VOUCH_SEVERITY_DISCONTINUED;
  check_broken (&book, 1, VOUCH_SEVERITY_DISCONTINUED);
}

static void
test_a_lot_that_cannot_have_happened_is_found (void)
{
  Book book = { 0 };

  write_lots (&book, 2, 0);
  book.entries[1].lot.nonconforming = 81;
  check_broken (&book, 1, VOUCH_SEVERITY_NORMAL);
  book.entries[1].outcome.next_severity = VOUCH_SEVERITY_TIGHTENED;
  check_broken (&book, 1, VOUCH_SEVERITY_TIGHTENED);
}

static void
test_a_missing_entry_is_found (void)
{
  Book book = { 0 };

  write_lots (&book, 2, 3);
  write_lots (&book, 1, 0);
  book.entries[0] = book.entries[1];
  book.entries[1] = book.entries[2];
  book.n_entries = 2;
  check_broken (&book, 0, VOUCH_SEVERITY_TIGHTENED);
}

/* A score that was raised does not bring reduced inspection nearer. */
static void
test_the_lower_score_stands (void)
{
  VouchSamplingLedger ledger;
  Book book = { 0 };

  write_lots (&book, 2, 0);
  book.entries[1].outcome.score = 27;
  g_assert_false (vouch_sampling_ledger_replay (&scheme, book.entries, 2, &ledger, NULL, NULL));
  g_assert_cmpuint (ledger.now.score, ==, 6);
  book.entries[1].outcome.score = 0;
  g_assert_false (vouch_sampling_ledger_replay (&scheme, book.entries, 2, &ledger, NULL, NULL));
  g_assert_cmpuint (ledger.now.score, ==, 0);
}

/* Work goes on from the stricter state, and what is written then follows whenever the ledger is replayed. */
static void
test_a_broken_ledger_can_be_continued (void)
{
  g_autoptr (GError) error = NULL;
  VouchSamplingLedger ledger;
  Book book = { 0 };
  gsize broken;

  write_lots (&book, 4, 0);
  book.entries[2].outcome.next_severity = VOUCH_SEVERITY_TIGHTENED;
  g_assert_false (vouch_sampling_ledger_replay (&scheme, book.entries, 3, &book.state, NULL, NULL));
  g_assert_cmpint (book.state.now.severity, ==, VOUCH_SEVERITY_TIGHTENED);
  book.n_entries = 3;
  write_lots (&book, 5, 0);
  g_assert_cmpint (book.state.now.severity, ==, VOUCH_SEVERITY_NORMAL);
  write_lots (&book, 5, 1);
  g_assert_false (vouch_sampling_ledger_replay (&scheme, book.entries, book.n_entries, &ledger, &broken, &error));
  g_assert_cmpuint (broken, ==, 2);
  g_assert_cmpmem (&ledger, sizeof ledger, &book.state, sizeof book.state);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sampling/ledger/acts-hold-until-the-next", test_acts_hold_until_the_next);
  g_test_add_func ("/sampling/ledger/irregular-production-ends-reduced-at-once",
                   test_irregular_production_ends_reduced_at_once);
  g_test_add_func ("/sampling/ledger/discontinued-until-resumed", test_discontinued_until_resumed);
  g_test_add_func ("/sampling/ledger/an-empty-ledger-is-on-normal", test_an_empty_ledger_is_on_normal);
  g_test_add_func ("/sampling/ledger/replay-is-what-happened", test_replay_is_what_happened);
  g_test_add_func ("/sampling/ledger/a-changed-lot-is-found", test_a_changed_lot_is_found);
  g_test_add_func ("/sampling/ledger/a-changed-outcome-is-found", test_a_changed_outcome_is_found);
  g_test_add_func ("/sampling/ledger/a-lot-that-cannot-have-happened-is-found",
                   test_a_lot_that_cannot_have_happened_is_found);
  g_test_add_func ("/sampling/ledger/a-missing-entry-is-found", test_a_missing_entry_is_found);
  g_test_add_func ("/sampling/ledger/the-lower-score-stands", test_the_lower_score_stands);
  g_test_add_func ("/sampling/ledger/a-broken-ledger-can-be-continued", test_a_broken_ledger_can_be_continued);
  return g_test_run ();
}
