#pragma once

#include "vouch-lookup-db.h"
#include "vouch-lookup-keys.h"
#include "vouch-publication.h"

G_BEGIN_DECLS

/**
 * VouchLookupShelf:
 * @db: the writing connection, in a transaction
 * @keys: the service's keys, for control records
 *
 * The lots as the publications describe them.
 */
typedef struct
{
  VouchLookupDb *db;
  const VouchLookupKeys *keys;
} VouchLookupShelf;

gboolean vouch_lookup_shelf_put (const VouchLookupShelf *self, const VouchPublication *publication, GError **error);

gboolean vouch_lookup_shelf_fill_in (VouchLookupDb *db, const VouchPublication *publication, GError **error);

G_END_DECLS
