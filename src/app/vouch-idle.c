#include "vouch-idle.h"

#define WATCHED "vouch-idle"

struct _VouchIdle
{
  GObject parent_instance;
  GListModel *windows;
  guint seconds; /* 0: never */
  gint64 touched_at_us;
  guint timer_id;
};

enum
{
  IDLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchIdle, vouch_idle, G_TYPE_OBJECT)

static void schedule (VouchIdle *self, gint64 wait_us);

/* A touch only notes its time; how long ago it was is asked once the while would be over. */
static void
timer_cb (gpointer data)
{
  VouchIdle *self = data;
  gint64 left_us = self->touched_at_us + (gint64)self->seconds * G_USEC_PER_SEC - g_get_monotonic_time ();

  self->timer_id = 0;
  if (left_us > 0)
    schedule (self, left_us);
  else
    g_signal_emit (self, signals[IDLE], 0);
}

static void
schedule (VouchIdle *self, gint64 wait_us)
{
  g_clear_handle_id (&self->timer_id, g_source_remove);
  if (self->seconds > 0)
    self->timer_id = g_timeout_add_once ((guint)(wait_us / 1000) + 1, timer_cb, self);
}

static gboolean
is_touch (GdkEventType type)
{
  return type == GDK_KEY_PRESS || type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN || type == GDK_MOTION_NOTIFY ||
         type == GDK_SCROLL;
}

static gboolean
event_cb (VouchIdle *self, GdkEvent *event)
{
  if (is_touch (gdk_event_get_event_type (event)))
    vouch_idle_touch (self);
  return GDK_EVENT_PROPAGATE;
}

static void
watch (VouchIdle *self, GtkWidget *window)
{
  GtkEventController *controller;

  if (g_object_get_data (G_OBJECT (window), WATCHED) == self)
    return;
  controller = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (window, controller);
  g_object_set_data (G_OBJECT (window), WATCHED, self);
}

static void
windows_changed_cb (VouchIdle *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (self->windows, i);

      watch (self, window);
    }
}

static void
vouch_idle_dispose (GObject *object)
{
  VouchIdle *self = VOUCH_IDLE (object);

  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_clear_object (&self->windows);
  G_OBJECT_CLASS (vouch_idle_parent_class)->dispose (object);
}

static void
vouch_idle_class_init (VouchIdleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vouch_idle_dispose;
  signals[IDLE] = g_signal_new ("idle", VOUCH_TYPE_IDLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vouch_idle_init (VouchIdle *self)
{
  self->windows = g_object_ref (gtk_window_get_toplevels ());
  g_signal_connect_object (self->windows, "items-changed", G_CALLBACK (windows_changed_cb), self, G_CONNECT_SWAPPED);
  windows_changed_cb (self);
}

/**
 * vouch_idle_new:
 *
 * Returns: (transfer full): a watch over every window that there is and will be
 */
VouchIdle *
vouch_idle_new (void)
{
  return g_object_new (VOUCH_TYPE_IDLE, NULL);
}

/**
 * vouch_idle_set_seconds:
 * @self: a watch
 * @seconds: how long a while is; 0 for never
 */
void
vouch_idle_set_seconds (VouchIdle *self, guint seconds)
{
  g_return_if_fail (VOUCH_IS_IDLE (self));

  self->seconds = seconds;
  vouch_idle_touch (self);
  schedule (self, (gint64)seconds * G_USEC_PER_SEC);
}

/**
 * vouch_idle_touch:
 * @self: a watch
 *
 * Somebody is there.
 */
void
vouch_idle_touch (VouchIdle *self)
{
  g_return_if_fail (VOUCH_IS_IDLE (self));

  self->touched_at_us = g_get_monotonic_time ();
  if (self->timer_id == 0)
    schedule (self, (gint64)self->seconds * G_USEC_PER_SEC);
}
