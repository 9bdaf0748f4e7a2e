#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-quantity.h"
#include "vouch-row.h"
#include "vouch-session-private.h"
#include "vouch-use-case.h"

/**
 * vouch_session_new:
 * @station: the station; outlives the session
 * @settings: how scans are taken
 *
 * Returns: (transfer full): a session that waits for a badge
 */
VouchSession *
vouch_session_new (VouchStation *station, const VouchSessionSettings *settings)
{
  VouchSession *self = g_new0 (VouchSession, 1);

  self->station = station;
  vouch_session_set_settings (self, settings);
  self->typed = g_string_new (NULL);
  self->times = 1;
  self->stage = vouch_station_is_new (station, NULL) ? VOUCH_STAGE_FIRST_START : VOUCH_STAGE_SIGN_IN;
  return self;
}

void
vouch_session_free (VouchSession *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->count_key, g_free); /* nobody may have seen what came of it */
  vouch_session_close_delivery (self);
  vouch_label_read_clear (&self->last_label);
  vouch_session_drop_question (self);
  vouch_session_keep_history (self);
  g_free (self->trusted);
  vouch_actor_unref (self->actor);
  g_string_free (self->typed, TRUE);
  vouch_session_settings_free (self->settings);
  g_free (self->badge);
  g_free (self->number);
  g_free (self->held_typed);
  g_free (self->word);
  g_free (self->detail);
  g_free (self->sign_key);
  g_free (self->search);
  g_free (self);
}

/**
 * vouch_session_set_settings:
 * @self: a session
 * @settings: how scans are taken from now on
 */
void
vouch_session_set_settings (VouchSession *self, const VouchSessionSettings *settings)
{
  vouch_session_settings_free (self->settings);
  self->settings = vouch_session_settings_copy (settings);
}

gint64
vouch_session_now (VouchSession *self)
{
  return vouch_clock_now (vouch_station_get_clock (self->station));
}

/* The actor, or NULL while nobody is signed in; lent. */
VouchActor *
vouch_session_get_actor (VouchSession *self)
{
  return self->actor;
}

void
vouch_session_tell (VouchSession *self, VouchFeedback feedback, const char *word, const char *detail)
{
  self->feedback = feedback;
  self->sound = VOUCH_SOUND_AS_SET;
  self->act++;
  g_free (self->word);
  g_free (self->detail);
  self->word = g_strdup (word);
  self->detail = g_strdup (detail);
}

/* What is to be known beside what was said last. */
void
vouch_session_add_remarks (VouchSession *self, const char *remarks)
{
  g_autofree char *before = NULL;

  if (remarks == NULL)
    return;
  before = g_steal_pointer (&self->detail);
  self->detail = before != NULL ? g_strconcat (before, "\n", remarks, NULL) : g_strdup (remarks);
}

/* Every error has a word that can be read from three metres and a sentence that says what to do. */
void
vouch_session_tell_error (VouchSession *self, const GError *error)
{
  const char *word = _ ("Not possible");

  if (g_error_matches (error, VOUCH_ERROR, VOUCH_ERROR_DENIED))
    word = _ ("Not allowed");
  else if (g_error_matches (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND))
    word = _ ("Unknown");
  else if (g_strcmp0 (vouch_error_get_field (error), VOUCH_OUTCOME_UNKNOWN) == 0)
    word = _ ("Saved or not?");
  else if (g_error_matches (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE))
    word = _ ("Not saved");
  vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, word, error->message);
}

/* What could not be read is not what could not be saved. */
void
vouch_session_tell_unread (VouchSession *self, const GError *error)
{
  if (g_error_matches (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE))
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Not read"), error->message);
  else
    vouch_session_tell_error (self, error);
}

void
vouch_session_set_stage (VouchSession *self, VouchStage stage)
{
  self->stage = stage;
  g_string_truncate (self->typed, 0);
  vouch_session_drop_question (self);
}

/* The number typed with number codes; it is used up. */
gboolean
vouch_session_take_typed (VouchSession *self, gint64 *number)
{
  g_autofree char *text = g_strdup (self->typed->str);
  g_autoptr (GError) error = NULL;

  g_string_truncate (self->typed, 0);
  if (vouch_quantity_parse (text, number, &error))
    return TRUE;
  vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("No number"), error->message);
  return FALSE;
}

/**
 * vouch_session_open_lot:
 * @self: a session
 * @lot_id: a lot
 *
 * Shows what is known of a lot: a complaint's code opens the original inspection.
 */
void
vouch_session_open_lot (VouchSession *self, gint64 lot_id)
{
  g_autofree char *detail = NULL;

  if (self->actor == NULL || self->stage != VOUCH_STAGE_HOME || !vouch_session_load_lot (self, lot_id))
    return;
  detail = g_strdup_printf (_ ("Lot %s, inspected on this station"), self->file->lot->number);
  vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Lot opened"), detail);
  self->opened_act = self->act;
}

static gpointer
read_delivery_number (VouchConn *conn, gpointer data, GError **error)
{
  g_autoptr (VouchDelivery) delivery =
      vouch_row_find_by_id (conn, &vouch_delivery_type, "WHERE id = ?1", *(gint64 *)data, error);

  return delivery != NULL ? g_strdup (delivery->number) : NULL;
}

/**
 * vouch_session_resume:
 * @self: a session
 * @work_id: what waits in the queue: a delivery, or a lot to be inspected, to be gone on with, or to get its labels
 *
 * Goes on where it stands. An inspection that somebody else has is taken over.
 */
void
vouch_session_resume (VouchSession *self, gint64 work_id)
{
  g_autofree char *delivery = NULL;
  g_autofree char *number = NULL;
  VouchLotStatus status;

  if (self->actor == NULL || self->stage != VOUCH_STAGE_HOME)
    return;
  delivery = vouch_station_read (self->station, read_delivery_number, &work_id, NULL);
  if (delivery != NULL)
    {
      vouch_session_open_delivery (self, delivery);
      return;
    }
  if (!vouch_session_load_lot (self, work_id))
    return;
  number = g_strdup (self->file->delivery->number);
  status = self->file->lot->status;
  if (status == VOUCH_LOT_STATUS_RELEASED || status == VOUCH_LOT_STATUS_CONCESSION)
    vouch_session_go_on_with_labels (self);
  else if (status != VOUCH_LOT_STATUS_PENDING)
    vouch_session_open_lot (self, work_id);
  else if (vouch_session_enter_delivery (self, number))
    vouch_session_inspect (self, work_id);
}

/**
 * vouch_session_dup_state:
 * @self: a session
 *
 * Returns: (transfer full): what the inspector's stand shows now
 */
VouchDeskState *
vouch_session_dup_state (VouchSession *self)
{
  VouchDeskState *state = vouch_desk_state_new ();

  if (self->stage == VOUCH_STAGE_FIRST_START && !vouch_station_is_new (self->station, NULL))
    vouch_session_set_stage (self, VOUCH_STAGE_SIGN_IN);
  vouch_session_freshen (self);
  vouch_session_fill_state (self, state);
  return state;
}
