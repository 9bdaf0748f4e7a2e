#include <glib/gi18n-lib.h>

#include "vouch-list.h"
#include "vouch-recall-store.h"
#include "vouch-recall-work.h"
#include "vouch-run-case.h"

static char *
say_recall (gconstpointer data)
{
  const VouchRecall *recall = data;

  return g_strdup_printf (_ ("%s  class %s  %s"), recall->number, vouch_recall_class_get_numeral (recall->class),
                          recall->reason);
}

static gpointer
read_recalls (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_recall_store_list_recent (conn, error);
}

static void
list (VouchCli *cli, const VouchVerb *verb)
{
  vouch_list_read (cli, &vouch_recall_type, read_recalls, NULL, say_recall);
}

const VouchVerb vouch_verbs_of_recall[] = {
  {
      .noun = "recall",
      .verb = "announce",
      .arguments = "--lot LOT --class i|ii|iii --reason TEXT [--notice-en TEXT] [--notice-zh TEXT] [--seen N] "
                   "--badge OWN-BADGE --pin-file FILE",
      .help = N_ ("calls a released lot back from its buyers; badge and PIN sign"),
      .run = vouch_run_case,
      .use_case = &vouch_recall_announce,
      .secrets = "pin-file=pin",
  },
  {
      .noun = "recall",
      .verb = "list",
      .help = N_ ("lists the latest recalls"),
      .run = list,
  },
  { NULL },
};
