#pragma once

#include "torture-act.h"

/* One act that a killed child submitted. */
typedef struct
{
  TortureAct act;
  char *digest; /* of the answer that was acknowledged; NULL: it was killed before it could say so */
} TortureEntry;

/**
 * TortureLedger:
 * @entries: TortureEntry, what was submitted since the last look at the database
 * @fault: (nullable): what a child complained of
 * @keys: how many acts the database held at that look
 * @rows: how many records of readings, counts, inspections and deliveries
 *
 * What the parent knows must be in the database, from what the children said before they were killed.
 */
typedef struct
{
  GPtrArray *entries;
  char *fault;
  gint64 keys;
  gint64 rows;
} TortureLedger;

void torture_ledger_init (TortureLedger *self);
void torture_ledger_clear (TortureLedger *self);
void torture_ledger_read (TortureLedger *self, const char *said);
gint64 torture_ledger_count_acknowledged (const TortureLedger *self, gint64 *rows);
gint64 torture_ledger_count_submitted (const TortureLedger *self, gint64 *rows);
void torture_ledger_settle (TortureLedger *self);
