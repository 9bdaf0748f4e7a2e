/* Who works at the station, and the work that waits while nobody does or somebody else takes over. */
#include <glib/gi18n-lib.h>

#include "vouch-session-private.h"
#include "vouch-user-work.h"

/* Whether whoever is signed in may go on where the work was left. */
static gboolean
may_go_on (const VouchSession *self)
{
  if (self->held_stage >= VOUCH_STAGE_CHECK)
    return vouch_actor_may (self->actor, VOUCH_PERMISSION_INSPECT);
  return vouch_actor_may (self->actor, VOUCH_PERMISSION_RECEIVE);
}

static void
drop_held (VouchSession *self)
{
  self->is_held = FALSE;
  g_clear_pointer (&self->held_typed, g_free);
}

/* The work goes on where it was left, for whom it is; for anybody else it is parked. */
static void
resume (VouchSession *self)
{
  gboolean goes_on = self->is_held && may_go_on (self);
  g_autofree char *typed = g_steal_pointer (&self->held_typed);

  if (self->is_held && !goes_on)
    vouch_session_close_delivery (self);
  vouch_session_set_stage (self, goes_on ? self->held_stage : VOUCH_STAGE_HOME);
  if (goes_on)
    g_string_assign (self->typed, typed);
  drop_held (self);
}

/**
 * vouch_session_lock:
 * @self: a session
 *
 * Nobody is signed in any more, but the work stays as it is, with what was typed, until a badge is scanned. A signature
 * that was waited for has to be asked for again. The camera is closed.
 */
void
vouch_session_lock (VouchSession *self)
{
  if (self->actor == NULL)
    return;
  self->has_camera = FALSE;
  self->checks_scanner = FALSE;
  vouch_session_end_count (self);
  self->is_held = self->stage > VOUCH_STAGE_HOME;
  self->held_stage = self->stage == VOUCH_STAGE_SIGN ? VOUCH_STAGE_VERDICT : self->stage;
  g_free (self->held_typed);
  self->held_typed = g_strdup (self->typed->str);
  g_clear_pointer (&self->actor, vouch_actor_unref);
  vouch_session_set_stage (self, VOUCH_STAGE_SIGN_IN);
  vouch_session_tell (self, VOUCH_FEEDBACK_NONE, NULL, NULL);
}

/**
 * vouch_session_sign_in:
 * @self: a session
 * @badge: a badge
 * @pin: (nullable): its PIN, where it was asked for
 *
 * Signing in by badge, and by PIN where the user has one. Another badge switches the person and loses nothing: the work
 * waits meanwhile, and goes on with whoever is signed in next and may do it.
 */
void
vouch_session_sign_in (VouchSession *self, const char *badge, const char *pin)
{
  g_autoptr (GError) error = NULL;
  gboolean wants_pin = FALSE, has_camera = self->has_camera;
  VouchActor *actor = vouch_sign_in (self->station, badge, pin, &wants_pin, &error);

  if (error != NULL)
    {
      vouch_session_tell_error (self, error);
      return;
    }
  vouch_session_lock (self);
  /* Perhaps the badge is still held before it. */
  self->has_camera = has_camera;
  g_clear_pointer (&self->badge, g_free);
  if (wants_pin)
    {
      self->badge = g_strdup (badge);
      vouch_session_set_stage (self, VOUCH_STAGE_PIN);
      vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("PIN?"), _ ("Type the PIN to this badge."));
      return;
    }
  self->actor = actor;
  resume (self);
  vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Welcome"), vouch_actor_get_name (actor));
}

/**
 * vouch_session_stop_signing_in:
 * @self: a session that waits for a PIN
 *
 * It waits for a badge again; work that waits goes on waiting.
 */
void
vouch_session_stop_signing_in (VouchSession *self)
{
  g_clear_pointer (&self->badge, g_free);
  vouch_session_set_stage (self, VOUCH_STAGE_SIGN_IN);
}

/**
 * vouch_session_sign_out:
 * @self: a session
 *
 * Nobody is signed in any more, and the work is parked.
 */
void
vouch_session_sign_out (VouchSession *self)
{
  vouch_session_close_delivery (self);
  self->has_camera = FALSE;
  drop_held (self);
  g_clear_pointer (&self->actor, vouch_actor_unref);
  g_clear_pointer (&self->badge, g_free);
  vouch_session_set_stage (self, VOUCH_STAGE_SIGN_IN);
  vouch_session_tell (self, VOUCH_FEEDBACK_NONE, NULL, NULL);
}
