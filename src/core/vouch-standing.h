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

const VouchReading *vouch_standing_find_reading (const GPtrArray *readings, gint64 position, gint64 characteristic_id);
VouchStanding vouch_standing_of_unit (const GPtrArray *characteristics, const GPtrArray *readings, gint64 position);
void vouch_standing_count (const GPtrArray *characteristics, const GPtrArray *readings, gint64 sample_size,
                           gint64 *inspected, gint64 *nonconforming, gint64 *next_position);
const VouchReading *vouch_standing_last_effective (const GPtrArray *readings);
VouchResult vouch_standing_judge_value (const VouchCharacteristic *characteristic, gint64 value);

G_END_DECLS
