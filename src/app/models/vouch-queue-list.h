#pragma once

#include "vouch-paged-model.h"
#include "vouch-work-entry.h"

G_BEGIN_DECLS

/* What waits at the dock as lines of a list. */
VouchPagedModel *vouch_queue_list_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_queue_list_fill (VouchListItem *item, gconstpointer row, gint64 now);

G_END_DECLS
