#pragma once

#include "vouch-lookup-db.h"
#include "vouch-lookup-intake.h"

G_BEGIN_DECLS

/**
 * VouchLookupEntry:
 * @path: of the private listener, where the running service takes it
 * @needs_operator: whether the service wants the operator's token with it
 * @take: takes it in, in a transaction, and appends the answer
 *
 * A kind of thing that is brought to the service as a file.
 */
typedef struct
{
  const char *path;
  gboolean needs_operator;
  gboolean (*take) (const VouchLookupIntake *intake, VouchLookupDb *db, const char *content, gsize length,
                    GString *answers, GError **error);
} VouchLookupEntry;

char *vouch_lookup_entry_bring (const VouchLookupPlace *place, const VouchLookupEntry *entry, const char *content,
                                gsize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
