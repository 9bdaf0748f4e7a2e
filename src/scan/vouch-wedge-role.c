#include "vouch-wedge-role.h"

#define GROUP_SEPARATOR 0x1d

/* X key symbols. */
enum
{
  KEY_LEVEL_FIRST = 0xfe01, /* the ISO shifts and locks, up to ISO_Level5_Lock */
  KEY_LEVEL_LAST = 0xfe13,
  KEY_LEFT_TAB = 0xfe20,
  KEY_TAB = 0xff09,
  KEY_LINEFEED = 0xff0a,
  KEY_RETURN = 0xff0d,
  KEY_MODE_SWITCH = 0xff7e,
  KEY_NUM_LOCK = 0xff7f,
  KEY_KEYPAD_TAB = 0xff89,
  KEY_KEYPAD_ENTER = 0xff8d,
  KEY_KEYPAD_0 = 0xffb0,
  KEY_KEYPAD_9 = 0xffb9,
  KEY_F8 = 0xffc5,
  KEY_MODIFIER_FIRST = 0xffe1, /* Shift_L to Hyper_R */
  KEY_META_LEFT = 0xffe7,
  KEY_ALT_RIGHT = 0xffea,
  KEY_MODIFIER_LAST = 0xffee,
};

/* The keypad without Num Lock: from Insert, which is 0, to Page Up, which is 9. */
static const guint keypad_moves[] = { 0xff9e, 0xff9c, 0xff99, 0xff9b, 0xff96, 0xff9d, 0xff98, 0xff95, 0xff97, 0xff9a };

/* A key that waits for the next one to put an accent on it: what it is by itself. A scanner types it for the character
 * that the same key has on its own keyboard. */
static const struct
{
  guint keyval;
  gunichar character;
} accents[] = {
  { 0xfe50, '`' },   { 0xfe51, 0xb4 },  { 0xfe52, '^' },   { 0xfe53, '~' },   { 0xfe54, 0xaf },  { 0xfe55, 0x2d8 },
  { 0xfe56, 0x2d9 }, { 0xfe57, 0xa8 },  { 0xfe58, 0x2da }, { 0xfe59, 0x2dd }, { 0xfe5a, 0x2c7 }, { 0xfe5b, 0xb8 },
  { 0xfe5c, 0x2db }, { 0xfe5d, 0x37a }, { 0xfe60, 0x323 }, { 0xfe61, 0x309 }, { 0xfe62, 0x31b }, { 0xfe63, 0x337 },
};

static gboolean
is_modifier (guint keyval)
{
  return (keyval >= KEY_MODIFIER_FIRST && keyval <= KEY_MODIFIER_LAST) ||
         (keyval >= KEY_LEVEL_FIRST && keyval <= KEY_LEVEL_LAST) || keyval == KEY_MODE_SWITCH || keyval == KEY_NUM_LOCK;
}

static const VouchWedgeKey *
find_known (const VouchWedgeSettings *settings, guint keyval, guint state)
{
  for (guint i = 0; i < settings->n_keys; i++)
    if (settings->keys[i].keyval == keyval && settings->keys[i].state == (state & VOUCH_WEDGE_SHORTCUT))
      return &settings->keys[i];
  return NULL;
}

static VouchWedgeRole
role_of_known (const VouchWedgeKey *key, gunichar *character)
{
  *character = key->character;
  if (key->character == 0)
    return VOUCH_WEDGE_ROLE_NOTHING;
  return key->character == GROUP_SEPARATOR ? VOUCH_WEDGE_ROLE_SEPARATOR : VOUCH_WEDGE_ROLE_TEXT;
}

static gboolean
is_keypad_digit (guint keyval, gunichar *digit)
{
  for (guint i = 0; i < G_N_ELEMENTS (keypad_moves); i++)
    if (keypad_moves[i] == keyval)
      keyval = KEY_KEYPAD_0 + i;
  if (keyval < KEY_KEYPAD_0 || keyval > KEY_KEYPAD_9)
    return FALSE;
  *digit = '0' + (keyval - KEY_KEYPAD_0);
  return TRUE;
}

static VouchWedgeRole
role_of_plain (guint keyval, guint unicode, gunichar *character)
{
  for (gsize i = 0; i < G_N_ELEMENTS (accents); i++)
    if (accents[i].keyval == keyval)
      unicode = accents[i].character;
  *character = unicode;
  if (keyval == KEY_F8)
    return VOUCH_WEDGE_ROLE_SECOND_SEPARATOR;
  if (keyval == KEY_RETURN || keyval == KEY_KEYPAD_ENTER || keyval == KEY_LINEFEED)
    return VOUCH_WEDGE_ROLE_ENTER;
  if (keyval == KEY_TAB || keyval == KEY_KEYPAD_TAB || keyval == KEY_LEFT_TAB)
    return VOUCH_WEDGE_ROLE_TAB;
  if (unicode == 0 || !g_unichar_validate (unicode) || g_unichar_iscntrl (unicode))
    return VOUCH_WEDGE_ROLE_CONTROL;
  return VOUCH_WEDGE_ROLE_TEXT;
}

/* With Control held, Return and Tab are shortcuts or control characters, and not a scanner's suffix. */
static VouchWedgeRole
role_of_shortcut (guint keyval, guint unicode, guint state, gunichar *character)
{
  if ((state & VOUCH_WEDGE_CONTROL) != 0 && (keyval == ']' || unicode == GROUP_SEPARATOR))
    return VOUCH_WEDGE_ROLE_SEPARATOR;
  if ((state & VOUCH_WEDGE_SHORTCUT) == VOUCH_WEDGE_ALT && is_keypad_digit (keyval, character))
    return VOUCH_WEDGE_ROLE_DIGIT;
  return VOUCH_WEDGE_ROLE_CONTROL;
}

/**
 * vouch_wedge_role_find:
 * @settings: what is known of the scanner
 * @keyval: the key's X key symbol
 * @unicode: the character that it types, 0 if none
 * @state: bits of #VouchWedgeState
 * @character: (out): of text the character, of a digit its character
 *
 * What is known of the scanner goes before what keys usually are.
 *
 * Returns: what the key is to a burst
 */
VouchWedgeRole
vouch_wedge_role_find (const VouchWedgeSettings *settings, guint keyval, guint unicode, guint state,
                       gunichar *character)
{
  const VouchWedgeKey *known = find_known (settings, keyval, state);

  *character = 0;
  if (known != NULL)
    return role_of_known (known, character);
  if (keyval >= KEY_META_LEFT && keyval <= KEY_ALT_RIGHT)
    return VOUCH_WEDGE_ROLE_ALT;
  if (is_modifier (keyval))
    return VOUCH_WEDGE_ROLE_MODIFIER;
  if ((state & VOUCH_WEDGE_SHORTCUT) != 0)
    return role_of_shortcut (keyval, unicode, state, character);
  return role_of_plain (keyval, unicode, character);
}
