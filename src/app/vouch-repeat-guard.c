#include "vouch-repeat-guard.h"

struct _VouchRepeatGuard
{
  GObject parent_instance;
  GHashTable *held; /* key codes that are down */
};

G_DEFINE_FINAL_TYPE (VouchRepeatGuard, vouch_repeat_guard, G_TYPE_OBJECT)

/* What records, confirms or undoes. */
static gboolean
is_acting (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
    case GDK_KEY_KP_Add:
    case GDK_KEY_KP_Subtract:
    case GDK_KEY_KP_Multiply:
    case GDK_KEY_KP_Divide:
    case GDK_KEY_plus:
    case GDK_KEY_minus:
    case GDK_KEY_asterisk:
    case GDK_KEY_slash:
      return TRUE;
    default:
      return keyval >= GDK_KEY_F1 && keyval <= GDK_KEY_F12;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, gpointer data)
{
  return vouch_repeat_guard_press (data, keyval, keycode);
}

static void
key_released_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, gpointer data)
{
  vouch_repeat_guard_release (data, keycode);
}

/* What is released elsewhere is not heard of here. */
static void
active_cb (GtkWindow *window, GParamSpec *pspec, gpointer data)
{
  g_hash_table_remove_all (VOUCH_REPEAT_GUARD (data)->held);
}

static void
vouch_repeat_guard_finalize (GObject *object)
{
  g_hash_table_unref (VOUCH_REPEAT_GUARD (object)->held);
  G_OBJECT_CLASS (vouch_repeat_guard_parent_class)->finalize (object);
}

static void
vouch_repeat_guard_class_init (VouchRepeatGuardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vouch_repeat_guard_finalize;
}

static void
vouch_repeat_guard_init (VouchRepeatGuard *self)
{
  self->held = g_hash_table_new (NULL, NULL);
}

/**
 * vouch_repeat_guard_new:
 * @window: the window whose keys are watched, before any of its widgets gets them
 *
 * Returns: (transfer full): a guard
 */
VouchRepeatGuard *
vouch_repeat_guard_new (GtkWidget *window)
{
  VouchRepeatGuard *self = g_object_new (VOUCH_TYPE_REPEAT_GUARD, NULL);
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_name (controller, "vouch-repeat-guard");
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  g_signal_connect_object (controller, "key-released", G_CALLBACK (key_released_cb), self, 0);
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (active_cb), self, 0);
  gtk_widget_add_controller (window, controller);
  return self;
}

/**
 * vouch_repeat_guard_press:
 * @self: a guard
 * @keyval: the key
 * @keycode: where it is on the keyboard
 *
 * Returns: whether the key only repeats, and must not act again
 */
gboolean
vouch_repeat_guard_press (VouchRepeatGuard *self, guint keyval, guint keycode)
{
  g_return_val_if_fail (VOUCH_IS_REPEAT_GUARD (self), FALSE);

  return !g_hash_table_add (self->held, GUINT_TO_POINTER (keycode)) && is_acting (keyval);
}

/**
 * vouch_repeat_guard_release:
 * @self: a guard
 * @keycode: a key that is up again
 */
void
vouch_repeat_guard_release (VouchRepeatGuard *self, guint keycode)
{
  g_return_if_fail (VOUCH_IS_REPEAT_GUARD (self));

  g_hash_table_remove (self->held, GUINT_TO_POINTER (keycode));
}
