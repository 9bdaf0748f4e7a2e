#pragma once

#include "vouch-arrival-check.h"
#include "vouch-characteristic.h"
#include "vouch-code-batch.h"
#include "vouch-correction.h"
#include "vouch-count-pass.h"
#include "vouch-defect-code.h"
#include "vouch-inspection.h"
#include "vouch-lot.h"
#include "vouch-pack.h"
#include "vouch-print-job.h"
#include "vouch-reading.h"
#include "vouch-receipt.h"
#include "vouch-signature.h"
#include "vouch-suspicion.h"
#include "vouch-ticket.h"
#include "vouch-usage-decision.h"

G_BEGIN_DECLS

/* The field's words for the records' values, in the user's language; window, command line and reports use the same. */
const char *vouch_words_choose (const char *english, const char *chinese);
const char *vouch_words_of_result (VouchResult result);
const char *vouch_words_of_defect_class (VouchDefectClass defect_class);
const char *vouch_words_of_verdict (VouchVerdict verdict);
const char *vouch_words_of_status (VouchLotStatus status);
const char *vouch_words_of_hold (const VouchLot *lot);
const char *vouch_words_of_decision (VouchDecisionKind kind);
const char *vouch_words_of_meaning (VouchMeaning meaning);
const char *vouch_words_of_batch (VouchCodeBatchState state);
const char *vouch_words_of_pack (VouchPackState state);
const char *vouch_words_of_purpose (VouchPrintPurpose purpose);
const char *vouch_words_of_reprint (VouchReprintReason reason);
const char *vouch_words_of_ticket (VouchTicketState state);
char *vouch_words_dup_age (gint64 since, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_words_dup_promise (gint64 due_at, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
const char *vouch_words_of_suspicion (VouchSuspicionReason reason);
const char *vouch_words_of_receipt (VouchReceiptState state);
const char *vouch_words_of_arrival_item (VouchArrivalItem item);
const char *vouch_words_of_arrival (VouchArrivalResult result);
const char *vouch_words_of_change (const char *use_case);
const char *vouch_words_of_outcome (VouchCountOutcome outcome);
const char *vouch_words_of_fact (VouchCorrectionFact fact);
const char *vouch_words_of_correction (VouchCorrectionState state);
const char *vouch_words_of_unit (const char *unit);
const char *vouch_words_of_problem (const char *problem);
char *vouch_words_dup_limits (const VouchCharacteristic *characteristic) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_words_dup_quantity (gint64 quantity, const char *unit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
