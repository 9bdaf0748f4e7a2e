#include "vouch-print-job.h"

static const char *const print_purpose_names[] = { "unit",  "lot",    "hold",     "reject", "released", "badge",
                                                   "sheet", "carton", "location", "sample", "other",    NULL };
const VouchEnum vouch_print_purpose_values = { print_purpose_names };

static const char *const reprint_reason_names[] = { "none", "damaged", "misprint", "lost", "other", NULL };
const VouchEnum vouch_reprint_reason_values = { reprint_reason_names };

static const char *const print_state_names[] = { "done", "printing", "stopped", "given_up", NULL };
const VouchEnum vouch_print_state_values = { print_state_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchPrintJob, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintJob, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintJob, batch_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchPrintJob, purpose, vouch_print_purpose_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintJob, template, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPrintJob, labels, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintJob, read_back, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintJob, file, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPrintJob, printed_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintJob, printed_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintJob, copy_of, ID, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchPrintJob, copy_number, NUMBER, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchPrintJob, first_unit, NUMBER, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchPrintJob, reason, TEXT, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchPrintJob, note, TEXT, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchPrintJob, user_id, ID, VOUCH_FIELD_ADDED),
  VOUCH_FIELD_OF_ENUM (VouchPrintJob, state, vouch_print_state_values, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchPrintJob, sent, NUMBER, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchPrintJob, confirmed, NUMBER, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchPrintJob, printer, TEXT, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchPrintJob, trouble, TEXT, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchPrintJob, pack_id, ID, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchPrintJob, about, TEXT, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchPrintJob, sheet, TEXT, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchPrintJob, first_position, NUMBER, VOUCH_FIELD_ADDED),
};

VOUCH_DEFINE_RECORD (VouchPrintJob, vouch_print_job, "print_job", fields)

/**
 * vouch_print_job_is_open:
 * @self: a job
 *
 * Returns: whether labels of it are still to come, now or when somebody goes on with it
 */
gboolean
vouch_print_job_is_open (const VouchPrintJob *self)
{
  return self->state == VOUCH_PRINT_STATE_PRINTING || self->state == VOUCH_PRINT_STATE_STOPPED;
}

/**
 * vouch_print_purpose_may_be_of_table:
 * @self: what labels are for
 *
 * Returns: whether what stands on them can be given with them; of the others the station knows it
 */
gboolean
vouch_print_purpose_may_be_of_table (VouchPrintPurpose self)
{
  return self == VOUCH_PRINT_PURPOSE_LOCATION || self == VOUCH_PRINT_PURPOSE_OTHER ||
         self == VOUCH_PRINT_PURPOSE_CARTON;
}
