#include "vouch-held-keys.h"

struct _VouchHeldKeys
{
  GQueue held;     /* GdkEvent: what they are is not known yet */
  GQueue returned; /* GdkEvent: a person typed them, and they come a second time */
  guint timer_id;
};

/**
 * vouch_held_keys_new:
 *
 * Returns: (transfer full): no keys
 */
VouchHeldKeys *
vouch_held_keys_new (void)
{
  VouchHeldKeys *self = g_new0 (VouchHeldKeys, 1);

  g_queue_init (&self->held);
  g_queue_init (&self->returned);
  return self;
}

/**
 * vouch_held_keys_free:
 * @self: (nullable) (transfer full): keys
 */
void
vouch_held_keys_free (VouchHeldKeys *self)
{
  if (self == NULL)
    return;
  vouch_held_keys_drop (self);
  g_queue_clear_full (&self->returned, (GDestroyNotify)gdk_event_unref);
  g_free (self);
}

/**
 * vouch_held_keys_wants:
 * @focus: (nullable): what would get the key
 * @keyval: the key
 * @state: of the modifiers
 *
 * In a menu a single letter chooses what begins with it.
 *
 * Returns: whether the key is to be held
 */
gboolean
vouch_held_keys_wants (GtkWidget *focus, guint keyval, GdkModifierType state)
{
  gunichar character = gdk_keyval_to_unicode (keyval);

  return focus != NULL && character != 0 && !g_unichar_iscntrl (character) &&
         (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0 &&
         gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER_MENU) != NULL;
}

static gboolean
return_cb (gpointer data)
{
  VouchHeldKeys *self = data;
  GdkEvent *event;

  self->timer_id = 0;
  while ((event = g_queue_pop_head (&self->held)) != NULL)
    {
      g_queue_push_tail (&self->returned, event);
      gdk_display_put_event (gdk_event_get_display (event), event);
    }
  return G_SOURCE_REMOVE;
}

/**
 * vouch_held_keys_hold:
 * @self: keys
 * @event: one more, which no widget gets now
 * @wait_ms: after so long without another key they were a person's. Keys that wait in the queue come first
 */
void
vouch_held_keys_hold (VouchHeldKeys *self, GdkEvent *event, guint wait_ms)
{
  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_queue_push_tail (&self->held, gdk_event_ref (event));
  self->timer_id = g_timeout_add_full (G_PRIORITY_LOW, wait_ms, return_cb, self, NULL);
}

/**
 * vouch_held_keys_has_come_back:
 * @self: keys
 * @event: (nullable): a key
 *
 * GTK may give the event to a popover as a copy.
 *
 * Returns: whether it was held, and may pass now
 */
gboolean
vouch_held_keys_has_come_back (VouchHeldKeys *self, GdkEvent *event)
{
  GdkEvent *returned = g_queue_peek_head (&self->returned);

  if (event == NULL || returned == NULL || gdk_event_get_time (event) != gdk_event_get_time (returned) ||
      gdk_key_event_get_keyval (event) != gdk_key_event_get_keyval (returned))
    return FALSE;
  gdk_event_unref (g_queue_pop_head (&self->returned));
  return TRUE;
}

/**
 * vouch_held_keys_drop:
 * @self: keys
 *
 * They were a scanner's, and nobody gets them.
 */
void
vouch_held_keys_drop (VouchHeldKeys *self)
{
  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_queue_clear_full (&self->held, (GDestroyNotify)gdk_event_unref);
}
