#include "vouch-lot-count.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchLotCount, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotCount, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotCount, receipt_line_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchLotCount, counted, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchLotCount, damaged, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotCount, unit, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_QUANTITY (VouchLotCount, entered, entered_unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotCount, entered_unit, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchLotCount, numerator, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotCount, denominator, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotCount, counted_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotCount, counted_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotCount, undoes_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotCount, recount, NUMBER, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchLotCount, sscc, TEXT, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchLotCount, serial, TEXT, VOUCH_FIELD_ADDED),
};

VOUCH_DEFINE_RECORD (VouchLotCount, vouch_lot_count, "lot_count", fields)

/**
 * vouch_lot_count_is_undone:
 * @counts: (element-type VouchLotCount): entries in the order in which they were made
 * @index: one of them
 *
 * Returns: whether the entry was taken back, or takes one back
 */
gboolean
vouch_lot_count_is_undone (GPtrArray *counts, guint index)
{
  const VouchLotCount *entry = g_ptr_array_index (counts, index);

  if (entry->undoes_id != 0)
    return TRUE;
  for (guint i = index + 1; i < counts->len; i++)
    if (((const VouchLotCount *)g_ptr_array_index (counts, i))->undoes_id == entry->id)
      return TRUE;
  return FALSE;
}

/**
 * vouch_lot_count_sum:
 * @counts: (element-type VouchLotCount): the entries of a line
 * @lot_id: one of its lots, or 0 for all of them
 * @recount: which count of the line
 * @counted: (out): how much was counted, base units
 * @damaged: (out): how much of it came damaged
 *
 * What one count of a line comes to. Every entry was added without overflow when it was made, so the sums are in range.
 */
void
vouch_lot_count_sum (GPtrArray *counts, gint64 lot_id, gint64 recount, gint64 *counted, gint64 *damaged)
{
  *counted = *damaged = 0;
  for (guint i = 0; i < counts->len; i++)
    {
      const VouchLotCount *entry = g_ptr_array_index (counts, i);

      if (entry->recount != recount || (lot_id != 0 && entry->lot_id != lot_id))
        continue;
      *counted += entry->counted;
      *damaged += entry->damaged;
    }
}
