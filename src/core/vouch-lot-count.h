#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchLotCount:
 *
 * One counted quantity, as it was entered. A count is corrected by a counter-entry.
 */
typedef struct
{
  gint64 id;
  gint64 lot_id;
  gint64 receipt_line_id;
  gint64 counted; /* in base units; negative in a counter-entry */
  gint64 damaged;
  char *unit;
  gint64 entered; /* as entered */
  char *entered_unit;
  gint64 numerator; /* entered to base units */
  gint64 denominator;
  gint64 counted_by;
  gint64 counted_at;
  gint64 undoes_id;
  gint64 recount; /* which count of the line it belongs to: 0 the first */
  char *sscc;     /* of a logistic unit, that is received once */
  char *serial;   /* of a piece, under the GTIN in entered_unit */
} VouchLotCount;

VOUCH_DECLARE_RECORD (VouchLotCount, vouch_lot_count)

gboolean vouch_lot_count_is_undone (GPtrArray *counts, guint index);
void vouch_lot_count_sum (GPtrArray *counts, gint64 lot_id, gint64 recount, gint64 *counted, gint64 *damaged);

G_END_DECLS
