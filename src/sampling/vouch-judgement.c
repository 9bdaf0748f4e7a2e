#include "vouch-judgement.h"

#include <math.h>
#include <string.h>

#include "vouch-quantity.h"

/* What a class is judged with: its standing, and which characteristics it is about. */
typedef struct
{
  VouchClassStanding standing;
  gboolean *concerns; /* a characteristic */
} Class;

struct _VouchJudgement
{
  const GPtrArray *characteristics;
  GHashTable *defects;
  const VouchTally *tally;
  gint64 lot_size;
  gint64 drawn;
  gboolean makes_all_checks;
  guint n_classes;
  Class *classes; /* the gravest first, so that a unit is counted where it belongs */
  VouchVerdict verdict;
  gint64 to_draw;
};

static const VouchCharacteristic *
get_characteristic (const VouchJudgement *self, guint index)
{
  return g_ptr_array_index (self->characteristics, index);
}

/* What nobody called less grave is critical. */
static VouchDefectScope
get_scope (const VouchJudgement *self, gint64 defect_code_id)
{
  const VouchDefectCode *defect = self->defects != NULL ? g_hash_table_lookup (self->defects, &defect_code_id) : NULL;

  return defect != NULL ? VOUCH_DEFECT_SCOPE_CRITICAL + (VouchDefectScope)defect->class : VOUCH_DEFECT_SCOPE_CRITICAL;
}

static gboolean
has_plan_of_its_own (const GPtrArray *class_plans, gint64 characteristic_id)
{
  for (guint i = 0; i < class_plans->len; i++)
    if (((const VouchClassPlan *)g_ptr_array_index (class_plans, i))->characteristic_id == characteristic_id)
      return TRUE;
  return FALSE;
}

static gboolean
is_about (const VouchJudgement *self, const VouchClassPlan *plan, const GPtrArray *class_plans, guint index)
{
  const VouchCharacteristic *characteristic = get_characteristic (self, index);

  if (plan->characteristic_id != 0)
    return plan->characteristic_id == characteristic->id;
  if (has_plan_of_its_own (class_plans, characteristic->id))
    return FALSE;
  return plan->scope == VOUCH_DEFECT_SCOPE_ALL || characteristic->defect_code_id == 0 ||
         get_scope (self, characteristic->defect_code_id) == plan->scope;
}

/* A class that no check is required for is looked for with every check. */
static void
find_concerns (const VouchJudgement *self, Class *class, const GPtrArray *class_plans)
{
  const VouchClassPlan *plan = class->standing.plan;
  gboolean has_any = FALSE;

  class->concerns = g_new0 (gboolean, self->characteristics->len + 1);
  for (guint i = 0; i < self->characteristics->len; i++)
    {
      class->concerns[i] = is_about (self, plan, class_plans, i);
      has_any |= class->concerns[i] && get_characteristic (self, i)->required;
    }
  for (guint i = 0; i < self->characteristics->len && !has_any; i++)
    class->concerns[i] = !has_plan_of_its_own (class_plans, get_characteristic (self, i)->id);
}

/* Whether every check of the class is made on the unit, to which not all may apply, but any of the plan has to. */
static gboolean
is_inspected (const VouchJudgement *self, const Class *class, gint64 position)
{
  gboolean has_applied = FALSE;

  if (!self->makes_all_checks && vouch_tally_has_failed (self->tally, position))
    return TRUE;
  for (guint i = 0; i < self->characteristics->len; i++)
    {
      const VouchReading *reading = vouch_tally_get_reading (self->tally, position, i);

      if (class->concerns[i] && reading == NULL && get_characteristic (self, i)->required)
        return FALSE;
      has_applied |= reading != NULL && reading->result != VOUCH_RESULT_NOT_APPLICABLE;
    }
  return has_applied;
}

