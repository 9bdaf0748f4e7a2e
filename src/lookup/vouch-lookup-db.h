#pragma once

#include "vouch-conn.h"

G_BEGIN_DECLS

/* The lookup service's database, DATA/lookup.db. */
VouchConn *vouch_lookup_db_open_writer (const char *data_dir, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchConn *vouch_lookup_db_open_reader (const char *data_dir, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
