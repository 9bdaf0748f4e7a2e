#pragma once

#include "vouch-conn.h"
#include "vouch-lookup-db.h"

G_BEGIN_DECLS

/* The embedded kind of database, DATA/lookup.db. */
VouchLookupDb *vouch_lookup_sqlite_new (VouchConn *conn) G_GNUC_WARN_UNUSED_RESULT;
VouchLookupDb *vouch_lookup_sqlite_open_writer (const char *data_dir, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchLookupDb *vouch_lookup_sqlite_open_reader (const char *data_dir, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