/* Nonconformities of the class that a reading tells of: a count tells of as many. */
static gint64
count_of_reading (const VouchJudgement *self, const Class *class, guint index, const VouchReading *reading)
{
  const VouchClassPlan *plan = class->standing.plan;

  if (reading == NULL || reading->result != VOUCH_RESULT_FAIL)
    return 0;
  if (plan->scope == VOUCH_DEFECT_SCOPE_ALL ? !class->concerns[index]
                                            : get_scope (self, reading->defect_code_id) != plan->scope)
    return 0;
  if (get_characteristic (self, index)->kind != VOUCH_CHARACTERISTIC_KIND_COUNT || !reading->has_value)
    return 1;
  return MAX (reading->value / VOUCH_QUANTITY_ONE, 1);
}

static gint64
count_of_unit (const VouchJudgement *self, const Class *class, gint64 position)
{
  gint64 count = 0;

  for (guint i = 0; i < self->characteristics->len; i++)
    count += count_of_reading (self, class, i, vouch_tally_get_reading (self->tally, position, i));
  return count;
}

/* Whether a graver class that judges the unit has it already. */
static gboolean
is_graver (const VouchJudgement *self, guint index, gint64 position)
{
  for (guint i = 0; i < index; i++)
    {
      const Class *graver = &self->classes[i];

      if (graver->standing.plan->characteristic_id == 0 && position <= graver->standing.wanted &&
          count_of_unit (self, graver, position) > 0)
        return TRUE;
    }
  return FALSE;
}

static void
count_class (VouchJudgement *self, guint index)
{
  Class *class = &self->classes[index];
  VouchClassStanding *standing = &class->standing;
  gboolean counts_items = !standing->plan->counts_nonconformities;

  standing->inspected = standing->found = 0;
  for (gint64 position = 1; position <= MIN (standing->wanted, self->drawn); position++)
    {
      gint64 count = count_of_unit (self, class, position);

      if (is_inspected (self, class, position))
        standing->inspected++;
      if (count > 0 && counts_items)
        count = standing->plan->characteristic_id != 0 || !is_graver (self, index, position);
      standing->found += count;
    }
}

static VouchVerdict
judge_samples (const VouchJudgement *self, const VouchClassStanding *standing, guint *stage)
{
  static const VouchVerdict verdicts[] = { [VOUCH_SAMPLING_VERDICT_OPEN] = VOUCH_VERDICT_OPEN,
                                           [VOUCH_SAMPLING_VERDICT_ACCEPT] = VOUCH_VERDICT_ACCEPT,
                                           [VOUCH_SAMPLING_VERDICT_REJECT] = VOUCH_VERDICT_REJECT };

  return verdicts[vouch_sampling_stages_judge (&standing->samples, self->lot_size, (guint32)standing->inspected,
                                               (guint32)MIN (standing->found, G_MAXUINT32), stage)];
}

/* A stage that is inspected and decides nothing is followed by the next, which wants more units. */
static void
judge_by_attributes (VouchJudgement *self, guint index)
{
  VouchClassStanding *standing = &self->classes[index].standing;
  guint next = 0;

  do
    {
      standing->stage = next;
      standing->wanted =
          (gint64)MIN (vouch_sampling_stages_get_size (&standing->samples, next + 1), (guint64)self->lot_size);
      count_class (self, index);
      standing->verdict = judge_samples (self, standing, &next);
    }
  while (standing->verdict == VOUCH_VERDICT_OPEN && next > standing->stage);
}

static guint
find_characteristic (const VouchJudgement *self, gint64 id)
{
  guint i = 0;

  while (i < self->characteristics->len && get_characteristic (self, i)->id != id)
    i++;
  return i;
}

static void
collect_readings (VouchJudgement *self, VouchClassStanding *standing, guint index, GArray *values)
{
  for (gint64 position = 1; position <= MIN (standing->wanted, self->drawn); position++)
    {
      const VouchReading *reading = vouch_tally_get_reading (self->tally, position, index);
      double value;

      if (reading == NULL || !reading->has_value)
        continue;
      value = (double)reading->value / VOUCH_QUANTITY_ONE;
      g_array_append_val (values, value);
      standing->found += reading->result == VOUCH_RESULT_FAIL;
    }
  standing->inspected = values->len;
}

