#pragma once

#include "vouch-inspection-plan.h"
#include "vouch-sampling-rule.h"

G_BEGIN_DECLS

/**
 * VouchQualityLevel:
 *
 * Whose history decides how strictly lots are inspected: a product, a supplier, a kind of plan and the terms of one of
 * its rules. With other terms another history begins; a new version of the plan with the same terms goes on with it.
 * Severity is no field of it: it is replayed from the entries, see #VouchQualityEntry.
 */
typedef struct
{
  gint64 id;
  gint64 product_id;
  gint64 supplier_id;
  VouchPlanType plan_type;
  VouchDefectScope scope;
  VouchSamplingMethod method; /* AQL, variables or skip-lot */
  char *standard;             /* "" where the method names none, as in the following */
  char *type;
  char *level;
  char *aql;
  gboolean counts_nonconformities;
  gint64 characteristic; /* variables: its position in the plan */
  gint64 qualify;        /* skip-lot: as in its rule, so that what was skipped can be told to follow; 0 otherwise */
  gint64 every;
  gint64 requalify;
  GBytes *seed; /* skip-lot: draws which lots are inspected, 32 bytes; NULL otherwise */
} VouchQualityLevel;

VOUCH_DECLARE_RECORD (VouchQualityLevel, vouch_quality_level)

G_END_DECLS
