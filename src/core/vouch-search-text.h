#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text as words to search by: the same for what is stored and for what is typed. */

char **vouch_search_text_split (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_search_text_dup_phrase (const char *const *words) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_search_text_dup_end (const char *beginning) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
