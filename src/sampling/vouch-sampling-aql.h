#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VOUCH_N_SAMPLING_AQLS 26

/* From this index on (AQL 15) a figure counts nonconformities per 100 items only. */
#define VOUCH_SAMPLING_AQL_INDEX_ABOVE_10 16

const char *const *vouch_sampling_get_aqls (void);
gboolean vouch_sampling_find_aql (const char *text, guint *index, GError **error);

G_END_DECLS
