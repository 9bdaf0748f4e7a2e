#pragma once

#include "vouch-scan-pattern.h"

G_BEGIN_DECLS

/* Patterns of codes in the user's language. */

const char *vouch_pattern_words_of_kind (int kind);
const char *vouch_pattern_words_of_opens (int opens);
const char *vouch_pattern_words_of_check (int check);
char *vouch_pattern_words_dup (const VouchScanPattern *pattern) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
