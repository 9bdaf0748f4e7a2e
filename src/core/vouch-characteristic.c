#include "vouch-characteristic.h"

static const char *const characteristic_kind_names[] = { "variable", "attribute", "count", "text", "lab_test", NULL };
const VouchEnum vouch_characteristic_kind_values = { characteristic_kind_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchCharacteristic, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCharacteristic, plan_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCharacteristic, position, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchCharacteristic, kind, vouch_characteristic_kind_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCharacteristic, name_en, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchCharacteristic, name_zh, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchCharacteristic, method, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCharacteristic, unit, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchCharacteristic, nominal, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchCharacteristic, lower, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchCharacteristic, upper, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCharacteristic, has_lower, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCharacteristic, has_upper, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCharacteristic, defect_code_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCharacteristic, required, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCharacteristic, photo_required, FLAG, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchCharacteristic, second_person, FLAG, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchCharacteristic, may_not_apply, FLAG, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchCharacteristic, method_zh, TEXT, VOUCH_FIELD_ADDED),
};

VOUCH_DEFINE_RECORD (VouchCharacteristic, vouch_characteristic, "characteristic", fields)

/**
 * vouch_characteristic_is_measured:
 * @self: a characteristic
 *
 * Returns: whether its result is computed from a number: a measurement or a count
 */
gboolean
vouch_characteristic_is_measured (const VouchCharacteristic *self)
{
  return self->kind == VOUCH_CHARACTERISTIC_KIND_VARIABLE || self->kind == VOUCH_CHARACTERISTIC_KIND_COUNT;
}

/**
 * vouch_characteristic_is_plain:
 * @self: a characteristic
 *
 * Returns: whether a pass at a glance is enough for it: an attribute that wants neither photo nor second person, and of
 *   which it is no question whether it applies
 */
gboolean
vouch_characteristic_is_plain (const VouchCharacteristic *self)
{
  return self->kind == VOUCH_CHARACTERISTIC_KIND_ATTRIBUTE && !self->photo_required && !self->second_person &&
         !self->may_not_apply;
}

/* How far goods that are only bad stray from a limit: half the tolerance, or a fifth of a limit that stands alone. */
static gint64
get_reach (const VouchCharacteristic *self)
{
  if (self->has_lower && self->has_upper)
    return (self->upper - self->lower) / 2;
  return ABS (self->has_lower ? self->lower : self->upper) / 5;
}

/**
 * vouch_characteristic_is_far:
 * @self: a variable characteristic
 * @value: the measured value, millionths of the characteristic's unit
 *
 * Returns: whether the value lies so far outside the limits that the gauge, its unit or a slip of the hand is likelier
 *   than the goods
 */
gboolean
vouch_characteristic_is_far (const VouchCharacteristic *self, gint64 value)
{
  gint64 reach = get_reach (self), edge;

  if (self->kind != VOUCH_CHARACTERISTIC_KIND_VARIABLE)
    return FALSE;

  if (self->nominal > 0 && (value > 0 ? value : -value) / 10 > self->nominal)
    return TRUE;
  if (self->has_lower && (!__builtin_sub_overflow (self->lower, reach, &edge) && value < edge))
    return TRUE;
  return self->has_upper && (!__builtin_add_overflow (self->upper, reach, &edge) && value > edge);
}
