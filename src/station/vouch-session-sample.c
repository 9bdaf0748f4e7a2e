/* The sample of the lot at work: how it stands by each class of defects, and the stages of double and multiple plans.
 */
#include <glib/gi18n-lib.h>

#include "vouch-inspect-work.h"
#include "vouch-pick-work.h"
#include "vouch-sample-words.h"
#include "vouch-session-private.h"

/* An average is computed once a lot, not with every scan. */
void
vouch_session_average_sample (VouchSession *self)
{
  g_clear_pointer (&self->average, g_free);
  if (self->file->inspection != NULL)
    self->average = vouch_words_dup_average (self->file);
}

/* The sample is done and decides nothing, which is no fault of anybody's. */
void
vouch_session_ask_next_sample (VouchSession *self, const VouchProgress *progress)
{
  gulong to_draw = (gulong)progress->to_draw;
  g_autofree char *detail =
      g_strdup_printf (ngettext ("This sample decides nothing yet; take %lu more unit.",
                                 "This sample decides nothing yet; take %lu more units.", to_draw),
                       to_draw);

  vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Next sample"), detail);
}

void
vouch_session_take_next_sample (VouchSession *self)
{
  VouchLotRequest request = { self->file->lot->id };
  gint64 to_draw = vouch_judgement_get_to_draw (self->file->judgement);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchProgress) progress =
      vouch_use_case_run (&vouch_inspect_next_sample, self->station, self->actor, NULL, &request, &error);
  g_autofree char *detail = NULL;

  if (progress == NULL)
    {
      vouch_session_tell_error (self, error);
      return;
    }
  if (!vouch_session_load_lot (self, self->file->lot->id))
    return;
  vouch_session_settle_at (self, progress);
  detail = g_strdup_printf (ngettext ("%lu more unit is drawn.", "%lu more units are drawn.", (gulong)to_draw),
                            (gulong)to_draw);
  vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Drawn"), detail);
}

void
vouch_session_offer_next_sample (VouchSession *self, VouchDeskState *state)
{
  gulong to_draw = (gulong)vouch_judgement_get_to_draw (self->file->judgement);
  g_autofree char *label = g_strdup_printf (ngettext ("Take %lu more unit", "Take %lu more units", to_draw), to_draw);

  vouch_desk_state_add_answer (state, VOUCH_COMMAND_NEXT, 0, label);
  vouch_desk_state_add_answer (state, VOUCH_COMMAND_HOLD, 0, vouch_command_get_label (VOUCH_COMMAND_HOLD));
  vouch_desk_state_add_answer (state, VOUCH_COMMAND_UNDO, 0, vouch_command_get_label (VOUCH_COMMAND_UNDO));
  vouch_desk_state_add_answer (state, VOUCH_COMMAND_PHOTO, 0, vouch_command_get_label (VOUCH_COMMAND_PHOTO));
  vouch_desk_state_add_answer (state, VOUCH_COMMAND_PRINT, 0, _ ("Pick List"));
}

/* For whoever fetches the units: the paper can be carried to the goods, the station cannot. */
void
vouch_session_print_pick_list (VouchSession *self)
{
  g_autoptr (GError) error = NULL;
  char *path = vouch_pick_work_print (self->station, self->file, vouch_actor_get_name (self->actor), &error);

  if (path == NULL)
    {
      vouch_session_tell_error (self, error);
      return;
    }
  g_free (self->printed);
  self->printed = path;
  vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Pick list"), self->printed);
}

/* What is shown of the plans, and how far the sample is. */
void
vouch_session_fill_sample (VouchSession *self, VouchDeskState *state)
{
  const VouchLotFile *file = self->file;
  const VouchDeskStanding *only;

  state->sample_size = file->inspection->sample_size;
  state->nonconforming = vouch_tally_get_nonconforming (file->tally);
  state->to_draw = vouch_judgement_get_to_draw (file->judgement);
  state->average = g_strdup (self->average);
  state->plan = vouch_words_dup_plans (file);
  state->why = vouch_words_dup_why (file);
  for (guint i = 0; i < vouch_judgement_get_n_classes (file->judgement); i++)
    g_ptr_array_add (state->classes, vouch_words_make_standing (file, vouch_judgement_get_class (file->judgement, i)));
  only = state->classes->len == 1 ? g_ptr_array_index (state->classes, 0) : NULL;
  state->ac = only != NULL ? only->ac : VOUCH_SAMPLING_NO_ACCEPTANCE;
  state->re = only != NULL ? only->re : 0;
  if (only != NULL && only->re > 0)
    state->nonconforming = only->found;
}
