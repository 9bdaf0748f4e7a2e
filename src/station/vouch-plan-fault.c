#include "vouch-plan-fault.h"

#include <glib/gi18n-lib.h>

#include "vouch-arrival-check.h"
#include "vouch-error.h"
#include "vouch-product-gtin.h"

#define N_CLASSES (VOUCH_DEFECT_SCOPE_MINOR + 1)

static const char *const part_names[] = { "plan", "rule", "check", NULL };
const VouchEnum vouch_plan_part_values = { part_names };

static const VouchField fields[] = {
  VOUCH_FIELD_OF_ENUM (VouchPlanFault, part, vouch_plan_part_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPlanFault, position, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPlanFault, field, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPlanFault, message, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchPlanFault, vouch_plan_fault, "plan_fault", fields)

/**
 * vouch_plan_fault_add:
 * @faults: (element-type VouchPlanFault): the faults so far
 * @part: what of the plan is at fault
 * @position: its position, or 0
 * @field: the field at fault
 * @message: (transfer full): what is wrong with it
 */
void
vouch_plan_fault_add (GPtrArray *faults, VouchPlanPart part, gint64 position, const char *field, char *message)
{
  VouchPlanFault *fault = vouch_plan_fault_new ();

  fault->part = part;
  fault->position = position;
  fault->field = g_strdup (field);
  fault->message = message;
  g_ptr_array_add (faults, fault);
}

static void
blame_plan (GPtrArray *faults, const char *field, const char *message)
{
  vouch_plan_fault_add (faults, VOUCH_PLAN_PART_PLAN, 0, field, g_strdup (message));
}

/* Plans by variables and skip-lot stand beside the rules that judge defects as they are found. */
static gboolean
judges_defects (const VouchSamplingRule *rule)
{
  return rule->method != VOUCH_SAMPLING_METHOD_VARIABLES && rule->method != VOUCH_SAMPLING_METHOD_SKIP_LOT;
}

static gboolean
has_rule_by_class (const VouchPlanContent *plan)
{
  for (guint i = 0; i < plan->rules->len; i++)
    {
      const VouchSamplingRule *rule = g_ptr_array_index (plan->rules, i);

      if (judges_defects (rule) && rule->scope != VOUCH_DEFECT_SCOPE_ALL)
        return TRUE;
    }
  return FALSE;
}

static void
count_scopes (const VouchPlanContent *plan, guint n[N_CLASSES], GPtrArray *faults)
{
  for (guint i = 0; i < plan->rules->len; i++)
    {
      const VouchSamplingRule *rule = g_ptr_array_index (plan->rules, i);

      if (!judges_defects (rule) || (guint)rule->scope >= N_CLASSES)
        continue;
      if (n[rule->scope]++ > 0)
        vouch_plan_fault_add (faults, VOUCH_PLAN_PART_RULE, i + 1, "scope",
                              g_strdup (_ ("Another rule is about these defects already; each class has one rule")));
    }
}

/* Whatever an inspector finds has to count: a class without a rule would let its defects pass. */
static void
check_scopes (const VouchPlanContent *plan, GPtrArray *faults)
{
  guint n[N_CLASSES] = { 0 };
  guint n_classes;

  count_scopes (plan, n, faults);
  n_classes =
      (n[VOUCH_DEFECT_SCOPE_CRITICAL] > 0) + (n[VOUCH_DEFECT_SCOPE_MAJOR] > 0) + (n[VOUCH_DEFECT_SCOPE_MINOR] > 0);
  if (n[VOUCH_DEFECT_SCOPE_ALL] > 0 && n_classes > 0)
    blame_plan (faults, "rules", _ ("Either one rule is about all defects, or each class has its own; not both"));
  else if (n[VOUCH_DEFECT_SCOPE_ALL] == 0 && n_classes == 0)
    blame_plan (faults, "rules",
                _ ("No rule says how the defects that are found are judged; add one for all defects, or one a class"));
  else if (n[VOUCH_DEFECT_SCOPE_ALL] == 0 && n_classes < 3)
    blame_plan (faults, "rules",
                _ ("With rules by class, critical, major and minor defects need one each: a defect of a class without "
                   "a rule would count for nothing"));
}

static guint
count_method (const VouchPlanContent *plan, VouchSamplingMethod method)
{
  guint n = 0;

  for (guint i = 0; i < plan->rules->len; i++)
    n += ((const VouchSamplingRule *)g_ptr_array_index (plan->rules, i))->method == method;
  return n;
}

static void
check_rules (const VouchPlanContent *plan, GPtrArray *faults)
{
  guint n_skip = count_method (plan, VOUCH_SAMPLING_METHOD_SKIP_LOT);

  for (guint i = 0; i < plan->rules->len; i++)
    vouch_plan_fault_list_rule (plan, i, faults);
  if (plan->rules->len == 0)
    blame_plan (faults, "rules", _ ("A plan needs a sampling rule"));
  else if (n_skip == plan->rules->len)
    blame_plan (faults, "rules", _ ("Skip-lot says only which lots are inspected; add a rule that says how they are"));
  else
    check_scopes (plan, faults);
  if (n_skip > 1)
    blame_plan (faults, "rules", _ ("A plan has one rule for skip-lot at most"));
}

static void
check_limits (const VouchCharacteristic *check, guint position, GPtrArray *faults)
{
  if (check->kind == VOUCH_CHARACTERISTIC_KIND_VARIABLE && !check->has_lower && !check->has_upper)
    vouch_plan_fault_add (faults, VOUCH_PLAN_PART_CHECK, position, "lower",
                          g_strdup (_ ("What is measured has a lower or an upper limit, or both")));
  if (check->kind == VOUCH_CHARACTERISTIC_KIND_COUNT && !check->has_upper)
    vouch_plan_fault_add (faults, VOUCH_PLAN_PART_CHECK, position, "upper",
                          g_strdup (_ ("What is counted has an upper limit")));
  if (check->has_lower && check->has_upper && check->lower > check->upper)
    vouch_plan_fault_add (faults, VOUCH_PLAN_PART_CHECK, position, "lower",
                          g_strdup (_ ("The lower limit is above the upper one")));
  if ((check->has_lower || check->has_upper) && (check->unit == NULL || *check->unit == '\0'))
    vouch_plan_fault_add (faults, VOUCH_PLAN_PART_CHECK, position, "unit", g_strdup (_ ("Limits have a unit")));
}

static void
check_check (const VouchPlanContent *plan, guint index, gboolean by_class, GPtrArray *faults)
{
  const VouchCharacteristic *check = g_ptr_array_index (plan->characteristics, index);
  g_autoptr (GError) error = NULL;

  if (!vouch_record_check (&vouch_characteristic_type, check, &error))
    vouch_plan_fault_add (faults, VOUCH_PLAN_PART_CHECK, index + 1, vouch_error_get_field (error),
                          g_strdup (error->message));
  if (by_class && check->defect_code_id == 0)
    vouch_plan_fault_add (faults, VOUCH_PLAN_PART_CHECK, index + 1, "defect_code",
                          g_strdup (_ ("With rules by class, each check names the defect that its failure is")));
  check_limits (check, index + 1, faults);
}

static void
check_checks (const VouchPlanContent *plan, GPtrArray *faults)
{
  gboolean by_class = has_rule_by_class (plan), any_required = FALSE;

  for (guint i = 0; i < plan->characteristics->len; i++)
    {
      check_check (plan, i, by_class, faults);
      any_required |= ((const VouchCharacteristic *)g_ptr_array_index (plan->characteristics, i))->required;
    }
  if (!any_required)
    blame_plan (faults, "characteristics", _ ("A plan needs a check that is required; nothing passes by default"));
}

/* What packages there are is known by the GTINs of trade items that hold several units. */
static void
check_draw_by (const VouchInspectionPlan *plan, GPtrArray *gtins, GPtrArray *faults)
{
  g_autoptr (GString) known = g_string_new (NULL);

  if (plan->draw_by == NULL)
    return;
  for (guint i = 0; i < gtins->len; i++)
    {
      const VouchProductGtin *item = g_ptr_array_index (gtins, i);

      if (item->numerator <= item->denominator)
        continue;
      if (g_str_equal (item->gtin, plan->draw_by))
        return;
      g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", item->gtin);
    }
  vouch_plan_fault_add (
      faults, VOUCH_PLAN_PART_PLAN, 0, "draw_by",
      known->len > 0
          ? g_strdup_printf (_ ("“%s” is no package of this product; choose one of %s"), plan->draw_by, known->str)
          : g_strdup_printf (_ ("“%s” is no package of this product; it comes in none"), plan->draw_by));
}

static void
check_terms (const VouchInspectionPlan *plan, GPtrArray *gtins, GPtrArray *faults)
{
  g_autoptr (GError) error = NULL;

  check_draw_by (plan, gtins, faults);
  if (plan->arrival_checks != NULL && !vouch_arrival_check_parse_items (plan->arrival_checks, NULL, &error))
    blame_plan (faults, "arrival_checks", error->message);
}

/**
 * vouch_plan_fault_list:
 * @plan: a plan that somebody drafts
 * @gtins: (element-type VouchProductGtin): the product's trade items
 *
 * Whether a plan can be used: what the standards know, what the methods need, and that every defect counts. All faults
 * are told at once.
 *
 * Returns: (transfer full) (element-type VouchPlanFault): the faults; empty where there is none
 */
GPtrArray *
vouch_plan_fault_list (const VouchPlanContent *plan, GPtrArray *gtins)
{
  GPtrArray *faults = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_plan_fault_free);

  g_return_val_if_fail (plan != NULL && gtins != NULL, faults);

  check_rules (plan, faults);
  check_checks (plan, faults);
  check_terms (plan->plan, gtins, faults);
  return faults;
}

