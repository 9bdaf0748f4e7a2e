#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchLotHold:
 *
 * That released goods were put on hold again, why, and how much of them there was. Never changed; a usage decision
 * ends the hold.
 */
typedef struct
{
  gint64 id;
  gint64 lot_id;
  char *reason;
  gint64 quantity; /* millionths: what had been accepted */
  char *unit;
  gint64 held_by;
  gint64 held_at;
} VouchLotHold;

VOUCH_DECLARE_RECORD (VouchLotHold, vouch_lot_hold)

G_END_DECLS
