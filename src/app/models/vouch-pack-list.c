#include "vouch-pack-list.h"

#include <glib/gi18n-lib.h>

#include "vouch-moment.h"
#include "vouch-pack-entry.h"
#include "vouch-shape.h"
#include "vouch-words.h"

/* Each state has a sign of its own, whatever its colour. */
static VouchMark
shape_of (VouchPackState state)
{
  switch (state)
    {
    case VOUCH_PACK_STATE_CLOSED:
      return VOUCH_MARK_PASS;
    case VOUCH_PACK_STATE_OPEN:
      return VOUCH_MARK_QUESTION;
    case VOUCH_PACK_STATE_RECALLED:
      return VOUCH_MARK_FAIL;
    case VOUCH_PACK_STATE_BROKEN:
    default:
      return VOUCH_MARK_HOLD;
    }
}

/**
 * vouch_pack_list_fill:
 * @item: a line
 * @row: a #VouchPackEntry
 * @now: unused
 */
void
vouch_pack_list_fill (VouchListItem *item, gconstpointer row, gint64 now)
{
  const VouchPackEntry *entry = row;
  g_autofree char *opened = vouch_moment_dup (entry->opened_at);
  g_autofree char *items = entry->kind == VOUCH_PACK_KIND_CARTON
                               ? g_strdup_printf (_ ("Units: %d"), (int)entry->items)
                               : g_strdup_printf (_ ("Cartons: %d"), (int)entry->items);

  vouch_list_item_take (item, VOUCH_LIST_TITLE, g_strdup (entry->sscc));
  vouch_list_item_take (item, VOUCH_LIST_SUBTITLE,
                        g_strdup_printf ("%s · %s · %s\n%s · %s",
                                         entry->kind == VOUCH_PACK_KIND_CARTON ? _ ("Carton") : _ ("Pallet"),
                                         vouch_words_of_pack (entry->state), items, opened, entry->opened_by));
  vouch_list_item_set_shape (item, (int)shape_of (entry->state));
}

/**
 * vouch_pack_list_new:
 *
 * Returns: (transfer full): all cartons and pallets, the newest first
 */
VouchPagedModel *
vouch_pack_list_new (void)
{
  return vouch_paged_model_new (&vouch_pack_source, vouch_pack_list_fill);
}