static char *
dup_line (const VouchPlanFault *fault)
{
  /* Translators: the number of a sampling rule, its field, what is wrong with it. */
  if (fault->part == VOUCH_PLAN_PART_RULE)
    return g_strdup_printf (_ ("Rule %d, %s: %s"), (int)fault->position, fault->field, fault->message);
  /* Translators: the number of a check, its field, what is wrong with it. */
  if (fault->part == VOUCH_PLAN_PART_CHECK)
    return g_strdup_printf (_ ("Check %d, %s: %s"), (int)fault->position, fault->field, fault->message);
  return g_strdup (fault->message);
}

/**
 * vouch_plan_fault_refuse:
 * @faults: (element-type VouchPlanFault): what vouch_plan_fault_list() gives
 * @error: INVALID with the first fault's field, and a line for every fault
 *
 * Returns: whether there is nothing to refuse
 */
gboolean
vouch_plan_fault_refuse (GPtrArray *faults, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  if (faults->len == 0)
    return TRUE;
  for (guint i = 0; i < faults->len; i++)
    g_ptr_array_add (lines, dup_line (g_ptr_array_index (faults, i)));
  g_ptr_array_add (lines, NULL);
  text = g_strjoinv ("\n", (char **)lines->pdata);
  vouch_set_field_error (error, ((const VouchPlanFault *)g_ptr_array_index (faults, 0))->field, VOUCH_ERROR_INVALID,
                         "%s", text);
  return FALSE;
}
