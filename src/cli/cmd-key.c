#include <glib/gi18n-lib.h>

#include "vouch-code-version-view.h"
#include "vouch-code-version-work.h"
#include "vouch-list.h"
#include "vouch-restore-notice.h"
#include "vouch-run-case.h"

static char *
say_key (gconstpointer data)
{
  const VouchKeyView *view = data;
  g_autofree char *cause =
      view->is_unseen
          /* Translators: why there is another version of the code key. */
          ? g_strdup_printf (_ ("%s (not acknowledged)"), vouch_key_view_describe_cause (view->cause))
          : g_strdup (vouch_key_view_describe_cause (view->cause));

  /* Translators: a version of the code key: its number, how it stands, why there is one, how many units have codes. */
  return g_strdup_printf (_ ("%d  %s  %s  %d units"), (int)view->version, vouch_key_view_describe_state (view->state),
                          cause, (int)view->units);
}

static gpointer
read_keys (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_key_view_list (conn, data, error);
}

static void
list (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GError) error = NULL;
  VouchStation *station = vouch_cli_open (cli, VOUCH_DB_LOOK, &error);

  if (station == NULL)
    vouch_cli_fail (cli, error);
  else
    vouch_list_read (cli, &vouch_key_view_type, read_keys, station, say_key);
}

const VouchVerb vouch_verbs_of_key[] = {
  {
      .noun = "key",
      .verb = "list",
      .help = N_ ("lists the versions of the code key, and what was made with them"),
      .run = list,
  },
  {
      .noun = "key",
      .verb = "rotate",
      .arguments = "[--note TEXT]",
      .help = N_ ("makes a new version of the code key; open lots go on under it"),
      .run = vouch_run_case,
      .use_case = &vouch_key_rotate,
  },
  {
      .noun = "key",
      .verb = "revoke",
      .arguments = "--key-version N --reason TEXT",
      .help = N_ ("withdraws what was made with a version whose key got into wrong hands"),
      .run = vouch_run_case,
      .use_case = &vouch_key_revoke,
  },
  {
      .noun = "key",
      .verb = "restored",
      .arguments = "[--note TEXT]",
      .help = N_ ("says that database and keys were put back together to an earlier state"),
      .run = vouch_run_case,
      .use_case = &vouch_restore_declare,
  },
  {
      .noun = "key",
      .verb = "acknowledge",
      .arguments = "[--note TEXT]",
      .help = N_ ("notes that somebody has seen to what was put back; it is told until then"),
      .run = vouch_run_case,
      .use_case = &vouch_restore_acknowledge,
  },
  { NULL },
};
