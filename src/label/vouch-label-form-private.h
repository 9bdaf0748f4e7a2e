#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean vouch_label_form_is_known (const char *form);
char *vouch_label_form_apply (const char *form, const char *field, const char *value,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
