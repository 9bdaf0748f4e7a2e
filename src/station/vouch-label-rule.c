/* Which labels may be printed now, and by whom. */
#include "vouch-label-rule.h"

#include <glib/gi18n-lib.h>

#include "vouch-audit-change-store.h"
#include "vouch-code-batch-store.h"
#include "vouch-error.h"
#include "vouch-text.h"

/**
 * vouch_label_check_lot:
 * @lot: a lot
 * @purpose: which labels
 * @error: DENIED with the reason why the lot has no such labels now
 *
 * Which label fits which status: no release label on goods that are not released, no unit label on anything else.
 *
 * Returns: whether the labels may be printed
 */
gboolean
vouch_label_check_lot (const VouchLot *lot, VouchPrintPurpose purpose, GError **error)
{
  gboolean is_held = lot->status == VOUCH_LOT_STATUS_QUARANTINED || lot->status == VOUCH_LOT_STATUS_PENDING ||
                     lot->status == VOUCH_LOT_STATUS_RECALLED;

  if (purpose == VOUCH_PRINT_PURPOSE_UNIT || purpose == VOUCH_PRINT_PURPOSE_RELEASED)
    {
      if (vouch_lot_is_released (lot))
        return TRUE;
      vouch_set_field_error (error, "lot_id", VOUCH_ERROR_DENIED,
                             _ ("Lot %s is not released; only hold and reject labels may be printed"), lot->number);
    }
  else if (purpose == VOUCH_PRINT_PURPOSE_HOLD)
    {
      if (is_held)
        return TRUE;
      vouch_set_field_error (error, "lot_id", VOUCH_ERROR_DENIED,
                             _ ("Lot %s is not on hold; a hold label would be wrong"), lot->number);
    }
  else if (purpose == VOUCH_PRINT_PURPOSE_REJECT)
    {
      if (lot->status == VOUCH_LOT_STATUS_REJECTED)
        return TRUE;
      vouch_set_field_error (error, "lot_id", VOUCH_ERROR_DENIED,
                             _ ("Lot %s is not rejected; a reject label would be wrong"), lot->number);
    }
  else if (purpose == VOUCH_PRINT_PURPOSE_LOT || purpose == VOUCH_PRINT_PURPOSE_SAMPLE)
    return TRUE;
  else
    vouch_set_field_error (error, "lot_id", VOUCH_ERROR_DENIED, _ ("Lot %s has no such label"), lot->number);
  return FALSE;
}

static gboolean
is_own_of_today (const VouchPrintJob *job, VouchActor *actor, VouchDate today, int offset_s)
{
  return job->printed_by == vouch_actor_get_user_id (actor) &&
         vouch_date_from_time (job->printed_at, offset_s) == today;
}

/**
 * vouch_label_check_unprinted:
 * @batch: codes that are to be printed without a reason
 * @error: DENIED if they were printed already
 *
 * Codes are printed once; after that every print is a repetition, which has a reason and counts.
 *
 * Returns: whether they may be
 */
gboolean
vouch_label_check_unprinted (const VouchCodeBatch *batch, GError **error)
{
  if (batch->state == VOUCH_CODE_BATCH_STATE_RESERVED)
    return TRUE;
  vouch_set_field_error (error, "batch_id", VOUCH_ERROR_DENIED,
                         _ ("These labels were printed already; print them again with a reason"));
  return FALSE;
}

static VouchPrintJob *
find_last (const GPtrArray *jobs, VouchPrintPurpose purpose)
{
  for (guint i = jobs->len; i-- > 0;)
    {
      const VouchPrintJob *job = g_ptr_array_index (jobs, i);

      if (job->purpose == purpose)
        return vouch_record_copy (&vouch_print_job_type, job);
    }
  return NULL;
}

/**
 * vouch_label_find_same:
 * @conn: a connection
 * @lot_id: a lot
 * @purpose: which of its labels, other than those of units
 * @job: (out) (transfer full) (nullable): the last print of the same label; %NULL where there is none
 * @error: what the database said
 *
 * A label says how the lot stands. One that was printed before the lot was last changed said something else: goods that
 * are held again get a hold label without anybody being asked why.
 *
 * Returns: whether it is known
 */
