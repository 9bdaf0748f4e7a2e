#include "vouch-rule-form.h"

#include "vouch-plan-fault.h"
#include "vouch-rule-term.h"
#include "vouch-rule-terms.h"
#include "vouch-sampling-skip.h"

struct _VouchRuleForm
{
  AdwBin parent_instance;
  AdwPreferencesGroup *group;
  GPtrArray *terms;             /* VouchRuleTerm, lent */
  const VouchPlanContent *plan; /* lent; nullable */
  VouchSamplingRule *rule;      /* lent; nullable */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchRuleForm, vouch_rule_form, ADW_TYPE_BIN)

static void
show_terms (VouchRuleForm *self)
{
  for (guint i = 0; i < self->terms->len; i++)
    vouch_rule_term_show (g_ptr_array_index (self->terms, i), self->plan, self->rule);
}

static void
set_text (char **place, const char *text)
{
  if (*place == NULL)
    *place = g_strdup (text);
}

/* What is usual, where another method had no such term: something to begin with that has no fault. */
static void
fill_usual (VouchSamplingRule *rule)
{
  VouchSamplingSkipRule skip;

  if (rule->method == VOUCH_SAMPLING_METHOD_AQL || rule->method == VOUCH_SAMPLING_METHOD_VARIABLES)
    {
      set_text (&rule->level, "II");
      set_text (&rule->aql, "1.0");
    }
  if (rule->method == VOUCH_SAMPLING_METHOD_AQL)
    {
      set_text (&rule->standard, "iso2859-1:1999");
      set_text (&rule->type, "single");
    }
  if (rule->method == VOUCH_SAMPLING_METHOD_VARIABLES)
    set_text (&rule->variables_method, "s");
  if (rule->method != VOUCH_SAMPLING_METHOD_SKIP_LOT || rule->every != 0)
    return;
  vouch_sampling_skip_rule_init (&skip);
  rule->qualify = skip.qualify;
  rule->every = skip.every;
  rule->requalify = skip.requalify;
}

static void
changed_cb (VouchRuleForm *self, VouchRuleTerm *term)
{
  VouchSamplingMethod before;

  if (self->rule == NULL)
    return;
  before = self->rule->method;
  vouch_rule_term_read (term, self->rule);
  if (self->rule->method != before)
    {
      vouch_rule_terms_clear_idle (self->rule);
      fill_usual (self->rule);
      show_terms (self);
    }
  else if (g_str_equal (vouch_rule_term_get_name (term), "standard"))
    show_terms (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
vouch_rule_form_finalize (GObject *object)
{
  g_ptr_array_unref (VOUCH_RULE_FORM (object)->terms);
  G_OBJECT_CLASS (vouch_rule_form_parent_class)->finalize (object);
}

static void
vouch_rule_form_class_init (VouchRuleFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vouch_rule_form_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", VOUCH_TYPE_RULE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vouch_rule_form_init (VouchRuleForm *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->terms = g_ptr_array_new ();
  for (guint i = 0; vouch_rule_term_names[i] != NULL; i++)
    {
      GtkWidget *term = vouch_rule_term_new (vouch_rule_term_names[i]);

      g_signal_connect_object (term, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->terms, term);
      adw_preferences_group_add (self->group, term);
    }
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/**
 * vouch_rule_form_show:
 * @self: a form
 * @plan: the plan, which outlives its being shown
 * @rule: (nullable): the rule of it that is entered into
 */
void
vouch_rule_form_show (VouchRuleForm *self, const VouchPlanContent *plan, VouchSamplingRule *rule)
{
  g_return_if_fail (VOUCH_IS_RULE_FORM (self));

  self->plan = plan;
  self->rule = rule;
  gtk_widget_set_visible (GTK_WIDGET (self), rule != NULL);
  if (rule != NULL)
    show_terms (self);
}

static const char *
find_message (GPtrArray *faults, gint64 position, const char *name)
{
  for (guint i = 0; i < faults->len; i++)
    {
      const VouchPlanFault *fault = g_ptr_array_index (faults, i);

      if (fault->part == VOUCH_PLAN_PART_RULE && fault->position == position && g_strcmp0 (fault->field, name) == 0)
        return fault->message;
    }
  return NULL;
}

/**
 * vouch_rule_form_blame:
 * @self: a form that shows a rule, whose position is the right one
 * @faults: (element-type VouchPlanFault): the plan's faults
 *
 * Says beside each term what is wrong with it.
 */
void
vouch_rule_form_blame (VouchRuleForm *self, GPtrArray *faults)
{
  g_return_if_fail (VOUCH_IS_RULE_FORM (self));

  for (guint i = 0; self->rule != NULL && i < self->terms->len; i++)
    {
      VouchRuleTerm *term = g_ptr_array_index (self->terms, i);

      vouch_rule_term_blame (term, find_message (faults, self->rule->position, vouch_rule_term_get_name (term)));
    }
}

/**
 * vouch_rule_form_find:
 * @self: a form
 * @name: a term
 *
 * Returns: (transfer none) (nullable): what the term is entered with
 */
GtkWidget *
vouch_rule_form_find (VouchRuleForm *self, const char *name)
{
  g_return_val_if_fail (VOUCH_IS_RULE_FORM (self), NULL);

  for (guint i = 0; i < self->terms->len; i++)
    if (g_str_equal (vouch_rule_term_get_name (g_ptr_array_index (self->terms, i)), name))
      return vouch_rule_term_get_control (g_ptr_array_index (self->terms, i));
  return NULL;
}
