#pragma once

#include "vouch-disk.h"
#include "vouch-worker.h"

G_BEGIN_DECLS

/**
 * VouchDb:
 *
 * The station's database: one lock on its directory, one writing connection on its own thread, one read-only
 * connection on another. Safe from any thread but those two.
 */
typedef struct _VouchDb VouchDb;

/**
 * VouchDbMode:
 * @VOUCH_DB_OWN: take the lock and write; the database is made if it is missing, and only looked at if it is there and
 *   the disk is read-only
 * @VOUCH_DB_LOOK: read beside whoever owns it; needs no lock
 */
typedef enum
{
  VOUCH_DB_OWN,
  VOUCH_DB_LOOK,
} VouchDbMode;

VouchDb *
vouch_db_open (const char *directory, const char *holder, VouchDbMode mode, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_db_close (VouchDb *self, GError **error);
gpointer vouch_db_write (VouchDb *self, VouchJob job, gpointer data, GError **error);
gpointer vouch_db_read (VouchDb *self, VouchJob job, gpointer data, GError **error);
gboolean vouch_db_is_writable (VouchDb *self);
gboolean vouch_db_reopen_writer (VouchDb *self, GError **error);
gboolean vouch_db_is_in_place (VouchDb *self, GError **error);
const char *vouch_db_get_read_only_reason (VouchDb *self);
gboolean vouch_db_look_at_disk (VouchDb *self, VouchDiskFacts *facts);
void vouch_db_set_disk_probe (VouchDb *self, VouchDiskProbe probe, gpointer data);

G_END_DECLS
