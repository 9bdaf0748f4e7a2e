#pragma once

#include "vouch-carrier-check.h"
#include "vouch-record.h"

G_BEGIN_DECLS

/* More would make every unknown scan slow, and nobody could keep them apart. */
#define VOUCH_SCAN_PATTERN_MAX 200

/**
 * VouchScanPatternKind:
 * @VOUCH_SCAN_PATTERN_KIND_WAYBILL: a carrier's waybills
 * @VOUCH_SCAN_PATTERN_KIND_USER: codes of the house, or of a supplier; looked at after everything else
 */
typedef enum
{
  VOUCH_SCAN_PATTERN_KIND_WAYBILL,
  VOUCH_SCAN_PATTERN_KIND_USER,
} VouchScanPatternKind;

extern const VouchEnum vouch_scan_pattern_kind_values;

/**
 * VouchScanPatternOpens:
 * @VOUCH_SCAN_PATTERN_OPENS_DELIVERY: the delivery with this number or this waybill
 * @VOUCH_SCAN_PATTERN_OPENS_PRODUCT: the product with this SKU
 * @VOUCH_SCAN_PATTERN_OPENS_LOT: the supplier's lot number, where one is asked for
 * @VOUCH_SCAN_PATTERN_OPENS_LOCATION: a place in the warehouse
 * @VOUCH_SCAN_PATTERN_OPENS_NOTHING: nothing; its meaning is said
 *
 * What a code of this form belongs to.
 */
typedef enum
{
  VOUCH_SCAN_PATTERN_OPENS_DELIVERY,
  VOUCH_SCAN_PATTERN_OPENS_PRODUCT,
  VOUCH_SCAN_PATTERN_OPENS_LOT,
  VOUCH_SCAN_PATTERN_OPENS_LOCATION,
  VOUCH_SCAN_PATTERN_OPENS_NOTHING,
} VouchScanPatternOpens;

extern const VouchEnum vouch_scan_pattern_opens_values;

/**
 * VouchScanPattern:
 *
 * A form that codes have which nothing in the database tells: a carrier's waybills, places of the house.
 */
typedef struct
{
  gint64 id;
  char *name; /* no other pattern has it */
  VouchScanPatternKind kind;
  char *meaning; /* nullable: the carrier, or what such a code means */
  char *pattern; /* see VouchCodeForm */
  VouchCarrierCheck check_rule;
  VouchScanPatternOpens opens;
  gint64 position; /* the lowest is looked at first */
  gboolean is_active;
  gint64 changed_by;
  gint64 changed_at;
} VouchScanPattern;

VOUCH_DECLARE_RECORD (VouchScanPattern, vouch_scan_pattern)

G_END_DECLS
