#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchCountOutcome:
 * @VOUCH_COUNT_OUTCOME_OPEN: not finished
 * @VOUCH_COUNT_OUTCOME_STANDS: it stands
 * @VOUCH_COUNT_OUTCOME_RECOUNT: over or short: another person counts again
 * @VOUCH_COUNT_OUTCOME_AGREES: it agrees with an earlier one, which stands
 * @VOUCH_COUNT_OUTCOME_DIFFERS: it agrees with none; a third person or the QA lead settles it
 * @VOUCH_COUNT_OUTCOME_SETTLED: the QA lead chose it
 *
 * What comes of a count when it is finished.
 */
typedef enum
{
  VOUCH_COUNT_OUTCOME_OPEN,
  VOUCH_COUNT_OUTCOME_STANDS,
  VOUCH_COUNT_OUTCOME_RECOUNT,
  VOUCH_COUNT_OUTCOME_AGREES,
  VOUCH_COUNT_OUTCOME_DIFFERS,
  VOUCH_COUNT_OUTCOME_SETTLED,
} VouchCountOutcome;

extern const VouchEnum vouch_count_outcome_values;

/**
 * VouchCountPass:
 *
 * One finished count of a receipt line, with its person and what came of it.
 */
typedef struct
{
  gint64 id;
  gint64 receipt_line_id;
  gint64 recount; /* 0 the first count, then the recounts */
  gint64 counted;
  gint64 damaged;
  char *unit;
  VouchCountOutcome outcome;
  char *reason; /* of a QA lead who chose it */
  gint64 finished_by;
  gint64 finished_at;
} VouchCountPass;

VOUCH_DECLARE_RECORD (VouchCountPass, vouch_count_pass)

G_END_DECLS
