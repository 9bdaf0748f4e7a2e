#include "vouch-kiosk.h"

#include "vouch-permission.h"

struct _VouchKiosk
{
  GObject parent_instance;
  GtkApplication *application; /* outlives its windows */
  GtkWindow *window;           /* weak */
  AdwHeaderBar *header;        /* weak */
  GSimpleAction *leave;
  gboolean is_active;
};

enum
{
  LEAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchKiosk, vouch_kiosk, G_TYPE_OBJECT)

static void
set_action_enabled (VouchKiosk *self, const char *name, gboolean is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->application), name);

  if (action != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

static gboolean
close_request_cb (VouchKiosk *self)
{
  return self->is_active;
}

static void
leave_cb (VouchKiosk *self)
{
  g_signal_emit (self, signals[LEAVE], 0);
}

static void
vouch_kiosk_dispose (GObject *object)
{
  VouchKiosk *self = VOUCH_KIOSK (object);

  if (self->leave != NULL)
    g_action_map_remove_action (G_ACTION_MAP (self->application), "leave-kiosk");
  g_clear_object (&self->leave);
  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->header);
  G_OBJECT_CLASS (vouch_kiosk_parent_class)->dispose (object);
}

static void
vouch_kiosk_class_init (VouchKioskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vouch_kiosk_dispose;
  signals[LEAVE] = g_signal_new ("leave", VOUCH_TYPE_KIOSK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vouch_kiosk_init (VouchKiosk *self)
{
  self->leave = g_simple_action_new ("leave-kiosk", NULL);
  g_simple_action_set_enabled (self->leave, FALSE);
  g_signal_connect_object (self->leave, "activate", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
}

/**
 * vouch_kiosk_new:
 * @application: the application, with its actions "quit" and "fullscreen"
 * @window: the window
 * @header: the window's header bar
 *
 * Returns: (transfer full): a kiosk that is not one yet
 */
VouchKiosk *
vouch_kiosk_new (GtkApplication *application, GtkWindow *window, AdwHeaderBar *header)
{
  VouchKiosk *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);
  g_return_val_if_fail (ADW_IS_HEADER_BAR (header), NULL);

  self = g_object_new (VOUCH_TYPE_KIOSK, NULL);
  self->application = application;
  g_set_weak_pointer (&self->window, window);
  g_set_weak_pointer (&self->header, header);
  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (self->leave));
  g_signal_connect_object (window, "close-request", G_CALLBACK (close_request_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * vouch_kiosk_set_active:
 * @self: a kiosk
 * @is_active: whether the window is one now
 */
void
vouch_kiosk_set_active (VouchKiosk *self, gboolean is_active)
{
  g_return_if_fail (VOUCH_IS_KIOSK (self));

  if (self->is_active == is_active || self->window == NULL)
    return;
  self->is_active = is_active;
  adw_header_bar_set_show_start_title_buttons (self->header, !is_active);
  adw_header_bar_set_show_end_title_buttons (self->header, !is_active);
  set_action_enabled (self, "quit", !is_active);
  set_action_enabled (self, "fullscreen", !is_active);
  if (is_active)
    gtk_window_fullscreen (self->window);
  else
    {
      gtk_window_unfullscreen (self->window);
      g_simple_action_set_enabled (self->leave, FALSE);
    }
}

/**
 * vouch_kiosk_is_active:
 * @self: a kiosk
 *
 * Returns: whether the window is one now
 */
gboolean
vouch_kiosk_is_active (VouchKiosk *self)
{
  g_return_val_if_fail (VOUCH_IS_KIOSK (self), FALSE);

  return self->is_active;
}

/**
 * vouch_kiosk_set_actor:
 * @self: a kiosk
 * @actor: (nullable): who is signed in
 *
 * An administrator and a QA lead may ask to leave, which "leave" says.
 */
void
vouch_kiosk_set_actor (VouchKiosk *self, VouchActor *actor)
{
  g_return_if_fail (VOUCH_IS_KIOSK (self));

  g_simple_action_set_enabled (self->leave, self->is_active && actor != NULL &&
                                                vouch_actor_may (actor, VOUCH_PERMISSION_LEAVE_KIOSK));
}
