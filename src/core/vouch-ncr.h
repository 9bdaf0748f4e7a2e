#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchNcrState:
 *
 * Where a non-conformance report stands.
 */
typedef enum
{
  VOUCH_NCR_STATE_OPEN,
  VOUCH_NCR_STATE_CONTAINED,
  VOUCH_NCR_STATE_REVIEW,
  VOUCH_NCR_STATE_DISPOSITION,
  VOUCH_NCR_STATE_VERIFY,
  VOUCH_NCR_STATE_CLOSED,
} VouchNcrState;

extern const VouchEnum vouch_ncr_state_values;

/**
 * VouchNcr:
 *
 * A non-conformance report; a rejection opens it by itself.
 */
typedef struct
{
  gint64 id;
  char *number;
  gint64 lot_id;
  gint64 inspection_id;
  VouchNcrState state;
  gint64 nonconforming;
  char *summary;
  gint64 opened_by;
  gint64 opened_at;
  gint64 usage_decision_id;
} VouchNcr;

VOUCH_DECLARE_RECORD (VouchNcr, vouch_ncr)

G_END_DECLS
