#pragma once

#include <gio/gio.h>

#include "vouch-station.h"

G_BEGIN_DECLS

/**
 * VouchOpeningOptions:
 * @data: (nullable): the data directory; %NULL for the user's own
 * @unlock: (nullable): the file that unlocks the keys
 * @sample: load the example data if nobody has used the station yet
 *
 * Which station is opened, and how.
 */
typedef struct
{
  const char *data;
  const char *unlock;
  gboolean sample;
} VouchOpeningOptions;

char *vouch_opening_dup_directory (const VouchOpeningOptions *options) G_GNUC_WARN_UNUSED_RESULT;
void vouch_opening_start_async (const VouchOpeningOptions *options, VouchClock *clock, GAsyncReadyCallback callback,
                                gpointer user_data);
VouchStation *vouch_opening_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
