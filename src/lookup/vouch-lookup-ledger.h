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
 * @is_closed: whether the publication's epoch is closed: nothing new is entered
 *
 * The chains of publications, one a station and epoch, and the lots that they describe.
 */
typedef struct
{
  VouchLookupDb *db;
  const VouchLookupKeys *keys;
  gint64 now_us;
  gboolean is_closed;
} VouchLookupLedger;

/**
 * VouchLookupLedgerState:
 * @VOUCH_LOOKUP_LEDGER_STORED: in its place, and what it says holds
 * @VOUCH_LOOKUP_LEDGER_ALREADY: was stored before
 * @VOUCH_LOOKUP_LEDGER_HELD: kept until what comes before it arrives
 * @VOUCH_LOOKUP_LEDGER_FORKED: contradicts what is known; kept aside and not believed
 * @VOUCH_LOOKUP_LEDGER_CLOSED: new, in an epoch that is closed; not kept
 */
typedef enum
{
  VOUCH_LOOKUP_LEDGER_STORED,
  VOUCH_LOOKUP_LEDGER_ALREADY,
  VOUCH_LOOKUP_LEDGER_HELD,
  VOUCH_LOOKUP_LEDGER_FORKED,
  VOUCH_LOOKUP_LEDGER_CLOSED,
} VouchLookupLedgerState;

gboolean vouch_lookup_ledger_enter (const VouchLookupLedger *self, const VouchPublication *publication,
                                    const char *line, VouchLookupLedgerState *state, GError **error);

G_END_DECLS
