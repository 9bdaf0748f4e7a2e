#include "vouch-policy-view.h"

#include <glib/gi18n-lib.h>

#include "vouch-policy-store.h"
#include "vouch-row.h"
#include "vouch-user.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchPolicyView, name, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPolicyView, title, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPolicyView, value, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPolicyView, is_set, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchPolicyView, kind, vouch_policy_kind_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPolicyView, fallback, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPolicyView, range, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPolicyView, meaning, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPolicyView, source, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPolicyView, set_by, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPolicyView, changed_by, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPolicyView, changed_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchPolicyView, vouch_policy_view, "policy_view", fields)

static VouchPolicyView *
describe (const VouchPolicyRule *rule)
{
  VouchPolicyView *view = vouch_policy_view_new ();

  view->name = g_strdup (rule->name);
  view->title = g_strdup (vouch_policy_rule_get_title (rule));
  view->value = g_strdup (rule->fallback);
  view->kind = rule->kind;
  view->fallback = g_strdup (rule->fallback);
  view->range = vouch_policy_rule_dup_range (rule);
  view->meaning = g_strdup (vouch_policy_rule_get_meaning (rule));
  view->source = g_strdup (vouch_policy_rule_get_source (rule));
  view->set_by = rule->set_by != NULL ? g_strdup (_ (rule->set_by)) : NULL;
  return view;
}

static gboolean
note_change (VouchConn *conn, VouchPolicyView *view, const VouchPolicy *policy, GError **error)
{
  const VouchPolicyRule *rule = vouch_policy_table_find (view->name);
  g_autoptr (VouchUser) user = NULL;
  gint64 number;

  view->changed_at = policy->changed_at;
  view->is_set = policy->value != NULL && vouch_policy_rule_parse (rule, policy->value, &number);
  if (view->is_set)
    {
      g_free (view->value);
      view->value = g_strdup (policy->value);
    }
  if (policy->changed_by == 0)
    return TRUE;
  user = vouch_row_load (conn, &vouch_user_type, policy->changed_by, error);
  if (user == NULL)
    return FALSE;
  view->changed_by = g_strdup (user->name);
  return TRUE;
}

/**
 * vouch_policy_view_list:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchPolicyView): every policy of the table, in its order
 */
GPtrArray *
vouch_policy_view_list (VouchConn *conn, GError **error)
{
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_policy_view_free);

  for (guint i = 0; i < VOUCH_N_POLICIES; i++)
    {
      const VouchPolicyRule *rule = vouch_policy_table_get (i);
      g_autoptr (GError) local = NULL;
      g_autoptr (VouchPolicy) policy = vouch_policy_store_find (conn, rule->name, &local);
      VouchPolicyView *view = describe (rule);

      g_ptr_array_add (views, view);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      if (policy != NULL && !note_change (conn, view, policy, error))
        return NULL;
    }
  return g_steal_pointer (&views);
}
