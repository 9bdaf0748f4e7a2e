#include "vouch-plan-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-defect-code-store.h"
#include "vouch-error.h"
#include "vouch-record-json.h"
#include "vouch-row.h"
#include "vouch-rule-terms.h"
#include "vouch-text.h"

#define RULES_MAX 50
#define CHECKS_MAX 200

/* Who made which version, and what the first rule says: told, but never taken from a draft. */
static const char *const told[] = { "id",      "product",   "product_id",  "type",
                                    "version", "state",     "standard",    "level",
                                    "aql",     "author_id", "approver_id", "counts_nonconformities",
                                    "author",  "approver",  "approved_at", "reason",
                                    NULL };

/* Its own place is where a record stands in its list. */
static const char *const placed[] = { "id", "plan_id", "position", NULL };

static gboolean
refuse (GError **error, const char *field, const char *message)
{
  vouch_set_field_error (error, field, VOUCH_ERROR_INVALID, "%s", message);
  return FALSE;
}

static gboolean
get_list (JsonObject *object, const char *name, guint n_most, JsonArray **array, GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  *array = NULL;
  if (node == NULL || json_node_is_null (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) > n_most)
    {
      vouch_set_field_error (error, name, VOUCH_ERROR_INVALID, _ ("“%s” has to be a list of at most %u objects"), name,
                             n_most);
      return FALSE;
    }
  *array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (*array); i++)
    if (!JSON_NODE_HOLDS_OBJECT (json_array_get_element (*array, i)))
      return refuse (error, name, _ ("Each element has to be an object"));
  return TRUE;
}

/* The whole list is replaced, or nothing is. */
static void
replace (GPtrArray **list, GPtrArray *by)
{
  g_ptr_array_unref (*list);
  *list = by;
}

static void
prefix (GError **error, const char *list, guint index)
{
  const char *field = vouch_error_get_field (*error);
  g_autofree char *place = g_strdup_printf ("%s[%u].%s", list, index + 1, field != NULL ? field : "");
  g_autofree char *message = g_strdup ((*error)->message);

  g_clear_error (error);
  vouch_set_field_error (error, place, VOUCH_ERROR_INVALID, "%s", message);
}

/**
 * vouch_plan_json_read_rules:
 * @object: a plan as JSON
 * @plan: where its rules go, if @object has a list of them
 * @error: INVALID, naming the field
 *
 * Returns: whether they could be read; what they say is looked at by vouch_plan_fault_list()
 */
gboolean
vouch_plan_json_read_rules (JsonObject *object, VouchPlanContent *plan, GError **error)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_sampling_rule_free);
  g_autoptr (GError) local = NULL;
  JsonArray *array;

  if (!get_list (object, "rules", RULES_MAX, &array, error))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      VouchSamplingRule *rule = vouch_record_from_json (
          &vouch_sampling_rule_type, json_array_get_object_element (array, i), VOUCH_JSON_STRICT, &local);

      if (rule == NULL)
        {
          prefix (&local, "rules", i);
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      rule->has_limit_number |= rule->limit_number != 0;
      g_ptr_array_add (rules, rule);
    }
  if (array != NULL)
    replace (&plan->rules, g_steal_pointer (&rules));
  return TRUE;
}

static gboolean
find_defect (VouchConn *conn, const char *code, gint64 *id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchDefectCode) defect = vouch_defect_code_store_find (conn, code, &local);
  g_autofree char *shown = vouch_text_show (code, -1);

  if (defect == NULL && local == NULL)
    vouch_set_field_error (&local, "defect_code", VOUCH_ERROR_INVALID, _ ("There is no defect code “%s”"), shown);
  if (defect != NULL)
    *id = defect->id;
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return defect != NULL;
}

static gboolean
is_given (JsonObject *object, const char *name)
{
  return json_object_has_member (object, name) && !json_object_get_null_member (object, name);
}

