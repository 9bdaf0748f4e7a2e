#pragma once

#include "vouch-sampling-rule.h"

G_BEGIN_DECLS

/**
 * VouchPlanType:
 *
 * When a plan applies.
 */
typedef enum
{
  VOUCH_PLAN_TYPE_INCOMING,
  VOUCH_PLAN_TYPE_IN_PROCESS,
  VOUCH_PLAN_TYPE_RETURNED,
  VOUCH_PLAN_TYPE_STOCK_SURVEILLANCE,
  VOUCH_PLAN_TYPE_AFTER_REPAIR,
} VouchPlanType;

extern const VouchEnum vouch_plan_type_values;

/**
 * VouchPlanState:
 *
 * Only an approved plan is used.
 */
typedef enum
{
  VOUCH_PLAN_STATE_DRAFT,
  VOUCH_PLAN_STATE_APPROVED,
  VOUCH_PLAN_STATE_RETIRED,
} VouchPlanState;

extern const VouchEnum vouch_plan_state_values;

/**
 * VouchInspectionPlan:
 *
 * What is checked on a product, and by which rules (#VouchSamplingRule). An approved version never changes. @standard
 * to @counts_nonconformities are those of its first rule that reads a table, and the only rule of a plan that was made
 * before rules were.
 */
typedef struct
{
  gint64 id;
  gint64 product_id;
  VouchPlanType type;
  gint64 version;
  VouchPlanState state;
  char *standard; /* iso2859-1:1999 */
  char *level;
  char *aql;
  gboolean counts_nonconformities; /* per 100 items, rather than nonconforming items */
  gboolean decider_not_inspector;  /* the usage decision is another person's */
  gint64 author_id;
  gint64 approver_id;
  gint64 approved_at;
  char *arrival_checks; /* nullable: what is looked at when the goods arrive, item names with commas */
  char *draw_by;        /* nullable: the GTIN of a carton or pallet; the draw goes package by package */
  gint64 drafted_at;
  char *note; /* nullable: what this version is for, in its author's words */
  gint64 retired_by;
  gint64 retired_at;
  char *retired_reason; /* nullable; a version that a newer one took the place of needs none */
} VouchInspectionPlan;

VOUCH_DECLARE_RECORD (VouchInspectionPlan, vouch_inspection_plan)

VouchSamplingRule *vouch_inspection_plan_make_rule (const VouchInspectionPlan *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
