#include "vouch-queue-list.h"

#include <glib/gi18n-lib.h>

#include "vouch-moment.h"
#include "vouch-words.h"

static gboolean
is_due (const VouchWorkEntry *entry)
{
  return entry->due_at != 0 && (entry->kind != VOUCH_WORK_LABELS || entry->is_printed);
}

static char *
dup_due (const VouchWorkEntry *entry)
{
  g_autofree char *moment = vouch_moment_dup (entry->due_at);

  /* Translators: when something has to be done; date and time. */
  return is_due (entry) ? g_strdup_printf (_ ("due %s"), moment) : NULL;
}

/* Whether it is late is said by a sign and a word, whatever its colour. */
static char *
dup_note (const VouchWorkEntry *entry, gint64 now)
{
  gboolean is_late = is_due (entry) && entry->due_at < now;

  if (entry->urgent && is_late)
    return g_strdup_printf ("▲ %s", _ ("urgent, overdue"));
  if (entry->urgent)
    return g_strdup (_ ("urgent"));
  return is_late ? g_strdup_printf ("▲ %s", _ ("overdue")) : NULL;
}

static char *
dup_subtitle (const VouchWorkEntry *entry)
{
  const char *supplier = vouch_words_choose (entry->supplier_en, entry->supplier_zh);
  g_autofree char *what = vouch_work_entry_dup_what (entry);
  g_autofree char *quantity = NULL;

  if (entry->lot == NULL)
    return g_strdup_printf ("%s\n%s", what, supplier);
  quantity = vouch_words_dup_quantity (entry->received, entry->unit);
  return g_strdup_printf ("%s\n%s · %s · %s", what, entry->lot, quantity, entry->delivery);
}

/**
 * vouch_queue_list_fill:
 * @item: a line
 * @row: a #VouchWorkEntry
 * @now: the time, for what is overdue
 */
void
vouch_queue_list_fill (VouchListItem *item, gconstpointer row, gint64 now)
{
  const VouchWorkEntry *entry = row;
  const char *product = entry->lot != NULL ? vouch_words_choose (entry->product_en, entry->product_zh) : NULL;

  vouch_list_item_take (item, VOUCH_LIST_TITLE, g_strdup (product != NULL ? product : entry->delivery));
  vouch_list_item_take (item, VOUCH_LIST_SUBTITLE, dup_subtitle (entry));
  vouch_list_item_take (item, VOUCH_LIST_ASIDE, dup_due (entry));
  vouch_list_item_take (item, VOUCH_LIST_NOTE, dup_note (entry, now));
}

/**
 * vouch_queue_list_new:
 *
 * Returns: (transfer full): what waits at the dock, the most pressing first
 */
VouchPagedModel *
vouch_queue_list_new (void)
{
  return vouch_paged_model_new (&vouch_queue_source, vouch_queue_list_fill);
}
