#pragma once

#include <adwaita.h>

#include "vouch-code-batch.h"
#include "vouch-desk.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_BATCH_PANE (vouch_batch_pane_get_type ())
G_DECLARE_FINAL_TYPE (VouchBatchPane, vouch_batch_pane, VOUCH, BATCH_PANE, AdwBin)

/**
 * VouchBatchPane:
 *
 * What became of a batch's printed labels: applied, spoiled and returned ones, which are all of them before the batch
 * is closed; and labels that are withdrawn one by one or as a range.
 *
 * Signals: "changed": something was written.
 */

void vouch_batch_pane_set_desk (VouchBatchPane *self, VouchDesk *desk);
void vouch_batch_pane_show (VouchBatchPane *self, const VouchCodeBatch *batch, const GPtrArray *voids);
gboolean vouch_batch_pane_take_scan (VouchBatchPane *self, const char *text);

G_END_DECLS
