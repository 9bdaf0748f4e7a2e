#include "vouch-lot-list.h"

#include <glib/gi18n-lib.h>

#include "vouch-moment.h"
#include "vouch-words.h"

static char *
dup_complaints (const VouchLotEntry *entry)
{
  if (entry->complaints == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u complaint", "%u complaints", (gulong)entry->complaints),
                          (guint)entry->complaints);
}

/* Whether it is late is said by a sign and a word, whatever its colour. */
static char *
dup_standing (const VouchLotEntry *entry, gint64 now)
{
  gboolean is_late = entry->due_at != 0 && entry->due_at < now;
  g_autofree char *complaints = dup_complaints (entry);

  if (!is_late)
    return g_steal_pointer (&complaints);
  return complaints != NULL ? g_strdup_printf ("▲ %s\n%s", _ ("overdue"), complaints)
                            : g_strdup_printf ("▲ %s", _ ("overdue"));
}

static void
fill_common (VouchListItem *item, const VouchLotEntry *entry)
{
  vouch_list_item_take (item, VOUCH_LIST_TITLE, g_strdup (vouch_words_choose (entry->product_en, entry->product_zh)));
  vouch_list_item_take (item, VOUCH_LIST_NOTE, dup_complaints (entry));
  vouch_list_item_set_shape (item, (int)vouch_shape_of_status (entry->status));
}

/**
 * vouch_lot_list_fill_review:
 * @item: a line
 * @row: a #VouchLotEntry
 * @now: the time, for what is overdue
 *
 * Says how much waits, and when a decision on it is due.
 */
void
vouch_lot_list_fill_review (VouchListItem *item, gconstpointer row, gint64 now)
{
  const VouchLotEntry *entry = row;
  const char *supplier = vouch_words_choose (entry->supplier_en, entry->supplier_zh);
  g_autofree char *quantity = vouch_words_dup_quantity (entry->held, entry->unit);
  g_autofree char *moment = vouch_moment_dup (entry->due_at != 0 ? entry->due_at : entry->arrived_at);
  /* Translators: when something has to be done; date and time. */
  g_autofree char *when = entry->due_at != 0 ? g_strdup_printf (_ ("due %s"), moment) : g_strdup (moment);

  fill_common (item, entry);
  vouch_list_item_take (item, VOUCH_LIST_NOTE, dup_standing (entry, now));
  vouch_list_item_take (item, VOUCH_LIST_SUBTITLE,
                        g_strdup_printf ("%s · %s\n%s · %s", entry->number, quantity, when, supplier));
}

/**
 * vouch_lot_list_fill_found:
 * @item: a line
 * @row: a #VouchLotEntry
 * @now: unused
 *
 * Says everything by which a lot can be found, and its status.
 */
void
vouch_lot_list_fill_found (VouchListItem *item, gconstpointer row, gint64 now)
{
  const VouchLotEntry *entry = row;
  const char *supplier = vouch_words_choose (entry->supplier_en, entry->supplier_zh);
  const char *separator = entry->supplier_lot != NULL ? " · " : "";
  const char *supplier_lot = entry->supplier_lot != NULL ? entry->supplier_lot : "";

  fill_common (item, entry);
  vouch_list_item_take (item, VOUCH_LIST_SUBTITLE,
                        g_strdup_printf ("%s%s%s\n%s · %s", entry->number, separator, supplier_lot,
                                         vouch_words_of_status (entry->status), supplier));
}

/**
 * vouch_lot_list_new_for_review:
 *
 * Returns: (transfer full): the lots that wait for a decision, by risk
 */
VouchPagedModel *
vouch_lot_list_new_for_review (void)
{
  return vouch_paged_model_new (&vouch_review_source, vouch_lot_list_fill_review);
}

/**
 * vouch_lot_list_new_for_search:
 *
 * Returns: (transfer full): the lots that fit the model's query, the newest first
 */
VouchPagedModel *
vouch_lot_list_new_for_search (void)
{
  return vouch_paged_model_new (&vouch_search_source, vouch_lot_list_fill_found);
}
