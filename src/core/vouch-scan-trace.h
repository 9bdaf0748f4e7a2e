#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/* So many are kept; the oldest go as others come. */
#define VOUCH_SCAN_TRACE_MAX 5000

/**
 * VouchScanTrace:
 *
 * One scan and what became of it. Kept to tell people what happened a moment ago; no record of work, and not audited.
 * A badge's number is not kept, only whose it was.
 */
typedef struct
{
  gint64 id; /* counts up; the lowest are the oldest */
  gint64 scanned_at;
  int origin;     /* where it came from, see vouch_scan_trace_origin_values */
  char *device;   /* nullable: which scanner */
  char *aim;      /* nullable: as its symbology says */
  char *text;     /* nullable: harmless to read, and cut off where it is long */
  char *kind;     /* nullable: what it was taken for, by name; NULL where nobody looked */
  char *result;   /* what became of it, as the name of a feedback */
  char *word;     /* nullable: what the station said to it */
  gint64 user_id; /* who was signed in */
  char *delivery; /* nullable: the number of the delivery that was open */
  gint64 lot_id;  /* the lot at work */
} VouchScanTrace;

VOUCH_DECLARE_RECORD (VouchScanTrace, vouch_scan_trace)

extern const VouchEnum vouch_scan_trace_origin_values;

G_END_DECLS
