#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchSampleUnit:
 *
 * One unit that the draw chose.
 */
typedef struct
{
  gint64 id;
  gint64 inspection_id;
  gint64 position; /* 1 to n, the order of inspection */
  gint64 unit;     /* 1 to N, which one to open */
} VouchSampleUnit;

VOUCH_DECLARE_RECORD (VouchSampleUnit, vouch_sample_unit)

G_END_DECLS
