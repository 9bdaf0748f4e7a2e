#pragma once

#include "vouch-delivery-entry.h"
#include "vouch-paged-model.h"

G_BEGIN_DECLS

/* The open deliveries as lines of a list. */
VouchPagedModel *vouch_delivery_list_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_delivery_list_fill (VouchListItem *item, gconstpointer row, gint64 now);

G_END_DECLS
