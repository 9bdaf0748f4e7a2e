#include "vouch-lot-comparison.h"

#include "vouch-inspection-store.h"
#include "vouch-lot-entry.h"
#include "vouch-row.h"

/* The history of a supplier and product that a decision is made by. */
#define EARLIER_MAX 10

static const VouchField fields[] = {
  VOUCH_FIELD (VouchComparedLot, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchComparedLot, number, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchComparedLot, supplier_lot, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchComparedLot, arrived_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchComparedLot, received, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchComparedLot, unit, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchComparedLot, status, vouch_lot_status_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchComparedLot, sample_size, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchComparedLot, ac, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchComparedLot, re, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchComparedLot, severity, vouch_severity_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchComparedLot, inspected, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchComparedLot, nonconforming, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchComparedLot, verdict, vouch_verdict_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchComparedLot, complaints, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchComparedLot, vouch_compared_lot, "compared_lot", fields)

static void
take_inspection (VouchComparedLot *self, const VouchInspection *inspection)
{
  self->sample_size = inspection->sample_size;
  self->ac = inspection->ac;
  self->re = inspection->re;
  self->severity = inspection->severity;
  self->inspected = inspection->inspected;
  self->nonconforming = inspection->nonconforming;
  self->verdict = inspection->verdict;
}

static gboolean
add_lot (GPtrArray *lots, VouchConn *conn, gint64 lot_id, const VouchInspection *inspection, GError **error)
{
  g_autoptr (GPtrArray) entries = vouch_search_source.read_rows (conn, &lot_id, 1, error);
  const VouchLotEntry *entry = entries != NULL && entries->len > 0 ? g_ptr_array_index (entries, 0) : NULL;
  VouchComparedLot *lot;

  if (entry == NULL)
    return entries != NULL;
  lot = vouch_compared_lot_new ();
  lot->id = entry->id;
  lot->number = g_strdup (entry->number);
  lot->supplier_lot = g_strdup (entry->supplier_lot);
  lot->arrived_at = entry->arrived_at;
  lot->received = entry->received;
  lot->unit = g_strdup (entry->unit);
  lot->status = entry->status;
  lot->complaints = entry->complaints;
  if (inspection != NULL)
    take_inspection (lot, inspection);
  g_ptr_array_add (lots, lot);
  return TRUE;
}

/* The lot itself stands first; what is counted in an inspection that is not finished is not stored with it yet. */
static gboolean
add_this (GPtrArray *lots, VouchConn *conn, gint64 lot_id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchInspection) inspection = vouch_inspection_store_find_last_of_lot (conn, lot_id, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return add_lot (lots, conn, lot_id, inspection, error);
}

/**
 * vouch_lot_comparison_list:
 * @conn: a connection
 * @lot_id: a lot
 * @error: NOT_FOUND where there is no such lot
 *
 * Returns: (transfer full) (nullable) (element-type VouchComparedLot): the lot, then the last ten lots of the same
 *   product and supplier that were inspected before it, the latest first
 */
GPtrArray *
vouch_lot_comparison_list (VouchConn *conn, gint64 lot_id, GError **error)
{
  g_autoptr (GPtrArray) lots = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_compared_lot_free);
  g_autoptr (VouchLot) lot = vouch_row_load (conn, &vouch_lot_type, lot_id, error);
  g_autoptr (GPtrArray) earlier =
      lot != NULL ? vouch_inspection_store_list_earlier (conn, lot, EARLIER_MAX, error) : NULL;

  if (earlier == NULL || !add_this (lots, conn, lot_id, error))
    return NULL;
  for (guint i = 0; i < earlier->len; i++)
    {
      const VouchInspection *inspection = g_ptr_array_index (earlier, i);

      if (!add_lot (lots, conn, inspection->lot_id, inspection, error))
        return NULL;
    }
  return g_steal_pointer (&lots);
}
