/* What each command does at each stage. */
#include <glib/gi18n-lib.h>

#include "vouch-session-private.h"

void
vouch_session_refuse_command (VouchSession *self, VouchCommand command)
{
  g_autofree char *detail =
      g_strdup_printf (_ ("“%s” does nothing here; it changed nothing."), vouch_command_get_label (command));

  vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Not now"), detail);
}

static void
go_back (VouchSession *self)
{
  switch (self->stage)
    {
    case VOUCH_STAGE_ASK_LOT:
    case VOUCH_STAGE_ASK_PRODUCED:
    case VOUCH_STAGE_ASK_EXPIRY:
    case VOUCH_STAGE_ASK_QUANTITY:
    case VOUCH_STAGE_CHOOSE_PRODUCT:
    case VOUCH_STAGE_UNKNOWN_GOODS:
      vouch_session_drop_label (self);
      vouch_session_set_stage (self, VOUCH_STAGE_GOODS);
      break;
    case VOUCH_STAGE_DEFECT:
    case VOUCH_STAGE_ASK_VALUE:
    case VOUCH_STAGE_SECOND:
    case VOUCH_STAGE_NOTE:
      vouch_session_clear_entry (self);
      vouch_session_set_stage (self, VOUCH_STAGE_CHECK);
      break;
    case VOUCH_STAGE_SIGN:
      vouch_session_set_stage (self, VOUCH_STAGE_VERDICT);
      break;
    case VOUCH_STAGE_REPRINT:
      vouch_session_leave_reprint (self);
      break;
    case VOUCH_STAGE_CHECK:
    case VOUCH_STAGE_NEXT_SAMPLE:
    case VOUCH_STAGE_VERDICT:
    case VOUCH_STAGE_LABELS:
    case VOUCH_STAGE_SCAN_BACK:
    case VOUCH_STAGE_CONFIRM_COUNT:
      vouch_session_drop_lot (self);
      vouch_session_set_stage (self, self->receipt_id != 0 ? VOUCH_STAGE_GOODS : VOUCH_STAGE_HOME);
      break;
    case VOUCH_STAGE_PIN:
      vouch_session_stop_signing_in (self);
      break;
    case VOUCH_STAGE_NEW_DELIVERY:
    case VOUCH_STAGE_SUPPLIER:
    case VOUCH_STAGE_ARRIVAL:
    case VOUCH_STAGE_GOODS:
    case VOUCH_STAGE_DELIVERY_DONE:
    case VOUCH_STAGE_HOME:
      vouch_session_close_delivery (self);
      vouch_session_set_stage (self, VOUCH_STAGE_HOME);
      break;
    case VOUCH_STAGE_FIRST_START:
    case VOUCH_STAGE_SIGN_IN:
    default:
      vouch_session_refuse_command (self, VOUCH_COMMAND_BACK);
      return;
    }
  vouch_session_tell (self, VOUCH_FEEDBACK_NONE, NULL, NULL);
}

/* Everything recorded is in the database already, so parking is only leaving. */
static void
park (VouchSession *self)
{
  gboolean had_work = self->file != NULL;

  if (self->actor == NULL)
    {
      vouch_session_refuse_command (self, VOUCH_COMMAND_SAVE);
      return;
    }
  vouch_session_close_delivery (self);
  vouch_session_set_stage (self, VOUCH_STAGE_HOME);
  vouch_session_tell (self, had_work ? VOUCH_FEEDBACK_OK : VOUCH_FEEDBACK_NONE, had_work ? _ ("Parked") : NULL,
                      had_work ? _ ("Everything recorded is kept; scan the delivery to go on.") : NULL);
}

static void
say_yes (VouchSession *self)
{
  if (self->feedback == VOUCH_FEEDBACK_MISREAD)
    vouch_session_tell (self, VOUCH_FEEDBACK_NONE, NULL, NULL);
  else if (self->stage == VOUCH_STAGE_NEW_DELIVERY)
    {
      vouch_session_set_stage (self, VOUCH_STAGE_SUPPLIER);
      vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Supplier?"), _ ("Scan or type the supplier's code."));
    }
  else if (self->stage == VOUCH_STAGE_CONFIRM_COUNT)
    vouch_session_confirm_count (self, TRUE);
  else if (self->stage == VOUCH_STAGE_UNKNOWN_GOODS)
    vouch_session_park_goods (self);
  else if (self->stage == VOUCH_STAGE_DELIVERY_DONE)
    vouch_session_close_receipt (self);
  else if (self->stage == VOUCH_STAGE_DEFECT)
    vouch_session_choose_defect (self, 0);
  else if (self->stage == VOUCH_STAGE_ASK_VALUE)
    vouch_session_answer_value (self, TRUE);
  else
    vouch_session_refuse_command (self, VOUCH_COMMAND_OK);
}

