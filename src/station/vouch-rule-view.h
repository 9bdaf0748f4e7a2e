#pragma once

#include "vouch-oc-plan.h"
#include "vouch-plan-content.h"
#include "vouch-rule-plan.h"

G_BEGIN_DECLS

/**
 * VouchRuleView:
 * @position: the rule's, from 1
 * @title: what it is about
 * @terms: what it says
 * @has_plan: whether it has samples for this lot
 * @plan: what it comes to, where @has_plan
 * @numbers: n, Ac and Re, a stage a line; empty where there is no plan
 * @why: how they came about, or why there is no plan
 *
 * What one rule of a plan comes to for a lot, to be shown. Texts are owned.
 */
typedef struct
{
  guint position;
  char *title;
  char *terms;
  gboolean has_plan;
  VouchRulePlan plan;
  char *numbers;
  char *why;
} VouchRuleView;

VouchRuleView *vouch_rule_view_new (const VouchPlanContent *plan, guint index, gint64 lot_size,
                                    VouchSeverity severity) G_GNUC_WARN_UNUSED_RESULT;
void vouch_rule_view_free (VouchRuleView *self);
VouchOcPlan *vouch_rule_view_make_oc_plan (const VouchRuleView *self, const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchRuleView, vouch_rule_view_free)

G_END_DECLS
