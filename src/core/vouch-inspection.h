#pragma once

#include "vouch-record.h"
#include "vouch-severity.h"

G_BEGIN_DECLS

/**
 * VouchInspectionState:
 *
 * Where an inspection stands.
 */
typedef enum
{
  VOUCH_INSPECTION_STATE_PLANNED,
  VOUCH_INSPECTION_STATE_DRAWING,
  VOUCH_INSPECTION_STATE_IN_PROGRESS,
  VOUCH_INSPECTION_STATE_LAB_PENDING,
  VOUCH_INSPECTION_STATE_COMPLETE,
  VOUCH_INSPECTION_STATE_DECIDED,
  VOUCH_INSPECTION_STATE_VOID,
} VouchInspectionState;

extern const VouchEnum vouch_inspection_state_values;

/**
 * VouchVerdict:
 *
 * What the readings and the plan say.
 */
typedef enum
{
  VOUCH_VERDICT_OPEN,
  VOUCH_VERDICT_ACCEPT,
  VOUCH_VERDICT_REJECT,
} VouchVerdict;

extern const VouchEnum vouch_verdict_values;

/**
 * VouchInspection:
 *
 * An inspection lot. How it is judged is frozen at the draw, in a #VouchClassPlan for each rule of its inspection plan;
 * @standard to @severity, @letter, @plan_letter, @ac, @re (of the last stage) and @full_inspection are the first one's,
 * and @sample_size is how many units are drawn so far.
 */
typedef struct
{
  gint64 id;
  char *number;
  gint64 lot_id;
  gint64 plan_id;
  char *standard;
  char *level;
  char *aql;
  VouchSeverity severity;
  char *letter;       /* of lot size and level; NULL for a lot of 1 */
  char *plan_letter;  /* of the plan really used */
  gint64 lot_size;    /* inspection units */
  gint64 sample_size; /* drawn so far */
  gint64 ac;
  gint64 re;
  gboolean full_inspection; /* n covers the whole lot */
  GBytes *seed;             /* of the draw, 32 bytes */
  VouchInspectionState state;
  gint64 inspector_id;
  gint64 started_at;
  gint64 completed_at;
  gint64 inspected;
  gint64 nonconforming;
  VouchVerdict verdict;
  gint64 package_size; /* units in a carton or pallet that the draw went by; 0: it went unit by unit */
} VouchInspection;

VOUCH_DECLARE_RECORD (VouchInspection, vouch_inspection)

gint64 vouch_inspection_get_package_size (const VouchInspection *self);
gint64 vouch_inspection_find_package (const VouchInspection *self, gint64 unit, gint64 *unit_in_package);

G_END_DECLS
