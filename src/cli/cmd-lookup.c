#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-publish-work.h"
#include "vouch-trust-file.h"
#include "vouch-verb.h"

static gboolean
enrol_at (VouchCli *cli, const char *url, GError **error)
{
  VouchActor *actor;
  VouchStation *station = vouch_cli_open_as (cli, &actor, error);

  return station != NULL && vouch_publish_enrol_at (station, actor, url,
                                                    vouch_arguments_take (vouch_cli_get_arguments (cli), "key"), error);
}

static void
enrol (VouchCli *cli, const VouchVerb *verb)
{
  VouchArguments *arguments = vouch_cli_get_arguments (cli);
  const char *url = vouch_arguments_take (arguments, "private"), *trust = vouch_arguments_take (arguments, "trust");
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchAnswer) answer = NULL;

  if (url == NULL)
    {
      vouch_cli_fail_usage (cli, _ ("Name the service's private address: --private URL"));
      return;
    }
  if (!vouch_cli_check_taken (cli))
    return;
  if (enrol_at (cli, url, &error))
    answer = vouch_trust_file_give (vouch_cli_open (cli, VOUCH_DB_OWN, NULL), trust, &error);
  if (answer != NULL)
    vouch_cli_tell (cli, answer);
  else
    vouch_cli_fail (cli, error);
}

const VouchVerb vouch_verbs_of_lookup[] = {
  {
      .noun = "lookup",
      .verb = "enrol",
      .arguments = "--private URL [--trust FILE]",
      .help = N_ ("enrols the lookup service that this station publishes to, and gives the line it has to trust"),
      .run = enrol,
  },
  { NULL },
};
