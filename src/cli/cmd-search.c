#include <glib/gi18n-lib.h>

#include "vouch-list.h"
#include "vouch-lot-entry.h"
#include "vouch-words.h"

#define LIMIT_DEFAULT 50

static char *
say_lot (gconstpointer data)
{
  const VouchLotEntry *entry = data;

  return g_strdup_printf ("%s  %s  %s  %s  %s", entry->number, entry->supplier_lot != NULL ? entry->supplier_lot : "-",
                          vouch_words_choose (entry->product_en, entry->product_zh),
                          vouch_words_choose (entry->supplier_en, entry->supplier_zh),
                          vouch_words_of_status (entry->status));
}

static char *
take_words (VouchArguments *arguments)
{
  GString *text = g_string_new (NULL);
  const char *word;

  while ((word = vouch_arguments_take_word (arguments)) != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", word);
  return g_string_free (text, FALSE);
}

static void
run (VouchCli *cli, const VouchVerb *verb)
{
  const char *wanted = vouch_arguments_take (vouch_cli_get_arguments (cli), "limit");
  g_autofree char *text = take_words (vouch_cli_get_arguments (cli));
  guint64 limit = LIMIT_DEFAULT;

  if (*text == '\0')
    vouch_cli_fail_usage (cli, _ ("Say what to search for"));
  else if (wanted != NULL && !g_ascii_string_to_unsigned (wanted, 10, 1, VOUCH_SEARCH_MAX, &limit, NULL))
    vouch_cli_fail_usage (cli, _ ("The limit is a number from 1 to %d"), VOUCH_SEARCH_MAX);
  else
    vouch_list_read_source (cli, &vouch_lot_entry_type, &vouch_search_source, text, (guint)limit, say_lot);
}

const VouchVerb vouch_verbs_of_search[] = {
  {
      .noun = "search",
      .arguments = "TEXT… [--limit N]",
      .help = N_ ("finds lots by number, supplier's lot, code, product or supplier, the newest first"),
      .run = run,
  },
  { NULL },
};
