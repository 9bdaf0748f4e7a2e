#include <glib/gi18n-lib.h>

#include "vouch-demo.h"
#include "vouch-verb.h"

static void
run (VouchCli *cli, const VouchVerb *verb)
{
  VouchArguments *arguments = vouch_cli_get_arguments (cli);
  gboolean keep = vouch_arguments_take_flag (arguments, "keep");
  const char *directory = vouch_arguments_take_word (arguments);

  if (directory == NULL)
    vouch_cli_fail_usage (cli, _ ("Name a new directory: vouch demo DIR"));
  else if (vouch_cli_check_taken (cli))
    vouch_demo_run (cli, directory, keep);
}

const VouchVerb vouch_verbs_of_demo[] = {
  {
      .noun = "demo",
      .arguments = "DIR [--keep]",
      .help = N_ ("goes the whole way of a lot, from label pictures to a customer's complaint, in a new directory"),
      .run = run,
  },
  { NULL },
};