gboolean
vouch_label_find_same (VouchConn *conn, gint64 lot_id, VouchPrintPurpose purpose, VouchPrintJob **job, GError **error)
{
  g_autoptr (GPtrArray) jobs = vouch_code_batch_store_list_print_jobs (conn, lot_id, error);
  g_autoptr (VouchPrintJob) last = jobs != NULL ? find_last (jobs, purpose) : NULL;
  gint64 changed, printed;

  *job = NULL;
  if (jobs == NULL || last == NULL)
    return jobs != NULL;
  if (!vouch_audit_change_store_get_seq (conn, vouch_lot_type.name, lot_id, &changed, error) ||
      !vouch_audit_change_store_get_seq (conn, vouch_print_job_type.name, last->id, &printed, error))
    return FALSE;
  if (printed > changed)
    *job = g_steal_pointer (&last);
  return TRUE;
}

/**
 * vouch_label_find_open:
 * @conn: a connection
 * @lot_id: a lot
 * @batch_id: of unit labels: which codes; 0 for none
 * @purpose: which of its labels
 * @job: (out) (transfer full) (nullable): the job that is at them, or was stopped; %NULL where there is none
 * @error: what the database said
 *
 * A lot's label that was stopped before the lot was last changed says what does not hold any more, and is not gone on
 * with.
 *
 * Returns: whether it is known
 */
gboolean
vouch_label_find_open (VouchConn *conn, gint64 lot_id, gint64 batch_id, VouchPrintPurpose purpose, VouchPrintJob **job,
                       GError **error)
{
  g_autoptr (GPtrArray) jobs = NULL;

  *job = NULL;
  if (purpose != VOUCH_PRINT_PURPOSE_UNIT)
    {
      if (!vouch_label_find_same (conn, lot_id, purpose, job, error))
        return FALSE;
      if (*job != NULL && !vouch_print_job_is_open (*job))
        g_clear_pointer (job, vouch_print_job_free);
      return TRUE;
    }
  jobs = vouch_code_batch_store_list_print_jobs (conn, lot_id, error);
  for (guint i = 0; jobs != NULL && i < jobs->len; i++)
    {
      const VouchPrintJob *other = g_ptr_array_index (jobs, i);

      if (!vouch_print_job_is_open (other) || other->batch_id != batch_id || other->copy_of != 0)
        continue;
      vouch_print_job_free (*job);
      *job = vouch_record_copy (&vouch_print_job_type, other);
    }
  return jobs != NULL;
}

/**
 * vouch_label_check_no_open:
 * @conn: a connection
 * @lot_id: a lot
 * @batch_id: of unit labels: which codes; 0 for none
 * @purpose: which of its labels are to be printed from the first on
 * @error: DENIED if a job was stopped at them
 *
 * Returns: whether they may be
 */
gboolean
vouch_label_check_no_open (VouchConn *conn, gint64 lot_id, gint64 batch_id, VouchPrintPurpose purpose, GError **error)
{
  g_autoptr (VouchPrintJob) job = NULL;

  if (!vouch_label_find_open (conn, lot_id, batch_id, purpose, &job, error))
    return FALSE;
  if (job == NULL)
    return TRUE;
  vouch_set_field_error (error, "resume_of", VOUCH_ERROR_DENIED,
                         _ ("Printing of these labels was stopped after label %d of %d: go on with it"), (int)job->sent,
                         (int)job->labels);
  return FALSE;
}

/**
 * vouch_label_check_first:
 * @conn: a connection
 * @lot_id: a lot
 * @purpose: which of its labels is to be printed without a reason
 * @error: DENIED if the same label was printed already
 *
 * Returns: whether it may be
 */
