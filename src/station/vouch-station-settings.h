#pragma once

#include <gio/gio.h>

#include "vouch-code-kind.h"
#include "vouch-station.h"

G_BEGIN_DECLS

/* What belongs to one station alone and to no database: GSettings of app.vouch.Station. The window changes them;
 * whatever of them holds for the station holds for the command line, too. */

GSettings *vouch_station_settings_new (void) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_station_settings_dup_prefix (GSettings *self) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_station_settings_dup_camera (GSettings *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_station_settings_accepts_odoo (GSettings *self);
VouchCodeKinds vouch_station_settings_get_code_kinds (GSettings *self);
void vouch_station_settings_apply (GSettings *self, VouchStation *station);

G_END_DECLS
