#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchReceiptState:
 *
 * Where a receipt stands.
 */
typedef enum
{
  VOUCH_RECEIPT_STATE_OPEN,
  VOUCH_RECEIPT_STATE_COUNTED,
  VOUCH_RECEIPT_STATE_INSPECTING,
  VOUCH_RECEIPT_STATE_DECIDED,
  VOUCH_RECEIPT_STATE_CLOSED,
  VOUCH_RECEIPT_STATE_CANCELLED,
} VouchReceiptState;

extern const VouchEnum vouch_receipt_state_values;

/**
 * VouchReceipt:
 *
 * The goods of one delivery as they came in.
 */
typedef struct
{
  gint64 id;
  char *number;
  gint64 delivery_id;
  VouchReceiptState state;
  gint64 arrived_at;
  gint64 opened_by;
  gint64 closed_at;
} VouchReceipt;

VOUCH_DECLARE_RECORD (VouchReceipt, vouch_receipt)

G_END_DECLS
