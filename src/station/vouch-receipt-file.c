#include "vouch-receipt-file.h"

#include "vouch-delivery-line.h"
#include "vouch-lot-store.h"
#include "vouch-parked-goods-store.h"
#include "vouch-receipt-store.h"
#include "vouch-row.h"
#include "vouch-user-store.h"

static void
free_line (VouchReceiptFileLine *self)
{
  vouch_receipt_line_free (self->line);
  vouch_product_free (self->product);
  g_clear_pointer (&self->lots, g_ptr_array_unref);
  g_clear_pointer (&self->counts, g_ptr_array_unref);
  g_clear_pointer (&self->passes, g_ptr_array_unref);
  g_free (self);
}

static void
add_up (VouchReceiptFileLine *self)
{
  for (guint i = 0; i < self->lots->len; i++)
    {
      const VouchLot *lot = g_ptr_array_index (self->lots, i);

      self->accepted += lot->accepted;
      self->rejected += lot->rejected;
      self->held += lot->held;
      self->used += lot->used;
    }
}

static gboolean
load_ordered (VouchReceiptFileLine *self, VouchConn *conn, GError **error)
{
  g_autoptr (VouchDeliveryLine) announced = NULL;

  if (self->line->delivery_line_id == 0)
    return TRUE;
  announced = vouch_row_load (conn, &vouch_delivery_line_type, self->line->delivery_line_id, error);
  if (announced != NULL)
    self->ordered = announced->ordered;
  return announced != NULL;
}

static gboolean
add_line (VouchReceiptFile *file, VouchConn *conn, const VouchReceiptLine *line, const VouchCountRule *rule,
          GError **error)
{
  VouchReceiptFileLine *self = g_new0 (VouchReceiptFileLine, 1);

  g_ptr_array_add (file->lines, self);
  self->line = vouch_record_copy (&vouch_receipt_line_type, line);
  self->hides_declared = vouch_count_rule_hides_declared (rule, line);
  self->product = vouch_row_load (conn, &vouch_product_type, line->product_id, error);
  if (self->product == NULL || !load_ordered (self, conn, error))
    return FALSE;
  if (self->hides_declared)
    self->line->declared = self->ordered = 0;
  self->lots = vouch_lot_store_list_by_line (conn, line->id, error);
  if (self->lots == NULL)
    return FALSE;
  self->counts = vouch_lot_store_list_counts (conn, line->id, error);
  if (self->counts == NULL)
    return FALSE;
  add_up (self);
  self->passes = vouch_receipt_store_list_passes (conn, line->id, error);
  return self->passes != NULL;
}

static gboolean
load_lines (VouchReceiptFile *self, VouchConn *conn, GError **error)
{
  g_autoptr (GPtrArray) lines = vouch_receipt_store_list_lines (conn, self->receipt->id, error);
  VouchCountRule rule;

  if (lines == NULL || !vouch_count_rule_load (&rule, conn, error))
    return FALSE;
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)free_line);
  for (guint i = 0; i < lines->len; i++)
    if (!add_line (self, conn, g_ptr_array_index (lines, i), &rule, error))
      return FALSE;
  return TRUE;
}

static gboolean
load_names (VouchReceiptFile *self, VouchConn *conn, GError **error)
{
  g_autoptr (GPtrArray) users = vouch_user_store_list (conn, error);

  self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; users != NULL && i < users->len; i++)
    {
      const VouchUser *user = g_ptr_array_index (users, i);

      g_hash_table_insert (self->names, g_memdup2 (&user->id, sizeof user->id), g_strdup (user->name));
    }
  return users != NULL;
}

