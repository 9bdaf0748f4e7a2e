#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchVoidUnit:
 *
 * Units of a batch whose labels were withdrawn, while the rest of the batch stays good.
 */
typedef struct
{
  gint64 id;
  gint64 lot_id;
  gint64 batch_id;
  gint64 first_unit;
  gint64 units;
  char *reason;
  gint64 voided_by;
  gint64 voided_at;
} VouchVoidUnit;

VOUCH_DECLARE_RECORD (VouchVoidUnit, vouch_void_unit)

G_END_DECLS
