#include <glib/gi18n-lib.h>

#include "vouch-list.h"
#include "vouch-policy-view.h"
#include "vouch-policy-work.h"
#include "vouch-run-case.h"

static char *
say_policy (gconstpointer data)
{
  const VouchPolicyView *view = data;

  if (view->set_by != NULL)
    return g_strdup_printf ("%s  %s\n    %s %s.", view->name, view->value != NULL ? view->value : "", view->meaning,
                            view->set_by);
  return g_strdup_printf ("%s  %s\n    %s (%s)", view->name, view->value != NULL ? view->value : "", view->meaning,
                          view->range);
}

static gpointer
read_policies (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_policy_view_list (conn, error);
}

static void
list (VouchCli *cli, const VouchVerb *verb)
{
  vouch_list_read (cli, &vouch_policy_view_type, read_policies, NULL, say_policy);
}

const VouchVerb vouch_verbs_of_policy[] = {
  {
      .noun = "policy",
      .verb = "set",
      .arguments = "--name NAME [--value VALUE]",
      .help = N_ ("sets a rule of the house, or puts it back to its default"),
      .run = vouch_run_case,
      .use_case = &vouch_policy_change,
  },
  {
      .noun = "policy",
      .verb = "list",
      .help = N_ ("lists the rules of the house with their values, ranges and meanings"),
      .run = list,
  },
  { NULL },
};
