#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchDecisionKind:
 *
 * What becomes of the goods.
 */
typedef enum
{
  VOUCH_DECISION_KIND_ACCEPT,
  VOUCH_DECISION_KIND_PARTIAL,
  VOUCH_DECISION_KIND_CONCESSION,
  VOUCH_DECISION_KIND_SORT,
  VOUCH_DECISION_KIND_REWORK,
  VOUCH_DECISION_KIND_RETURN,
  VOUCH_DECISION_KIND_SCRAP,
  VOUCH_DECISION_KIND_REINSPECT,
} VouchDecisionKind;

extern const VouchEnum vouch_decision_kind_values;

/**
 * VouchUsageDecision:
 *
 * The signed decision on a lot; its quantities add up to the lot's.
 */
typedef struct
{
  gint64 id;
  gint64 lot_id;
  gint64 inspection_id; /* NULL: decided without an inspection */
  VouchDecisionKind kind;
  gint64 accepted;
  gint64 rejected;
  gint64 held;
  gint64 used;
  char *unit;
  char *reason;
  gint64 decided_by;
  gint64 decided_at;
} VouchUsageDecision;

VOUCH_DECLARE_RECORD (VouchUsageDecision, vouch_usage_decision)

G_END_DECLS
