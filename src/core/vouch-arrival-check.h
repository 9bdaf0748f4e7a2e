#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchArrivalItem:
 * @VOUCH_ARRIVAL_ITEM_VEHICLE: the vehicle, by its number
 * @VOUCH_ARRIVAL_ITEM_WAYBILL: the carrier's waybill, by its number
 * @VOUCH_ARRIVAL_ITEM_PACKAGING: the condition of the packaging
 * @VOUCH_ARRIVAL_ITEM_TEMPERATURE: of chilled or frozen goods, in °C
 * @VOUCH_ARRIVAL_ITEM_PAPERS: delivery note and certificates
 *
 * What is looked at beside the goods.
 */
typedef enum
{
  VOUCH_ARRIVAL_ITEM_VEHICLE,
  VOUCH_ARRIVAL_ITEM_WAYBILL,
  VOUCH_ARRIVAL_ITEM_PACKAGING,
  VOUCH_ARRIVAL_ITEM_TEMPERATURE,
  VOUCH_ARRIVAL_ITEM_PAPERS,
} VouchArrivalItem;

extern const VouchEnum vouch_arrival_item_values;

/**
 * VouchArrivalResult:
 * @VOUCH_ARRIVAL_RESULT_PASS: as it should be
 * @VOUCH_ARRIVAL_RESULT_FAIL: not as it should be
 * @VOUCH_ARRIVAL_RESULT_NOT_APPLICABLE: it does not apply to this delivery
 *
 * How it was found.
 */
typedef enum
{
  VOUCH_ARRIVAL_RESULT_PASS,
  VOUCH_ARRIVAL_RESULT_FAIL,
  VOUCH_ARRIVAL_RESULT_NOT_APPLICABLE,
} VouchArrivalResult;

extern const VouchEnum vouch_arrival_result_values;

/**
 * VouchArrivalCheck:
 *
 * What was found when a delivery arrived. An item is corrected by another entry; the last one counts.
 */
typedef struct
{
  gint64 id;
  gint64 receipt_id;
  VouchArrivalItem item;
  VouchArrivalResult result;
  gboolean has_value;
  gint64 value; /* of a temperature */
  char *unit;
  char *text; /* of a vehicle or a waybill */
  gint64 checked_by;
  gint64 checked_at;
} VouchArrivalCheck;

VOUCH_DECLARE_RECORD (VouchArrivalCheck, vouch_arrival_check)

/* A set of items: bit VouchArrivalItem. */
typedef guint VouchArrivalItems;

#define VOUCH_ARRIVAL_ITEM_COUNT (VOUCH_ARRIVAL_ITEM_PAPERS + 1)

gboolean vouch_arrival_check_parse_items (const char *text, VouchArrivalItems *items, GError **error);
gboolean vouch_arrival_item_is_text (VouchArrivalItem item);
gboolean vouch_arrival_item_is_number (VouchArrivalItem item);

G_END_DECLS
