#pragma once

#include "vouch-sampling-plan.h"
#include "vouch-sampling-rule.h"
#include "vouch-variables.h"

G_BEGIN_DECLS

/**
 * VouchRulePlan:
 * @method: the rule's; full where a lot is too small for a plan by variables
 * @plan: the samples, Ac and Re; with letters, table and AQL where the method is AQL. By variables its n counts alone
 * @variables: by variables: n, M and k
 * @rql: c = 0: the fraction nonconforming that is to be found
 * @risk: c = 0: the probability of accepting a lot as bad as that
 * @share: percent: hundredths of a percent
 *
 * What a rule of an inspection plan comes to for one lot. A plain value; its texts are static.
 */
typedef struct
{
  VouchSamplingMethod method;
  VouchSamplingPlan plan;
  VouchVariablesPlan variables;
  double rql;
  double risk;
  gint64 share;
} VouchRulePlan;

gboolean vouch_rule_plan_find (const VouchSamplingRule *rule, gint64 lot_size, VouchSeverity severity,
                               VouchRulePlan *self, GError **error);
char *vouch_rule_plan_dup_why (const VouchRulePlan *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
