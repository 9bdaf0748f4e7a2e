#include <glib/gi18n-lib.h>

#include "vouch-list.h"
#include "vouch-policy-rule.h"
#include "vouch-policy-store.h"
#include "vouch-run-case.h"

static char *
say_policy (gconstpointer data)
{
  const VouchPolicy *policy = data;

  return g_strdup_printf ("%s  %s", policy->name, policy->value != NULL ? policy->value : "");
}

static gpointer
read_policies (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_policy_store_list (conn, error);
}

static void
list (VouchCli *cli, const VouchVerb *verb)
{
  vouch_list_read (cli, &vouch_policy_type, read_policies, NULL, say_policy);
}

const VouchVerb vouch_verbs_of_policy[] = {
  {
      .noun = "policy",
      .verb = "set",
      .arguments = "--name NAME --value VALUE",
      .help = N_ ("sets a rule of the house, like the host name of the codes"),
      .run = vouch_run_case,
      .use_case = &vouch_policy_change,
  },
  { .noun = "policy", .verb = "list", .help = N_ ("lists the rules of the house"), .run = list },
  { NULL },
};
