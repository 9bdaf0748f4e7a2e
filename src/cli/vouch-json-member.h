#pragma once

#include "vouch-lines.h"

G_BEGIN_DECLS

gboolean vouch_json_member_get_text (JsonObject *object, const char *name, const char *otherwise, const char **text,
                                     GError **error);
gboolean vouch_json_member_get_number (JsonObject *object, const char *name, gint64 *number, GError **error);
gboolean vouch_json_member_get_real (JsonObject *object, const char *name, double *number, GError **error);
gboolean vouch_json_member_get_flag (JsonObject *object, const char *name, gboolean *flag, GError **error);
gboolean vouch_json_member_is_given (JsonObject *object, const char *name);
void vouch_json_member_run (VouchCli *cli, VouchLineFunc func);
void vouch_json_member_run_with (VouchCli *cli, VouchLineFunc func, gpointer data);

G_END_DECLS
