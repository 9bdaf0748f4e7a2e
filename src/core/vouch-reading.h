#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchResult:
 *
 * What a reading says.
 */
typedef enum
{
  VOUCH_RESULT_PASS,
  VOUCH_RESULT_FAIL,
  VOUCH_RESULT_NOT_APPLICABLE,
} VouchResult;

extern const VouchEnum vouch_result_values;

/**
 * VouchReading:
 *
 * One check on one unit. Never changed; undone by a counter-entry.
 */
typedef struct
{
  gint64 id;
  gint64 inspection_id;
  gint64 position; /* of the sample unit */
  gint64 characteristic_id;
  VouchResult result;
  gboolean has_value;
  gint64 value;
  char *unit;
  gint64 defect_code_id;
  char *note;
  gint64 inspector_id;
  gint64 recorded_at;
  gint64 undoes_id;
  gint64 act_id;      /* the first reading of the same act; what one act recorded is undone together */
  gint64 second_id;   /* who confirmed it, where the plan asks for a second person */
  gint64 entered;     /* as it came, where that was in another unit */
  char *entered_unit; /* of that; NULL where value is as it came */
} VouchReading;

VOUCH_DECLARE_RECORD (VouchReading, vouch_reading)

G_END_DECLS
