#include <glib/gi18n-lib.h>

#include "vouch-session-private.h"
#include "vouch-user-work.h"

/* Signing in by badge, and by PIN where the user has one. Another badge switches the inspector. */
void
vouch_session_sign_in (VouchSession *self, const char *badge, const char *pin)
{
  g_autoptr (GError) error = NULL;
  gboolean wants_pin = FALSE;
  VouchActor *actor = vouch_sign_in (self->station, badge, pin, &wants_pin, &error);

  if (error != NULL)
    {
      vouch_session_tell_error (self, error);
      return;
    }
  if (self->actor != NULL)
    vouch_session_sign_out (self);
  g_clear_pointer (&self->badge, g_free);
  if (wants_pin)
    {
      self->badge = g_strdup (badge);
      vouch_session_set_stage (self, VOUCH_STAGE_PIN);
      vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("PIN?"), _ ("Type the PIN to this badge."));
      return;
    }
  self->actor = actor;
  vouch_session_set_stage (self, VOUCH_STAGE_HOME);
  vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Welcome"), vouch_actor_get_name (actor));
}

void
vouch_session_sign_out (VouchSession *self)
{
  vouch_session_close_delivery (self);
  g_clear_pointer (&self->actor, vouch_actor_unref);
  g_clear_pointer (&self->badge, g_free);
  self->n_problems = 0;
  vouch_session_set_stage (self, VOUCH_STAGE_SIGN_IN);
  vouch_session_tell (self, VOUCH_FEEDBACK_NONE, NULL, NULL);
}
