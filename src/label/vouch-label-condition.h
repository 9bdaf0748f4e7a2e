#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *vouch_label_condition_dup_field (const char *condition, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_label_condition_holds (const char *condition, GHashTable *fields);

G_END_DECLS
