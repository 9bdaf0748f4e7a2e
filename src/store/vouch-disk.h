#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchDiskFacts:
 * @free_bytes: that may still be written
 * @is_read_only: whether nothing may be written at all
 */
typedef struct
{
  gint64 free_bytes;
  gboolean is_read_only;
} VouchDiskFacts;

/**
 * VouchDiskProbe:
 * @directory: the station's folder
 * @facts: (out): what is found
 * @data: the probe's own
 *
 * Looks at the disk under a folder.
 *
 * Returns: whether anything could be found out
 */
typedef gboolean (*VouchDiskProbe) (const char *directory, VouchDiskFacts *facts, gpointer data);

gboolean vouch_disk_look (const char *directory, VouchDiskFacts *facts, gpointer data);

G_END_DECLS
