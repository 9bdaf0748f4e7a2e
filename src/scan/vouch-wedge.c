#include "vouch-wedge.h"

#define GROUP_SEPARATOR 0x1d

/* X key symbols. */
enum
{
  KEY_LEFT_TAB = 0xfe20,
  KEY_LEVEL_FIRST = 0xfe01, /* the ISO shifts and locks, up to ISO_Level5_Lock */
  KEY_LEVEL_LAST = 0xfe13,
  KEY_TAB = 0xff09,
  KEY_LINEFEED = 0xff0a,
  KEY_RETURN = 0xff0d,
  KEY_MODE_SWITCH = 0xff7e,
  KEY_NUM_LOCK = 0xff7f,
  KEY_KEYPAD_TAB = 0xff89,
  KEY_KEYPAD_ENTER = 0xff8d,
  KEY_MODIFIER_FIRST = 0xffe1, /* Shift_L to Hyper_R */
  KEY_MODIFIER_LAST = 0xffee,
};

/* What a key can be to a burst. */
typedef enum
{
  KEY_IS_MODIFIER, /* by itself nothing at all */
  KEY_IS_TEXT,
  KEY_IS_SEPARATOR, /* stands for FNC1 */
  KEY_IS_ENTER,
  KEY_IS_TAB,
  KEY_IS_CONTROL, /* types nothing, but does something */
} KeyRole;

struct _VouchWedge
{
  VouchWedgeSettings settings;
  GString *text;
  gboolean is_running;    /* keys have come that may be a burst */
  gboolean is_recognised; /* and they are one */
  gboolean is_varied;     /* not all characters so far are the same, as those of a key held down are */
  gboolean is_settling;   /* the last burst ended so shortly before that another suffix key still belongs to it */
  guint n_characters;
  gunichar first_character;
  VouchWedgeBurst draft;
  VouchWedgeBurst *held; /* ended with its suffix; waits to see whether another scanner goes on typing */
  GQueue finished;
};

/**
 * vouch_wedge_burst_free:
 * @self: (nullable) (transfer full): a burst
 */
void
vouch_wedge_burst_free (VouchWedgeBurst *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self);
}

/**
 * vouch_wedge_new:
 * @settings: (nullable): what is known of the scanner; %NULL for %VOUCH_WEDGE_DEFAULTS
 *
 * Returns: (transfer full): a detector
 */
VouchWedge *
vouch_wedge_new (const VouchWedgeSettings *settings)
{
  VouchWedge *self = g_new0 (VouchWedge, 1);

  self->settings = (VouchWedgeSettings)VOUCH_WEDGE_DEFAULTS;
  if (settings != NULL)
    self->settings = *settings;
  self->settings.min_length = MAX (self->settings.min_length, 2);
  self->text = g_string_new (NULL);
  g_queue_init (&self->finished);
  return self;
}

/**
 * vouch_wedge_free:
 * @self: (nullable) (transfer full): a detector
 */
