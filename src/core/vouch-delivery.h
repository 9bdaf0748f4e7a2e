#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchDeliveryState:
 *
 * Where an expected delivery stands.
 */
typedef enum
{
  VOUCH_DELIVERY_STATE_EXPECTED,
  VOUCH_DELIVERY_STATE_ARRIVED,
  VOUCH_DELIVERY_STATE_CLOSED,
  VOUCH_DELIVERY_STATE_CANCELLED,
} VouchDeliveryState;

extern const VouchEnum vouch_delivery_state_values;

/**
 * VouchDelivery:
 *
 * A delivery we expect, or one that came unannounced.
 */
typedef struct
{
  gint64 id;
  char *number; /* of the order or the despatch advice */
  gint64 supplier_id;
  gint64 carrier_id;
  gint64 promised_at;
  gboolean urgent;
  VouchDeliveryState state;
} VouchDelivery;

VOUCH_DECLARE_RECORD (VouchDelivery, vouch_delivery)

G_END_DECLS
