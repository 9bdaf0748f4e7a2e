#pragma once

#include "vouch-conn.h"
#include "vouch-inspection.h"
#include "vouch-lot.h"

G_BEGIN_DECLS

/**
 * VouchComparedLot:
 *
 * A lot and what was found in it, to be laid beside other lots of the same product and supplier.
 */
typedef struct
{
  gint64 id;
  char *number;
  char *supplier_lot; /* nullable */
  gint64 arrived_at;
  gint64 received;
  char *unit;
  VouchLotStatus status;
  gint64 sample_size; /* 0: it was not planned, and what follows says nothing */
  gint64 ac;
  gint64 re;
  VouchSeverity severity;
  gint64 inspected;
  gint64 nonconforming;
  VouchVerdict verdict;
  gint64 complaints;
} VouchComparedLot;

VOUCH_DECLARE_RECORD (VouchComparedLot, vouch_compared_lot)

GPtrArray *vouch_lot_comparison_list (VouchConn *conn, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
