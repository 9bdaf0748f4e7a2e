#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VOUCH_GS1_GTIN_SIZE 15

char vouch_gs1_check_digit (const char *digits);
gboolean vouch_gs1_check_digit_is_right (const char *digits);
gboolean vouch_gs1_check_digit_matches (const char *digits, gsize length);
gboolean vouch_gs1_check_pair (const char *text, gsize length, char pair[3]);
gboolean vouch_gs1_check_pair_matches (const char *text, gsize length);
gboolean vouch_gs1_gtin_normalise (const char *digits, char gtin14[VOUCH_GS1_GTIN_SIZE]);

G_END_DECLS
