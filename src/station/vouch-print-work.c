#include "vouch-print-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-batch-store.h"
#include "vouch-error.h"
#include "vouch-label-rule.h"
#include "vouch-pack-load.h"
#include "vouch-row.h"

static const VouchField printed_fields[] = {
  VOUCH_FIELD (VouchPrintedRequest, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintedRequest, batch_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchPrintedRequest, purpose, vouch_print_purpose_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintedRequest, template_name, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPrintedRequest, labels, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintedRequest, read_back, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintedRequest, file, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPrintedRequest, copy_of, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintedRequest, copy_number, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchPrintedRequest, reason, vouch_reprint_reason_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintedRequest, note, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintedRequest, first_unit, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintedRequest, user_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchPrintedRequest, state, vouch_print_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintedRequest, printer, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintedRequest, pack_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintedRequest, about, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintedRequest, sheet, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintedRequest, first_position, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchPrintedRequest, vouch_printed_request, "printed", printed_fields)

static const VouchField run_fields[] = {
  VOUCH_FIELD (VouchPrintRunRequest, job_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchPrintRunRequest, state, vouch_print_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintRunRequest, sent, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintRunRequest, confirmed, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintRunRequest, printer, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPrintRunRequest, file, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPrintRunRequest, trouble, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintRunRequest, sheet, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintRunRequest, first_position, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchPrintRunRequest, vouch_print_run_request, "print_run", run_fields)

/* Codes are printed when the last of them is; until then they wait for the job that is at it. */
static gboolean
mark_batch_printed (VouchAct *act, const VouchPrintJob *job, GError **error)
{
  g_autoptr (VouchCodeBatch) batch = vouch_row_load (act->conn, &vouch_code_batch_type, job->batch_id, error);

  if (batch == NULL)
    return FALSE;
  if (batch->lot_id != job->lot_id)
    {
      vouch_set_field_error (error, "batch_id", VOUCH_ERROR_INVALID, _ ("The batch is of another lot"));
      return FALSE;
    }
  if (job->copy_of != 0)
    return TRUE;
  if (!vouch_label_check_unprinted (batch, error))
    return FALSE;
  if (job->state != VOUCH_PRINT_STATE_DONE)
    return TRUE;
  batch->state = VOUCH_CODE_BATCH_STATE_PRINTED;
  return vouch_act_update (act, &vouch_code_batch_type, batch, error);
}

static gboolean
check_lot (VouchAct *act, const VouchPrintedRequest *request, GError **error)
{
  g_autoptr (VouchLot) lot = vouch_row_load (act->conn, &vouch_lot_type, request->lot_id, error);

  if (lot == NULL || !vouch_label_check_lot (lot, request->purpose, error))
    return FALSE;
  return request->copy_of != 0 || request->purpose == VOUCH_PRINT_PURPOSE_SAMPLE ||
         (vouch_label_check_no_open (act->conn, lot->id, request->batch_id, request->purpose, error) &&
          vouch_label_check_first (act->conn, lot->id, request->purpose, error));
}

static gboolean
check_pack (VouchAct *act, const VouchPrintedRequest *request, GError **error)
{
  g_autoptr (VouchPackLoad) load = vouch_pack_load_read (act->conn, request->pack_id, error);

  return load != NULL && vouch_pack_load_check (load, error) &&
         (request->copy_of != 0 || vouch_label_check_pack (act->conn, load->pack, error));
}

/* What the station knows is said to be of a lot or a pack. */
static gboolean
is_of_table (const VouchPrintedRequest *request)
{
  return vouch_print_purpose_may_be_of_table (request->purpose) && request->pack_id == 0 && request->lot_id == 0;
}

/* Nothing leaves unread: whatever was rendered, at least one label was decoded back. */
static gboolean
check_printed (VouchAct *act, const VouchPrintedRequest *request, GError **error)
{
  if (request->labels < 1 || request->read_back < 1 || request->read_back > request->labels)
    {
      vouch_set_field_error (error, "read_back", VOUCH_ERROR_INVALID,
                             _ ("At least one label has to be rendered and read back"));
      return FALSE;
    }
  if (request->purpose == VOUCH_PRINT_PURPOSE_BADGE || is_of_table (request))
    return TRUE;
  return request->purpose == VOUCH_PRINT_PURPOSE_CARTON ? check_pack (act, request, error)
                                                        : check_lot (act, request, error);
}

/* Whoever else printed the same labels again meanwhile has the number that stands on these. */
static gboolean
take_copy (VouchAct *act, const VouchPrintedRequest *request, VouchPrintJob *job, GError **error)
{
  g_autoptr (VouchPrintJob) copied = vouch_row_load (act->conn, &vouch_print_job_type, request->copy_of, error);
  g_autoptr (GPtrArray) copies = NULL;
  int offset_s = vouch_clock_offset (vouch_station_get_clock (act->station), copied != NULL ? copied->printed_at : 0);

  if (copied == NULL || !vouch_label_may_repeat (copied, act->actor, request->reason, request->note,
                                                 vouch_tx_get_today (act->tx), offset_s, error))
    return FALSE;
  job->copy_of = copied->copy_of != 0 ? copied->copy_of : copied->id;
  copies = vouch_code_batch_store_list_copies (act->conn, job->copy_of, error);
  if (copies == NULL)
    return FALSE;
  if (request->copy_number != copies->len + 1)
    {
      vouch_set_field_error (error, "copy_number", VOUCH_ERROR_CONFLICT,
                             _ ("Somebody else has printed these labels again; try once more"));
      return FALSE;
    }
  job->copy_number = request->copy_number;
  job->reason = g_strdup (vouch_enum_get_name (&vouch_reprint_reason_values, (int)request->reason));
  job->note = g_strdup (request->note);
  return TRUE;
}

static gboolean
note_job (VouchAct *act, const VouchPrintedRequest *request, gpointer answer, GError **error)
{
  g_autoptr (VouchPrintJob) job = vouch_print_job_new ();

  if (!check_printed (act, request, error) || (request->copy_of != 0 && !take_copy (act, request, job, error)))
    return FALSE;
  job->id = vouch_act_next_id (act);
  job->lot_id = request->lot_id;
  job->batch_id = request->batch_id;
  job->purpose = request->purpose;
  job->template = g_strdup (request->template_name);
  job->labels = request->labels;
  job->read_back = request->read_back;
  job->file = g_strdup (request->file);
  job->printed_by = vouch_act_get_actor_id (act);
  job->printed_at = vouch_act_get_now (act);
  job->first_unit = request->first_unit;
  job->user_id = request->user_id;
  job->pack_id = request->pack_id;
  job->about = g_strdup (request->about);
  job->sheet = g_strdup (request->sheet);
  job->first_position = request->first_position;
  job->state = request->state;
  job->sent = job->confirmed = request->state == VOUCH_PRINT_STATE_DONE ? request->labels : 0;
  job->printer = g_strdup (request->printer);
  ((VouchDone *)answer)->id = job->id;
  return vouch_act_insert (act, &vouch_print_job_type, job, error) &&
         (request->batch_id == 0 || mark_batch_printed (act, job, error));
}

static gboolean
note_printed (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchPrintedRequest *request = data;

  if (request->purpose != VOUCH_PRINT_PURPOSE_BADGE &&
      (request->lot_id != 0 || request->pack_id != 0 || is_of_table (request)))
    return note_job (act, request, answer, error);
  vouch_set_field_error (error, "lot_id", VOUCH_ERROR_INVALID, _ ("Say whose labels were printed"));
  return FALSE;
}

static gboolean
note_badge (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchPrintedRequest *request = data;

  if (request->user_id != 0 && request->purpose == VOUCH_PRINT_PURPOSE_BADGE)
    return note_job (act, request, answer, error);
  vouch_set_field_error (error, "user_id", VOUCH_ERROR_INVALID, _ ("Say whose badge was printed"));
  return FALSE;
}

/* What is certain to be out is never taken back, and nothing is out that there is not. */
static gboolean
check_run (const VouchPrintJob *job, const VouchPrintRunRequest *request, GError **error)
{
  if (!vouch_print_job_is_open (job))
    {
      vouch_set_field_error (error, "job_id", VOUCH_ERROR_CONFLICT, _ ("All labels of this job are out already"));
      return FALSE;
    }
  if (request->state != VOUCH_PRINT_STATE_GIVEN_UP && request->confirmed >= job->confirmed &&
      request->sent >= request->confirmed && request->sent <= job->labels &&
      (request->state != VOUCH_PRINT_STATE_DONE || request->sent == job->labels))
    return TRUE;
  vouch_set_field_error (error, "sent", VOUCH_ERROR_INVALID, _ ("Of this job %d to %d labels came out"),
                         (int)job->confirmed, (int)job->labels);
  return FALSE;
}

static gboolean
note_run_of (VouchAct *act, const VouchPrintRunRequest *request, gboolean of_badge, gpointer answer, GError **error)
{
  g_autoptr (VouchPrintJob) job = vouch_row_load (act->conn, &vouch_print_job_type, request->job_id, error);

  if (job == NULL || !check_run (job, request, error))
    return FALSE;
  if ((job->purpose == VOUCH_PRINT_PURPOSE_BADGE) != of_badge)
    {
      vouch_set_field_error (error, "job_id", VOUCH_ERROR_DENIED, _ ("An administrator prints badges"));
      return FALSE;
    }
  job->state = request->state;
  job->sent = request->sent;
  job->confirmed = request->confirmed;
  g_free (job->printer);
  job->printer = g_strdup (request->printer);
  g_free (job->file);
  job->file = g_strdup (request->file);
  g_free (job->sheet);
  job->sheet = g_strdup (request->sheet);
  job->first_position = request->first_position;
  g_free (job->trouble);
  job->trouble = g_strdup (request->trouble);
  ((VouchDone *)answer)->id = job->id;
  return vouch_act_update (act, &vouch_print_job_type, job, error) &&
         (job->batch_id == 0 || job->state != VOUCH_PRINT_STATE_DONE || mark_batch_printed (act, job, error));
}

static gboolean
note_run (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  return note_run_of (act, data, FALSE, answer, error);
}

static gboolean
note_badge_run (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  return note_run_of (act, data, TRUE, answer, error);
}

const VouchUseCase vouch_code_note_printed = {
  .name = "code.note_printed",
  .permission = VOUCH_PERMISSION_PRINT,
  .request = &vouch_printed_request_type,
  .answer = &vouch_done_type,
  .act = note_printed,
};

const VouchUseCase vouch_code_note_badge = {
  .name = "code.note_badge",
  .permission = VOUCH_PERMISSION_MANAGE_USERS,
  .request = &vouch_printed_request_type,
  .answer = &vouch_done_type,
  .act = note_badge,
};

const VouchUseCase vouch_code_note_run = {
  .name = "code.note_run",
  .permission = VOUCH_PERMISSION_PRINT,
  .request = &vouch_print_run_request_type,
  .answer = &vouch_done_type,
  .act = note_run,
};

const VouchUseCase vouch_code_note_badge_run = {
  .name = "code.note_badge_run",
  .permission = VOUCH_PERMISSION_MANAGE_USERS,
  .request = &vouch_print_run_request_type,
  .answer = &vouch_done_type,
  .act = note_badge_run,
};