/* A check names its defect by the code that people know. */
static gboolean
read_defect (VouchConn *conn, JsonObject *object, VouchCharacteristic *check, GError **error)
{
  JsonNode *node = json_object_get_member (object, "defect_code");

  if (node == NULL || json_node_is_null (node))
    return TRUE;
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return refuse (error, "defect_code", _ ("A defect code is a text of three digits"));
  return find_defect (conn, json_node_get_string (node), &check->defect_code_id, error);
}

static gboolean
knows_member (const char *name)
{
  return g_str_equal (name, "defect_code") || vouch_record_find_field (&vouch_characteristic_type, name) != NULL;
}

static gboolean
check_members (JsonObject *object, gboolean (*knows) (const char *name), GError **error)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *at = names; at != NULL; at = at->next)
    if (!knows (at->data))
      {
        g_autofree char *shown = vouch_text_show (at->data, -1);

        vouch_set_field_error (error, shown, VOUCH_ERROR_INVALID, _ ("“%s” is not known here"), shown);
        return FALSE;
      }
  return TRUE;
}

static VouchCharacteristic *
read_check (VouchConn *conn, JsonObject *object, GError **error)
{
  g_autoptr (VouchCharacteristic) check = NULL;

  if (!check_members (object, knows_member, error))
    return NULL;
  check = vouch_record_from_json (&vouch_characteristic_type, object, VOUCH_JSON_LENIENT, error);
  if (check == NULL || !read_defect (conn, object, check, error))
    return NULL;
  check->has_lower = is_given (object, "lower");
  check->has_upper = is_given (object, "upper");
  return g_steal_pointer (&check);
}

static gboolean
read_checks (VouchConn *conn, JsonObject *object, VouchPlanContent *plan, GError **error)
{
  g_autoptr (GPtrArray) checks = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_characteristic_free);
  g_autoptr (GError) local = NULL;
  JsonArray *array;

  if (!get_list (object, "characteristics", CHECKS_MAX, &array, error))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      VouchCharacteristic *check = read_check (conn, json_array_get_object_element (array, i), &local);

      if (check == NULL)
        {
          prefix (&local, "characteristics", i);
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      g_ptr_array_add (checks, check);
    }
  if (array != NULL)
    replace (&plan->characteristics, g_steal_pointer (&checks));
  return TRUE;
}

static gboolean
knows_term (const char *name)
{
  return g_strv_contains (told, name) || g_str_equal (name, "rules") || g_str_equal (name, "characteristics") ||
         vouch_record_find_field (&vouch_inspection_plan_type, name) != NULL;
}

static void
take_text (char **place, char **text)
{
  g_free (*place);
  *place = g_steal_pointer (text);
}

static gboolean
read_terms (JsonObject *object, VouchInspectionPlan *plan, GError **error)
{
  g_autoptr (VouchInspectionPlan) terms = NULL;
  g_autoptr (JsonObject) own = json_object_new ();
  static const char *const names[] = { "decider_not_inspector", "arrival_checks", "draw_by" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (json_object_has_member (object, names[i]))
      json_object_set_member (own, names[i], json_object_dup_member (object, names[i]));
  terms = vouch_record_from_json (&vouch_inspection_plan_type, own, VOUCH_JSON_STRICT, error);
  if (terms == NULL)
    return FALSE;
  if (is_given (own, "decider_not_inspector"))
    plan->decider_not_inspector = terms->decider_not_inspector;
  if (json_object_has_member (own, "arrival_checks"))
    take_text (&plan->arrival_checks, &terms->arrival_checks);
  if (json_object_has_member (own, "draw_by"))
    take_text (&plan->draw_by, &terms->draw_by);
  return TRUE;
}

/**
 * vouch_plan_json_read:
 * @conn: a connection, to look up defect codes
 * @object: a plan as JSON
 * @plan: what the draft begins with; what @object says takes its place, and what it does not mention stays
 * @error: INVALID, naming the field
 *
 * Returns: whether it could be read; what it says is looked at by vouch_plan_fault_list()
 */
gboolean
vouch_plan_json_read (VouchConn *conn, JsonObject *object, VouchPlanContent *plan, GError **error)
{
  return check_members (object, knows_term, error) && read_terms (object, plan->plan, error) &&
         vouch_plan_json_read_rules (object, plan, error) && read_checks (conn, object, plan, error);
}

static void
remove_members (JsonObject *object, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    json_object_remove_member (object, names[i]);
}

/* Only what the rule's method knows. */
static JsonObject *
write_rule (const VouchSamplingRule *rule)
{
  JsonObject *object = vouch_record_to_json (&vouch_sampling_rule_type, rule, 0);

  for (guint i = 0; i < vouch_sampling_rule_type.n_fields; i++)
    {
      const char *name = vouch_sampling_rule_type.fields[i].name;

      if (!g_str_equal (name, "scope") && !g_str_equal (name, "method") && !vouch_rule_terms_has (rule->method, name))
        json_object_remove_member (object, name);
    }
  if (!rule->has_limit_number)
    json_object_remove_member (object, "limit_number");
  json_object_remove_member (object, "has_limit_number");
  return object;
}

/**
 * vouch_plan_json_write_rules:
 * @plan: a plan
 *
 * Returns: (transfer full): its rules, each with the terms of its method
 */
JsonArray *
vouch_plan_json_write_rules (const VouchPlanContent *plan)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < plan->rules->len; i++)
    json_array_add_object_element (array, write_rule (g_ptr_array_index (plan->rules, i)));
  return array;
}