void
vouch_wedge_free (VouchWedge *self)
{
  if (self == NULL)
    return;
  vouch_wedge_burst_free (self->held);
  g_queue_clear_full (&self->finished, (GDestroyNotify)vouch_wedge_burst_free);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static gboolean
is_modifier (guint keyval)
{
  return (keyval >= KEY_MODIFIER_FIRST && keyval <= KEY_MODIFIER_LAST) ||
         (keyval >= KEY_LEVEL_FIRST && keyval <= KEY_LEVEL_LAST) || keyval == KEY_MODE_SWITCH || keyval == KEY_NUM_LOCK;
}

/* A scanner types the group separator as Ctrl+], or as whatever key it was set to. */
static gboolean
is_separator (const VouchWedge *self, guint keyval, guint unicode, guint state)
{
  if (self->settings.separator_keyval != 0 && keyval == self->settings.separator_keyval)
    return TRUE;
  return (state & VOUCH_WEDGE_CONTROL) != 0 && (keyval == ']' || unicode == GROUP_SEPARATOR);
}

/* With Control held, Return and Tab are shortcuts or control characters, and not a scanner's suffix. */
static KeyRole
classify (const VouchWedge *self, guint keyval, guint unicode, guint state)
{
  if (is_modifier (keyval))
    return KEY_IS_MODIFIER;
  if (is_separator (self, keyval, unicode, state))
    return KEY_IS_SEPARATOR;
  if ((state & (VOUCH_WEDGE_CONTROL | VOUCH_WEDGE_ALT | VOUCH_WEDGE_SUPER)) != 0)
    return KEY_IS_CONTROL;
  if (keyval == KEY_RETURN || keyval == KEY_KEYPAD_ENTER || keyval == KEY_LINEFEED)
    return KEY_IS_ENTER;
  if (keyval == KEY_TAB || keyval == KEY_KEYPAD_TAB || keyval == KEY_LEFT_TAB)
    return KEY_IS_TAB;
  if (unicode == 0 || !g_unichar_validate (unicode) || g_unichar_iscntrl (unicode))
    return KEY_IS_CONTROL;
  return KEY_IS_TEXT;
}

/* Times wrap around after seven weeks; one that lies before the last is far away too, and ends a burst. */
static gboolean
is_near (const VouchWedge *self, guint32 time_ms)
{
  return time_ms - self->draft.ended_ms <= self->settings.gap_ms;
}

static void
forget_run (VouchWedge *self)
{
  g_string_truncate (self->text, 0);
  self->is_running = FALSE;
  self->is_recognised = FALSE;
  self->is_varied = FALSE;
  self->n_characters = 0;
}

static void
finish_burst (VouchWedge *self, VouchWedgeEnd end)
{
  VouchWedgeBurst *burst = g_memdup2 (&self->draft, sizeof self->draft);

  burst->end = end;
  burst->length = self->text->len;
  burst->text = g_strndup (self->text->str, self->text->len);
  if (burst->fault == VOUCH_WEDGE_CLEAN && end == VOUCH_WEDGE_END_GAP && self->settings.needs_suffix)
    burst->fault = VOUCH_WEDGE_TORN;
  if (self->settings.mix_ms > 0 && end != VOUCH_WEDGE_END_GAP)
    self->held = burst;
  else
    g_queue_push_tail (&self->finished, burst);
  forget_run (self);
}

/* No scanner begins the next code as soon after the last one as it types its keys. */
static gboolean
is_mixing (const VouchWedge *self, guint32 time_ms)
{
  return self->held != NULL && time_ms - self->held->ended_ms <= self->settings.mix_ms;
}

static void
release_held (VouchWedge *self)
{
  if (self->held != NULL)
    g_queue_push_tail (&self->finished, g_steal_pointer (&self->held));
}

/* What the time alone says: a run that has stopped is over. */
static void
close_stale_run (VouchWedge *self, guint32 time_ms)
{
  if (!is_mixing (self, time_ms))
    release_held (self);
  if (is_near (self, time_ms))
    return;
  self->is_settling = FALSE;
  if (self->is_recognised)
    finish_burst (self, VOUCH_WEDGE_END_GAP);
  else
    forget_run (self);
}

static void
spoil (VouchWedge *self, VouchWedgeFault fault)
{
  if (self->draft.fault == VOUCH_WEDGE_CLEAN)
    self->draft.fault = fault;
}

static void
append (VouchWedge *self, gunichar character)
{
  if (self->draft.fault == VOUCH_WEDGE_TOO_LONG)
    return;
  g_string_append_unichar (self->text, character);
  if (self->text->len <= self->settings.max_length)
    return;
  g_string_truncate (self->text, 0);
  self->draft.fault = VOUCH_WEDGE_TOO_LONG;
}

/* What is left of the other scanner's code is taken from everybody, however short it is. */
static VouchWedgeVerdict
start_mixed_run (VouchWedge *self)
{
  self->held->fault = VOUCH_WEDGE_MIXED;
  release_held (self);
  self->draft.fault = VOUCH_WEDGE_MIXED;
  self->draft.n_passed = 0;
  self->is_recognised = TRUE;
  return VOUCH_WEDGE_BURST;
}

static VouchWedgeVerdict
start_run (VouchWedge *self, gunichar character, guint32 time_ms)
{
  gboolean mixing = is_mixing (self, time_ms);

  self->draft = (VouchWedgeBurst){ .started_ms = time_ms, .ended_ms = time_ms, .n_passed = 1 };
  self->is_running = TRUE;
  self->is_settling = FALSE;
  self->n_characters = 1;
  self->first_character = character;
  append (self, character);
  return mixing ? start_mixed_run (self) : VOUCH_WEDGE_FIRST;
}

static VouchWedgeVerdict
recognise (VouchWedge *self)
{
  self->is_recognised = TRUE;
  return VOUCH_WEDGE_BURST;
}

/* A key held down repeats as fast as a scanner types, but only ever itself. */
static VouchWedgeVerdict
extend_run (VouchWedge *self, gunichar character, guint32 time_ms)
{
  self->draft.ended_ms = time_ms;
  self->n_characters++;
  self->is_varied = self->is_varied || character != self->first_character;
  append (self, character);
  if (self->is_recognised)
    return VOUCH_WEDGE_SWALLOW;
  if (self->n_characters >= self->settings.min_length && self->is_varied)
    return recognise (self);
  self->draft.n_passed++;
  return VOUCH_WEDGE_PASS;
}

static VouchWedgeVerdict
feed_text (VouchWedge *self, gunichar character, guint state, guint32 time_ms)
{
  VouchWedgeVerdict verdict;

  if (self->is_running)
    verdict = extend_run (self, character, time_ms);
  else
    verdict = start_run (self, character, time_ms);
  self->draft.caps_lock = self->draft.caps_lock || (state & VOUCH_WEDGE_LOCK) != 0;
  return verdict;
}

/* Scanners may send CR and LF, or Enter and Tab: what follows at once is the same suffix and must press nothing. */
static VouchWedgeVerdict
feed_suffix (VouchWedge *self, VouchWedgeEnd end, guint32 time_ms)
{
  gboolean was_settling = self->is_settling;

  if (self->is_recognised)
    {
      self->draft.ended_ms = time_ms;
      finish_burst (self, end);
      self->is_settling = TRUE;
      return VOUCH_WEDGE_SCAN;
    }
  forget_run (self);
  self->draft.ended_ms = time_ms;
  return was_settling ? VOUCH_WEDGE_SWALLOW : VOUCH_WEDGE_PASS;
}

/* No person types a character and a shortcut within the gap: it is a scanner whose code has a control character in it,
 * and neither may the shortcut act nor the rest of the code count. */
static VouchWedgeVerdict
feed_control (VouchWedge *self, guint32 time_ms)
{
  if (self->is_settling)
    return VOUCH_WEDGE_SWALLOW;
  if (!self->is_running)
    return VOUCH_WEDGE_PASS;
  self->draft.ended_ms = time_ms;
  spoil (self, VOUCH_WEDGE_CONTROLS);
  return self->is_recognised ? VOUCH_WEDGE_SWALLOW : recognise (self);
}

/**
 * vouch_wedge_feed:
 * @self: a detector
 * @keyval: the key's X key symbol
 * @unicode: the character that it types, 0 if none
 * @state: bits of #VouchWedgeState; others are ignored
 * @time_ms: the event's own time
 *
 * Takes a key press in. Afterwards, whatever the verdict, vouch_wedge_take() may have a burst: an earlier one ends when
 * a late key shows that it has stopped.
 *
 * Returns: what to do with the key
 */
VouchWedgeVerdict
vouch_wedge_feed (VouchWedge *self, guint keyval, guint unicode, guint state, guint32 time_ms)
{
  KeyRole role;

  g_return_val_if_fail (self != NULL, VOUCH_WEDGE_PASS);

  role = classify (self, keyval, unicode, state);
  if (role == KEY_IS_MODIFIER)
    return VOUCH_WEDGE_PASS;
  close_stale_run (self, time_ms);
  switch (role)
    {
    case KEY_IS_ENTER:
      return feed_suffix (self, VOUCH_WEDGE_END_ENTER, time_ms);
    case KEY_IS_TAB:
      return feed_suffix (self, VOUCH_WEDGE_END_TAB, time_ms);
    case KEY_IS_CONTROL:
      return feed_control (self, time_ms);
    case KEY_IS_SEPARATOR:
      return feed_text (self, GROUP_SEPARATOR, state, time_ms);
    case KEY_IS_TEXT:
    case KEY_IS_MODIFIER:
    default:
      return feed_text (self, unicode, state, time_ms);
    }
}

/**
 * vouch_wedge_tick:
 * @self: a detector
 * @time_ms: the time now, on the clock of the events
 *
 * To be called when no key has come for a little longer than the gap, so that a scanner without suffix is not waited
 * for.
 *
 * Returns: whether vouch_wedge_take() has something
 */
gboolean
vouch_wedge_tick (VouchWedge *self, guint32 time_ms)
{
  g_return_val_if_fail (self != NULL, FALSE);

  close_stale_run (self, time_ms);
  return !g_queue_is_empty (&self->finished);
}

/**
 * vouch_wedge_get_wait_ms:
 * @self: a detector
 *
 * Returns: how long after the last key vouch_wedge_tick() is to be called, since a burst is coming in or waits to be
 *   given; 0 if there is nothing to wait for
 */
guint
vouch_wedge_get_wait_ms (VouchWedge *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->is_recognised)
    return self->settings.gap_ms + 20;
  return self->held != NULL ? self->settings.mix_ms + 1 : 0;
}

/**
 * vouch_wedge_take:
 * @self: a detector
 *
 * Takes the oldest finished burst; call it until there is none.
 *
 * Returns: (transfer full) (nullable): a burst
 */
VouchWedgeBurst *
vouch_wedge_take (VouchWedge *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_queue_pop_head (&self->finished);
}
