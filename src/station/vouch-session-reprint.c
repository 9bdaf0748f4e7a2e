/* Labels that were printed already are never printed again in silence: whoever wants them again says why. */
#include <glib/gi18n-lib.h>

#include "vouch-label-work.h"
#include "vouch-session-private.h"
#include "vouch-words.h"

#define PRINTER_DPI 203

/* What was printed of the batch last. */
static const VouchPrintJob *
find_job (const VouchSession *self)
{
  const VouchPrintJob *found = NULL;

  for (guint i = 0; i < self->file->print_jobs->len; i++)
    {
      const VouchPrintJob *job = g_ptr_array_index (self->file->print_jobs, i);

      if (job->batch_id == self->batch_id && (found == NULL || job->id > found->id))
        found = job;
    }
  return found;
}

/* A batch that was printed and not scanned back. */
void
vouch_session_ask_reprint (VouchSession *self, gint64 batch_id)
{
  self->batch_id = batch_id;
  vouch_session_set_stage (self, VOUCH_STAGE_REPRINT);
  vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Why again?"),
                      _ ("These labels were printed. Choose why they are printed again, or type the reason."));
}

void
vouch_session_offer_reprint (VouchDeskState *state)
{
  for (int reason = VOUCH_REPRINT_REASON_DAMAGED; reason < VOUCH_REPRINT_REASON_OTHER; reason++)
    vouch_desk_state_add_answer (state, VOUCH_COMMAND_DIGIT, reason - VOUCH_REPRINT_REASON_DAMAGED + 1,
                                 vouch_words_of_reprint ((VouchReprintReason)reason));
}

static void
reprint (VouchSession *self, VouchReprintReason reason, const char *note)
{
  const VouchPrintJob *first = find_job (self);
  VouchLabelOrder order = {
    .copy_of = first != NULL ? first->id : 0,
    .directory = self->settings->label_directory,
    .dpi = PRINTER_DPI,
    .reason = reason,
    .note = note,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPrintJob) job = NULL;
  g_autofree char *detail = NULL;

  g_return_if_fail (first != NULL);

  job = vouch_label_print (self->station, self->actor, &order, NULL, &error);
  if (job == NULL)
    {
      vouch_session_tell_error (self, error);
      return;
    }
  g_free (self->printed);
  self->printed = g_strdup (job->file);
  detail = g_strdup_printf (ngettext ("%d label, repetition %d", "%d labels, repetition %d", (gulong)job->labels),
                            (int)job->labels, (int)job->copy_number);
  vouch_session_load_lot (self, self->file->lot->id);
  vouch_session_set_stage (self, VOUCH_STAGE_SCAN_BACK);
  vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Printed again"), detail);
}

/* A reason by its number, as it is offered. */
void
vouch_session_choose_reprint (VouchSession *self, int number)
{
  int reason = VOUCH_REPRINT_REASON_DAMAGED + number - 1;

  if (number >= 1 && reason < VOUCH_REPRINT_REASON_OTHER)
    reprint (self, (VouchReprintReason)reason, NULL);
  else
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("No such reason"), _ ("Choose one of the numbers shown."));
}

/* A reason in words is another one. */
void
vouch_session_note_reprint (VouchSession *self, const char *text)
{
  reprint (self, VOUCH_REPRINT_REASON_OTHER, text);
}
