/* Labels that were printed already are never printed again in silence: whoever wants them again says why. */
#include <glib/gi18n-lib.h>

#include "vouch-label-rule.h"
#include "vouch-label-work.h"
#include "vouch-session-private.h"
#include "vouch-words.h"

/* What was printed of the batch last; 0 where nothing was. */
gint64
vouch_session_find_printed (VouchSession *self, gint64 batch_id)
{
  gint64 found = 0;

  for (guint i = 0; i < self->file->print_jobs->len; i++)
    {
      const VouchPrintJob *job = g_ptr_array_index (self->file->print_jobs, i);

      if (job->batch_id == batch_id)
        found = MAX (found, job->id);
    }
  return found;
}

typedef struct
{
  gint64 lot_id;
  VouchPrintPurpose purpose;
  gint64 job_id; /* out */
} LabelQuery;

static gpointer
read_same_label (VouchConn *conn, gpointer data, GError **error)
{
  LabelQuery *query = data;
  g_autoptr (VouchPrintJob) job = NULL;

  if (!vouch_label_find_same (conn, query->lot_id, query->purpose, &job, error))
    return NULL;
  query->job_id = job != NULL ? job->id : 0;
  return data;
}

/* The print of a label that says the same of the lot; 0 where there is none, or on error. */
gint64
vouch_session_find_same_label (VouchSession *self, VouchPrintPurpose purpose, GError **error)
{
  LabelQuery query = { self->file->lot->id, purpose, 0 };

  return vouch_station_read (self->station, read_same_label, &query, error) != NULL ? query.job_id : 0;
}

/* Labels that are there already. */
void
vouch_session_ask_reprint (VouchSession *self, gint64 job_id)
{
  g_return_if_fail (job_id != 0);

  self->repeated_id = job_id;
  self->repeated_stage = self->stage;
  vouch_session_set_stage (self, VOUCH_STAGE_REPRINT);
  vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Why again?"),
                      _ ("These labels were printed. Choose why they are printed again, or type the reason."));
}

/* Printed again or not, what was being done goes on. */
void
vouch_session_leave_reprint (VouchSession *self)
{
  vouch_session_set_stage (self, self->repeated_stage);
}

void
vouch_session_offer_reprint (VouchDeskState *state)
{
  for (int reason = VOUCH_REPRINT_REASON_DAMAGED; reason < VOUCH_REPRINT_REASON_OTHER; reason++)
    vouch_desk_state_add_answer (state, VOUCH_COMMAND_DIGIT, reason - VOUCH_REPRINT_REASON_DAMAGED + 1,
                                 vouch_words_of_reprint ((VouchReprintReason)reason));
}

static VouchPrintPurpose
get_repeated_purpose (const VouchSession *self)
{
  for (guint i = 0; i < self->file->print_jobs->len; i++)
    {
      const VouchPrintJob *job = g_ptr_array_index (self->file->print_jobs, i);

      if (job->id == self->repeated_id)
        return job->purpose;
    }
  return VOUCH_PRINT_PURPOSE_LOT;
}

static void
reprint (VouchSession *self, VouchReprintReason reason, const char *note)
{
  VouchLabelOrder order = {
    .copy_of = self->repeated_id,
    .reason = reason,
    .note = note,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPrintJob) job = NULL;
  g_autofree char *detail = NULL;

  order.purpose = get_repeated_purpose (self);
  job = vouch_session_print_labels (self, &order, &error);
  if (job == NULL)
    {
      vouch_session_tell_error (self, error);
      return;
    }
  detail = g_strdup_printf (ngettext ("%d label, repetition %d", "%d labels, repetition %d", (gulong)job->labels),
                            (int)job->labels, (int)job->copy_number);
  vouch_session_leave_reprint (self);
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
