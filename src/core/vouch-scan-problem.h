#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/* So many are kept; then the oldest is written over. */
#define VOUCH_SCAN_PROBLEM_MAX 500

/**
 * VouchScanProblem:
 *
 * A scan that was not understood or not allowed where it came.
 */
typedef struct
{
  gint64 id;
  char *text;   /* nullable: what was scanned, harmless to read */
  char *word;   /* what the station said to it */
  char *detail; /* nullable: the same as a sentence */
  gint64 user_id;
  gint64 scanned_at;
  gint64 acknowledged_at; /* 0: nobody has seen it yet */
} VouchScanProblem;

VOUCH_DECLARE_RECORD (VouchScanProblem, vouch_scan_problem)

G_END_DECLS
