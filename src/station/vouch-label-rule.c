/* Which labels may be printed now, and by whom. */
#include "vouch-label-rule.h"

#include <glib/gi18n-lib.h>

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
  else if (purpose == VOUCH_PRINT_PURPOSE_LOT)
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
  gboolean needs_note = reason == VOUCH_REPRINT_REASON_OTHER && (note == NULL || *note == '\0');

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
