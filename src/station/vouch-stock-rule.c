#include "vouch-stock-rule.h"

#include "vouch-lot-store.h"

static VouchStock *
find_row (GPtrArray *rows, VouchLotStatus status, VouchLocation location)
{
  for (guint i = 0; i < rows->len; i++)
    {
      VouchStock *row = g_ptr_array_index (rows, i);

      if (row->status == status && row->location == location)
        return row;
    }
  return NULL;
}

/**
 * vouch_stock_put:
 * @act: the act
 * @lot_id: the lot
 * @status: the goods' status
 * @location: where they are
 * @quantity: how much is there now in that status, millionths, not negative
 * @unit: its unit
 * @error: what the database said
 *
 * Returns: whether the stock says so
 */
gboolean
vouch_stock_put (VouchAct *act, gint64 lot_id, VouchLotStatus status, VouchLocation location, gint64 quantity,
                 const char *unit, GError **error)
{
  g_autoptr (GPtrArray) rows = vouch_lot_store_list_stock (act->conn, lot_id, error);
  g_autoptr (VouchStock) made = NULL;
  VouchStock *row;

  if (rows == NULL)
    return FALSE;
  row = find_row (rows, status, location);
  if (row != NULL)
    {
      if (row->quantity == quantity)
        return TRUE;
      row->quantity = quantity;
      return vouch_act_update (act, &vouch_stock_type, row, error);
    }
  if (quantity == 0)
    return TRUE;
  made = vouch_stock_new ();
  made->id = vouch_act_next_id (act);
  made->lot_id = lot_id;
  made->status = status;
  made->location = location;
  made->quantity = quantity;
  made->unit = g_strdup (unit);
  return vouch_act_insert (act, &vouch_stock_type, made, error);
}

/**
 * vouch_stock_clear:
 * @act: the act
 * @lot_id: the lot
 * @error: what the database said
 *
 * Takes the lot from everywhere, before it is put where it belongs now.
 *
 * Returns: whether it is nowhere
 */
gboolean
vouch_stock_clear (VouchAct *act, gint64 lot_id, GError **error)
{
  g_autoptr (GPtrArray) rows = vouch_lot_store_list_stock (act->conn, lot_id, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      VouchStock *row = g_ptr_array_index (rows, i);

      if (!vouch_stock_put (act, lot_id, row->status, row->location, 0, row->unit, error))
        return FALSE;
    }
  return rows != NULL;
}
