#include "vouch-print-list.h"

#include <glib/gi18n-lib.h>

#include "vouch-moment.h"
#include "vouch-print-entry.h"
#include "vouch-shape.h"
#include "vouch-words.h"

/* Each state has a sign of its own, whatever its colour. */
static VouchMark
shape_of_batch (VouchCodeBatchState state)
{
  switch (state)
    {
    case VOUCH_CODE_BATCH_STATE_ACTIVE:
    case VOUCH_CODE_BATCH_STATE_VERIFIED:
      return VOUCH_MARK_PASS;
    case VOUCH_CODE_BATCH_STATE_PRINTED:
      return VOUCH_MARK_QUESTION;
    case VOUCH_CODE_BATCH_STATE_VOIDED:
      return VOUCH_MARK_FAIL;
    case VOUCH_CODE_BATCH_STATE_RESERVED:
    default:
      return VOUCH_MARK_HOLD;
    }
}

/**
 * vouch_print_list_fill_batch:
 * @item: a line
 * @row: a #VouchBatchEntry
 * @now: unused
 */
void
vouch_print_list_fill_batch (VouchListItem *item, gconstpointer row, gint64 now)
{
  const VouchBatchEntry *entry = row;
  g_autofree char *issued = vouch_moment_dup (entry->issued_at);

  vouch_list_item_take (item, VOUCH_LIST_TITLE, g_strdup (vouch_words_choose (entry->product_en, entry->product_zh)));
  vouch_list_item_take (item, VOUCH_LIST_SUBTITLE,
                        g_strdup_printf ("%s · %d–%d\n%s\n%s · %s", entry->lot, (int)entry->first_unit,
                                         (int)(entry->first_unit + entry->units - 1),
                                         vouch_words_of_batch (entry->state), issued, entry->issued_by));
  vouch_list_item_set_shape (item, (int)shape_of_batch (entry->state));
}

/**
 * vouch_print_list_fill_job:
 * @item: a line
 * @row: a #VouchJobEntry
 * @now: unused
 */
void
vouch_print_list_fill_job (VouchListItem *item, gconstpointer row, gint64 now)
{
  const VouchJobEntry *entry = row;
  g_autofree char *printed = vouch_moment_dup (entry->printed_at);
  g_autofree char *standing = vouch_job_entry_dup_standing (entry);
  gboolean is_out = entry->state == VOUCH_PRINT_STATE_DONE;

  vouch_list_item_take (item, VOUCH_LIST_TITLE, g_strdup (vouch_words_of_purpose (entry->purpose)));
  vouch_list_item_take (item, VOUCH_LIST_SUBTITLE,
                        g_strdup_printf ("%s · %d%s%s\n%s · %s%s%s", entry->about, (int)entry->labels,
                                         is_out ? "" : " · ", is_out ? "" : standing, printed, entry->printed_by,
                                         entry->printer != NULL ? " · " : "",
                                         entry->printer != NULL ? entry->printer : ""));
  vouch_list_item_take (item, VOUCH_LIST_ASIDE,
                        entry->copy_number > 0 ? g_strdup_printf ("R%d", (int)entry->copy_number) : NULL);
  vouch_list_item_set_shape (item, (int)(is_out ? VOUCH_MARK_PASS : VOUCH_MARK_HOLD));
}

/**
 * vouch_print_list_new_of_batches:
 *
 * Returns: (transfer full): all batches of codes, the newest first
 */
VouchPagedModel *
vouch_print_list_new_of_batches (void)
{
  return vouch_paged_model_new (&vouch_batch_source, vouch_print_list_fill_batch);
}

/**
 * vouch_print_list_new_of_jobs:
 *
 * Returns: (transfer full): what was printed, the latest first
 */
VouchPagedModel *
vouch_print_list_new_of_jobs (void)
{
  return vouch_paged_model_new (&vouch_job_source, vouch_print_list_fill_job);
}
