#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-hex.h"
#include "vouch-publish-work.h"
#include "vouch-publisher.h"
#include "vouch-trust-file.h"
#include "vouch-verb.h"

#define KEY_SIZE 32

/* The service's key is asked of the service itself, over the private listener that only stations reach. */
static gboolean
enrol_at (VouchCli *cli, const char *url, GError **error)
{
  VouchActor *actor;
  VouchStation *station = vouch_cli_open_as (cli, &actor, error);
  VouchEnrolRequest request = { .private_url = (char *)url };
  g_autofree char *hex = NULL;
  g_autoptr (VouchDone) done = NULL;
  guint8 key[KEY_SIZE];

  if (station == NULL || !vouch_publisher_fetch_key (url, key, error))
    return FALSE;
  hex = vouch_hex_write (key, sizeof key);
  request.public_key = hex;
  done = vouch_use_case_run (&vouch_publish_enrol, station, actor,
                             vouch_arguments_take (vouch_cli_get_arguments (cli), "key"), &request, error);
  return done != NULL;
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
