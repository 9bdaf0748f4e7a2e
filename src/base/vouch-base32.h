#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Crockford's base 32: no I, L, O or U. Reading takes small letters, O for 0, I and L for 1. */
char vouch_base32_digit (guint value);
int vouch_base32_value (char digit);

G_END_DECLS
