#include "vouch-review-list.h"

#include <glib/gi18n-lib.h>

#include "vouch-list-item.h"
#include "vouch-lot-store.h"
#include "vouch-moment.h"
#include "vouch-party.h"
#include "vouch-receipt-line.h"
#include "vouch-receipt.h"
#include "vouch-row.h"
#include "vouch-shape.h"
#include "vouch-ticket-store.h"
#include "vouch-words.h"

static void
entry_free (VouchReviewEntry *self)
{
  vouch_lot_free (self->lot);
  vouch_product_free (self->product);
  g_free (self->supplier);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchReviewEntry, entry_free)

static gboolean
read_arrival (VouchConn *conn, gint64 receipt_line_id, gint64 *arrived_at, GError **error)
{
  g_autoptr (VouchReceiptLine) line = vouch_row_load (conn, &vouch_receipt_line_type, receipt_line_id, error);
  g_autoptr (VouchReceipt) receipt = NULL;

  if (line == NULL)
    return FALSE;
  receipt = vouch_row_load (conn, &vouch_receipt_type, line->receipt_id, error);
  if (receipt == NULL)
    return FALSE;
  *arrived_at = receipt->arrived_at;
  return TRUE;
}

static VouchReviewEntry *
read_entry (VouchConn *conn, const VouchLot *lot, GError **error)
{
  g_autoptr (VouchReviewEntry) entry = g_new0 (VouchReviewEntry, 1);
  g_autoptr (VouchParty) supplier = vouch_row_load (conn, &vouch_party_type, lot->supplier_id, error);
  g_autoptr (GPtrArray) tickets = NULL;

  if (supplier == NULL)
    return NULL;
  entry->lot = vouch_record_copy (&vouch_lot_type, lot);
  entry->supplier = g_strdup (vouch_words_choose (supplier->name_en, supplier->name_zh));
  entry->product = vouch_row_load (conn, &vouch_product_type, lot->product_id, error);
  if (entry->product == NULL || !read_arrival (conn, lot->receipt_line_id, &entry->arrived_at, error))
    return NULL;
  tickets = vouch_ticket_store_list_by_lot (conn, lot->id, error);
  if (tickets == NULL)
    return NULL;
  entry->n_tickets = tickets->len;
  return g_steal_pointer (&entry);
}

static int
rank (const VouchReviewEntry *entry)
{
  switch (entry->product->class)
    {
    case VOUCH_PRODUCT_CLASS_DRUG:
    case VOUCH_PRODUCT_CLASS_FOOD:
      return 0;
    case VOUCH_PRODUCT_CLASS_MEDICAL_DEVICE:
    case VOUCH_PRODUCT_CLASS_COSMETICS:
      return 1;
    case VOUCH_PRODUCT_CLASS_GENERAL:
    default:
      return 2;
    }
}

/**
 * vouch_review_entry_compare:
 * @a: an entry
 * @b: another
 *
 * By risk: lots that customers complain about, then what is eaten or taken; the longest waiting first.
 *
 * Returns: below 0 where @a comes first
 */
int
vouch_review_entry_compare (const VouchReviewEntry *a, const VouchReviewEntry *b)
{
  if ((a->n_tickets > 0) != (b->n_tickets > 0))
    return a->n_tickets > 0 ? -1 : 1;
  if (rank (a) != rank (b))
    return rank (a) - rank (b);
  return a->lot->id < b->lot->id ? -1 : a->lot->id > b->lot->id;
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return vouch_review_entry_compare (*(VouchReviewEntry *const *)a, *(VouchReviewEntry *const *)b);
}

/* Rejected lots that were decided on hold nothing any more, and wait for nobody. */
static gboolean
is_waiting (const VouchLot *lot)
{
  return lot->held > 0;
}

/**
 * vouch_review_list_read:
 * @conn: the reading thread's connection
 * @data: unused
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchReviewEntry): what waits for the QA lead, by risk
 */
gpointer
vouch_review_list_read (VouchConn *conn, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) lots = vouch_lot_store_list_for_review (conn, error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)entry_free);

  if (lots == NULL)
    return NULL;
  for (guint i = 0; i < lots->len; i++)
    {
      const VouchLot *lot = g_ptr_array_index (lots, i);
      VouchReviewEntry *entry;

      if (!is_waiting (lot))
        continue;
      entry = read_entry (conn, lot, error);
      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }
  g_ptr_array_sort (entries, compare_cb);
  return g_steal_pointer (&entries);
}

static char *
dup_note (const VouchReviewEntry *entry)
{
  if (entry->n_tickets == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u complaint", "%u complaints", entry->n_tickets), entry->n_tickets);
}

static VouchListItem *
make_item (const VouchReviewEntry *entry)
{
  VouchListItem *item = vouch_list_item_new (entry->lot->id);
  gboolean is_rejected = entry->lot->status == VOUCH_LOT_STATUS_REJECTED;
  g_autofree char *quantity = vouch_words_dup_quantity (entry->lot->held, entry->lot->unit);
  g_autofree char *arrived = vouch_moment_dup (entry->arrived_at);

  vouch_list_item_take (item, VOUCH_LIST_TITLE,
                        g_strdup (vouch_words_choose (entry->product->name_en, entry->product->name_zh)));
  vouch_list_item_take (item, VOUCH_LIST_SUBTITLE,
                        g_strdup_printf ("%s · %s\n%s · %s", entry->lot->number, quantity, arrived, entry->supplier));
  vouch_list_item_take (item, VOUCH_LIST_NOTE, dup_note (entry));
  vouch_list_item_set_shape (item, is_rejected ? VOUCH_SHAPE_CROSS : VOUCH_SHAPE_PAUSE);
  return item;
}

/**
 * vouch_review_list_new:
 * @entries: (element-type VouchReviewEntry): what was read
 *
 * Returns: (transfer full): the #VouchListItem to show
 */
GListModel *
vouch_review_list_new (const GPtrArray *entries)
{
  GListStore *list = g_list_store_new (VOUCH_TYPE_LIST_ITEM);

  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (VouchListItem) item = make_item (g_ptr_array_index (entries, i));

      g_list_store_append (list, item);
    }
  return G_LIST_MODEL (list);
}
