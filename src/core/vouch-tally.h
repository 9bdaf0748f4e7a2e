#pragma once

#include "vouch-characteristic.h"
#include "vouch-reading.h"

G_BEGIN_DECLS

/**
 * VouchStanding:
 * @VOUCH_STANDING_OPEN: a required reading is missing; nothing passes by default
 * @VOUCH_STANDING_CONFORMING: every required reading is there and none fails
 * @VOUCH_STANDING_NONCONFORMING: a reading fails
 *
 * What the readings say of one sample unit.
 */
typedef enum
{
  VOUCH_STANDING_OPEN,
  VOUCH_STANDING_CONFORMING,
  VOUCH_STANDING_NONCONFORMING,
} VouchStanding;

/**
 * VouchTally:
 *
 * The readings of an inspection laid out by sample unit and characteristic, with what was undone taken out. It says
 * where the inspection is, whether it was parked, killed or finished. It borrows the readings and characteristics.
 */
typedef struct _VouchTally VouchTally;

VouchTally *vouch_tally_new (const GPtrArray *characteristics, const GPtrArray *readings,
                             gint64 sample_size) G_GNUC_WARN_UNUSED_RESULT;
void vouch_tally_ask (VouchTally *self, const gint64 *reach, gboolean makes_all_checks);
void vouch_tally_free (VouchTally *self);
const VouchReading *vouch_tally_get_reading (const VouchTally *self, gint64 position, guint characteristic);
gboolean vouch_tally_is_undone (const VouchTally *self, const VouchReading *reading);
gboolean vouch_tally_is_open (const VouchTally *self, gint64 position, guint characteristic);
gboolean vouch_tally_has_failed (const VouchTally *self, gint64 position);
VouchStanding vouch_tally_get_standing (const VouchTally *self, gint64 position);
gint64 vouch_tally_get_inspected (const VouchTally *self);
gint64 vouch_tally_get_nonconforming (const VouchTally *self);
gint64 vouch_tally_get_defects (const VouchTally *self);
gint64 vouch_tally_get_next_position (const VouchTally *self);
int vouch_tally_get_next_characteristic (const VouchTally *self, gint64 position);
const VouchReading *vouch_tally_get_last (const VouchTally *self);
VouchResult vouch_characteristic_judge (const VouchCharacteristic *self, gint64 value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchTally, vouch_tally_free)

G_END_DECLS
