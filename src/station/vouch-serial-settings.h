#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Which scanners on serial lines this station uses: GSettings of app.vouch.Station, for window and command line. */

GStrv vouch_serial_settings_list (GSettings *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_serial_settings_uses (GSettings *self, const char *id);
gboolean vouch_serial_settings_set_used (GSettings *self, const char *id, gboolean is_used);
guint vouch_serial_settings_get_baud (GSettings *self);
char *vouch_serial_settings_dup_folder (GSettings *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
