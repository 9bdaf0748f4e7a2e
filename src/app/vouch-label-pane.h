#pragma once

#include <adwaita.h>

#include "vouch-desk.h"
#include "vouch-print-job.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_LABEL_PANE (vouch_label_pane_get_type ())
G_DECLARE_FINAL_TYPE (VouchLabelPane, vouch_label_pane, VOUCH, LABEL_PANE, AdwBin)

/**
 * VouchLabelPane:
 *
 * The labels of one lot: each as it would be printed, or why it cannot be; printing, printing again with a reason,
 * voiding codes, and scanning printed labels back.
 *
 * Signals: "changed": something was printed, scanned or voided; "open-file" (path): a PDF is to be looked at.
 */

void vouch_label_pane_set_desk (VouchLabelPane *self, VouchDesk *desk);
void vouch_label_pane_show (VouchLabelPane *self, gint64 lot_id, gint64 batch_id, VouchPrintPurpose purpose);
void vouch_label_pane_print (VouchLabelPane *self);
void vouch_label_pane_read (VouchLabelPane *self);
gboolean vouch_label_pane_take_scan (VouchLabelPane *self, const char *text);

G_END_DECLS
