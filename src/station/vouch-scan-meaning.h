#pragma once

#include "vouch-command.h"
#include "vouch-gs1-reading.h"
#include "vouch-hibc.h"
#include "vouch-number-owner.h"
#include "vouch-pattern-fit.h"
#include "vouch-scan.h"

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
 * @VOUCH_SCAN_KIND_DRUG_CODE: a drug's trace code, which names one pack: 20 digits
 * @VOUCH_SCAN_KIND_HIBC: a health industry bar code
 * @VOUCH_SCAN_KIND_WAYBILL: looks like a carrier's waybill
 * @VOUCH_SCAN_KIND_PATTERN: looks like a code of the house
 * @VOUCH_SCAN_KIND_SEVERAL: looks like several kinds of waybills, or of codes of the house
 * @VOUCH_SCAN_KIND_REFUSED: text that deceives; used for nothing
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
  VOUCH_SCAN_KIND_DRUG_CODE,
  VOUCH_SCAN_KIND_HIBC,
  VOUCH_SCAN_KIND_WAYBILL,
  VOUCH_SCAN_KIND_PATTERN,
  VOUCH_SCAN_KIND_SEVERAL,
  VOUCH_SCAN_KIND_REFUSED,
} VouchScanKind;

extern const VouchEnum vouch_scan_kind_values;

/* What a scan means, whatever the context. Everything is owned. */
typedef struct
{
  VouchScanKind kind;
  char *text;               /* as scanned, without AIM identifier; of a pattern's code the part that counts */
  VouchCommand command;     /* of a command */
  int argument;             /* of a command */
  VouchGs1Reading *reading; /* of elements */
  char *unknown;            /* nullable: of elements: those that nobody knows, raw */
  char gtin[15];            /* of a bare GTIN */
  VouchHibc hibc;           /* of a health industry bar code */
  gint64 id;                /* of the delivery, lot, product or supplier */
  gint64 unit;              /* of a trace code with a serial */
  gboolean has_unit;
  char *message;          /* of what is broken or refused: why */
  VouchNumberOwner owner; /* of a number */
  GPtrArray *fits;        /* VouchPatternFit, nullable: the patterns that it looks like */
} VouchScanMeaning;

void vouch_scan_meaning_clear (VouchScanMeaning *self);
void vouch_scan_meaning_refuse (VouchScanMeaning *self, VouchScanKind kind, const char *message);
const VouchPatternFit *vouch_scan_meaning_get_fit (const VouchScanMeaning *self);

void vouch_scan_form_look_for_deceit (VouchScanMeaning *self);
void vouch_scan_form_read (VouchScanMeaning *self, const VouchScan *scan);
void vouch_scan_form_read_rest (VouchScanMeaning *self);
gboolean vouch_scan_form_is_link (const char *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VouchScanMeaning, vouch_scan_meaning_clear)

G_END_DECLS
