#pragma once

/* The reports as pages, for a preview or a printer. In a header of its own, so that who only writes a PDF need not know
 * of cairo. */

#include "vouch-document.h"
#include "vouch-inspection-report.h"
#include "vouch-pick-list.h"
#include "vouch-receipt-report.h"

G_BEGIN_DECLS

VouchDocument *vouch_inspection_report_lay_out (const VouchInspectionReport *self) G_GNUC_WARN_UNUSED_RESULT;
VouchDocument *vouch_pick_list_lay_out (const VouchPickList *self) G_GNUC_WARN_UNUSED_RESULT;
VouchDocument *vouch_receipt_report_lay_out (const VouchReceiptReport *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
