#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchLookupServiceSettings:
 * @data_dir: the service's folder
 * @listen: `ADDRESS:PORT` of the public listener
 * @private_listen: `ADDRESS:PORT` of the private listener
 * @hosts: (nullable): host names served besides the loopback ones; ends with %NULL
 *
 * How the service runs.
 */
typedef struct
{
  const char *data_dir;
  const char *listen;
  const char *private_listen;
  char **hosts;
} VouchLookupServiceSettings;

gboolean vouch_lookup_service_run (const VouchLookupServiceSettings *settings, GError **error);

G_END_DECLS