static void
say_no (VouchSession *self)
{
  if (self->stage == VOUCH_STAGE_CONFIRM_COUNT)
    vouch_session_confirm_count (self, FALSE);
  else if (self->stage == VOUCH_STAGE_ASK_VALUE)
    vouch_session_answer_value (self, FALSE);
  else if (self->stage == VOUCH_STAGE_NEW_DELIVERY || self->stage == VOUCH_STAGE_SUPPLIER ||
           self->stage == VOUCH_STAGE_UNKNOWN_GOODS || self->stage == VOUCH_STAGE_CHOOSE_PRODUCT)
    go_back (self);
  else
    vouch_session_refuse_command (self, VOUCH_COMMAND_NO);
}

static void
next (VouchSession *self)
{
  if (self->stage == VOUCH_STAGE_GOODS)
    vouch_session_finish_count (self);
  else if (self->stage == VOUCH_STAGE_NEXT_SAMPLE)
    vouch_session_take_next_sample (self);
  else if (self->stage == VOUCH_STAGE_VERDICT)
    vouch_session_go_on (self);
  else if (self->stage == VOUCH_STAGE_DELIVERY_DONE)
    vouch_session_close_receipt (self);
  else if (self->stage == VOUCH_STAGE_LABELS || self->stage == VOUCH_STAGE_SCAN_BACK)
    {
      vouch_session_drop_lot (self);
      vouch_session_continue (self);
    }
  else
    vouch_session_refuse_command (self, VOUCH_COMMAND_NEXT);
}

static void
undo (VouchSession *self)
{
  if (self->stage == VOUCH_STAGE_CHECK || self->stage == VOUCH_STAGE_NEXT_SAMPLE ||
      self->stage == VOUCH_STAGE_VERDICT || self->stage == VOUCH_STAGE_DEFECT)
    vouch_session_undo_reading (self);
  else if (self->stage == VOUCH_STAGE_GOODS || self->stage == VOUCH_STAGE_CONFIRM_COUNT)
    vouch_session_undo_count (self);
  else
    vouch_session_refuse_command (self, VOUCH_COMMAND_UNDO);
}

/* A command at the one stage that it belongs to. */
static void
at_stage (VouchSession *self, VouchStage stage, VouchCommand command, void (*act) (VouchSession *self))
{
  if (self->stage == stage)
    act (self);
  else
    vouch_session_refuse_command (self, command);
}

static void
hold (VouchSession *self)
{
  if (self->stage == VOUCH_STAGE_GOODS)
    vouch_session_ask_park (self, NULL);
  else if (self->file != NULL && (self->stage == VOUCH_STAGE_CHECK || self->stage == VOUCH_STAGE_NEXT_SAMPLE ||
                                  self->stage == VOUCH_STAGE_VERDICT))
    vouch_session_hold (self);
  else
    vouch_session_refuse_command (self, VOUCH_COMMAND_HOLD);
}

static void
accept (VouchSession *self)
{
  vouch_session_ask_signature (self, VOUCH_SESSION_SIGN_ACCEPT);
}

static void
reject (VouchSession *self)
{
  vouch_session_ask_signature (self, VOUCH_SESSION_SIGN_REJECT);
}

static void
multiply (VouchSession *self, int times)
{
  if (self->stage == VOUCH_STAGE_CHECK)
    vouch_session_multiply (self, times);
  else
    vouch_session_refuse_command (self, VOUCH_COMMAND_MULTIPLY);
}

/* What can be scanned now is shown until the next act, or until help is asked for again. */
static void
help (VouchSession *self)
{
  self->wants_help = !self->wants_help;
  self->act++;
}

static void
print (VouchSession *self)
{
  if (self->stage == VOUCH_STAGE_DELIVERY_DONE)
    vouch_session_print_receipt (self);
  else if (self->stage == VOUCH_STAGE_CHECK || self->stage == VOUCH_STAGE_NEXT_SAMPLE)
    vouch_session_print_pick_list (self);
  else if (self->file != NULL && (self->stage == VOUCH_STAGE_LABELS || self->stage == VOUCH_STAGE_SCAN_BACK ||
                                  self->stage == VOUCH_STAGE_HOME))
    vouch_session_print (self);
  else
    vouch_session_refuse_command (self, VOUCH_COMMAND_PRINT);
}

