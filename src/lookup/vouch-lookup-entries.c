/* What is brought to the service; declared in vouch-lookup-entry.h. */
#include "vouch-lookup-answers.h"
#include "vouch-lookup-count-log.h"
#include "vouch-lookup-entry.h"
#include "vouch-lookup-trusting.h"

#define LONG (32 * 1024 * 1024)
#define SHORT (64 * 1024)

static gboolean
take_answers (const VouchLookupIntake *intake, VouchLookupDb *db, const char *content, gsize length, GString *answers,
              GError **error)
{
  return vouch_lookup_answers_take (db, content, length, vouch_clock_now (intake->clock), answers, error);
}

static gboolean
fold_counts (const VouchLookupIntake *intake, VouchLookupDb *db, const char *content, gsize length, GString *answers,
             GError **error)
{
  return vouch_lookup_count_log_fold (db, error);
}

/* Whom the service believes is for its operator to say, not for whoever reaches the private listener. */
static const VouchLookupEntry entries[] = {
  [VOUCH_LOOKUP_ENTRY_PUBLICATIONS] = { "/publications", LONG, FALSE, vouch_lookup_intake_take },
  [VOUCH_LOOKUP_ENTRY_ANSWERS] = { "/answers", LONG, FALSE, take_answers },
  [VOUCH_LOOKUP_ENTRY_TRUST] = { "/trust", SHORT, TRUE, vouch_lookup_trusting_take },
  [VOUCH_LOOKUP_ENTRY_COUNTS] = { "/counts", SHORT, FALSE, fold_counts },
};

/**
 * vouch_lookup_entry_get:
 * @kind: a kind of entry
 *
 * Returns: what there is to know of it
 */
const VouchLookupEntry *
vouch_lookup_entry_get (VouchLookupEntryKind kind)
{
  return &entries[kind];
}

/**
 * vouch_lookup_entry_find:
 * @path: of the private listener
 * @kind: (out): what is brought there
 *
 * Returns: whether anything is
 */
gboolean
vouch_lookup_entry_find (const char *path, VouchLookupEntryKind *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    if (g_str_equal (entries[i].path, path))
      {
        *kind = (VouchLookupEntryKind)i;
        return TRUE;
      }
  return FALSE;
}
