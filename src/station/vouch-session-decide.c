#include <glib/gi18n-lib.h>

#include "vouch-decide-work.h"
#include "vouch-draft-work.h"
#include "vouch-error.h"
#include "vouch-label-work.h"
#include "vouch-quantity.h"
#include "vouch-row.h"
#include "vouch-scan-back-work.h"
#include "vouch-session-private.h"

/* More take a printer a while, and whatever is scanned meanwhile would have to wait. */
#define PRINTER_LABELS_FEW 20

static const VouchUseCase *
use_case_of (VouchSessionSign sign)
{
  return sign == VOUCH_SESSION_SIGN_ACCEPT ? &vouch_decide_accept_within_plan : &vouch_decide_confirm_rejection;
}

/* The key is made when the act begins and kept with its draft, so that a second badge scan, or one after a crash, signs
 * the same act. */
void
vouch_session_ask_signature (VouchSession *self, VouchSessionSign sign)
{
  VouchVerdict verdict = vouch_lot_file_get_verdict (self->file);
  VouchVerdict wanted = sign == VOUCH_SESSION_SIGN_ACCEPT ? VOUCH_VERDICT_ACCEPT : VOUCH_VERDICT_REJECT;
  g_autoptr (GError) error = NULL;

  if (verdict != wanted)
    {
      vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Not possible"),
                          sign == VOUCH_SESSION_SIGN_ACCEPT
                              ? _ ("The lot does not meet its plan; reject or hold it.")
                              : _ ("The lot meets its plan; it cannot be rejected by its readings."));
      return;
    }
  g_free (self->sign_key);
  self->sign_key = vouch_draft_begin (self->station, self->actor, use_case_of (sign), self->file->lot->id, &error);
  if (self->sign_key == NULL)
    {
      vouch_session_tell_error (self, error);
      return;
    }
  self->sign = sign;
  self->sign_until_us = vouch_session_now (self) + (gint64)self->settings->sign_window_ms * 1000;
  vouch_session_set_stage (self, VOUCH_STAGE_SIGN);
  vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Sign"), _ ("Scan your own badge within 10 seconds."));
}

static void
print_state_label (VouchSession *self, VouchPrintPurpose purpose)
{
  VouchLabelOrder order = {
    .lot_id = self->file->lot->id,
    .purpose = purpose,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPrintJob) job = vouch_session_print_labels (self, &order, &error);
  g_autofree char *detail = NULL;

  if (job != NULL)
    return;
  /* The goods are held or rejected all the same, and the message has to say both. */
  detail = g_strdup_printf (_ ("%s · no label: %s"), self->file->lot->number, error->message);
  g_free (self->detail);
  self->detail = g_steal_pointer (&detail);
}

static void
after_accept (VouchSession *self, const VouchDecided *decided)
{
  vouch_session_set_stage (self, VOUCH_STAGE_LABELS);
  vouch_session_tell (self, VOUCH_FEEDBACK_ACCEPTED, _ ("ACCEPTED"), decided->lot);
}

static void
after_reject (VouchSession *self, const VouchDecided *decided)
{
  g_autofree char *detail = g_strdup_printf (_ ("%s · report %s is open"), decided->lot, decided->ncr);

  vouch_session_set_stage (self, VOUCH_STAGE_LABELS);
  vouch_session_tell (self, VOUCH_FEEDBACK_REJECTED, _ ("REJECTED"), detail);
  print_state_label (self, VOUCH_PRINT_PURPOSE_REJECT);
}

/* Signed, but the lot cannot be read for its labels: what is saved is said, and the lot is left. */
static void
leave_signed (VouchSession *self, const VouchDecided *decided)
{
  gboolean accept = self->sign == VOUCH_SESSION_SIGN_ACCEPT;

  vouch_session_drop_lot (self);
  vouch_session_set_stage (self, self->delivery != NULL ? VOUCH_STAGE_GOODS : VOUCH_STAGE_HOME);
  vouch_session_tell (self, accept ? VOUCH_FEEDBACK_ACCEPTED : VOUCH_FEEDBACK_REJECTED,
                      accept ? _ ("ACCEPTED") : _ ("REJECTED"), decided->lot);
}

