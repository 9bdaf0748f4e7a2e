#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-first-start.h"
#include "vouch-list.h"
#include "vouch-retire-work.h"
#include "vouch-run-case.h"
#include "vouch-user-view.h"
#include "vouch-user-work.h"

static char *
say_user (gconstpointer data)
{
  const VouchUserView *user = data;

  return g_strdup_printf (user->state == VOUCH_USER_STATE_RETIRED ? _ ("%s  %s  %s  retired") : "%s  %s  %s",
                          user->badge, user->name, user->roles);
}

static gpointer
read_users (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_user_view_list (conn, error);
}

static void
list (VouchCli *cli, const VouchVerb *verb)
{
  vouch_list_read (cli, &vouch_user_view_type, read_users, NULL, say_user);
}

/* The first start's one-time code, which proves access to this machine. */
static void
first_code (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchAnswer) answer = NULL;
  g_autofree char *path = NULL;
  VouchStation *station;

  if (!vouch_cli_check_taken (cli))
    return;
  station = vouch_cli_open (cli, VOUCH_DB_OWN, &error);
  if (station != NULL && !vouch_station_is_new (station, &error) && error == NULL)
    g_set_error_literal (&error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT,
                         _ ("The station has accounts already; an administrator makes new ones"));
  if (error != NULL || !vouch_first_start_make_code (vouch_station_get_directory (station), &error))
    {
      vouch_cli_fail (cli, error);
      return;
    }
  path = vouch_first_start_dup_code_path (vouch_station_get_directory (station));
  answer = vouch_answer_new (json_object_new (), g_strdup_printf (_ ("The one-time code is in the file %s"), path));
  json_object_set_string_member (answer->json, "file", path);
  vouch_cli_tell (cli, answer);
}

const VouchVerb vouch_verbs_of_user[] = {
  {
      .noun = "user",
      .verb = "first-code",
      .help = N_ ("makes the one-time code for the first administrator"),
      .run = first_code,
  },
  {
      .noun = "user",
      .verb = "add-first",
      .arguments = "--code-file FILE --badge BADGE --name NAME --pin-file FILE",
      .help = N_ ("makes the first administrator, by the one-time code"),
      .run = vouch_run_case,
      .use_case = &vouch_user_add_first,
      .secrets = "code-file=code,pin-file=pin",
      .is_station = TRUE,
  },
  {
      .noun = "user",
      .verb = "add",
      .arguments = "--badge BADGE --name NAME --roles ROLE,… [--new-pin-file FILE]",
      .help = N_ ("makes a user"),
      .run = vouch_run_case,
      .use_case = &vouch_user_add,
      .secrets = "new-pin-file=pin",
  },
  {
      .noun = "user",
      .verb = "retire",
      .arguments = "--badge BADGE",
      .help = N_ ("lets somebody who has left sign in no more"),
      .run = vouch_run_case,
      .use_case = &vouch_user_retire,
  },
  { .noun = "user", .verb = "list", .help = N_ ("lists the users"), .run = list },
  { NULL },
};
