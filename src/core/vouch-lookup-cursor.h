#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchLookupCursor:
 *
 * How far the log of a lookup service has been read.
 */
typedef struct
{
  gint64 id;
  char *service;    /* its public key, hex */
  gint64 event_seq; /* the last that is here */
} VouchLookupCursor;

VOUCH_DECLARE_RECORD (VouchLookupCursor, vouch_lookup_cursor)

G_END_DECLS
