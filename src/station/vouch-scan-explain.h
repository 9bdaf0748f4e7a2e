#pragma once

#include "vouch-scan-router.h"

G_BEGIN_DECLS

/**
 * VouchScanExplanation:
 *
 * What the router makes of a code, for whoever wants to know. What does not apply is %NULL or 0.
 */
typedef struct
{
  char *text; /* harmless to read */
  int kind;   /* VouchScanKind */
  char *what; /* a sentence in the user's language */
  char *command;
  char *gtin;
  char *product; /* as a health industry bar code names it */
  char *lot;
  VouchDate produced;
  VouchDate expiry;
  gint64 count;
  char *sscc;
  char *serial;
  char *number;         /* of a number of ours: of what, by name */
  char *meanings;       /* of what looks like something: what, one a line */
  char *opens;          /* what such a code belongs to, by name */
  gboolean is_complete; /* of elements: nothing is missing beside them */
  gboolean is_doubtful; /* of elements: something could be stuck to one of them */
  char *unknown;        /* elements that nobody knows, raw */
} VouchScanExplanation;

VOUCH_DECLARE_RECORD (VouchScanExplanation, vouch_scan_explanation)

VouchScanExplanation *vouch_scan_explain (const VouchScanMeaning *meaning, VouchDate today) G_GNUC_WARN_UNUSED_RESULT;
const char *vouch_scan_kind_describe (VouchScanKind kind);

G_END_DECLS
