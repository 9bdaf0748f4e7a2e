#include "vouch-plan-trial.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-column.h"
#include "vouch-oc-view.h"
#include "vouch-rule-view.h"
#include "vouch-sampling-standard.h"

/* What the plan is compared with, in the order of the choices. */
typedef enum
{
  COMPARED_NONE,
  COMPARED_IN_FORCE,
  COMPARED_NORMAL,
  COMPARED_TIGHTENED,
  COMPARED_REDUCED,
} Compared;

struct _VouchPlanTrial
{
  AdwBin parent_instance;
  AdwActionRow *lot_row;
  GtkEditable *lot_size;
  GtkDropDown *severity;
  GtkDropDown *compared;
  GtkLabel *title;
  GtkLabel *numbers;
  GtkLabel *why;
  VouchOcView *oc;
  const VouchPlanContent *plan;     /* lent; nullable */
  const VouchPlanContent *in_force; /* lent; nullable */
  int rule;
};

G_DEFINE_FINAL_TYPE (VouchPlanTrial, vouch_plan_trial, ADW_TYPE_BIN)

/* A lot of no size, which no rule has a plan for, where the text is no number. */
static gint64
get_lot_size (VouchPlanTrial *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->lot_size)));
  gint64 size;

  return g_ascii_string_to_signed (text, 10, 1, VOUCH_SAMPLING_LOT_SIZE_MAX, &size, NULL) ? size : 0;
}

static VouchSeverity
get_severity (VouchPlanTrial *self)
{
  return (VouchSeverity)gtk_drop_down_get_selected (self->severity);
}

static VouchOcPlan *
make_curve (const VouchRuleView *view, const VouchPlanContent *plan, VouchSeverity severity)
{
  /* Translators: a curve of a chart: a plan's version, and "normal inspection" or the like. */
  g_autofree char *name =
      plan->plan->version != 0
          ? g_strdup_printf (_ ("Version %d, %s"), (int)plan->plan->version, vouch_severity_get_label (severity))
          : g_strdup_printf (_ ("This draft, %s"), vouch_severity_get_label (severity));

  return vouch_rule_view_make_oc_plan (view, name);
}

/* A plan of no table is the same whatever the severity, and not compared with itself. */
static gboolean
knows_severity (VouchPlanTrial *self)
{
  const VouchSamplingRule *rule = g_ptr_array_index (self->plan->rules, (guint)self->rule);

  return rule->method == VOUCH_SAMPLING_METHOD_AQL;
}

static VouchOcPlan *
make_other (VouchPlanTrial *self)
{
  Compared compared = (Compared)gtk_drop_down_get_selected (self->compared);
  VouchSeverity severity = get_severity (self);
  const VouchPlanContent *plan = self->plan;
  g_autoptr (VouchRuleView) view = NULL;
  int rule = self->rule;

  if (compared == COMPARED_NONE || (compared == COMPARED_IN_FORCE ? self->in_force == NULL : !knows_severity (self)))
    return NULL;
  if (compared == COMPARED_IN_FORCE)
    {
      plan = self->in_force;
      rule = vouch_plan_content_find_rule (plan, g_ptr_array_index (self->plan->rules, (guint)self->rule));
    }
  else
    severity = (VouchSeverity)(compared - COMPARED_NORMAL);
  if (rule < 0)
    return NULL;
  view = vouch_rule_view_new (plan, (guint)rule, get_lot_size (self), severity);
  return make_curve (view, plan, severity);
}

static void
show_curves (VouchPlanTrial *self, const VouchRuleView *view)
{
  g_autoptr (VouchOcPlan) plan = make_curve (view, self->plan, get_severity (self));
  g_autoptr (VouchOcPlan) other = plan != NULL ? make_other (self) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->oc), plan != NULL);
  vouch_oc_view_set_oc_plans (self->oc, plan, other);
}

static void
blame_lot_size (VouchPlanTrial *self, gboolean is_wrong)
{
  adw_action_row_set_subtitle (self->lot_row, is_wrong ? _ ("A whole number of items, at least 1") : "");
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->lot_row), "faulty");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->lot_row), "faulty");
}

static void
changed_cb (VouchPlanTrial *self)
{
  g_autoptr (VouchRuleView) view = NULL;
  gboolean has_rule = self->plan != NULL && self->rule >= 0 && (guint)self->rule < self->plan->rules->len;

  blame_lot_size (self, get_lot_size (self) == 0);
  if (!has_rule || get_lot_size (self) == 0)
    {
      gtk_label_set_label (self->title, "");
      gtk_label_set_label (self->numbers, "");
      gtk_label_set_label (self->why, "");
      gtk_widget_set_visible (GTK_WIDGET (self->oc), FALSE);
      return;
    }
  view = vouch_rule_view_new (self->plan, (guint)self->rule, get_lot_size (self), get_severity (self));
  gtk_label_set_label (self->title, view->title);
  gtk_label_set_label (self->numbers, view->numbers);
  gtk_widget_set_visible (GTK_WIDGET (self->numbers), *view->numbers != '\0');
  gtk_label_set_label (self->why, view->why);
  show_curves (self, view);
}

static void
vouch_plan_trial_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_PLAN_TRIAL);
  G_OBJECT_CLASS (vouch_plan_trial_parent_class)->dispose (object);
}

static void
vouch_plan_trial_class_init (VouchPlanTrialClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_plan_trial_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-plan-trial.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchPlanTrial, lot_row);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanTrial, lot_size);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanTrial, severity);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanTrial, compared);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanTrial, title);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanTrial, numbers);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanTrial, why);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanTrial, oc);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
vouch_plan_trial_init (VouchPlanTrial *self)
{
  self->rule = -1;
  g_type_ensure (VOUCH_TYPE_COLUMN);
  g_type_ensure (VOUCH_TYPE_OC_VIEW);
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_set (GTK_WIDGET (self->severity), _ ("Severity"));
  vouch_accessible_name_set (GTK_WIDGET (self->compared), _ ("Compared with"));
}

/**
 * vouch_plan_trial_compare_in_force:
 * @self: a trial
 *
 * Compares with the version in force from now on.
 */
void
vouch_plan_trial_compare_in_force (VouchPlanTrial *self)
{
  g_return_if_fail (VOUCH_IS_PLAN_TRIAL (self));

  gtk_drop_down_set_selected (self->compared, COMPARED_IN_FORCE);
}

/**
 * vouch_plan_trial_show:
 * @self: a trial
 * @plan: (nullable): a plan, which outlives its being shown
 * @rule: which of its rules, or -1
 * @in_force: (nullable): the version in force, which outlives its being shown
 */
void
vouch_plan_trial_show (VouchPlanTrial *self, const VouchPlanContent *plan, int rule, const VouchPlanContent *in_force)
{
  g_return_if_fail (VOUCH_IS_PLAN_TRIAL (self));

  self->plan = plan;
  self->rule = rule;
  self->in_force = in_force;
  changed_cb (self);
}
