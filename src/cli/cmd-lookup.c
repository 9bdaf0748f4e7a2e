#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-passphrase-ask.h"
#include "vouch-publish-work.h"
#include "vouch-takeover-work.h"
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

/* Into a file, for a service that no network reaches; else to the service at once. */
static VouchAnswer *
hand_over (VouchStation *station, const char *line, const char *path, GError **error)
{
  g_autofree char *text = g_strconcat (line, "\n", NULL);
  g_autoptr (GError) local = NULL;
  VouchAnswer *answer;
  char *told;

  if (path == NULL && !vouch_takeover_send (station, line, NULL, error))
    return NULL;
  if (path != NULL && !g_file_set_contents (path, text, -1, &local))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be written: %s"), path, local->message);
      return NULL;
    }
  told = path != NULL ? g_strdup_printf (_ ("Written: %s. Carry it to the service, to “vouch-lookup import”"), path)
                      : g_strdup_printf (_ ("The lookup service believes epoch %d of this station now"),
                                         (int)vouch_station_get_epoch (station));
  answer = vouch_answer_new (json_object_new (), told);
  json_object_set_int_member (answer->json, "epoch", vouch_station_get_epoch (station));
  if (path != NULL)
    json_object_set_string_member (answer->json, "file", path);
  return answer;
}

static VouchAnswer *
sign (VouchCli *cli, const char *key_path, const char *passphrase_file, const char *path, GError **error)
{
  VouchActor *actor;
  VouchStation *station = vouch_cli_open_as (cli, &actor, error);
  g_autofree char *passphrase = station != NULL ? vouch_passphrase_ask (passphrase_file, FALSE, error) : NULL;
  const char *key = vouch_arguments_take (vouch_cli_get_arguments (cli), "key");
  g_autofree char *line = NULL;

  if (passphrase == NULL)
    return NULL;
  line = vouch_takeover_make (station, actor, key_path, passphrase, key, error);
  return line != NULL ? hand_over (station, line, path, error) : NULL;
}

static void
take_over (VouchCli *cli, const VouchVerb *verb)
{
  VouchArguments *arguments = vouch_cli_get_arguments (cli);
  const char *key_path = vouch_arguments_take (arguments, "administrator-key");
  const char *passphrase_file = vouch_arguments_take (arguments, "passphrase-file");
  const char *path = vouch_arguments_take (arguments, "file");
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchAnswer) answer = NULL;

  if (key_path == NULL)
    {
      vouch_cli_fail_usage (cli, _ ("Name the file with your key: --administrator-key FILE"));
      return;
    }
  if (!vouch_cli_check_taken (cli))
    return;
  answer = sign (cli, key_path, passphrase_file, path, &error);
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
  {
      .noun = "lookup",
      .verb = "take-over",
      .arguments = "--administrator-key FILE [--passphrase-file FILE] [--file FILE]",
      .help = N_ ("takes over this station's new epoch at the lookup service, after the database was put back"),
      .run = take_over,
  },
  { NULL },
};
