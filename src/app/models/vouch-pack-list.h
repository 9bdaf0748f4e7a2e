#pragma once

#include "vouch-paged-model.h"

G_BEGIN_DECLS

/* Cartons and pallets as lines of a list. */

void vouch_pack_list_fill (VouchListItem *item, gconstpointer row, gint64 now);
VouchPagedModel *vouch_pack_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
