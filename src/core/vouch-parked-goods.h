#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchParkedState:
 * @VOUCH_PARKED_STATE_PARKED: they wait for the QA lead
 * @VOUCH_PARKED_STATE_RESOLVED: the QA lead said what became of them
 *
 * Where parked goods stand.
 */
typedef enum
{
  VOUCH_PARKED_STATE_PARKED,
  VOUCH_PARKED_STATE_RESOLVED,
} VouchParkedState;

extern const VouchEnum vouch_parked_state_values;

/**
 * VouchParkedGoods:
 *
 * Goods that no product of the catalogue fits: set apart under a number of their own until the QA lead says what
 * becomes of them.
 */
typedef struct
{
  gint64 id;
  char *number;
  gint64 receipt_id;
  char *code; /* what was scanned, if anything was */
  char *note;
  VouchParkedState state;
  gint64 parked_by;
  gint64 parked_at;
  char *resolution;
  gint64 resolved_by;
  gint64 resolved_at;
} VouchParkedGoods;

VOUCH_DECLARE_RECORD (VouchParkedGoods, vouch_parked_goods)

G_END_DECLS
