#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-publish-work.h"
#include "vouch-trust-file.h"
#include "vouch-verb.h"

/* A service that no network reaches is enrolled by its key alone, as "vouch-lookup key" prints it. */
static gboolean
enrol_key (VouchStation *station, VouchActor *actor, const char *public_key, const char *key, GError **error)
{
  VouchEnrolRequest request = { NULL, (char *)public_key };
  g_autoptr (VouchDone) done = vouch_use_case_run (&vouch_publish_enrol, station, actor, key, &request, error);

  return done != NULL;
}

static gboolean
enrol_at (VouchCli *cli, const char *url, const char *public_key, GError **error)
{
  VouchActor *actor;
  VouchStation *station = vouch_cli_open_as (cli, &actor, error);
  const char *key = vouch_arguments_take (vouch_cli_get_arguments (cli), "key");

  if (station == NULL)
    return FALSE;
  return url != NULL ? vouch_publish_enrol_at (station, actor, url, key, error)
                     : enrol_key (station, actor, public_key, key, error);
}

static void
enrol (VouchCli *cli, const VouchVerb *verb)
{
  VouchArguments *arguments = vouch_cli_get_arguments (cli);
  const char *url = vouch_arguments_take (arguments, "private"), *trust = vouch_arguments_take (arguments, "trust");
  const char *public_key = vouch_arguments_take (arguments, "public-key");
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchAnswer) answer = NULL;

  if ((url == NULL) == (public_key == NULL))
    {
      vouch_cli_fail_usage (cli, _ ("Name the service's private address, --private URL, or its key, --public-key HEX"));
      return;
    }
  if (!vouch_cli_check_taken (cli))
    return;
  if (enrol_at (cli, url, public_key, &error))
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
      .arguments = "--private URL | --public-key HEX [--trust FILE]",
      .help = N_ ("enrols the lookup service that this station publishes to, and gives the line it has to trust"),
      .run = enrol,
  },
  { NULL },
};
