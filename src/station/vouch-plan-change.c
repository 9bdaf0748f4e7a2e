#include "vouch-plan-change.h"

#include <glib/gi18n-lib.h>

#include "vouch-rule-words.h"
#include "vouch-words.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchPlanChange, title, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPlanChange, before, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPlanChange, after, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchPlanChange, vouch_plan_change, "plan_change", fields)

/* Takes the texts; what did not change is no change. */
static void
add (GPtrArray *changes, const char *title, char *before, char *after)
{
  g_autofree char *was = before, *is = after;
  VouchPlanChange *change;

  if (g_strcmp0 (was, is) == 0)
    return;
  change = vouch_plan_change_new ();
  change->title = g_strdup (title);
  change->before = g_steal_pointer (&was);
  change->after = g_steal_pointer (&is);
  g_ptr_array_add (changes, change);
}

static const VouchSamplingRule *
find_same (const VouchPlanContent *plan, const VouchSamplingRule *rule)
{
  int index = vouch_plan_content_find_rule (plan, rule);

  return index >= 0 ? g_ptr_array_index (plan->rules, (guint)index) : NULL;
}

static void
add_rule (GPtrArray *changes, const VouchPlanContent *before, const VouchSamplingRule *was,
          const VouchPlanContent *after, const VouchSamplingRule *is)
{
  g_autofree char *title = vouch_words_dup_rule_title (is != NULL ? is : was);

  add (changes, title, was != NULL ? vouch_words_dup_rule (before, was) : NULL,
       is != NULL ? vouch_words_dup_rule (after, is) : NULL);
}

static void
compare_rules (GPtrArray *changes, const VouchPlanContent *before, const VouchPlanContent *after)
{
  for (guint i = 0; i < after->rules->len; i++)
    {
      const VouchSamplingRule *rule = g_ptr_array_index (after->rules, i);

      add_rule (changes, before, find_same (before, rule), after, rule);
    }
  for (guint i = 0; i < before->rules->len; i++)
    {
      const VouchSamplingRule *rule = g_ptr_array_index (before->rules, i);

      if (find_same (after, rule) == NULL)
        add_rule (changes, before, rule, after, NULL);
    }
}

static const char *
say (gboolean yes, const char *flag)
{
  return yes ? flag : "";
}

/* Everything that a check says, so that no change of it goes unseen. */
static char *
dup_check (GPtrArray *checks, guint i)
{
  const VouchCharacteristic *check = i < checks->len ? g_ptr_array_index (checks, i) : NULL;
  g_autofree char *limits = NULL;
  const char *method;

  if (check == NULL)
    return NULL;
  limits = vouch_words_dup_limits (check);
  method = check->method != NULL ? vouch_words_choose (check->method, check->method_zh) : NULL;
  return g_strdup_printf (
      "%s%s%s%s%s%s%s%s%s", vouch_words_choose (check->name_en, check->name_zh), limits != NULL ? " · " : "",
      limits != NULL ? limits : "", method != NULL ? " · " : "", method != NULL ? method : "",
      say (!check->required, _ (" · not required")), say (check->photo_required, _ (" · with a photo")),
      say (check->second_person, _ (" · by two persons")), say (check->may_not_apply, _ (" · where it applies")));
}

static void
compare_checks (GPtrArray *changes, const VouchPlanContent *before, const VouchPlanContent *after)
{
  for (guint i = 0; i < MAX (before->characteristics->len, after->characteristics->len); i++)
    {
      /* Translators: a check of a plan, by its number. */
      g_autofree char *title = g_strdup_printf (_ ("Check %u"), i + 1);

      add (changes, title, dup_check (before->characteristics, i), dup_check (after->characteristics, i));
    }
}

static char *
dup_decider (const VouchInspectionPlan *plan)
{
  return g_strdup (plan->decider_not_inspector ? _ ("somebody else than the inspector") : _ ("the inspector may"));
}

/**
 * vouch_plan_change_list:
 * @before: a version
 * @after: what is to take its place
 *
 * Returns: (transfer full) (element-type VouchPlanChange): what changes with it
 */
GPtrArray *
vouch_plan_change_list (const VouchPlanContent *before, const VouchPlanContent *after)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_plan_change_free);

  compare_rules (changes, before, after);
  compare_checks (changes, before, after);
  add (changes, _ ("Who decides"), dup_decider (before->plan), dup_decider (after->plan));
  add (changes, _ ("Looked at on arrival"), g_strdup (before->plan->arrival_checks),
       g_strdup (after->plan->arrival_checks));
  add (changes, _ ("Drawn by packages"), g_strdup (before->plan->draw_by), g_strdup (after->plan->draw_by));
  return changes;
}
