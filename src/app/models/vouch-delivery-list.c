#include "vouch-delivery-list.h"

#include <glib/gi18n-lib.h>

#include "vouch-delivery-store.h"
#include "vouch-list-item.h"
#include "vouch-moment.h"
#include "vouch-party.h"
#include "vouch-row.h"
#include "vouch-words.h"

static void
entry_free (VouchDeliveryEntry *self)
{
  vouch_delivery_free (self->delivery);
  g_free (self->supplier);
  g_free (self);
}

static VouchDeliveryEntry *
read_entry (VouchConn *conn, const VouchDelivery *delivery, GError **error)
{
  g_autoptr (VouchParty) supplier = vouch_row_load (conn, &vouch_party_type, delivery->supplier_id, error);
  VouchDeliveryEntry *entry;

  if (supplier == NULL)
    return NULL;
  entry = g_new0 (VouchDeliveryEntry, 1);
  entry->delivery = vouch_record_copy (&vouch_delivery_type, delivery);
  entry->supplier = g_strdup (vouch_words_choose (supplier->name_en, supplier->name_zh));
  return entry;
}

/**
 * vouch_delivery_list_read:
 * @conn: the reading thread's connection
 * @data: unused
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchDeliveryEntry): the open deliveries, the most pressing first
 */
gpointer
vouch_delivery_list_read (VouchConn *conn, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) deliveries = vouch_delivery_store_list_open (conn, error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)entry_free);

  if (deliveries == NULL)
    return NULL;
  for (guint i = 0; i < deliveries->len; i++)
    {
      VouchDeliveryEntry *entry = read_entry (conn, g_ptr_array_index (deliveries, i), error);

      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }
  return g_steal_pointer (&entries);
}

static char *
dup_note (const VouchDelivery *delivery, gint64 now)
{
  gboolean is_late = delivery->promised_at != 0 && delivery->promised_at < now;

  if (delivery->urgent && is_late)
    return g_strdup (_ ("urgent, overdue"));
  if (delivery->urgent)
    return g_strdup (_ ("urgent"));
  return is_late ? g_strdup (_ ("overdue")) : NULL;
}

static VouchListItem *
make_item (const VouchDeliveryEntry *entry, gint64 now)
{
  const VouchDelivery *delivery = entry->delivery;
  VouchListItem *item = vouch_list_item_new (delivery->id);

  vouch_list_item_take (item, VOUCH_LIST_TITLE, g_strdup (delivery->number));
  vouch_list_item_take (item, VOUCH_LIST_SUBTITLE, g_strdup (entry->supplier));
  vouch_list_item_take (item, VOUCH_LIST_ASIDE,
                        delivery->state == VOUCH_DELIVERY_STATE_ARRIVED ? g_strdup (_ ("arrived"))
                                                                        : vouch_moment_dup (delivery->promised_at));
  vouch_list_item_take (item, VOUCH_LIST_NOTE, dup_note (delivery, now));
  return item;
}

/**
 * vouch_delivery_list_new:
 * @entries: (element-type VouchDeliveryEntry): what was read
 * @now: the time, for what is overdue
 *
 * Returns: (transfer full): the #VouchListItem to show
 */
GListModel *
vouch_delivery_list_new (const GPtrArray *entries, gint64 now)
{
  GListStore *list = g_list_store_new (VOUCH_TYPE_LIST_ITEM);

  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (VouchListItem) item = make_item (g_ptr_array_index (entries, i), now);

      g_list_store_append (list, item);
    }
  return G_LIST_MODEL (list);
}
