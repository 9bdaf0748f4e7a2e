#include "vouch-plan-content.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-plan-store.h"

/**
 * vouch_plan_content_new:
 *
 * Returns: (transfer full): a plan that says nothing yet
 */
VouchPlanContent *
vouch_plan_content_new (void)
{
  VouchPlanContent *self = g_new0 (VouchPlanContent, 1);

  self->plan = vouch_inspection_plan_new ();
  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_sampling_rule_free);
  self->characteristics = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_characteristic_free);
  return self;
}

static void
refuse (gint64 version, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, version);

  vouch_set_field_error (error, "plan_version", VOUCH_ERROR_NOT_FOUND, _ ("This product's plan has no version %s"),
                         number);
}

/**
 * vouch_plan_content_load:
 * @conn: a connection
 * @product_id: whose plan
 * @type: which of its plans
 * @version: which version
 * @error: NOT_FOUND, or what the database said
 *
 * Returns: (transfer full) (nullable): what that version says
 */
VouchPlanContent *
vouch_plan_content_load (VouchConn *conn, gint64 product_id, VouchPlanType type, gint64 version, GError **error)
{
  g_autoptr (VouchPlanContent) self = g_new0 (VouchPlanContent, 1);
  g_autoptr (GError) local = NULL;

  self->plan = vouch_plan_store_find_version (conn, product_id, type, version, &local);
  if (self->plan == NULL)
    {
      if (local == NULL)
        refuse (version, &local);
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  self->rules = vouch_plan_store_list_rules (conn, self->plan, error);
  if (self->rules == NULL)
    return NULL;
  self->characteristics = vouch_plan_store_list_characteristics (conn, self->plan->id, error);
  return self->characteristics != NULL ? g_steal_pointer (&self) : NULL;
}

static GPtrArray *
copy_all (GPtrArray *records, const VouchRecordType *type, GDestroyNotify free_record)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (free_record);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (copies, vouch_record_copy (type, g_ptr_array_index (records, i)));
  return copies;
}

/**
 * vouch_plan_content_copy:
 * @self: a plan
 *
 * Returns: (transfer full): the same once more, to be changed
 */
VouchPlanContent *
vouch_plan_content_copy (const VouchPlanContent *self)
{
  VouchPlanContent *copy = g_new0 (VouchPlanContent, 1);

  copy->plan = vouch_record_copy (&vouch_inspection_plan_type, self->plan);
  copy->rules = copy_all (self->rules, &vouch_sampling_rule_type, (GDestroyNotify)vouch_sampling_rule_free);
  copy->characteristics =
      copy_all (self->characteristics, &vouch_characteristic_type, (GDestroyNotify)vouch_characteristic_free);
  return copy;
}

/**
 * vouch_plan_content_free:
 * @self: (nullable) (transfer full): a plan
 */
void
vouch_plan_content_free (VouchPlanContent *self)
{
  if (self == NULL)
    return;
  vouch_inspection_plan_free (self->plan);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_clear_pointer (&self->characteristics, g_ptr_array_unref);
  g_free (self);
}

static const VouchSamplingRule *
find_table_rule (const VouchPlanContent *self)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      const VouchSamplingRule *rule = g_ptr_array_index (self->rules, i);

      if (rule->method == VOUCH_SAMPLING_METHOD_AQL)
        return rule;
    }
  return NULL;
}

static void
set_text (char **place, const char *text)
{
  char *copy = g_strdup (text != NULL ? text : "");

  g_free (*place);
  *place = copy;
}

/**
 * vouch_plan_content_number:
 * @self: a plan
 *
 * Numbers rules and checks by their order, and puts the terms of the first rule that reads a table where plans had them
 * before they had rules.
 */
void
vouch_plan_content_number (VouchPlanContent *self)
{
  const VouchSamplingRule *rule = find_table_rule (self);

  for (guint i = 0; i < self->rules->len; i++)
    ((VouchSamplingRule *)g_ptr_array_index (self->rules, i))->position = i + 1;
  for (guint i = 0; i < self->characteristics->len; i++)
    ((VouchCharacteristic *)g_ptr_array_index (self->characteristics, i))->position = i + 1;
  set_text (&self->plan->standard, rule != NULL ? rule->standard : NULL);
  set_text (&self->plan->level, rule != NULL ? rule->level : NULL);
  set_text (&self->plan->aql, rule != NULL ? rule->aql : NULL);
  self->plan->counts_nonconformities = rule != NULL && rule->counts_nonconformities;
}

static gboolean
is_beside (const VouchSamplingRule *rule)
{
  return rule->method == VOUCH_SAMPLING_METHOD_VARIABLES || rule->method == VOUCH_SAMPLING_METHOD_SKIP_LOT;
}

/* Rules are told apart by what they are about, wherever they stand. */
static gboolean
is_same (const VouchSamplingRule *one, const VouchSamplingRule *other)
{
  if (is_beside (one) || is_beside (other))
    return one->method == other->method && one->characteristic == other->characteristic;
  return one->scope == other->scope;
}

/**
 * vouch_plan_content_find_rule:
 * @self: a plan
 * @like: a rule of another version
 *
 * Returns: which of its rules is about the same, or -1
 */
int
vouch_plan_content_find_rule (const VouchPlanContent *self, const VouchSamplingRule *like)
{
  for (guint i = 0; i < self->rules->len; i++)
    if (is_same (g_ptr_array_index (self->rules, i), like))
      return (int)i;
  return -1;
}
