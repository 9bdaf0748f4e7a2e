#pragma once

#include "vouch-control-record.h"
#include "vouch-lookup-db.h"
#include "vouch-lookup-keys.h"
#include "vouch-lookup-mould.h"
#include "vouch-public-record.h"

G_BEGIN_DECLS

/**
 * VouchLookupState:
 * @VOUCH_LOOKUP_STATE_UNKNOWN: no such code, or one never published: the same thing for who asks
 * @VOUCH_LOOKUP_STATE_GENUINE: released, and the label is one of ours
 * @VOUCH_LOOKUP_STATE_WITHDRAWN_LABEL: the label was withdrawn
 * @VOUCH_LOOKUP_STATE_WITHDRAWN_LOT: the lot was taken back
 * @VOUCH_LOOKUP_STATE_RECALLED: the lot is recalled
 * @VOUCH_LOOKUP_STATE_EXPIRED: past its shelf life
 * @VOUCH_LOOKUP_STATE_NOT_RELEASED: published before, and on hold now
 *
 * What a page says. That a genuine code was asked for before is said by its count.
 */
typedef enum
{
  VOUCH_LOOKUP_STATE_UNKNOWN,
  VOUCH_LOOKUP_STATE_GENUINE,
  VOUCH_LOOKUP_STATE_WITHDRAWN_LABEL,
  VOUCH_LOOKUP_STATE_WITHDRAWN_LOT,
  VOUCH_LOOKUP_STATE_RECALLED,
  VOUCH_LOOKUP_STATE_EXPIRED,
  VOUCH_LOOKUP_STATE_NOT_RELEASED,
} VouchLookupState;

/**
 * VouchLookupUnit:
 * @state: whether the lot knows the serial
 * @key_version: of the code key that made it
 * @unit: its number in the lot
 */
typedef struct
{
  VouchUnitState state;
  guint32 key_version;
  guint32 unit;
} VouchLookupUnit;

/**
 * VouchLookupLot:
 * @station: the number of the station that published it
 * @record: what the public may know
 * @control: (nullable): what recognises its units; %NULL before the first activation
 * @was_released: whether it was ever more than on hold
 * @moulds: of its pages; the listener's thread only
 *
 * A published lot, opened. What it says never changes; reference counted.
 */
typedef struct
{
  gatomicrefcount refs;
  gint64 station;
  VouchPublicRecord *record;
  VouchControlRecord *control;
  gboolean was_released;
  VouchLookupMoulds *moulds;
} VouchLookupLot;

VouchLookupLot *vouch_lookup_lot_load (VouchLookupDb *db, const VouchLookupKeys *keys, const char *number,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_lookup_lot_load_line (VouchLookupDb *db, const char *number, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchLookupLot *vouch_lookup_lot_ref (VouchLookupLot *self);
void vouch_lookup_lot_unref (VouchLookupLot *self);
void vouch_lookup_lot_find_unit (const VouchLookupLot *self, const char *serial, VouchLookupUnit *unit);
VouchLookupState vouch_lookup_lot_judge (const VouchLookupLot *self, const VouchLookupUnit *unit, VouchDate today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupLot, vouch_lookup_lot_unref)

G_END_DECLS
