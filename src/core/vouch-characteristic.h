#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchCharacteristicKind:
 *
 * How a characteristic is judged.
 */
typedef enum
{
  VOUCH_CHARACTERISTIC_KIND_VARIABLE,
  VOUCH_CHARACTERISTIC_KIND_ATTRIBUTE,
  VOUCH_CHARACTERISTIC_KIND_COUNT,
  VOUCH_CHARACTERISTIC_KIND_TEXT,
  VOUCH_CHARACTERISTIC_KIND_LAB_TEST,
} VouchCharacteristicKind;

extern const VouchEnum vouch_characteristic_kind_values;

/**
 * VouchCharacteristic:
 *
 * One check of a plan.
 */
typedef struct
{
  gint64 id;
  gint64 plan_id;
  gint64 position;
  VouchCharacteristicKind kind;
  char *name_en;
  char *name_zh;
  char *method;
  char *unit; /* of a variable */
  gint64 nominal;
  gint64 lower;
  gint64 upper;
  gboolean has_lower;
  gboolean has_upper;
  gint64 defect_code_id; /* what a failure is, unless the inspector names another defect */
  gboolean required;
} VouchCharacteristic;

VOUCH_DECLARE_RECORD (VouchCharacteristic, vouch_characteristic)

G_END_DECLS