static void
set_sound (VouchSession *self, VouchSound sound)
{
  if (sound == VOUCH_SOUND_OFF)
    vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Sound off"), _ ("Words, shapes and colours say the same."));
  else
    vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Loud"), _ ("The tones are as loud as they can be."));
  self->sound = sound;
}

/* The window shows it, and hands on what it sees like every other scan. */
static void
toggle_camera (VouchSession *self)
{
  self->has_camera = !self->has_camera;
  if (self->has_camera)
    vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Camera on"), _ ("Hold a code before the camera."));
  else
    vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Camera off"), NULL);
}

/* Work that was begun and is nowhere yet would be lost. */
static gboolean
has_open_entries (const VouchSession *self)
{
  return self->product != NULL || *self->label.gtin != '\0' || self->typed->len > 0 || self->damaged != 0 ||
         vouch_session_has_evidence (self) || self->stage == VOUCH_STAGE_DEFECT ||
         self->stage == VOUCH_STAGE_ASK_VALUE || self->stage == VOUCH_STAGE_SECOND;
}

static void
log_out (VouchSession *self)
{
  if (self->actor != NULL && has_open_entries (self))
    vouch_session_ask_command (
        self, VOUCH_COMMAND_LOG_OUT,
        _ ("What was begun here is not recorded yet and goes away. Say OK, or scan your badge."));
  else
    vouch_session_sign_out (self);
}

static void
leave_to_lead (VouchSession *self, VouchCommand command)
{
  if (self->stage == VOUCH_STAGE_VERDICT)
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Not now"),
                        _ ("Only the QA lead decides this. Hold the lot, and it waits for that decision."));
  else
    vouch_session_refuse_command (self, command);
}

/* What was printed last of the lot at work. */
static void
reprint (VouchSession *self)
{
  gint64 job_id = 0;

  if (self->file == NULL ||
      (self->stage != VOUCH_STAGE_LABELS && self->stage != VOUCH_STAGE_SCAN_BACK && self->stage != VOUCH_STAGE_HOME))
    {
      vouch_session_refuse_command (self, VOUCH_COMMAND_REPRINT);
      return;
    }
  for (guint i = 0; i < self->file->print_jobs->len; i++)
    job_id = MAX (job_id, ((const VouchPrintJob *)g_ptr_array_index (self->file->print_jobs, i))->id);
  if (job_id != 0)
    vouch_session_ask_reprint (self, job_id);
  else
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Nothing printed"),
                        _ ("No label of this lot was printed yet."));
}

/* Whoever signs in with a scanner that types wrongly has to check it first, so that nobody need be signed in. */
static void
toggle_check (VouchSession *self)
{
  self->checks_scanner = !self->checks_scanner;
  self->act++;
}

