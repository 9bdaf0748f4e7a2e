#pragma once

#include "vouch-inspection.h"
#include "vouch-sampling-rule.h"
#include "vouch-severity.h"

G_BEGIN_DECLS

/**
 * VouchClassPlan:
 *
 * What one rule came to for one lot: the plan that a class of defects is judged by, frozen at the draw. Units 1 to n of
 * the sample count for it, and those of later stages as they are taken.
 */
typedef struct
{
  gint64 id;
  gint64 inspection_id;
  gint64 position; /* of the rule in the inspection plan */
  gint64 rule_id;  /* 0: the plan is from before rules were */
  gint64 level_id; /* the quality level that gave the severity; 0: the method knows none */
  VouchDefectScope scope;
  VouchSamplingMethod method;
  char *standard; /* nullable */
  char *type;     /* nullable: of the plan that was asked for */
  char *level;    /* nullable */
  char *aql;      /* nullable */
  VouchSeverity severity;
  gboolean counts_nonconformities;
  char *letter;      /* nullable: of lot size and level */
  char *plan_letter; /* nullable: of the plan really used */
  char *samples;     /* "n/Ac/Re" a stage, Ac and Re cumulative, spaces between; "#" for an Ac that cannot be met */
  gboolean full_inspection;
  gint64 characteristic_id; /* variables: what is measured, else 0 */
  char *variables_method;   /* nullable: s or sigma */
  gint64 sigma;             /* millionths of the characteristic's unit */
} VouchClassPlan;

VOUCH_DECLARE_RECORD (VouchClassPlan, vouch_class_plan)

VouchClassPlan *vouch_class_plan_new_of_inspection (const VouchInspection *inspection,
                                                    gboolean counts_nonconformities) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
