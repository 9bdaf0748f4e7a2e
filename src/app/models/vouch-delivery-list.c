#include "vouch-delivery-list.h"

#include <glib/gi18n-lib.h>

#include "vouch-moment.h"
#include "vouch-words.h"

static char *
dup_note (const VouchDeliveryEntry *entry, gint64 now)
{
  gboolean is_late = entry->promised_at != 0 && entry->promised_at < now;

  if (entry->urgent && is_late)
    return g_strdup (_ ("urgent, overdue"));
  if (entry->urgent)
    return g_strdup (_ ("urgent"));
  return is_late ? g_strdup (_ ("overdue")) : NULL;
}

/**
 * vouch_delivery_list_fill:
 * @item: a line
 * @row: a #VouchDeliveryEntry
 * @now: the time, for what is overdue
 */
void
vouch_delivery_list_fill (VouchListItem *item, gconstpointer row, gint64 now)
{
  const VouchDeliveryEntry *entry = row;

  vouch_list_item_take (item, VOUCH_LIST_TITLE, g_strdup (entry->number));
  vouch_list_item_take (item, VOUCH_LIST_SUBTITLE,
                        g_strdup (vouch_words_choose (entry->supplier_en, entry->supplier_zh)));
  vouch_list_item_take (item, VOUCH_LIST_ASIDE,
                        entry->state == VOUCH_DELIVERY_STATE_ARRIVED ? g_strdup (_ ("arrived"))
                                                                     : vouch_moment_dup (entry->promised_at));
  vouch_list_item_take (item, VOUCH_LIST_NOTE, dup_note (entry, now));
}

/**
 * vouch_delivery_list_new:
 *
 * Returns: (transfer full): the deliveries that are expected or open, the most pressing first
 */
VouchPagedModel *
vouch_delivery_list_new (void)
{
  return vouch_paged_model_new (&vouch_delivery_source, vouch_delivery_list_fill);
}
