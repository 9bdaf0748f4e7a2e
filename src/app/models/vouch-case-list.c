#include "vouch-case-list.h"

#include <glib/gi18n-lib.h>

#include "vouch-shape.h"
#include "vouch-words.h"

static gboolean
is_answered (const VouchCaseEntry *entry)
{
  return entry->state >= VOUCH_TICKET_STATE_RESOLVED;
}

static VouchMark
choose_mark (const VouchCaseEntry *entry, gint64 now)
{
  if (entry->refused > 0)
    return VOUCH_MARK_WARNING;
  if (is_answered (entry))
    return VOUCH_MARK_PASS;
  if (entry->due_at < now)
    return VOUCH_MARK_WARNING;
  return entry->state == VOUCH_TICKET_STATE_RECEIVED ? VOUCH_MARK_QUESTION : VOUCH_MARK_HOLD;
}

/* What needs somebody, in words beside the sign. */
static char *
dup_note (const VouchCaseEntry *entry, gint64 now)
{
  if (entry->refused > 0)
    return g_strdup (_ ("The lookup service did not take the answer"));
  if (!is_answered (entry) && entry->due_at < now)
    return vouch_words_dup_promise (entry->due_at, now);
  return NULL;
}

static char *
dup_aside (const VouchCaseEntry *entry, gint64 now)
{
  g_autofree char *age = vouch_words_dup_age (entry->received_at, now);
  g_autofree char *promise = NULL;

  if (entry->satisfaction > 0)
    return g_strdup_printf (_ ("%s · satisfaction: %d of 5"), age, (int)entry->satisfaction);
  if (entry->waiting > 0)
    return g_strdup_printf (_ ("%s · the answer is on its way"), age);
  if (is_answered (entry) || entry->due_at < now)
    return g_strdup (age);
  promise = vouch_words_dup_promise (entry->due_at, now);
  return g_strdup_printf ("%s · %s", age, promise);
}

/**
 * vouch_case_list_fill:
 * @item: a line
 * @row: a #VouchCaseEntry
 * @now: the time, for what is overdue
 */
void
vouch_case_list_fill (VouchListItem *item, gconstpointer row, gint64 now)
{
  const VouchCaseEntry *entry = row;
  const char *product = entry->product != NULL ? vouch_words_choose (entry->product, entry->product_zh) : entry->code;

  vouch_list_item_take (item, VOUCH_LIST_TITLE, g_strdup (vouch_words_of_problem (entry->problem)));
  vouch_list_item_take (item, VOUCH_LIST_SUBTITLE,
                        g_strdup_printf ("%s\n%s%s%s", entry->number, vouch_words_of_ticket (entry->state),
                                         product != NULL ? " · " : "", product != NULL ? product : ""));
  vouch_list_item_take (item, VOUCH_LIST_ASIDE, dup_aside (entry, now));
  vouch_list_item_take (item, VOUCH_LIST_NOTE, dup_note (entry, now));
  vouch_list_item_set_shape (item, (int)choose_mark (entry, now));
}

/**
 * vouch_case_list_new:
 *
 * Returns: (transfer full): the open cases; with the query %VOUCH_CASE_QUERY_CLOSED, the closed ones
 */
VouchPagedModel *
vouch_case_list_new (void)
{
  return vouch_paged_model_new (&vouch_case_source, vouch_case_list_fill);
}