static gboolean
find_variables_plan (const VouchClassPlan *class_plan, VouchVariablesPlan *plan)
{
  VouchVariablesMethod method;
  guint aql_index;
  char letter;

  return vouch_variables_method_parse (class_plan->variables_method, &method, NULL) &&
         vouch_variables_find_aql (class_plan->aql, &aql_index, NULL) &&
         vouch_variables_find_letter (class_plan->plan_letter, &letter, NULL) &&
         vouch_variables_plan_find (method, class_plan->severity, letter, aql_index, plan, NULL);
}

/* Readings say nothing of the lot before all of them are there. */
static void
judge_by_variables (VouchJudgement *self, guint index)
{
  VouchClassStanding *standing = &self->classes[index].standing;
  guint at = find_characteristic (self, standing->plan->characteristic_id);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  const VouchCharacteristic *characteristic;
  VouchVariablesLimits limits;
  VouchVariablesPlan plan;

  standing->wanted = standing->samples.stages[0].n;
  if (at >= self->characteristics->len || !find_variables_plan (standing->plan, &plan))
    return;
  standing->m_percent = plan.m_percent;
  collect_readings (self, standing, at, values);
  characteristic = get_characteristic (self, at);
  limits.lower = characteristic->has_lower ? (double)characteristic->lower / VOUCH_QUANTITY_ONE : NAN;
  limits.upper = characteristic->has_upper ? (double)characteristic->upper / VOUCH_QUANTITY_ONE : NAN;
  limits.sigma = standing->plan->sigma != 0 ? (double)standing->plan->sigma / VOUCH_QUANTITY_ONE : NAN;
  if (standing->inspected >= standing->wanted &&
      vouch_variables_plan_judge (&plan, (const double *)values->data, values->len, &limits, &standing->variables,
                                  NULL))
    standing->verdict = standing->variables.is_accepted ? VOUCH_VERDICT_ACCEPT : VOUCH_VERDICT_REJECT;
}

static void
judge_class (VouchJudgement *self, guint index)
{
  if (self->classes[index].standing.plan->method == VOUCH_SAMPLING_METHOD_VARIABLES)
    judge_by_variables (self, index);
  else
    judge_by_attributes (self, index);
}

/* A lot is rejected by any class, and accepted by all of them together. */
static void
judge (VouchJudgement *self)
{
  gint64 wanted = 0;

  self->verdict = self->n_classes > 0 ? VOUCH_VERDICT_ACCEPT : VOUCH_VERDICT_OPEN;
  for (guint i = 0; i < self->n_classes; i++)
    {
      const VouchClassStanding *standing = &self->classes[i].standing;

      judge_class (self, i);
      if (standing->verdict == VOUCH_VERDICT_REJECT)
        self->verdict = VOUCH_VERDICT_REJECT;
      else if (standing->verdict == VOUCH_VERDICT_OPEN)
        {
          self->verdict = self->verdict == VOUCH_VERDICT_REJECT ? VOUCH_VERDICT_REJECT : VOUCH_VERDICT_OPEN;
          wanted = MAX (wanted, standing->wanted);
        }
    }
  self->to_draw = self->verdict == VOUCH_VERDICT_OPEN ? MAX (wanted - self->drawn, 0) : 0;
}

/* On how many units of the sample each check is wanted: what no class is about, on all that are drawn. */
static void
ask (const VouchJudgement *self, VouchTally *tally)
{
  g_autofree gint64 *reach = g_new0 (gint64, self->characteristics->len + 1);

  for (guint i = 0; i < self->characteristics->len; i++)
    {
      gboolean is_of_a_class = FALSE;

      for (guint j = 0; j < self->n_classes; j++)
        if (self->classes[j].concerns[i])
          {
            is_of_a_class = TRUE;
            reach[i] = MAX (reach[i], MIN (self->classes[j].standing.wanted, self->drawn));
          }
      if (!is_of_a_class)
        reach[i] = self->drawn;
    }
  vouch_tally_ask (tally, reach, self->makes_all_checks);
}

