#pragma once

#include "vouch-command.h"
#include "vouch-gs1-reading.h"
#include "vouch-number-owner.h"
#include "vouch-scan.h"
#include "vouch-station.h"

G_BEGIN_DECLS

/**
 * VouchScanKind:
 * @VOUCH_SCAN_KIND_UNKNOWN: nothing we know
 * @VOUCH_SCAN_KIND_BADGE: a user's badge
 * @VOUCH_SCAN_KIND_COMMAND: a command code
 * @VOUCH_SCAN_KIND_ELEMENTS: GS1 element strings or a Digital Link
 * @VOUCH_SCAN_KIND_GTIN: a bare GTIN
 * @VOUCH_SCAN_KIND_DELIVERY: a delivery's number
 * @VOUCH_SCAN_KIND_CODE: a trace code of ours, with or without a serial
 * @VOUCH_SCAN_KIND_PRODUCT: an internal SKU
 * @VOUCH_SCAN_KIND_SUPPLIER: a supplier's code
 * @VOUCH_SCAN_KIND_LINK: a foreign address; shown, never opened
 * @VOUCH_SCAN_KIND_BROKEN: looks like GS1 or a GTIN and breaks its rules
 * @VOUCH_SCAN_KIND_SETUP: sets up a scanner, and means nothing here
 * @VOUCH_SCAN_KIND_NUMBER: a number that we gave to something, or a pallet's SSCC: its form says so, even if it is of
 * nothing here; or the waybill of a delivery that came
 */
typedef enum
{
  VOUCH_SCAN_KIND_UNKNOWN,
  VOUCH_SCAN_KIND_BADGE,
  VOUCH_SCAN_KIND_COMMAND,
  VOUCH_SCAN_KIND_ELEMENTS,
  VOUCH_SCAN_KIND_GTIN,
  VOUCH_SCAN_KIND_DELIVERY,
  VOUCH_SCAN_KIND_CODE,
  VOUCH_SCAN_KIND_PRODUCT,
  VOUCH_SCAN_KIND_SUPPLIER,
  VOUCH_SCAN_KIND_LINK,
  VOUCH_SCAN_KIND_BROKEN,
  VOUCH_SCAN_KIND_SETUP,
  VOUCH_SCAN_KIND_NUMBER,
} VouchScanKind;

extern const VouchEnum vouch_scan_kind_values;

/* What a scan means, whatever the context. Everything is owned. */
typedef struct
{
  VouchScanKind kind;
  char *text;               /* as scanned, without AIM identifier */
  VouchCommand command;     /* of a command */
  int argument;             /* of a command */
  VouchGs1Reading *reading; /* of elements */
  char gtin[15];            /* of a bare GTIN */
  gint64 id;                /* of the delivery, lot, product or supplier */
  gint64 unit;              /* of a trace code with a serial */
  gboolean has_unit;
  char *message;          /* of what is broken: why */
  VouchNumberOwner owner; /* of a number */
} VouchScanMeaning;

void vouch_scan_meaning_clear (VouchScanMeaning *self);
gboolean vouch_scan_route (VouchStation *station, const VouchScan *scan, const char *command_prefix,
                           VouchScanMeaning *meaning, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VouchScanMeaning, vouch_scan_meaning_clear)

G_END_DECLS