static gboolean
load_head (VouchReceiptFile *self, VouchConn *conn, gint64 receipt_id, GError **error)
{
  self->receipt = vouch_row_load (conn, &vouch_receipt_type, receipt_id, error);
  if (self->receipt == NULL)
    return FALSE;
  self->delivery = vouch_row_load (conn, &vouch_delivery_type, self->receipt->delivery_id, error);
  if (self->delivery == NULL)
    return FALSE;
  self->supplier = vouch_row_load (conn, &vouch_party_type, self->delivery->supplier_id, error);
  if (self->supplier == NULL)
    return FALSE;
  if (self->delivery->carrier_id != 0)
    self->carrier = vouch_row_load (conn, &vouch_party_type, self->delivery->carrier_id, NULL);
  self->checks = vouch_receipt_store_list_arrival_checks (conn, receipt_id, error);
  if (self->checks == NULL)
    return FALSE;
  self->parked = vouch_parked_goods_store_list (conn, receipt_id, error);
  return self->parked != NULL;
}

/**
 * vouch_receipt_file_load:
 * @conn: a connection
 * @receipt_id: the receipt
 * @error: NOT_FOUND where there is no such receipt
 *
 * Returns: (transfer full) (nullable): the file
 */
VouchReceiptFile *
vouch_receipt_file_load (VouchConn *conn, gint64 receipt_id, GError **error)
{
  g_autoptr (VouchReceiptFile) self = g_new0 (VouchReceiptFile, 1);

  if (!load_head (self, conn, receipt_id, error) || !load_lines (self, conn, error) || !load_names (self, conn, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
vouch_receipt_file_free (VouchReceiptFile *self)
{
  if (self == NULL)
    return;
  vouch_receipt_free (self->receipt);
  vouch_delivery_free (self->delivery);
  vouch_party_free (self->supplier);
  vouch_party_free (self->carrier);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->parked, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_free (self);
}

/**
 * vouch_receipt_file_get_check:
 * @self: a receipt's file
 * @item: what was looked at on arrival
 *
 * Returns: (transfer none) (nullable): its last entry
 */
const VouchArrivalCheck *
vouch_receipt_file_get_check (const VouchReceiptFile *self, VouchArrivalItem item)
{
  for (guint i = self->checks->len; i > 0; i--)
    if (((const VouchArrivalCheck *)g_ptr_array_index (self->checks, i - 1))->item == item)
      return g_ptr_array_index (self->checks, i - 1);
  return NULL;
}

/**
 * vouch_receipt_file_get_user_name:
 * @self: a receipt's file
 * @user_id: a user
 *
 * Returns: (transfer none): the name, or "" where it is not known
 */
const char *
vouch_receipt_file_get_user_name (const VouchReceiptFile *self, gint64 user_id)
{
  const char *name = g_hash_table_lookup (self->names, &user_id);

  return name != NULL ? name : "";
}

/**
 * vouch_receipt_file_find_uncounted:
 * @self: a receipt's file
 *
 * Returns: (transfer none) (nullable): the first line whose count does not stand yet
 */
const VouchReceiptFileLine *
vouch_receipt_file_find_uncounted (const VouchReceiptFile *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (!((const VouchReceiptFileLine *)g_ptr_array_index (self->lines, i))->line->is_closed)
      return g_ptr_array_index (self->lines, i);
  return NULL;
}

/**
 * vouch_receipt_file_find_undecided:
 * @self: a receipt's file
 *
 * Returns: (transfer none) (nullable): the first lot that is still with its inspector
 */
const VouchLot *
vouch_receipt_file_find_undecided (const VouchReceiptFile *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const VouchReceiptFileLine *line = g_ptr_array_index (self->lines, i);

      for (guint j = 0; j < line->lots->len; j++)
        {
          const VouchLot *lot = g_ptr_array_index (line->lots, j);

          if (lot->status == VOUCH_LOT_STATUS_PENDING && lot->received > 0)
            return lot;
        }
    }
  return NULL;
}

/**
 * vouch_receipt_file_line_get_over:
 * @self: a line
 *
 * Returns: how much more was counted than was declared, millionths; negative where it is short; 0 while nobody may know
 */
gint64
vouch_receipt_file_line_get_over (const VouchReceiptFileLine *self)
{
  return self->hides_declared || self->line->delivery_line_id == 0 ? 0 : self->line->counted - self->line->declared;
}
