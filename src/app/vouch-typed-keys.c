#include "vouch-typed-keys.h"

#include "vouch-stage-page.h"

#define MODIFIERS (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)

struct _VouchTypedKeys
{
  GObject parent_instance;
  GQueue pending; /* keyvals */
  guint gap_ms;
  guint flush_id;
};

enum
{
  KEY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchTypedKeys, vouch_typed_keys, G_TYPE_OBJECT)

static void
flush (VouchTypedKeys *self)
{
  g_autoptr (VouchTypedKeys) held = g_object_ref (self);
  gboolean is_alone = g_queue_get_length (&held->pending) == 1;

  g_clear_handle_id (&held->flush_id, g_source_remove);
  while (!g_queue_is_empty (&held->pending))
    g_signal_emit (held, signals[KEY], 0, GPOINTER_TO_UINT (g_queue_pop_head (&held->pending)), is_alone);
}

static gboolean
flush_cb (gpointer data)
{
  VouchTypedKeys *self = data;

  self->flush_id = 0;
  flush (self);
  return G_SOURCE_REMOVE;
}

static gboolean
is_wanted (guint keyval)
{
  gunichar character = gdk_keyval_to_unicode (keyval);

  return keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_BackSpace ||
         (character != 0 && g_unichar_isgraph (character));
}

static gboolean
key_pressed_cb (VouchTypedKeys *self, guint keyval, guint keycode, GdkModifierType state)
{
  return vouch_typed_keys_feed (self, keyval, state);
}

static void
vouch_typed_keys_dispose (GObject *object)
{
  vouch_typed_keys_forget (VOUCH_TYPED_KEYS (object));
  G_OBJECT_CLASS (vouch_typed_keys_parent_class)->dispose (object);
}

static void
vouch_typed_keys_class_init (VouchTypedKeysClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vouch_typed_keys_dispose;
  signals[KEY] = g_signal_new ("key", VOUCH_TYPE_TYPED_KEYS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                               G_TYPE_UINT, G_TYPE_BOOLEAN);
}

static void
vouch_typed_keys_init (VouchTypedKeys *self)
{
  g_queue_init (&self->pending);
}

/**
 * vouch_typed_keys_new:
 * @window: whose keys that nobody else wanted are taken
 * @gap_ms: of the scanner's settings
 *
 * Returns: (transfer full): the keys
 */
VouchTypedKeys *
vouch_typed_keys_new (GtkWidget *window, guint gap_ms)
{
  VouchTypedKeys *self = g_object_new (VOUCH_TYPE_TYPED_KEYS, NULL);
  GtkEventController *controller = gtk_event_controller_key_new ();

  self->gap_ms = gap_ms;
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (window, controller);
  return self;
}

/**
 * vouch_typed_keys_feed:
 * @self: the keys
 * @keyval: a key that no widget wanted
 * @state: of the modifiers
 *
 * Enter shows that nobody scans, so that what waits is given out at once. Otherwise keys that are in the queue already
 * come before the end of the wait, however late it is: they may be the rest of a scan.
 *
 * Returns: whether the key was taken
 */
gboolean
vouch_typed_keys_feed (VouchTypedKeys *self, guint keyval, GdkModifierType state)
{
  g_return_val_if_fail (VOUCH_IS_TYPED_KEYS (self), FALSE);

  if ((state & MODIFIERS) != 0 || !is_wanted (keyval))
    return FALSE;
  g_queue_push_tail (&self->pending, GUINT_TO_POINTER (keyval));
  g_clear_handle_id (&self->flush_id, g_source_remove);
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    flush (self);
  else
    self->flush_id = g_timeout_add_full (G_PRIORITY_LOW, self->gap_ms + 10, flush_cb, self, NULL);
  return TRUE;
}

/**
 * vouch_typed_keys_forget:
 * @self: the keys
 *
 * What waits was the beginning of a scan.
 */
void
vouch_typed_keys_forget (VouchTypedKeys *self)
{
  g_return_if_fail (VOUCH_IS_TYPED_KEYS (self));

  g_clear_handle_id (&self->flush_id, g_source_remove);
  g_queue_clear (&self->pending);
}

static VouchCommand
interpret_number (guint keyval, int *argument)
{
  gunichar character = gdk_keyval_to_unicode (keyval);

  if (character >= '0' && character <= '9')
    {
      *argument = (int)(character - '0');
      return VOUCH_COMMAND_DIGIT;
    }
  if (keyval == GDK_KEY_BackSpace)
    return VOUCH_COMMAND_DELETE;
  if (character == '.' || character == ',' || keyval == GDK_KEY_KP_Separator || keyval == GDK_KEY_KP_Decimal)
    return VOUCH_COMMAND_DOT;
  if (character == '-')
    return VOUCH_COMMAND_NEGATIVE;
  return VOUCH_COMMAND_NONE;
}

/* A USB keypad alone is enough to inspect. */
static VouchCommand
interpret_keypad (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return VOUCH_COMMAND_ENTER;
    case GDK_KEY_KP_Add:
      return VOUCH_COMMAND_PASS;
    case GDK_KEY_KP_Subtract:
      return VOUCH_COMMAND_FAIL;
    case GDK_KEY_KP_Divide:
      return VOUCH_COMMAND_UNDO;
    case GDK_KEY_KP_Multiply:
    case GDK_KEY_asterisk:
      return VOUCH_COMMAND_MULTIPLY;
    default:
      return VOUCH_COMMAND_NONE;
    }
}

/**
 * vouch_typed_keys_interpret:
 * @state: what the desk waits for
 * @keyval: a key
 * @argument: (out): the command's number
 *
 * Returns: what the key tells the desk, %VOUCH_COMMAND_NONE where that is nothing it offers
 */
VouchCommand
vouch_typed_keys_interpret (const VouchDeskState *state, guint keyval, int *argument)
{
  VouchAsk ask = vouch_desk_state_get_ask (state);
  gunichar character = gdk_keyval_to_unicode (keyval);
  VouchCommand command = VOUCH_COMMAND_NONE;

  *argument = 0;
  if (ask == VOUCH_ASK_NUMBER || ask == VOUCH_ASK_PIN)
    command = interpret_number (keyval, argument);
  if (command == VOUCH_COMMAND_NONE && vouch_desk_state_has_numbered_answers (state) && g_unichar_isdigit (character))
    command = interpret_number (keyval, argument);
  if (command == VOUCH_COMMAND_NONE)
    command = interpret_keypad (keyval);
  /* The tiles are numbered as they stand. */
  if (state->stage == VOUCH_STAGE_DEFECT && character >= '1' && character <= '9' &&
      character - '1' < state->defects->len)
    {
      const VouchDeskDefect *defect = g_ptr_array_index (state->defects, character - '1');

      *argument = defect->code;
      return VOUCH_COMMAND_DEFECT;
    }
  return vouch_desk_state_offers (state, command) ? command : VOUCH_COMMAND_NONE;
}
