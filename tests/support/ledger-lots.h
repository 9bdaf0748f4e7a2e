#pragma once

#include "vouch-actor.h"
#include "vouch-quality-ledger.h"
#include "vouch-station.h"

/**
 * LedgerLots:
 *
 * Lots of one product and supplier, noted in their ledger as an inspection that ends does it: the rules of switching
 * need dozens of lots, and nothing of receiving. Every function fails the test on error.
 */
typedef struct
{
  VouchStation *station;
  VouchActor *actor;
  VouchSamplingRule rule;
  gint64 like; /* the lot that all are copies of */
  gint64 lot_size;
  gint64 level_id; /* of @rule, once it was opened */
  gint64 n;
} LedgerLots;

/* What inspecting a lot came to. */
typedef struct
{
  gint64 nonconforming;
  gboolean accepted;
  gboolean is_late; /* it was planned by @under, which need not be in force any more */
  VouchSeverity under;
  gboolean is_resubmitted; /* the lot before, once more */
  gint64 inspection_id;    /* noted before; 0: another inspection */
} LedgerLot;

/* ISO 2859-1:1999 single, level II, AQL 1.0, lots of 200: normal 50/1/2, tightened 80/1/2, reduced 20/0/1; @like is a
 * lot. @actor is lent. */
void ledger_lots_init (LedgerLots *self, VouchStation *station, VouchActor *actor, gint64 like);
void ledger_lots_open (LedgerLots *self);
/* Gives the inspection's id. */
gint64 ledger_lots_take (LedgerLots *self, const LedgerLot *lot);
void ledger_lots_take_many (LedgerLots *self, guint n, gint64 nonconforming, gboolean accepted);
/* Whether the next lot of a skip-lot rule was skipped. */
gboolean ledger_lots_take_or_skip (LedgerLots *self, gboolean accepted);
VouchQualityLedger *ledger_lots_load (LedgerLots *self);
VouchSeverity ledger_lots_get_severity (LedgerLots *self);
/* A long history, with every severity but discontinued, acts of @qa_lead (lent; with the PIN of the example data), a
 * lot submitted again and a late one. It ends on normal. */
void ledger_lots_tell_story (LedgerLots *self, VouchActor *qa_lead);
void ledger_lots_declare (LedgerLots *self, VouchActor *qa_lead, VouchQualityEntryKind kind, const char *reason);
/* Writes into the database past all that refuses it. */
void ledger_lots_tamper (LedgerLots *self, const char *sql);
