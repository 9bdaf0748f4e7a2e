#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchTakeOver:
 *
 * An open inspection passed from one inspector to another. The readings stay whose they are.
 */
typedef struct
{
  gint64 id;
  gint64 inspection_id;
  gint64 from_id;  /* who had it, 0: nobody */
  gint64 to_id;    /* who has it since */
  gint64 position; /* the first open unit at that time, 0: none was */
  gint64 taken_at;
} VouchTakeOver;

VOUCH_DECLARE_RECORD (VouchTakeOver, vouch_take_over)

G_END_DECLS
