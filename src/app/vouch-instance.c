#include "vouch-instance.h"

#define APPLICATION_ID "app.vouch.Station"

/**
 * vouch_instance_dup_application_id:
 * @directory: (nullable): the station's folder; %NULL for the user's own
 *
 * There is one window a station: whoever opens the same station again has its window brought to the front, and another
 * station has an id of its own.
 *
 * Returns: (transfer full): the name that the application has on the session's bus
 */
char *
vouch_instance_dup_application_id (const char *directory)
{
  g_autofree char *absolute = NULL;
  g_autofree char *hash = NULL;

  if (directory == NULL)
    return g_strdup (APPLICATION_ID);
  absolute = g_canonicalize_filename (directory, NULL);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, absolute, -1);
  return g_strdup_printf (APPLICATION_ID ".s%.16s", hash);
}
