#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VOUCH_LOOKUP_FORM_KEY_SIZE 16
#define VOUCH_LOOKUP_FORM_KEY_DIGITS 32

void vouch_lookup_form_key_make (char digits[VOUCH_LOOKUP_FORM_KEY_DIGITS + 1]);

G_END_DECLS
