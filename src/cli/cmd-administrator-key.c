#include <glib/gi18n-lib.h>

#include "vouch-administrator-key-work.h"
#include "vouch-error.h"
#include "vouch-hex.h"
#include "vouch-list.h"
#include "vouch-passphrase-ask.h"
#include "vouch-record-json.h"
#include "vouch-run-case.h"

static VouchDone *
make (VouchCli *cli, const char *path, const char *passphrase_file, GError **error)
{
  VouchActor *actor;
  VouchStation *station = vouch_cli_open_as (cli, &actor, error);
  g_autofree char *passphrase = station != NULL ? vouch_passphrase_ask (passphrase_file, TRUE, error) : NULL;
  const char *key = vouch_arguments_take (vouch_cli_get_arguments (cli), "key");

  return passphrase != NULL ? vouch_administrator_key_make (station, actor, path, passphrase, key, error) : NULL;
}

static void
new_key (VouchCli *cli, const VouchVerb *verb)
{
  VouchArguments *arguments = vouch_cli_get_arguments (cli);
  const char *path = vouch_arguments_take (arguments, "output");
  const char *passphrase_file = vouch_arguments_take (arguments, "passphrase-file");
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = NULL;
  g_autoptr (VouchAnswer) answer = NULL;

  if (path == NULL)
    {
      vouch_cli_fail_usage (cli,
                            _ ("Name the file for the key, on a stick that is kept off the station: --output FILE"));
      return;
    }
  if (!vouch_cli_check_taken (cli))
    return;
  done = make (cli, path, passphrase_file, &error);
  if (done == NULL)
    {
      vouch_cli_fail (cli, error);
      return;
    }
  answer = vouch_answer_new (vouch_record_to_json (&vouch_done_type, done, vouch_cli_get_offset (cli)),
                             g_strdup_printf (_ ("Written: %s. Keep it off the station, and let the lookup service "
                                                 "trust the station again so that it learns of the key"),
                                              path));
  json_object_set_string_member (answer->json, "output", path);
  vouch_cli_tell (cli, answer);
}

static char *
say_key (gconstpointer data)
{
  const VouchAdministratorKeyView *view = data;
  g_autofree char *hex =
      vouch_hex_write (g_bytes_get_data (view->public_key, NULL), g_bytes_get_size (view->public_key));

  /* Translators: an administrator's key: its number, its owner, whether it counts. */
  return g_strdup_printf (_ ("%.16s…  %s  %s"), hex, view->owner,
                          view->withdrawn_at == 0 ? _ ("in force") : _ ("withdrawn"));
}

static gpointer
read_keys (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_administrator_key_list_views (conn, error);
}

static void
list (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GError) error = NULL;

  if (vouch_cli_open (cli, VOUCH_DB_LOOK, &error) == NULL)
    vouch_cli_fail (cli, error);
  else
    vouch_list_read (cli, &vouch_administrator_key_view_type, read_keys, NULL, say_key);
}

const VouchVerb vouch_verbs_of_administrator_key[] = {
  {
      .noun = "administrator-key",
      .verb = "new",
      .arguments = "--output FILE [--passphrase-file FILE]",
      .help = N_ ("makes a key by which you take over a new epoch of this station at the lookup service"),
      .run = new_key,
  },
  {
      .noun = "administrator-key",
      .verb = "list",
      .help = N_ ("lists the administrators' keys"),
      .run = list,
  },
  {
      .noun = "administrator-key",
      .verb = "withdraw",
      .arguments = "--id KEY --reason TEXT",
      .help = N_ ("withdraws an administrator's key that is lost or in wrong hands"),
      .run = vouch_run_case,
      .use_case = &vouch_administrator_key_withdraw,
  },
  { NULL },
};
