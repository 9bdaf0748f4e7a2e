#pragma once

#include "vouch-wedge.h"

G_BEGIN_DECLS

/**
 * VouchWedgeRole:
 * @VOUCH_WEDGE_ROLE_MODIFIER: by itself nothing at all
 * @VOUCH_WEDGE_ROLE_ALT: Alt goes down: digits on the keypad may follow
 * @VOUCH_WEDGE_ROLE_DIGIT: a digit on the keypad while Alt is down
 * @VOUCH_WEDGE_ROLE_TEXT: types a character
 * @VOUCH_WEDGE_ROLE_SEPARATOR: stands for FNC1
 * @VOUCH_WEDGE_ROLE_SECOND_SEPARATOR: stands for FNC1 in the midst of a code, and for itself elsewhere
 * @VOUCH_WEDGE_ROLE_NOTHING: the scanner is known to send it for no character of the code
 * @VOUCH_WEDGE_ROLE_ENTER: Enter
 * @VOUCH_WEDGE_ROLE_TAB: Tab
 * @VOUCH_WEDGE_ROLE_CONTROL: types nothing, but does something
 *
 * What a key can be to a burst.
 */
typedef enum
{
  VOUCH_WEDGE_ROLE_MODIFIER,
  VOUCH_WEDGE_ROLE_ALT,
  VOUCH_WEDGE_ROLE_DIGIT,
  VOUCH_WEDGE_ROLE_TEXT,
  VOUCH_WEDGE_ROLE_SEPARATOR,
  VOUCH_WEDGE_ROLE_SECOND_SEPARATOR,
  VOUCH_WEDGE_ROLE_NOTHING,
  VOUCH_WEDGE_ROLE_ENTER,
  VOUCH_WEDGE_ROLE_TAB,
  VOUCH_WEDGE_ROLE_CONTROL,
} VouchWedgeRole;

/* Of a key's state: what makes a shortcut of it. */
#define VOUCH_WEDGE_SHORTCUT (VOUCH_WEDGE_CONTROL | VOUCH_WEDGE_ALT | VOUCH_WEDGE_SUPER)

VouchWedgeRole vouch_wedge_role_find (const VouchWedgeSettings *settings, guint keyval, guint unicode, guint state,
                                      gunichar *character);

G_END_DECLS
