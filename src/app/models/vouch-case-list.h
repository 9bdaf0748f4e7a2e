#pragma once

#include "vouch-case-entry.h"
#include "vouch-paged-model.h"

G_BEGIN_DECLS

/* Customers' cases as lines of a list. */
VouchPagedModel *vouch_case_list_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_case_list_fill (VouchListItem *item, gconstpointer row, gint64 now);

G_END_DECLS
