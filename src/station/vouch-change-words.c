/* The words of what was done to a record; declared in vouch-words.h. */
#include <glib/gi18n-lib.h>

#include "vouch-words.h"

/* Translators: each stands in a sentence like "Lot L1 is not as you saw it any more: decided, by Li Wei, …". */
static const struct
{
  const char *use_case;
  const char *words; /* msgid */
} changes[] = {
  { "decide.accept_within_plan", N_ ("accepted within its plan") },
  { "decide.confirm_rejection", N_ ("rejected") },
  { "decide.dispose", N_ ("decided") },
  { "decide.hold", N_ ("put on hold") },
  { "decide.withhold", N_ ("put on hold again after its release") },
  { "recall.announce", N_ ("recalled") },
  { "receive.approve_correction", N_ ("a correction was approved") },
  { "receive.close_line", N_ ("its count was finished") },
  { "receive.correct", N_ ("corrected") },
  { "receive.count", N_ ("more of it was counted") },
  { "receive.settle", N_ ("its count was settled") },
  { "receive.undo_count", N_ ("a count was taken back") },
};

const char *
vouch_words_of_change (const char *use_case)
{
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    if (g_strcmp0 (changes[i].use_case, use_case) == 0)
      return _ (changes[i].words);
  return _ ("changed");
}
