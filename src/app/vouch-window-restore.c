/* What the window says after the database or the key file was put back, until somebody acknowledges it. */
#include "vouch-restore-notice.h"
#include "vouch-window-private.h"

static void
acknowledged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  if (done == NULL && !vouch_window_has_left (self, source))
    vouch_window_refuse_act (self, error->message);
}

void
vouch_window_acknowledge_restored (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchWindow *self = VOUCH_WINDOW (widget);

  if (self->desk != NULL)
    vouch_desk_run_async (self->desk, &vouch_restore_acknowledge, vouch_restored_request_new (), acknowledged_cb,
                          g_object_ref (self));
}

/* Who may not acknowledge it is told all the same. */
void
vouch_window_follow_condition (VouchWindow *self, const VouchDeskState *state)
{
  g_autoptr (VouchActor) actor = self->desk != NULL ? vouch_desk_get_actor (self->desk) : NULL;
  gboolean may_acknowledge = state->condition == VOUCH_CONDITION_RESTORED && actor != NULL &&
                             vouch_actor_may (actor, VOUCH_PERMISSION_MANAGE_STATION);

  vouch_condition_bar_set_condition (self->condition, state->condition, state->condition_message);
  vouch_condition_bar_set_action (self->condition, may_acknowledge ? "win.acknowledge-restored" : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.acknowledge-restored", may_acknowledge);
}
