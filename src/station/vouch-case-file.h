#pragma once

#include "vouch-case-fetch.h"

G_BEGIN_DECLS

/* Customers' cases where no network reaches the lookup service. */
gboolean vouch_case_file_receive (VouchStation *station, const char *path, VouchCaseTaken *taken, GError **error);
gboolean vouch_case_file_settle (VouchStation *station, char **lines, guint *n_settled, GError **error);
gboolean vouch_case_file_write (VouchStation *station, const char *path, gint64 *n_written, GError **error);

G_END_DECLS
