#pragma once

#include "vouch-lookup-db.h"
#include "vouch-lookup-intake.h"

G_BEGIN_DECLS

/**
 * VouchLookupEntryKind:
 * @VOUCH_LOOKUP_ENTRY_PUBLICATIONS: what stations publish
 * @VOUCH_LOOKUP_ENTRY_ANSWERS: what a service desk says to cases
 * @VOUCH_LOOKUP_ENTRY_TRUST: a trust file
 * @VOUCH_LOOKUP_ENTRY_COUNTS: nothing; but from then on the table of counts is complete
 *
 * What is brought to the service, over the network or as a file.
 */
typedef enum
{
  VOUCH_LOOKUP_ENTRY_PUBLICATIONS,
  VOUCH_LOOKUP_ENTRY_ANSWERS,
  VOUCH_LOOKUP_ENTRY_TRUST,
  VOUCH_LOOKUP_ENTRY_COUNTS,
} VouchLookupEntryKind;

/**
 * VouchLookupEntry:
 * @path: of the private listener, where the running service takes it
 * @most: bytes, at most
 * @needs_operator: whether the service wants the operator's token with it
 * @take: takes it in, in a transaction, and appends the answer
 *
 * How something is brought to the service.
 */
typedef struct
{
  const char *path;
  gsize most;
  gboolean needs_operator;
  gboolean (*take) (const VouchLookupIntake *intake, VouchLookupDb *db, const char *content, gsize length,
                    GString *answers, GError **error);
} VouchLookupEntry;

const VouchLookupEntry *vouch_lookup_entry_get (VouchLookupEntryKind kind);
gboolean vouch_lookup_entry_find (const char *path, VouchLookupEntryKind *kind);

char *vouch_lookup_entry_bring (const VouchLookupPlace *place, VouchLookupEntryKind kind, const char *content,
                                gsize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
