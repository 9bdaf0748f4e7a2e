#include "vouch-policy-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-arrival-check.h"
#include "vouch-error.h"
#include "vouch-gs1-sscc.h"
#include "vouch-label-choice.h"
#include "vouch-policy-store.h"
#include "vouch-product-store.h"
#include "vouch-publish-policy.h"
#include "vouch-text.h"

static const VouchField policy_fields[] = {
  VOUCH_FIELD (VouchPolicyRequest, name, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPolicyRequest, value, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchPolicyRequest, vouch_policy_request, "policy_change", policy_fields)

/**
 * vouch_policy_dup:
 * @conn: a connection
 * @name: a policy's name
 *
 * Returns: (transfer full) (nullable): its value, or %NULL where it was never set
 */
char *
vouch_policy_dup (VouchConn *conn, const char *name)
{
  g_autoptr (VouchPolicy) policy = vouch_policy_store_find (conn, name, NULL);

  return policy != NULL ? g_strdup (policy->value) : NULL;
}

/* What counts: the value in the database if the table takes it, else the default. */
static gboolean
read_value (VouchConn *conn, VouchPolicyId id, gint64 *number, GError **error)
{
  const VouchPolicyRule *rule = vouch_policy_table_get (id);
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchPolicy) policy = vouch_policy_store_find (conn, rule->name, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (policy == NULL || policy->value == NULL || !vouch_policy_rule_parse (rule, policy->value, number))
    vouch_policy_rule_parse (rule, rule->fallback, number);
  return TRUE;
}

/**
 * vouch_policy_read_flag:
 * @conn: a connection
 * @id: a policy of yes or no
 * @value: (out): whether it is yes
 * @error: what the database said
 *
 * Returns: whether it could be read
 */
gboolean
vouch_policy_read_flag (VouchConn *conn, VouchPolicyId id, gboolean *value, GError **error)
{
  gint64 number;

  g_return_val_if_fail (vouch_policy_table_get (id)->kind == VOUCH_POLICY_KIND_YES_NO, FALSE);

  if (!read_value (conn, id, &number, error))
    return FALSE;
  *value = number != 0;
  return TRUE;
}

/**
 * vouch_policy_read_number:
 * @conn: a connection
 * @id: a policy that is a number
 * @value: (out): the number
 * @error: what the database said
 *
 * Returns: whether it could be read
 */
gboolean
vouch_policy_read_number (VouchConn *conn, VouchPolicyId id, gint64 *value, GError **error)
{
  g_return_val_if_fail (vouch_policy_table_get (id)->kind == VOUCH_POLICY_KIND_NUMBER, FALSE);

  return read_value (conn, id, value, error);
}

/**
 * vouch_policy_read_choice:
 * @conn: a connection
 * @id: a policy with choices
 * @value: (out): the choice's enumeration value, like %VOUCH_STOP_RULE_ASK
 * @error: what the database said
 *
 * Returns: whether it could be read
 */
gboolean
vouch_policy_read_choice (VouchConn *conn, VouchPolicyId id, int *value, GError **error)
{
  gint64 number;

  g_return_val_if_fail (vouch_policy_table_get (id)->kind == VOUCH_POLICY_KIND_CHOICE, FALSE);

  if (!read_value (conn, id, &number, error))
    return FALSE;
  *value = (int)number;
  return TRUE;
}

typedef struct
{
  VouchPolicyId id;
  gint64 number;
} NumberQuery;

static gpointer
read_station_value (VouchConn *conn, gpointer data, GError **error)
{
  NumberQuery *query = data;

  return read_value (conn, query->id, &query->number, error) ? query : NULL;
}

/**
 * vouch_station_read_policy:
 * @station: a station
 * @id: a policy that is a number, a choice, or yes or no
 * @value: (out): the number; the choice's enumeration value; 1 or 0
 * @error: what the database said
 *
 * For who has no connection at hand.
 *
 * Returns: whether it could be read
 */
gboolean
vouch_station_read_policy (VouchStation *station, VouchPolicyId id, gint64 *value, GError **error)
{
  NumberQuery query = { id, 0 };

  if (vouch_station_read (station, read_station_value, &query, error) == NULL)
    return FALSE;
  *value = query.number;
  return TRUE;
}

/**
 * vouch_policy_set:
 * @act: the act that changes it
 * @name: a policy's name
 * @value: (nullable): its value
 * @error: what the database said
 *
 * Returns: whether the policy has that value
 */
gboolean
vouch_policy_set (VouchAct *act, const char *name, const char *value, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchPolicy) policy = vouch_policy_store_find (act->conn, name, &local);
  gboolean is_new = policy == NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (is_new)
    {
      policy = vouch_policy_new ();
      policy->id = vouch_act_next_id (act);
      policy->name = g_strdup (name);
    }
  g_free (policy->value);
  policy->value = g_strdup (value);
  policy->changed_by = vouch_act_get_actor_id (act);
  policy->changed_at = vouch_act_get_now (act);
  return is_new ? vouch_act_insert (act, &vouch_policy_type, policy, error)
                : vouch_act_update (act, &vouch_policy_type, policy, error);
}

