#pragma once

#include "vouch-paged-model.h"

G_BEGIN_DECLS

/* Batches of codes and what was printed, as lines of a list. */

void vouch_print_list_fill_batch (VouchListItem *item, gconstpointer row, gint64 now);
void vouch_print_list_fill_job (VouchListItem *item, gconstpointer row, gint64 now);
VouchPagedModel *vouch_print_list_new_of_batches (void) G_GNUC_WARN_UNUSED_RESULT;
VouchPagedModel *vouch_print_list_new_of_jobs (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
