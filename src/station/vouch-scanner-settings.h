#pragma once

#include <gio/gio.h>

#include "vouch-scanner-profile.h"

G_BEGIN_DECLS

/* What is known of each of this station's scanners: the setting "scanner-profiles", by device. Window and command line
 * share it. */

GPtrArray *vouch_scanner_settings_list (GSettings *settings, char **damage) G_GNUC_WARN_UNUSED_RESULT;
VouchScannerProfile *
vouch_scanner_settings_find (GSettings *settings, const char *device, char **damage) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_scanner_settings_store (GSettings *settings, const VouchScannerProfile *profile, GError **error);
gboolean vouch_scanner_settings_forget (GSettings *settings, const char *device, GError **error);

G_END_DECLS
