#pragma once

#include <gio/gio.h>

#include "vouch-conn.h"

G_BEGIN_DECLS

/**
 * VouchSchema:
 * @application_id: what marks a database as ours, in its header
 * @resources: (nullable): where the migrations are; %NULL for the resources registered in the process
 * @folder: the folder of the migrations, `NNNN-what.sql` from 0001 on
 * @what: what the database is, for messages, like "station"
 * @fingerprint: (nullable): what vouch_schema_dup_fingerprint() gave when the program was built, so that a database can
 *   be judged without making another; %NULL to make one in memory
 */
typedef struct
{
  gint32 application_id;
  GResource *resources;
  const char *folder;
  const char *what;
  const char *fingerprint;
} VouchSchema;

int vouch_schema_get_version (const VouchSchema *self);
gboolean vouch_schema_prepare (const VouchSchema *self, VouchConn *conn, const char *backup_path, GError **error);
gboolean vouch_schema_read_version (const VouchSchema *self, VouchConn *conn, gint64 *version, GError **error);
char *vouch_schema_dup_newer (const VouchSchema *self, gint64 version) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_schema_check (const VouchSchema *self, VouchConn *conn, GError **error);
gboolean vouch_schema_check_objects (const VouchSchema *self, VouchConn *conn, GError **error);
char *vouch_schema_dup_fingerprint (const VouchSchema *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_schema_is_local_file (const char *path, GError **error);

G_END_DECLS
