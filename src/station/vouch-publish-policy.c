/* What a station promises customers: how soon they are answered, and by whom; and from when a code counts as possibly
 * copied. The lookup service goes by the newest. */
#include "vouch-publish-policy.h"

#include "vouch-outbox-store.h"
#include "vouch-policy-store.h"
#include "vouch-policy-work.h"
#include "vouch-publication.h"
#include "vouch-publish-line.h"
#include "vouch-record-json.h"

static const VouchPolicyId numbers[] = { VOUCH_POLICY_CASE_HOURS, VOUCH_POLICY_COPIED_AFTER, VOUCH_POLICY_CASE_DAYS };
static const char *const number_members[] = { "promised_hours", "copied_after", "keep_days" };
static const VouchPolicyId contacts[] = { VOUCH_POLICY_DESK_CONTACT_EN, VOUCH_POLICY_DESK_CONTACT_ZH };
static const char *const contact_members[] = { "en", "zh-CN" };

static gboolean
add_numbers (VouchAct *act, JsonObject *object, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      gint64 value;

      if (!vouch_policy_read_number (act->conn, numbers[i], &value, error))
        return FALSE;
      json_object_set_int_member (object, number_members[i], value);
    }
  return TRUE;
}

static JsonObject *
make_contact (VouchAct *act)
{
  JsonObject *object = json_object_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (contacts); i++)
    {
      g_autofree char *value = vouch_policy_dup (act->conn, vouch_policy_table_get (contacts[i])->name);

      if (value != NULL && *value != '\0')
        json_object_set_string_member (object, contact_members[i], value);
      else
        json_object_set_null_member (object, contact_members[i]);
    }
  return object;
}

static gboolean
publish (VouchAct *act, GError **error)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autofree char *json = NULL;
  g_autoptr (GBytes) body = NULL;
  gint64 earlier;

  if (!vouch_outbox_store_count_policies (act->conn, &earlier, error))
    return FALSE;
  json_object_set_int_member (object, "rev", earlier + 1);
  if (!add_numbers (act, object, error))
    return FALSE;
  json_object_set_object_member (object, "contact", make_contact (act));
  json = vouch_json_write (object);
  body = g_bytes_new (json, strlen (json));
  return vouch_publish_put (act, 0, earlier + 1, VOUCH_PUBLICATION_POLICY, body, error);
}

static gboolean
is_public (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (vouch_policy_table_get (numbers[i])->name, name))
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (contacts); i++)
    if (g_str_equal (vouch_policy_table_get (contacts[i])->name, name))
      return TRUE;
  return FALSE;
}

/**
 * vouch_publish_policy_after:
 * @act: the act that changed a rule
 * @name: which
 * @error: what the database said
 *
 * Publishes the rules if the lookup service goes by the one that was changed. A station without a lookup service
 * publishes them when one is enrolled.
 *
 * Returns: whether the publication waits to be sent, or there is nothing to publish
 */
gboolean
vouch_publish_policy_after (VouchAct *act, const char *name, GError **error)
{
  g_autofree char *service = vouch_policy_dup (act->conn, "lookup-key");

  return service == NULL || !is_public (name) || publish (act, error);
}

static gboolean
was_set (VouchConn *conn, VouchPolicyId id, gboolean *is_set, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchPolicy) policy = vouch_policy_store_find (conn, vouch_policy_table_get (id)->name, &local);

  *is_set = *is_set || policy != NULL;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * vouch_publish_policy_to_new:
 * @act: the act that enrolled a lookup service
 * @error: what the database said
 *
 * Publishes the rules if any was ever set here; what nobody set the service has by itself.
 *
 * Returns: whether the publication waits to be sent, or there is nothing to publish
 */
gboolean
vouch_publish_policy_to_new (VouchAct *act, GError **error)
{
  gboolean is_set = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!was_set (act->conn, numbers[i], &is_set, error))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (contacts); i++)
    if (!was_set (act->conn, contacts[i], &is_set, error))
      return FALSE;
  return !is_set || publish (act, error);
}
