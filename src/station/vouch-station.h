#pragma once

#include "vouch-camera-hub.h"
#include "vouch-clock.h"
#include "vouch-db.h"
#include "vouch-decoder-client.h"
#include "vouch-key-file.h"
#include "vouch-tx.h"

G_BEGIN_DECLS

/* How long the longer side of a photograph is kept, unless the station says otherwise. */
#define VOUCH_PHOTO_LONGEST 1600

/**
 * VouchStation:
 *
 * One station: its database, keys, clock and decoder. Every use case and every reader gets it. Safe from any thread;
 * use cases wait for the disk, so the window calls them from the desk's thread and never from its own.
 */
typedef struct _VouchStation VouchStation;

/**
 * VouchStationPaths:
 * @data: (nullable): the data directory; %NULL for the user's own
 * @unlock: (nullable): the file that unlocks the key file; %NULL for one in the user's configuration, by data directory
 */
typedef struct
{
  const char *data;
  const char *unlock;
} VouchStationPaths;

VouchStation *vouch_station_open (const VouchStationPaths *paths, const char *holder, VouchDbMode mode,
                                  VouchClock *clock, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_station_close (VouchStation *self, GError **error);
VouchDb *vouch_station_get_db (VouchStation *self);
VouchClock *vouch_station_get_clock (VouchStation *self);
VouchKeyFile *vouch_station_get_keys (VouchStation *self);
VouchDecoder *vouch_station_get_decoder (VouchStation *self);
VouchCameraHub *vouch_station_get_cameras (VouchStation *self);
const VouchTxContext *vouch_station_get_context (VouchStation *self);
gint64 vouch_station_get_latest (VouchStation *self);
const char *vouch_station_get_directory (VouchStation *self);
void vouch_station_set_command_prefix (VouchStation *self, const char *prefix);
const char *vouch_station_get_command_prefix (VouchStation *self);
void vouch_station_set_photo_longest (VouchStation *self, guint pixels);
guint vouch_station_get_photo_longest (VouchStation *self);
guint vouch_station_get_number (VouchStation *self);
gint64 vouch_station_get_epoch (VouchStation *self);
void vouch_station_set_epoch (VouchStation *self, gint64 epoch);
gpointer vouch_station_read (VouchStation *self, VouchJob job, gpointer data, GError **error);
char *vouch_station_dup_policy (VouchStation *self, const char *name) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_station_is_new (VouchStation *self, GError **error);

G_END_DECLS
