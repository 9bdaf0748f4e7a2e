#pragma once

#include "vouch-station.h"

G_BEGIN_DECLS

gboolean vouch_scanner_sheet_write (const char *prefix, const char *path, GError **error);
gboolean vouch_scanner_sheet_write_of_station (VouchStation *station, const char *path, GError **error);

G_END_DECLS
