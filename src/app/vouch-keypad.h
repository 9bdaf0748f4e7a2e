#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_KEYPAD (vouch_keypad_get_type ())
G_DECLARE_FINAL_TYPE (VouchKeypad, vouch_keypad, VOUCH, KEYPAD, AdwBin)

/**
 * VouchKeypad:
 *
 * Digits for fingers, through the same actions as number codes: a station needs no keyboard on the screen.
 */

G_END_DECLS