static JsonObject *
write_check (VouchConn *conn, const VouchCharacteristic *check, GError **error)
{
  g_autoptr (VouchDefectCode) defect = NULL;
  JsonObject *object;

  if (check->defect_code_id != 0)
    {
      defect = vouch_row_load (conn, &vouch_defect_code_type, check->defect_code_id, error);
      if (defect == NULL)
        return NULL;
    }
  object = vouch_record_to_json (&vouch_characteristic_type, check, 0);
  remove_members (object, placed);
  remove_members (object, (const char *const[]){ "defect_code_id", "has_lower", "has_upper", NULL });
  if (!check->has_lower)
    json_object_remove_member (object, "lower");
  if (!check->has_upper)
    json_object_remove_member (object, "upper");
  if (defect != NULL)
    json_object_set_string_member (object, "defect_code", defect->code);
  return object;
}

/**
 * vouch_plan_json_write:
 * @conn: a connection, to look up defect codes
 * @plan: a plan
 * @offset_s: the station's offset from UTC, for times
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): all that it says
 */
JsonObject *
vouch_plan_json_write (VouchConn *conn, const VouchPlanContent *plan, int offset_s, GError **error)
{
  g_autoptr (JsonObject) object = vouch_record_to_json (&vouch_inspection_plan_type, plan->plan, offset_s);
  g_autoptr (JsonArray) checks = json_array_new ();

  for (guint i = 0; i < plan->characteristics->len; i++)
    {
      JsonObject *check = write_check (conn, g_ptr_array_index (plan->characteristics, i), error);

      if (check == NULL)
        return NULL;
      json_array_add_object_element (checks, check);
    }
  json_object_set_array_member (object, "rules", vouch_plan_json_write_rules (plan));
  json_object_set_array_member (object, "characteristics", g_steal_pointer (&checks));
  return g_steal_pointer (&object);
}

static void
add_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

/**
 * vouch_plan_json_write_terms:
 * @plan: a plan
 *
 * Returns: (transfer full): its terms and rules as the content of a draft whose checks are an earlier version's
 */
GBytes *
vouch_plan_json_write_terms (const VouchPlanContent *plan)
{
  g_autoptr (JsonObject) object = json_object_new ();
  char *text;

  json_object_set_boolean_member (object, "decider_not_inspector", plan->plan->decider_not_inspector);
  add_text (object, "arrival_checks", plan->plan->arrival_checks);
  add_text (object, "draw_by", plan->plan->draw_by);
  json_object_set_array_member (object, "rules", vouch_plan_json_write_rules (plan));
  text = vouch_json_write (object);
  return g_bytes_new_take (text, strlen (text));
}