void
vouch_session_take_signature (VouchSession *self, const char *badge)
{
  gboolean accept = self->sign == VOUCH_SESSION_SIGN_ACCEPT;
  VouchSignRequest request = { self->file->lot->id, (char *)badge };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDecided) decided = NULL;

  if (vouch_session_now (self) > self->sign_until_us)
    {
      vouch_session_set_stage (self, VOUCH_STAGE_VERDICT);
      vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Too late"),
                          _ ("The signature came after 10 seconds; accept or reject again."));
      return;
    }
  decided = vouch_use_case_run (use_case_of (self->sign), self->station, self->actor, self->sign_key, &request, &error);
  if (decided == NULL)
    {
      vouch_session_tell_error (self, error);
      if (!g_error_matches (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE))
        vouch_session_set_stage (self, VOUCH_STAGE_VERDICT);
      return;
    }
  if (!vouch_session_load_lot (self, self->file->lot->id))
    leave_signed (self, decided);
  else if (accept)
    after_accept (self, decided);
  else
    after_reject (self, decided);
}

void
vouch_session_hold (VouchSession *self)
{
  VouchHoldRequest request = { self->file->lot->id, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDecided) decided =
      vouch_use_case_run (&vouch_decide_hold, self->station, self->actor, NULL, &request, &error);

  if (decided == NULL)
    {
      vouch_session_tell_error (self, error);
      return;
    }
  if (!vouch_session_load_lot (self, self->file->lot->id))
    return;
  vouch_session_set_stage (self, VOUCH_STAGE_LABELS);
  vouch_session_tell (self, VOUCH_FEEDBACK_HELD, _ ("ON HOLD"), decided->lot);
  print_state_label (self, VOUCH_PRINT_PURPOSE_HOLD);
}

/* A batch that was issued and not scanned back comes before issuing another. */
static const VouchCodeBatch *
find_open_batch (const VouchSession *self)
{
  for (guint i = 0; i < self->file->batches->len; i++)
    {
      const VouchCodeBatch *batch = g_ptr_array_index (self->file->batches, i);

      if (batch->state == VOUCH_CODE_BATCH_STATE_RESERVED || batch->state == VOUCH_CODE_BATCH_STATE_PRINTED)
        return batch;
    }
  return NULL;
}

/* A released lot whose labels wait to be printed, or to be scanned back. */
void
vouch_session_go_on_with_labels (VouchSession *self)
{
  const VouchLotFile *file = self->file;

  self->batch_id = 0;
  for (guint i = 0; i < file->batches->len && self->batch_id == 0; i++)
    {
      const VouchCodeBatch *batch = g_ptr_array_index (file->batches, i);

      if (batch->state == VOUCH_CODE_BATCH_STATE_PRINTED)
        self->batch_id = batch->id;
    }
  vouch_session_set_stage (self, self->batch_id != 0 ? VOUCH_STAGE_SCAN_BACK : VOUCH_STAGE_LABELS);
  vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Labels"), self->file->lot->number);
}

/* How many labels the open batch has, or a new one would get. */
static gint64
count_labels (const VouchSession *self, const VouchCodeBatch *open)
{
  gint64 n = self->file->lot->accepted / VOUCH_QUANTITY_ONE;

  if (open != NULL)
    return open->units;
  for (guint i = 0; i < self->file->batches->len; i++)
    {
      const VouchCodeBatch *batch = g_ptr_array_index (self->file->batches, i);

      n -= batch->state != VOUCH_CODE_BATCH_STATE_VOIDED ? batch->units : 0;
    }
  return n;
}

static gboolean
are_few (const VouchSession *self, gint64 n)
{
  const VouchPrinterProfile *printer = self->settings->item_printer;
  gboolean is_file = printer == NULL || printer->language == VOUCH_PRINTER_LANGUAGE_PDF;

  return n <= (is_file ? self->settings->labels_max : PRINTER_LABELS_FEW);
}

/* Many labels are printed beside the work, where they can be followed and stopped. */
static void
hand_over (VouchSession *self, const VouchCodeBatch *batch, gint64 n)
{
  g_autofree char *detail = g_strdup_printf (_ ("Labels: %d. They can be followed and stopped."), (int)n);

  self->batch_id = batch != NULL ? batch->id : 0;
  vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Printing"), detail);
  self->print_act = self->act;
}

