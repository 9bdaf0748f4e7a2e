#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VOUCH_N_SAMPLING_LEVELS 7

const char *const *vouch_sampling_get_levels (void);
gboolean vouch_sampling_find_level (const char *text, guint *index, GError **error);
char vouch_sampling_code_letter (gint64 lot_size, guint level_index);

G_END_DECLS
