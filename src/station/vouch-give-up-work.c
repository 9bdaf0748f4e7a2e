/* A print job that was stopped for good: what came out stays good, and what did not is said to be spoiled. */
#include "vouch-give-up-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-batch.h"
#include "vouch-error.h"
#include "vouch-print-job.h"
#include "vouch-print-run.h"
#include "vouch-row.h"
#include "vouch-text.h"
#include "vouch-void-unit.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchGiveUpRequest, job_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchGiveUpRequest, printed, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchGiveUpRequest, reason, TEXT, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchGiveUpRequest, vouch_give_up_request, "give_up", fields)

static gboolean
check (const VouchPrintJob *job, const VouchGiveUpRequest *request, GError **error)
{
  if (!vouch_print_job_is_open (job))
    {
      vouch_set_field_error (error, "job_id", VOUCH_ERROR_CONFLICT, _ ("All labels of this job are out already"));
      return FALSE;
    }
  if (vouch_print_run_is_under_way (job->id))
    {
      vouch_set_field_error (error, "job_id", VOUCH_ERROR_BUSY, _ ("These labels are being printed right now"));
      return FALSE;
    }
  if (request->printed >= job->confirmed && request->printed <= job->sent)
    return vouch_text_check_note (request->reason, "reason", error);
  vouch_set_field_error (error, "printed", VOUCH_ERROR_INVALID, _ ("Of this job %d to %d labels came out"),
                         (int)job->confirmed, (int)job->sent);
  return FALSE;
}

static gboolean
void_batch (VouchAct *act, VouchCodeBatch *batch, const char *reason, GError **error)
{
  batch->state = VOUCH_CODE_BATCH_STATE_VOIDED;
  batch->void_reason = g_strdup (reason);
  batch->voided_by = vouch_act_get_actor_id (act);
  batch->voided_at = vouch_act_get_now (act);
  return vouch_act_update (act, &vouch_code_batch_type, batch, error);
}

/* The first labels are good; the others cannot be on anything, and nobody is to be taken in by their codes. */
static gboolean
spoil_rest (VouchAct *act, VouchCodeBatch *batch, gint64 printed, const char *reason, GError **error)
{
  g_autoptr (VouchVoidUnit) rest = vouch_void_unit_new ();

  rest->id = vouch_act_next_id (act);
  rest->lot_id = batch->lot_id;
  rest->batch_id = batch->id;
  rest->first_unit = batch->first_unit + printed;
  rest->units = batch->units - printed;
  rest->reason = g_strdup (reason);
  rest->voided_by = vouch_act_get_actor_id (act);
  rest->voided_at = vouch_act_get_now (act);
  batch->state = VOUCH_CODE_BATCH_STATE_PRINTED;
  batch->spoiled = rest->units;
  return (rest->units == 0 || vouch_act_insert (act, &vouch_void_unit_type, rest, error)) &&
         vouch_act_update (act, &vouch_code_batch_type, batch, error);
}

/* A repetition's codes are on other labels already. */
static gboolean
settle_batch (VouchAct *act, const VouchPrintJob *job, const VouchGiveUpRequest *request, GError **error)
{
  g_autoptr (VouchCodeBatch) batch = NULL;

  if (job->batch_id == 0 || job->copy_of != 0)
    return TRUE;
  batch = vouch_row_load (act->conn, &vouch_code_batch_type, job->batch_id, error);
  if (batch == NULL || batch->state != VOUCH_CODE_BATCH_STATE_RESERVED)
    return batch != NULL;
  return request->printed == 0 ? void_batch (act, batch, request->reason, error)
                               : spoil_rest (act, batch, request->printed, request->reason, error);
}

static gboolean
give_up (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchGiveUpRequest *request = data;
  g_autoptr (VouchPrintJob) job = vouch_row_load (act->conn, &vouch_print_job_type, request->job_id, error);

  if (job == NULL || !check (job, request, error))
    return FALSE;
  job->state = VOUCH_PRINT_STATE_GIVEN_UP;
  job->sent = job->confirmed = request->printed;
  g_free (job->trouble);
  job->trouble = g_strdup (request->reason);
  ((VouchDone *)answer)->id = job->id;
  return vouch_act_update (act, &vouch_print_job_type, job, error) && settle_batch (act, job, request, error);
}

const VouchUseCase vouch_code_give_up = {
  .name = "code.give_up",
  .permission = VOUCH_PERMISSION_VOID_CODES,
  .request = &vouch_give_up_request_type,
  .answer = &vouch_done_type,
  .act = give_up,
};
