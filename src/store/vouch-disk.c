#include "vouch-disk.h"

#include <sys/statvfs.h>

/**
 * vouch_disk_look:
 * @directory: the station's folder
 * @facts: (out): what is found
 * @data: unused
 *
 * The #VouchDiskProbe that asks the file system.
 *
 * Returns: whether it answered
 */
gboolean
vouch_disk_look (const char *directory, VouchDiskFacts *facts, gpointer data)
{
  struct statvfs about;

  if (statvfs (directory, &about) != 0)
    return FALSE;
  facts->free_bytes = (gint64)about.f_bavail * (gint64)about.f_frsize;
  facts->is_read_only = (about.f_flag & ST_RDONLY) != 0;
  return TRUE;
}
