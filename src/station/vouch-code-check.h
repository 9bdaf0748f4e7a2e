#pragma once

#include "vouch-lot.h"
#include "vouch-station.h"

G_BEGIN_DECLS

/**
 * VouchCodeState:
 * @VOUCH_CODE_STATE_UNKNOWN: no code of this station, or of no unit that was ever reserved
 * @VOUCH_CODE_STATE_LOT: a lot's own address, which says nothing of a unit
 * @VOUCH_CODE_STATE_ACTIVE: printed, scanned back and published
 * @VOUCH_CODE_STATE_PRINTED: printed, and not scanned back yet
 * @VOUCH_CODE_STATE_RESERVED: never printed: whoever shows it did not get it from a label
 * @VOUCH_CODE_STATE_VOID: its label was withdrawn
 * @VOUCH_CODE_STATE_REVOKED: made with a version of the key that was revoked
 * @VOUCH_CODE_STATE_WRONG_HOST: lot and serial are ours, the host name is not
 * @VOUCH_CODE_STATE_KEY_MISSING: it cannot be told, because the key file has not all versions that the lot was coded
 * with
 *
 * What a code comes to.
 */
typedef enum
{
  VOUCH_CODE_STATE_UNKNOWN,
  VOUCH_CODE_STATE_LOT,
  VOUCH_CODE_STATE_ACTIVE,
  VOUCH_CODE_STATE_PRINTED,
  VOUCH_CODE_STATE_RESERVED,
  VOUCH_CODE_STATE_VOID,
  VOUCH_CODE_STATE_REVOKED,
  VOUCH_CODE_STATE_WRONG_HOST,
  VOUCH_CODE_STATE_KEY_MISSING,
} VouchCodeState;

extern const VouchEnum vouch_code_state_values;

/**
 * VouchCodeFinding:
 * @state: what the code comes to
 * @lot_id: its lot, or 0
 * @lot: (nullable): its lot's number; valid until the next code is looked at
 * @status: how the lot stands
 * @batch_id: the batch that its unit is of, or 0
 * @unit: its unit, where there is a batch
 *
 * What is known of one code.
 */
typedef struct
{
  VouchCodeState state;
  gint64 lot_id;
  const char *lot;
  VouchLotStatus status;
  gint64 batch_id;
  gint64 unit;
} VouchCodeFinding;

/**
 * VouchCodeCheck:
 *
 * Looks at codes one after the other, on one connection within one read. What a lot's codes are derived from is worked
 * out once a lot.
 */
typedef struct _VouchCodeCheck VouchCodeCheck;

VouchCodeCheck *vouch_code_check_new (VouchConn *conn, VouchStation *station) G_GNUC_WARN_UNUSED_RESULT;
void vouch_code_check_free (VouchCodeCheck *self);
gboolean vouch_code_check_look (VouchCodeCheck *self, const char *text, VouchCodeFinding *finding, GError **error);
const char *vouch_code_state_describe (VouchCodeState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchCodeCheck, vouch_code_check_free)

G_END_DECLS