static int
compare_gravity (gconstpointer a, gconstpointer b)
{
  const VouchClassPlan *one = ((const Class *)a)->standing.plan, *other = ((const Class *)b)->standing.plan;

  if ((one->characteristic_id != 0) != (other->characteristic_id != 0))
    return one->characteristic_id != 0 ? 1 : -1;
  return one->scope != other->scope ? (int)one->scope - (int)other->scope
                                    : (one->position > other->position) - (one->position < other->position);
}

static void
take_plans (VouchJudgement *self, const GPtrArray *class_plans)
{
  self->classes = g_new0 (Class, class_plans->len + 1);
  for (guint i = 0; i < class_plans->len; i++)
    {
      const VouchClassPlan *plan = g_ptr_array_index (class_plans, i);
      Class *class;

      if (plan->method == VOUCH_SAMPLING_METHOD_SKIP_LOT)
        continue;
      class = &self->classes[self->n_classes++];
      class->standing.plan = plan;
      if (!vouch_sampling_stages_parse (plan->samples, &class->standing.samples))
        class->standing.samples = (VouchSamplingStages){ .n_stages = 1, .stages = { { 1, -1, 1 } } };
      find_concerns (self, class, class_plans);
      self->makes_all_checks |= plan->counts_nonconformities || plan->characteristic_id != 0;
    }
  self->makes_all_checks |= self->n_classes > 1;
  qsort (self->classes, self->n_classes, sizeof *self->classes, compare_gravity);
}

/**
 * vouch_judgement_new:
 * @class_plans: (element-type VouchClassPlan): what the lot is judged by
 * @inspection: the inspection
 * @characteristics: (element-type VouchCharacteristic): the checks of its inspection plan
 * @defects: (nullable) (element-type gint64 VouchDefectCode): the defects by their ids; not read where every plan is
 * about all of them
 * @tally: (inout): its readings; is told on which units each check is wanted
 *
 * Judges the readings. A check is wanted for the units that its class is judged on; with several classes, with
 * nonconformities to count or with readings to judge by, every check is made on a unit, whatever failed before.
 *
 * Returns: (transfer full): the judgement; what it was made of has to outlive it
 */
VouchJudgement *
vouch_judgement_new (const GPtrArray *class_plans, const VouchInspection *inspection, const GPtrArray *characteristics,
                     GHashTable *defects, VouchTally *tally)
{
  VouchJudgement *self = g_new0 (VouchJudgement, 1);

  self->characteristics = characteristics;
  self->defects = defects;
  self->tally = tally;
  self->lot_size = inspection->lot_size;
  self->drawn = inspection->sample_size;
  take_plans (self, class_plans);
  judge (self);
  ask (self, tally);
  return self;
}

void
vouch_judgement_free (VouchJudgement *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_classes; i++)
    g_free (self->classes[i].concerns);
  g_free (self->classes);
  g_free (self);
}

/* How many classes of defects have a plan. */
guint
vouch_judgement_get_n_classes (const VouchJudgement *self)
{
  return self->n_classes;
}

/**
 * vouch_judgement_get_class:
 * @self: a judgement
 * @index: of the class, the gravest first
 *
 * Returns: (transfer none): how the lot stands by its plan
 */
const VouchClassStanding *
vouch_judgement_get_class (const VouchJudgement *self, guint index)
{
  g_return_val_if_fail (index < self->n_classes, NULL);

  return &self->classes[index].standing;
}

/* Reject as soon as one class does, accept once all do. */
VouchVerdict
vouch_judgement_get_verdict (const VouchJudgement *self)
{
  return self->verdict;
}

/**
 * vouch_judgement_get_to_draw:
 * @self: a judgement
 *
 * Returns: how many units have to be drawn before a class that is still open can be judged; 0: none
 */
gint64
vouch_judgement_get_to_draw (const VouchJudgement *self)
{
  return self->to_draw;
}
