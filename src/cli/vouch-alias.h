#pragma once

#include "vouch-station.h"

G_BEGIN_DECLS

gboolean vouch_alias_is_known (const VouchRecordType *type, const char *name);
gboolean vouch_alias_set (VouchStation *station, const VouchRecordType *type, gpointer record, const char *name,
                          const char *text, GError **error);
gint64 vouch_alias_find_lot (VouchStation *station, const char *number, GError **error);

G_END_DECLS
