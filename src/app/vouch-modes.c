#include "vouch-modes.h"

#include "vouch-idle.h"
#include "vouch-kiosk.h"
#include "vouch-leave-dialog.h"
#include "vouch-look.h"

#define IDLE_SECONDS 300
#define UI_MODE_KIOSK 2

struct _VouchModes
{
  GObject parent_instance;
  GSettings *settings; /* nullable */
  VouchDesk *desk;     /* nullable: not open yet */
  VouchLook *look;     /* nullable: no settings */
  VouchKiosk *kiosk;
  VouchIdle *idle;
  GtkWindow *window;        /* weak */
  VouchLeaveDialog *dialog; /* weak: a supervisor is asked for badge and PIN */
  gboolean is_kiosk;        /* asked for on the command line */
  gint64 act;               /* of the desk, that was seen last */
};

G_DEFINE_FINAL_TYPE (VouchModes, vouch_modes, G_TYPE_OBJECT)

static void
idle_cb (VouchModes *self)
{
  g_autoptr (VouchActor) actor = self->desk != NULL ? vouch_desk_get_actor (self->desk) : NULL;

  if (actor != NULL)
    vouch_desk_command (self->desk, VOUCH_COMMAND_LOCK, 0);
}

/* Whoever is signed in may be let out; and whoever works with a camera or a scanner touches nothing. */
static void
desk_changed_cb (VouchModes *self)
{
  g_autoptr (VouchDeskState) state = self->desk != NULL ? vouch_desk_get_state (self->desk) : NULL;
  g_autoptr (VouchActor) actor = self->desk != NULL ? vouch_desk_get_actor (self->desk) : NULL;

  if (state != NULL && state->act != self->act)
    {
      self->act = state->act;
      vouch_idle_touch (self->idle);
    }
  vouch_kiosk_set_actor (self->kiosk, actor);
}

static void
left_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchModes) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  if (done != NULL && self->kiosk != NULL)
    vouch_kiosk_set_active (self->kiosk, FALSE);
  if (self->dialog == NULL)
    return;
  if (done != NULL)
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  else
    vouch_signing_refuse (VOUCH_SIGNING (self->dialog), error->message);
}

static void
signed_cb (VouchModes *self)
{
  if (self->desk != NULL && self->dialog != NULL)
    vouch_desk_run_async (self->desk, &vouch_kiosk_leave, vouch_leave_dialog_dup_request (self->dialog), left_cb,
                          g_object_ref (self));
}

static void
leave_cb (VouchModes *self)
{
  if (self->dialog == NULL)
    {
      g_set_weak_pointer (&self->dialog, vouch_leave_dialog_new (self->window));
      g_signal_connect_object (self->dialog, "signed", G_CALLBACK (signed_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_window_present (GTK_WINDOW (self->dialog));
}

static void
mode_changed_cb (VouchModes *self)
{
  gboolean is_set = self->settings != NULL && g_settings_get_enum (self->settings, "ui-mode") == UI_MODE_KIOSK;

  vouch_kiosk_set_active (self->kiosk, self->is_kiosk || is_set);
  desk_changed_cb (self);
}

static void
idle_changed_cb (VouchModes *self)
{
  vouch_idle_set_seconds (self->idle, self->settings != NULL ? g_settings_get_uint (self->settings, "idle-lock-seconds")
                                                             : IDLE_SECONDS);
}

static void
vouch_modes_dispose (GObject *object)
{
  VouchModes *self = VOUCH_MODES (object);

  vouch_modes_set_desk (self, NULL);
  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->dialog);
  g_clear_object (&self->look);
  g_clear_object (&self->kiosk);
  g_clear_object (&self->idle);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (vouch_modes_parent_class)->dispose (object);
}

static void
vouch_modes_class_init (VouchModesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vouch_modes_dispose;
}

static void
vouch_modes_init (VouchModes *self)
{
  self->idle = vouch_idle_new ();
  g_signal_connect_object (self->idle, "idle", G_CALLBACK (idle_cb), self, G_CONNECT_SWAPPED);
}

/**
 * vouch_modes_new:
 * @application: the application
 * @window: its window
 * @settings: (nullable): the station's own; %NULL for the defaults
 * @is_kiosk: whether it is a kiosk whatever the settings say
 *
 * Returns: (transfer full): the modes, which follow the settings as long as they are held
 */
VouchModes *
vouch_modes_new (GtkApplication *application, VouchWindow *window, GSettings *settings, gboolean is_kiosk)
{
  VouchModes *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (VOUCH_IS_WINDOW (window), NULL);

  self = g_object_new (VOUCH_TYPE_MODES, NULL);
  self->is_kiosk = is_kiosk;
  g_set_weak_pointer (&self->window, GTK_WINDOW (window));
  self->kiosk = vouch_kiosk_new (application, GTK_WINDOW (window), vouch_window_get_header (window));
  g_signal_connect_object (self->kiosk, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  if (settings != NULL)
    {
      self->settings = g_object_ref (settings);
      self->look = vouch_look_new (settings, GTK_WIDGET (window));
      g_signal_connect_object (settings, "changed::ui-mode", G_CALLBACK (mode_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (settings, "changed::idle-lock-seconds", G_CALLBACK (idle_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  mode_changed_cb (self);
  idle_changed_cb (self);
  return self;
}

/**
 * vouch_modes_set_desk:
 * @self: the modes
 * @desk: (nullable): the desk that is locked, and that says who may leave a kiosk
 */
void
vouch_modes_set_desk (VouchModes *self, VouchDesk *desk)
{
  g_return_if_fail (VOUCH_IS_MODES (self));

  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_set_object (&self->desk, desk);
  if (desk != NULL)
    g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  if (self->kiosk != NULL)
    desk_changed_cb (self);
}

/**
 * vouch_modes_touch:
 * @self: the modes
 *
 * Somebody is there, although no window has noticed it.
 */
void
vouch_modes_touch (VouchModes *self)
{
  g_return_if_fail (VOUCH_IS_MODES (self));

  vouch_idle_touch (self->idle);
}
