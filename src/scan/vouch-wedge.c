#include "vouch-wedge.h"

#include "vouch-wedge-role.h"

#define GROUP_SEPARATOR 0x1d
#define ALT_DIGITS_MAX 4

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
  guint n_alt_digits; /* typed while Alt was down */
  guint alt_code;     /* the number that they make */
  VouchWedgeKey lead; /* a shortcut that may turn out to have been the first key of a code */
  guint32 lead_ms;
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

static void
take_settings (VouchWedge *self, const VouchWedgeSettings *settings)
{
  self->settings = settings != NULL ? *settings : (VouchWedgeSettings)VOUCH_WEDGE_DEFAULTS;
  self->settings.min_length = MAX (self->settings.min_length, 2);
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

  take_settings (self, settings);
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

/* Times wrap around after seven weeks; one that lies before the last is far away too, and ends a burst. */
static gboolean
is_near (const VouchWedge *self, guint32 time_ms)
{
  return time_ms - self->draft.ended_ms <= self->settings.gap_ms;
}

static void
note_time (VouchWedge *self, guint32 time_ms)
{
  self->draft.longest_gap_ms = MAX (self->draft.longest_gap_ms, time_ms - self->draft.ended_ms);
  self->draft.ended_ms = time_ms;
}

static void
forget_run (VouchWedge *self)
{
  g_string_truncate (self->text, 0);
  self->is_running = FALSE;
  self->is_recognised = FALSE;
  self->is_varied = FALSE;
  self->n_characters = 0;
  self->n_alt_digits = 0;
  self->alt_code = 0;
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

static void
take_character (VouchWedge *self, gunichar character)
{
  if (self->n_characters == 0)
    self->first_character = character;
  self->n_characters++;
  self->is_varied = self->is_varied || character != self->first_character;
  append (self, character);
}

/* Nobody says when Alt goes up again: its number is whole when something else comes. A scanner may send every character
 * that way. */
static void
close_alt_code (VouchWedge *self)
{
  guint code = self->alt_code;
  gboolean is_known =
      self->n_alt_digits <= ALT_DIGITS_MAX && (code == GROUP_SEPARATOR || (code >= 0x20 && code < 0x7f));

  if (self->n_alt_digits == 0)
    return;
  self->n_alt_digits = 0;
  self->alt_code = 0;
  if (!is_known)
    {
      spoil (self, VOUCH_WEDGE_CONTROLS);
      return;
    }
  if (code == GROUP_SEPARATOR)
    self->draft.separator = VOUCH_WEDGE_SEPARATOR_ALT;
  take_character (self, code);
}

static void
finish_burst (VouchWedge *self, VouchWedgeEnd end)
{
  VouchWedgeBurst *burst;

  close_alt_code (self);
  burst = g_memdup2 (&self->draft, sizeof self->draft);
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

static void
note_odd_key (VouchWedge *self, const VouchWedgeKey *key)
{
  if (self->draft.n_odd_keys < VOUCH_WEDGE_ODD_KEYS_MAX)
    self->draft.odd_keys[self->draft.n_odd_keys++] = (VouchWedgeOddKey){ *key, self->n_characters };
}

static VouchWedgeVerdict
start_run (VouchWedge *self, guint32 time_ms)
{
  gboolean mixing = is_mixing (self, time_ms);

  self->draft = (VouchWedgeBurst){ .started_ms = time_ms, .ended_ms = time_ms };
  self->is_running = TRUE;
  self->is_settling = FALSE;
  if (self->lead.keyval != 0 && time_ms - self->lead_ms <= self->settings.gap_ms)
    {
      note_odd_key (self, &self->lead);
      spoil (self, VOUCH_WEDGE_CONTROLS);
    }
  self->lead.keyval = 0;
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
  note_time (self, time_ms);
  take_character (self, character);
  if (self->is_recognised)
    return VOUCH_WEDGE_SWALLOW;
  if (self->n_characters >= self->settings.min_length && self->is_varied)
    return recognise (self);
  self->draft.n_passed++;
  return VOUCH_WEDGE_PASS;
}

static VouchWedgeVerdict
begin_with (VouchWedge *self, gunichar character, guint32 time_ms)
{
  VouchWedgeVerdict verdict = start_run (self, time_ms);

  take_character (self, character);
  self->draft.n_passed = verdict == VOUCH_WEDGE_FIRST ? 1 : 0;
  return verdict;
}

static VouchWedgeVerdict
feed_text (VouchWedge *self, gunichar character, guint state, guint32 time_ms)
{
  VouchWedgeVerdict verdict;

  if (self->is_running)
    verdict = extend_run (self, character, time_ms);
  else
    verdict = begin_with (self, character, time_ms);
  self->draft.caps_lock = self->draft.caps_lock || (state & VOUCH_WEDGE_LOCK) != 0;
  return verdict;
}

static VouchWedgeSeparator
separator_of (const VouchWedgeKey *key)
{
  gboolean is_usual = key->keyval == ']' && (key->state & VOUCH_WEDGE_CONTROL) != 0;

  return is_usual ? VOUCH_WEDGE_SEPARATOR_CONTROL : VOUCH_WEDGE_SEPARATOR_KEY;
}

static VouchWedgeVerdict
feed_separator (VouchWedge *self, VouchWedgeSeparator separator, guint state, guint32 time_ms)
{
  VouchWedgeVerdict verdict = feed_text (self, GROUP_SEPARATOR, state, time_ms);

  self->draft.separator = separator;
  return verdict;
}

/* Alt and a digit type nothing, so that a widget may have them; in the midst of a code they are the scanner's. */
static VouchWedgeVerdict
feed_digit (VouchWedge *self, gunichar digit, guint32 time_ms)
{
  gboolean was_running = self->is_running;
  VouchWedgeVerdict verdict = was_running ? VOUCH_WEDGE_SWALLOW : start_run (self, time_ms);

  note_time (self, time_ms);
  self->n_alt_digits++;
  if (self->n_alt_digits <= ALT_DIGITS_MAX)
    self->alt_code = self->alt_code * 10 + (digit - '0');
  return was_running && !self->is_recognised ? recognise (self) : verdict;
}

/* No person types a character and a shortcut within the gap: it is a scanner whose code has a control character in it,
 * and neither may the shortcut act nor the rest of the code count. */
static VouchWedgeVerdict
feed_control (VouchWedge *self, const VouchWedgeKey *key, guint32 time_ms)
{
  if (self->is_settling)
    return VOUCH_WEDGE_SWALLOW;
  if (!self->is_running)
    {
      self->lead = *key;
      self->lead.keyval = (key->state & VOUCH_WEDGE_CONTROL) != 0 ? key->keyval : 0;
      self->lead_ms = time_ms;
      return VOUCH_WEDGE_PASS;
    }
  note_time (self, time_ms);
  note_odd_key (self, key);
  spoil (self, VOUCH_WEDGE_CONTROLS);
  return self->is_recognised ? VOUCH_WEDGE_SWALLOW : recognise (self);
}

static VouchWedgeVerdict
feed_nothing (VouchWedge *self, guint32 time_ms)
{
  if (self->is_running)
    note_time (self, time_ms);
  return VOUCH_WEDGE_SWALLOW;
}

/* Scanners may send CR and LF, or Enter and Tab: what follows at once is the same suffix and must press nothing. */
static VouchWedgeVerdict
feed_suffix (VouchWedge *self, VouchWedgeEnd end, const VouchWedgeKey *key, guint32 time_ms)
{
  gboolean was_settling = self->is_settling;

  if (self->is_recognised && self->settings.suffix != VOUCH_WEDGE_END_GAP && self->settings.suffix != end)
    return feed_control (self, key, time_ms);
  if (self->is_recognised)
    {
      note_time (self, time_ms);
      finish_burst (self, end);
      self->is_settling = TRUE;
      return VOUCH_WEDGE_SCAN;
    }
  forget_run (self);
  self->draft.ended_ms = time_ms;
  return was_settling ? VOUCH_WEDGE_SWALLOW : VOUCH_WEDGE_PASS;
}

/**
 * vouch_wedge_set_settings:
 * @self: a detector
 * @settings: what is known of the scanner from now on
 *
 * A burst that is coming in is dropped; one that is finished stays, and so does what is known of its suffix.
 */
void
vouch_wedge_set_settings (VouchWedge *self, const VouchWedgeSettings *settings)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (settings != NULL);

  forget_run (self);
  release_held (self);
  take_settings (self, settings);
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
  VouchWedgeKey key = { keyval, state & VOUCH_WEDGE_SHORTCUT, 0 };
  VouchWedgeRole role;

  g_return_val_if_fail (self != NULL, VOUCH_WEDGE_PASS);

  role = vouch_wedge_role_find (&self->settings, keyval, unicode, state, &key.character);
  if (role == VOUCH_WEDGE_ROLE_MODIFIER)
    return VOUCH_WEDGE_PASS;
  close_stale_run (self, time_ms);
  if (role != VOUCH_WEDGE_ROLE_DIGIT)
    close_alt_code (self);
  switch (role)
    {
    case VOUCH_WEDGE_ROLE_ENTER:
      return feed_suffix (self, VOUCH_WEDGE_END_ENTER, &key, time_ms);
    case VOUCH_WEDGE_ROLE_TAB:
      return feed_suffix (self, VOUCH_WEDGE_END_TAB, &key, time_ms);
    case VOUCH_WEDGE_ROLE_DIGIT:
      return feed_digit (self, key.character, time_ms);
    case VOUCH_WEDGE_ROLE_NOTHING:
      return feed_nothing (self, time_ms);
    case VOUCH_WEDGE_ROLE_CONTROL:
      return feed_control (self, &key, time_ms);
    case VOUCH_WEDGE_ROLE_SEPARATOR:
      return feed_separator (self, separator_of (&key), state, time_ms);
    case VOUCH_WEDGE_ROLE_SECOND_SEPARATOR:
      if (!self->is_running)
        return feed_control (self, &key, time_ms);
      return feed_separator (self, VOUCH_WEDGE_SEPARATOR_KEY, state, time_ms);
    case VOUCH_WEDGE_ROLE_ALT:
    case VOUCH_WEDGE_ROLE_MODIFIER:
      return VOUCH_WEDGE_PASS;
    case VOUCH_WEDGE_ROLE_TEXT:
    default:
      return feed_text (self, key.character, state, time_ms);
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
