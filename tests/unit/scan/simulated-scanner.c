#include "simulated-scanner.h"

#include <string.h>

#define KEY_RETURN 0xff0d
#define KEY_TAB 0xff09
#define KEY_F8 0xffc5
#define KEY_F10 0xffc7
#define KEY_ALT 0xffe9
#define KEY_KEYPAD_0 0xffb0

/* The keys of the four rows, without and with Shift, as each keyboard has them. */
static const char *const keys[SIMULATED_N_LAYOUTS] = {
  [SIMULATED_US] = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./ "
                   "~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?",
  [SIMULATED_UK] = "`1234567890-=qwertyuiop[]#asdfghjkl;'zxcvbnm,./ "
                   "¬!\"£$%^&*()_+QWERTYUIOP{}~ASDFGHJKL:@ZXCVBNM<>?",
  [SIMULATED_GERMAN] = "^1234567890ß´qwertzuiopü+#asdfghjklöäyxcvbnm,.- "
                       "°!\"§$%&/()=?`QWERTZUIOPÜ*'ASDFGHJKLÖÄYXCVBNM;:_",
  [SIMULATED_FRENCH] = "²&é\"'(-è_çà)=azertyuiop^$*qsdfghjklmùwxcvbn,;:! "
                       "~1234567890°+AZERTYUIOP¨£µQSDFGHJKLM%WXCVBN?./§",
  [SIMULATED_RUSSIAN] = "ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю. "
                        "Ё!\"№;%:?*()_+ЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,",
};

/* Keys that wait for a letter. */
static const struct
{
  SimulatedLayout layout;
  gunichar character;
  guint keyval;
} dead_keys[] = {
  { SIMULATED_GERMAN, '^', 0xfe52 }, { SIMULATED_GERMAN, 0xb4, 0xfe51 }, { SIMULATED_GERMAN, '`', 0xfe50 },
  { SIMULATED_FRENCH, '^', 0xfe52 }, { SIMULATED_FRENCH, 0xa8, 0xfe57 },
};

typedef struct
{
  const SimulatedScanner *scanner;
  VouchWedge *wedge;
  guint32 now;
} Typing;

static gunichar
exchange (gunichar c)
{
  return g_unichar_isupper (c) ? g_unichar_tolower (c) : g_unichar_toupper (c);
}

static gboolean
is_locked (const SimulatedScanner *self)
{
  return self->caps == SIMULATED_CAPS_ON || self->caps == SIMULATED_CAPS_SEEN;
}

static void
press (Typing *typing, guint keyval, gunichar character, guint state)
{
  typing->now += typing->scanner->gap_ms;
  if (is_locked (typing->scanner))
    state |= VOUCH_WEDGE_LOCK;
  vouch_wedge_feed (typing->wedge, keyval, character, state, typing->now);
}

/* What the machine makes of the key that has the character on the scanner's keyboard. */
static gunichar
find_on_machine (const SimulatedScanner *self, char c)
{
  const char *place = strchr (keys[SIMULATED_US], c);

  g_assert_nonnull (place);
  return g_utf8_get_char (g_utf8_offset_to_pointer (keys[self->layout], place - keys[SIMULATED_US]));
}

static char
change_case (const SimulatedScanner *self, char c)
{
  if (self->caps == SIMULATED_CAPS_LOST)
    return g_ascii_toupper (c);
  if (self->caps == SIMULATED_CAPS_SEEN || self->caps == SIMULATED_CAPS_ASSUMED)
    return (char)exchange ((gunichar)c);
  return c;
}

static void
type_character (Typing *typing, char c)
{
  const SimulatedScanner *self = typing->scanner;
  gunichar typed = find_on_machine (self, change_case (self, c));

  for (gsize i = 0; i < G_N_ELEMENTS (dead_keys); i++)
    if (dead_keys[i].layout == self->layout && dead_keys[i].character == typed)
      {
        press (typing, dead_keys[i].keyval, 0, 0);
        return;
      }
  /* Caps Lock leaves alone what has no other case on a keyboard. */
  if (is_locked (self) && exchange (exchange (typed)) == typed)
    typed = exchange (typed);
  press (typing, typed < 0x100 ? typed : 0x1000000 + typed, typed, g_unichar_isupper (typed) ? VOUCH_WEDGE_SHIFT : 0);
}

static void
type_text (Typing *typing, const char *text)
{
  for (; text != NULL && *text != '\0'; text++)
    type_character (typing, *text);
}

static void
type_separator (Typing *typing)
{
  gunichar bracket = find_on_machine (typing->scanner, ']');

  switch (typing->scanner->gs)
    {
    case SIMULATED_GS_CONTROL:
      press (typing, bracket, bracket, VOUCH_WEDGE_CONTROL);
      break;
    case SIMULATED_GS_ALT:
      press (typing, KEY_ALT, 0, 0);
      press (typing, KEY_KEYPAD_0, '0', VOUCH_WEDGE_ALT);
      press (typing, KEY_KEYPAD_0 + 2, '2', VOUCH_WEDGE_ALT);
      press (typing, KEY_KEYPAD_0 + 9, '9', VOUCH_WEDGE_ALT);
      break;
    case SIMULATED_GS_F8:
      press (typing, KEY_F8, 0, 0);
      break;
    case SIMULATED_GS_F10:
      press (typing, KEY_F10, 0, 0);
      break;
    case SIMULATED_GS_TEXT:
      type_character (typing, '~');
      break;
    case SIMULATED_GS_NONE:
    case SIMULATED_N_GS:
    default:
      break;
    }
}

/* Types the code, and gives the time at which the scanner has been silent for long enough. */
guint32
simulated_scanner_scan (const SimulatedScanner *self, VouchWedge *wedge, guint32 now, const char *aim, const char *text)
{
  Typing typing = { self, wedge, now };

  type_text (&typing, self->before);
  if (self->sends_aim)
    type_text (&typing, aim);
  for (; *text != '\0'; text++)
    if (*text == '\x1d')
      type_separator (&typing);
    else
      type_character (&typing, *text);
  type_text (&typing, self->after);
  if (self->suffix == VOUCH_WEDGE_END_ENTER)
    press (&typing, KEY_RETURN, 0x0d, 0);
  if (self->suffix == VOUCH_WEDGE_END_TAB)
    press (&typing, KEY_TAB, 0x09, 0);
  typing.now += 1000;
  vouch_wedge_tick (wedge, typing.now);
  return typing.now;
}