/**
 * vouch_policy_dup_unit_gtin:
 * @conn: a connection
 * @product: a product
 *
 * Returns: (transfer full) (nullable): the GTIN of one base unit, or %NULL where the product has none
 */
char *
vouch_policy_dup_unit_gtin (VouchConn *conn, const VouchProduct *product)
{
  g_autoptr (GPtrArray) items = vouch_product_store_list_gtins (conn, product->id, NULL);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const VouchProductGtin *item = g_ptr_array_index (items, i);

      if (item->numerator == item->denominator)
        return g_strdup (item->gtin);
    }
  return NULL;
}

/**
 * vouch_policy_dup_serial_gtin:
 * @conn: a connection
 * @product: a product
 *
 * AI 10 and 21 belong to the maker, so an address carries the GTIN only of products that may be serialised.
 *
 * Returns: (transfer full) (nullable): the GTIN for a GS1 Digital Link; %NULL for an address of ours
 */
char *
vouch_policy_dup_serial_gtin (VouchConn *conn, const VouchProduct *product)
{
  return product->may_serialise ? vouch_policy_dup_unit_gtin (conn, product) : NULL;
}

static gboolean
change (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchPolicyRequest *request = data;
  const VouchPolicyRule *rule = vouch_policy_table_find (request->name);

  if (rule == NULL)
    {
      g_autofree char *names = vouch_policy_table_dup_names ();
      g_autofree char *shown = vouch_text_show (request->name, -1);

      vouch_set_field_error (error, "name", VOUCH_ERROR_INVALID, _ ("“%s” is no policy; there are %s"), shown, names);
      return FALSE;
    }
  ((VouchDone *)answer)->number = g_strdup (rule->name);
  if (rule == vouch_policy_table_get (VOUCH_POLICY_ARRIVAL_CHECKS) &&
      !vouch_arrival_check_parse_items (request->value, NULL, error))
    return FALSE;
  if (rule == vouch_policy_table_get (VOUCH_POLICY_GS1_PREFIX) && request->value != NULL &&
      !vouch_gs1_prefix_is_valid (request->value))
    {
      vouch_set_field_error (error, "value", VOUCH_ERROR_INVALID, _ ("A GS1 company prefix has 4 to 12 digits"));
      return FALSE;
    }
  return vouch_policy_rule_check (rule, request->value, error) &&
         vouch_label_check_usual (act->conn, rule->name, request->value, error) &&
         vouch_policy_set (act, request->name, request->value, error) &&
         vouch_publish_policy_after (act, request->name, error);
}

const VouchUseCase vouch_policy_change = {
  .name = "policy.change",
  .permission = VOUCH_PERMISSION_MANAGE_STATION,
  .request = &vouch_policy_request_type,
  .answer = &vouch_done_type,
  .act = change,
};
