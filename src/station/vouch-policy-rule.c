#include "vouch-policy-rule.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-id.h"
#include "vouch-policy-store.h"
#include "vouch-product-store.h"
#include "vouch-trace-address.h"

static const VouchField policy_fields[] = {
  VOUCH_FIELD (VouchPolicyRequest, name, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPolicyRequest, value, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchPolicyRequest, vouch_policy_request, "policy_change", policy_fields)

/* The policies that can be set by hand, so that a misspelt one is not kept in silence. */
static const char *const known[] = {
  "host", "pin-at-sign-in", "public-contact", "station-name", "station-number", NULL,
};

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

  if (!g_strv_contains (known, request->name))
    {
      g_autofree char *names = g_strjoinv (", ", (char **)known);

      vouch_set_field_error (error, "name", VOUCH_ERROR_INVALID, _ ("“%s” is no policy; there are %s"), request->name,
                             names);
      return FALSE;
    }
  if (g_str_equal (request->name, "host") && (request->value == NULL || !vouch_trace_host_is_valid (request->value)))
    {
      vouch_set_field_error (error, "value", VOUCH_ERROR_INVALID, _ ("“%s” is not a host name"),
                             request->value != NULL ? request->value : "");
      return FALSE;
    }
  if (g_str_equal (request->name, "station-number") &&
      (request->value == NULL || !g_ascii_string_to_unsigned (request->value, 10, 1, VOUCH_STATION_MAX, NULL, NULL)))
    {
      vouch_set_field_error (error, "value", VOUCH_ERROR_INVALID, _ ("A station's number is 1 to %d"),
                             VOUCH_STATION_MAX);
      return FALSE;
    }
  return vouch_policy_set (act, request->name, request->value, error);
}

const VouchUseCase vouch_policy_change = {
  .name = "policy.change",
  .permission = VOUCH_PERMISSION_MANAGE_STATION,
  .request = &vouch_policy_request_type,
  .answer = &vouch_done_type,
  .act = change,
};
