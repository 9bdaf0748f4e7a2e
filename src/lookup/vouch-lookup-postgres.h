#pragma once

#include "vouch-lookup-db.h"

G_BEGIN_DECLS

/* The kind of database that many processes share: a PostgreSQL server. libpq is named in the files of this kind only.
 */
VouchLookupDb *vouch_lookup_postgres_open_writer (const char *url, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchLookupDb *vouch_lookup_postgres_open_reader (const char *url, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
