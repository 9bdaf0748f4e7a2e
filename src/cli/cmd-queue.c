#include <glib/gi18n-lib.h>

#include "vouch-list.h"
#include "vouch-words.h"
#include "vouch-work-entry.h"

static char *
say_work (gconstpointer data)
{
  const VouchWorkEntry *entry = data;
  g_autofree char *what = vouch_work_entry_dup_what (entry);
  const char *of = entry->lot != NULL ? entry->lot : vouch_words_choose (entry->supplier_en, entry->supplier_zh);

  return g_strdup_printf (entry->urgent ? _ ("%s  %s  urgent  %s") : "%s  %s  %s", entry->delivery, of, what);
}

static void
run (VouchCli *cli, const VouchVerb *verb)
{
  vouch_list_read_source (cli, &vouch_work_entry_type, &vouch_queue_source, NULL, 0, say_work);
}

const VouchVerb vouch_verbs_of_queue[] = {
  { .noun = "queue", .help = N_ ("lists what waits at the dock, the most pressing first"), .run = run },
  { NULL },
};
