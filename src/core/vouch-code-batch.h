#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchCodeBatchState:
 *
 * Where a batch of trace codes stands.
 */
typedef enum
{
  VOUCH_CODE_BATCH_STATE_RESERVED,
  VOUCH_CODE_BATCH_STATE_PRINTED,
  VOUCH_CODE_BATCH_STATE_VERIFIED,
  VOUCH_CODE_BATCH_STATE_ACTIVE,
  VOUCH_CODE_BATCH_STATE_VOIDED,
} VouchCodeBatchState;

extern const VouchEnum vouch_code_batch_state_values;

/**
 * VouchCodeBatch:
 *
 * A range of unit numbers of a lot. The codes themselves are derived.
 */
typedef struct
{
  gint64 id;
  gint64 lot_id;
  gint64 key_version;
  gint64 first_unit;
  gint64 units;
  char *gtin; /* set where the address is a GS1 Digital Link */
  char *host;
  VouchCodeBatchState state;
  gboolean scanned_first;
  gboolean scanned_last;
  gint64 issued_by;
  gint64 issued_at;
  char *void_reason; /* set once the batch is voided */
  gint64 voided_by;
  gint64 voided_at;
  gint64 applied; /* of its labels, as somebody counted them */
  gint64 spoiled;
  gint64 returned; /* that were not used */
  gint64 reconciled_by;
  gint64 reconciled_at;
  gint64 closed_by;
  gint64 closed_at; /* set once every label is accounted for */
} VouchCodeBatch;

VOUCH_DECLARE_RECORD (VouchCodeBatch, vouch_code_batch)

G_END_DECLS