static gboolean
is_open (const VouchSession *self, gint64 job_id)
{
  for (guint i = 0; i < self->file->print_jobs->len; i++)
    {
      const VouchPrintJob *job = g_ptr_array_index (self->file->print_jobs, i);

      if (job->id == job_id)
        return vouch_print_job_is_open (job);
    }
  return FALSE;
}

/* Whoever asks for the label of goods that are held or rejected says why if it hangs on them already. */
static void
print_or_ask (VouchSession *self, VouchPrintPurpose purpose)
{
  g_autoptr (GError) error = NULL;
  gint64 job_id = vouch_session_find_same_label (self, purpose, &error);

  if (error != NULL)
    vouch_session_tell_unread (self, error);
  else if (job_id != 0 && !is_open (self, job_id))
    vouch_session_ask_reprint (self, job_id);
  else
    print_state_label (self, purpose);
}

static void
print_units (VouchSession *self)
{
  const VouchCodeBatch *batch = find_open_batch (self);
  VouchLabelOrder order = {
    .lot_id = self->file->lot->id,
    .purpose = VOUCH_PRINT_PURPOSE_UNIT,
    .batch_id = batch != NULL ? batch->id : 0,
  };
  gint64 n = count_labels (self, batch);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPrintJob) job = NULL;
  g_autofree char *detail = NULL;

  if (self->settings->hands_over && !are_few (self, n))
    {
      hand_over (self, batch, n);
      return;
    }
  if (batch != NULL && batch->state == VOUCH_CODE_BATCH_STATE_PRINTED)
    {
      self->batch_id = batch->id;
      vouch_session_set_stage (self, VOUCH_STAGE_SCAN_BACK);
      vouch_session_ask_reprint (self, vouch_session_find_printed (self, batch->id));
      return;
    }
  job = vouch_session_print_labels (self, &order, &error);
  if (job == NULL)
    {
      vouch_session_tell_error (self, error);
      return;
    }
  self->batch_id = job->batch_id;
  vouch_session_set_stage (self, VOUCH_STAGE_SCAN_BACK);
  detail = g_strdup_printf (ngettext ("%d label, %d read back", "%d labels, %d read back", (gulong)job->labels),
                            (int)job->labels, (int)job->read_back);
  vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Printed"), detail);
}

/* What was handed over may have been printed meanwhile. */
void
vouch_session_print (VouchSession *self)
{
  if (!vouch_session_load_lot (self, self->file->lot->id))
    return;
  if (vouch_lot_is_released (self->file->lot))
    print_units (self);
  else
    print_or_ask (self, self->file->lot->status == VOUCH_LOT_STATUS_REJECTED ? VOUCH_PRINT_PURPOSE_REJECT
                                                                             : VOUCH_PRINT_PURPOSE_HOLD);
}

/* A wrong label is asked about; @again says that it lies where the expected one should be. */
void
vouch_session_scan_back (VouchSession *self, const VouchScan *scan, gboolean again)
{
  VouchScanBackRequest request = { self->batch_id, scan->text, again };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchScannedBack) scanned =
      vouch_use_case_run (&vouch_code_scan_back, self->station, self->actor, NULL, &request, &error);
  g_autofree char *detail = NULL;

  if (scanned == NULL)
    {
      if (g_strcmp0 (vouch_error_get_field (error), VOUCH_SCAN_BACK_AGAIN) == 0)
        vouch_session_ask_withdraw (self, scan, error->message);
      else
        vouch_session_tell_error (self, error);
      return;
    }
  detail = vouch_scanned_back_dup_text (scanned);
  vouch_session_load_lot (self, self->file->lot->id);
  if (scanned->withdrawn != 0)
    vouch_session_tell (self, VOUCH_FEEDBACK_FAIL, _ ("Withdrawn"), detail);
  else if (scanned->state != VOUCH_CODE_BATCH_STATE_ACTIVE)
    vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Read back"), detail);
  else
    {
      vouch_session_set_stage (self, VOUCH_STAGE_LABELS);
      vouch_session_tell (self, VOUCH_FEEDBACK_ACCEPTED, _ ("Codes active"), detail);
    }
}
