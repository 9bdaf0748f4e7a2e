#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchRecallLot:
 *
 * A lot that a recall reaches, with how much of it had been released.
 */
typedef struct
{
  gint64 id;
  gint64 recall_id;
  gint64 lot_id;
  gint64 released; /* millionths: what had been accepted and could have been sold */
  char *unit;
  gint64 added_by;
  gint64 added_at;
} VouchRecallLot;

VOUCH_DECLARE_RECORD (VouchRecallLot, vouch_recall_lot)

G_END_DECLS