static void
do_command (VouchSession *self, VouchCommand command, int argument)
{
  switch (command)
    {
    case VOUCH_COMMAND_PASS:
      if (self->stage == VOUCH_STAGE_ARRIVAL)
        vouch_session_note_arrival (self, VOUCH_ARRIVAL_RESULT_PASS);
      else
        at_stage (self, VOUCH_STAGE_CHECK, command, vouch_session_pass);
      break;
    case VOUCH_COMMAND_FAIL:
      if (self->stage == VOUCH_STAGE_ARRIVAL)
        vouch_session_note_arrival (self, VOUCH_ARRIVAL_RESULT_FAIL);
      else
        at_stage (self, VOUCH_STAGE_CHECK, command, vouch_session_fail);
      break;
    case VOUCH_COMMAND_HOLD:
      hold (self);
      break;
    case VOUCH_COMMAND_ACCEPT:
      at_stage (self, VOUCH_STAGE_VERDICT, command, accept);
      break;
    case VOUCH_COMMAND_REJECT:
      at_stage (self, VOUCH_STAGE_VERDICT, command, reject);
      break;
    case VOUCH_COMMAND_NEXT:
      next (self);
      break;
    case VOUCH_COMMAND_BACK:
      go_back (self);
      break;
    case VOUCH_COMMAND_HOME:
    case VOUCH_COMMAND_SAVE:
      park (self);
      break;
    case VOUCH_COMMAND_UNDO:
      undo (self);
      break;
    case VOUCH_COMMAND_OK:
      say_yes (self);
      break;
    case VOUCH_COMMAND_NO:
      say_no (self);
      break;
    case VOUCH_COMMAND_DIGIT:
    case VOUCH_COMMAND_DOT:
    case VOUCH_COMMAND_DELETE:
    case VOUCH_COMMAND_NEGATIVE:
      vouch_session_type_digit (self, command, argument);
      break;
    case VOUCH_COMMAND_ENTER:
      vouch_session_enter_number (self);
      break;
    case VOUCH_COMMAND_DAMAGED:
      vouch_session_note_damaged (self);
      break;
    case VOUCH_COMMAND_MULTIPLY:
      multiply (self, argument);
      break;
    case VOUCH_COMMAND_DEFECT:
      if (self->stage == VOUCH_STAGE_DEFECT || self->stage == VOUCH_STAGE_CHECK)
        vouch_session_choose_defect (self, argument);
      else
        vouch_session_refuse_command (self, command);
      break;
    case VOUCH_COMMAND_PRINT:
      print (self);
      break;
    case VOUCH_COMMAND_LOG_OUT:
      log_out (self);
      break;
    case VOUCH_COMMAND_PARTIAL:
    case VOUCH_COMMAND_RESAMPLE:
      leave_to_lead (self, command);
      break;
    case VOUCH_COMMAND_REPRINT:
      reprint (self);
      break;
    case VOUCH_COMMAND_VOID:
      vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Not now"),
                          _ ("Codes are voided from the lot's page, by the QA lead; this changed nothing."));
      break;
    case VOUCH_COMMAND_TEST:
      vouch_session_test_printers (self);
      break;
    case VOUCH_COMMAND_REASON:
      if (self->stage == VOUCH_STAGE_REPRINT)
        vouch_session_choose_reprint (self, argument);
      else
        vouch_session_refuse_command (self, command);
      break;
    case VOUCH_COMMAND_LOCK:
      vouch_session_lock (self);
      break;
    case VOUCH_COMMAND_MUTE:
      set_sound (self, VOUCH_SOUND_OFF);
      break;
    case VOUCH_COMMAND_LOUD:
      set_sound (self, VOUCH_SOUND_LOUD);
      break;
    case VOUCH_COMMAND_CAMERA:
      toggle_camera (self);
      break;
    case VOUCH_COMMAND_SETUP:
      toggle_check (self);
      break;
    case VOUCH_COMMAND_NOT_APPLICABLE:
      if (self->stage == VOUCH_STAGE_ARRIVAL)
        vouch_session_note_arrival (self, VOUCH_ARRIVAL_RESULT_NOT_APPLICABLE);
      else if (self->stage == VOUCH_STAGE_ASK_LOT || self->stage == VOUCH_STAGE_ASK_EXPIRY)
        vouch_session_skip_field (self);
      else
        at_stage (self, VOUCH_STAGE_CHECK, command, vouch_session_not_applicable);
      break;
    case VOUCH_COMMAND_COUNT:
      if (self->stage == VOUCH_STAGE_GOODS || self->stage == VOUCH_STAGE_ASK_QUANTITY)
        vouch_session_toggle_count (self);
      else
        vouch_session_refuse_command (self, command);
      break;
    case VOUCH_COMMAND_PHOTO:
      vouch_session_photograph (self);
      break;
    case VOUCH_COMMAND_NOTE:
      at_stage (self, VOUCH_STAGE_CHECK, command, vouch_session_ask_note);
      break;
    case VOUCH_COMMAND_HELP:
      help (self);
      break;
    case VOUCH_COMMAND_NONE:
    default:
      vouch_session_refuse_command (self, command);
    }
}

/**
 * vouch_session_command:
 * @self: a session
 * @command: a command
 * @argument: its number, where it has one
 *
 * Does what the command means now; where it means nothing it changes nothing and says so.
 */
void
vouch_session_command (VouchSession *self, VouchCommand command, int argument)
{
  guint before = self->act;

  vouch_session_freshen (self);
  if (command != VOUCH_COMMAND_HELP)
    self->wants_help = FALSE;
  if (!vouch_session_answer (self, command, argument))
    do_command (self, command, argument);
  vouch_session_settle_problem (self, before, NULL);
}
