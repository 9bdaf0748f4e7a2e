#pragma once

#include "vouch-plan-content.h"

G_BEGIN_DECLS

/**
 * VouchPlanPart:
 * @VOUCH_PLAN_PART_PLAN: the plan as a whole
 * @VOUCH_PLAN_PART_RULE: one of its sampling rules
 * @VOUCH_PLAN_PART_CHECK: one of its characteristics
 *
 * What of a plan is meant.
 */
typedef enum
{
  VOUCH_PLAN_PART_PLAN,
  VOUCH_PLAN_PART_RULE,
  VOUCH_PLAN_PART_CHECK,
} VouchPlanPart;

extern const VouchEnum vouch_plan_part_values;

/**
 * VouchPlanFault:
 *
 * Why a plan cannot be used as it is.
 */
typedef struct
{
  VouchPlanPart part;
  gint64 position; /* of the rule or the check, from 1; 0: the plan as a whole */
  char *field;
  char *message; /* translated; says what to do */
} VouchPlanFault;

VOUCH_DECLARE_RECORD (VouchPlanFault, vouch_plan_fault)

GPtrArray *vouch_plan_fault_list (const VouchPlanContent *plan, GPtrArray *gtins) G_GNUC_WARN_UNUSED_RESULT;
void vouch_plan_fault_list_rule (const VouchPlanContent *plan, guint index, GPtrArray *faults);
void vouch_plan_fault_add (GPtrArray *faults, VouchPlanPart part, gint64 position, const char *field, char *message);
gboolean vouch_plan_fault_refuse (GPtrArray *faults, GError **error);

G_END_DECLS
