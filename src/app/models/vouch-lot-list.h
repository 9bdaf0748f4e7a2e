#pragma once

#include "vouch-lot-entry.h"
#include "vouch-paged-model.h"
#include "vouch-shape.h"

G_BEGIN_DECLS

/* Lots as lines of a list. */
VouchPagedModel *vouch_lot_list_new_for_review (void) G_GNUC_WARN_UNUSED_RESULT;
VouchPagedModel *vouch_lot_list_new_for_search (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lot_list_fill_review (VouchListItem *item, gconstpointer row, gint64 now);
void vouch_lot_list_fill_found (VouchListItem *item, gconstpointer row, gint64 now);

G_END_DECLS
