#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchCorrectionFact:
 * @VOUCH_CORRECTION_FACT_RECEIVED: how much was received
 * @VOUCH_CORRECTION_FACT_SUPPLIER_LOT: the supplier's lot number
 * @VOUCH_CORRECTION_FACT_PRODUCED: the production date
 * @VOUCH_CORRECTION_FACT_EXPIRY: the expiry date
 *
 * Which fact is corrected.
 */
typedef enum
{
  VOUCH_CORRECTION_FACT_RECEIVED,
  VOUCH_CORRECTION_FACT_SUPPLIER_LOT,
  VOUCH_CORRECTION_FACT_PRODUCED,
  VOUCH_CORRECTION_FACT_EXPIRY,
} VouchCorrectionFact;

extern const VouchEnum vouch_correction_fact_values;

/**
 * VouchCorrectionState:
 * @VOUCH_CORRECTION_STATE_ASKED: it waits for the QA lead
 * @VOUCH_CORRECTION_STATE_APPROVED: the fact was corrected
 * @VOUCH_CORRECTION_STATE_REFUSED: the fact stays as it was
 *
 * Where a correction stands.
 */
typedef enum
{
  VOUCH_CORRECTION_STATE_ASKED,
  VOUCH_CORRECTION_STATE_APPROVED,
  VOUCH_CORRECTION_STATE_REFUSED,
} VouchCorrectionState;

extern const VouchEnum vouch_correction_state_values;

/**
 * VouchCorrection:
 *
 * A recorded fact of a lot that was found wrong: the value it had, the value it should have, and who said so.
 */
typedef struct
{
  gint64 id;
  gint64 lot_id;
  VouchCorrectionFact fact;
  char *old_value; /* as text; NULL: none */
  char *new_value;
  char *reason;
  VouchCorrectionState state;
  gint64 asked_by;
  gint64 asked_at;
  gint64 decided_by;
  gint64 decided_at;
  char *answer; /* the QA lead's */
} VouchCorrection;

VOUCH_DECLARE_RECORD (VouchCorrection, vouch_correction)

G_END_DECLS