gboolean
vouch_label_check_first (VouchConn *conn, gint64 lot_id, VouchPrintPurpose purpose, GError **error)
{
  g_autoptr (VouchPrintJob) job = NULL;

  if (purpose == VOUCH_PRINT_PURPOSE_UNIT)
    return TRUE;
  if (!vouch_label_find_same (conn, lot_id, purpose, &job, error))
    return FALSE;
  if (job == NULL)
    return TRUE;
  vouch_set_field_error (error, "purpose", VOUCH_ERROR_DENIED,
                         _ ("This label was printed already; print it again with a reason"));
  return FALSE;
}

/**
 * vouch_label_check_pack:
 * @conn: a connection
 * @pack: a carton or a pallet whose label is to be printed without a reason
 * @error: DENIED if it was printed already, or is being
 *
 * Its number hangs on one pack only, so that a second label is a repetition.
 *
 * Returns: whether it may be
 */
gboolean
vouch_label_check_pack (VouchConn *conn, const VouchPack *pack, GError **error)
{
  g_autoptr (GPtrArray) jobs = vouch_code_batch_store_list_jobs_of_pack (conn, pack->id, error);
  const VouchPrintJob *last = jobs != NULL && jobs->len > 0 ? g_ptr_array_index (jobs, jobs->len - 1) : NULL;

  if (last == NULL || last->state == VOUCH_PRINT_STATE_GIVEN_UP)
    return jobs != NULL;
  if (vouch_print_job_is_open (last))
    vouch_set_field_error (error, "resume_of", VOUCH_ERROR_DENIED,
                           _ ("Printing of these labels was stopped after label %d of %d: go on with it"),
                           (int)last->sent, (int)last->labels);
  else
    vouch_set_field_error (error, "purpose", VOUCH_ERROR_DENIED,
                           _ ("This label was printed already; print it again with a reason"));
  return FALSE;
}

/**
 * vouch_label_may_repeat:
 * @job: what was printed
 * @actor: who wants it again
 * @reason: why
 * @note: (nullable): in words, where the reason is another one
 * @today: the station's date
 * @offset_s: its offset from UTC
 * @error: DENIED if it is another's or another day's print; INVALID without a reason
 *
 * Inspectors repeat their own labels of the day, a QA lead any. A lost unit label may be on other goods by now: its
 * code is not printed twice.
 *
 * Returns: whether @actor may
 */
gboolean
vouch_label_may_repeat (const VouchPrintJob *job, VouchActor *actor, VouchReprintReason reason, const char *note,
                        VouchDate today, int offset_s, GError **error)
{
  gboolean is_open = vouch_print_job_is_open (job);
  gboolean needs_note = reason == VOUCH_REPRINT_REASON_OTHER && (note == NULL || *note == '\0');

  if (is_open)
    {
      vouch_set_field_error (error, "resume_of", VOUCH_ERROR_DENIED,
                             _ ("Printing of these labels was stopped after label %d of %d: go on with it"),
                             (int)job->sent, (int)job->labels);
      return FALSE;
    }
  if (reason == VOUCH_REPRINT_REASON_NONE || needs_note)
    {
      vouch_set_field_error (error, needs_note ? "note" : "reason", VOUCH_ERROR_INVALID,
                             _ ("Say why the labels are printed again"));
      return FALSE;
    }
  if (reason == VOUCH_REPRINT_REASON_LOST && job->purpose == VOUCH_PRINT_PURPOSE_UNIT)
    {
      vouch_set_field_error (error, "reason", VOUCH_ERROR_DENIED,
                             _ ("A lost label may be on other goods; issue new codes for these units"));
      return FALSE;
    }
  if (job->purpose == VOUCH_PRINT_PURPOSE_BADGE || vouch_actor_may (actor, VOUCH_PERMISSION_VOID_CODES) ||
      is_own_of_today (job, actor, today, offset_s))
    return vouch_text_check_note (note, "note", error);
  vouch_set_field_error (error, "copy_of", VOUCH_ERROR_DENIED,
                         _ ("Inspectors print their own labels of the day again; ask a QA lead for others"));
  return FALSE;
}
