#pragma once

#include "vouch-lookup-db.h"
#include "vouch-lookup-keys.h"
#include "vouch-publication.h"

G_BEGIN_DECLS

/**
 * VouchLookupLedger:
 * @db: the writing connection, in a transaction
 * @keys: the service's keys, for control records
 * @now_us: the time
 *
 * The chains of publications, one a station and epoch, and the lots that they describe.
 */
typedef struct
{
  VouchLookupDb *db;
  const VouchLookupKeys *keys;
  gint64 now_us;
} VouchLookupLedger;

/**
 * VouchLookupLedgerState:
 * @VOUCH_LOOKUP_LEDGER_STORED: in its place, and what it says holds
 * @VOUCH_LOOKUP_LEDGER_ALREADY: was stored before
 * @VOUCH_LOOKUP_LEDGER_HELD: kept until what comes before it arrives
 * @VOUCH_LOOKUP_LEDGER_FORKED: contradicts what is known; kept aside and not believed
 */
typedef enum
{
  VOUCH_LOOKUP_LEDGER_STORED,
  VOUCH_LOOKUP_LEDGER_ALREADY,
  VOUCH_LOOKUP_LEDGER_HELD,
  VOUCH_LOOKUP_LEDGER_FORKED,
} VouchLookupLedgerState;

gboolean vouch_lookup_ledger_enter (const VouchLookupLedger *self, const VouchPublication *publication,
                                    const char *line, VouchLookupLedgerState *state, GError **error);

G_END_DECLS
