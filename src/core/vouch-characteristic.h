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
  char *method; /* nullable: how it is checked */
  char *unit;   /* of a variable */
  gint64 nominal;
  gint64 lower;
  gint64 upper;
  gboolean has_lower;
  gboolean has_upper;
  gint64 defect_code_id; /* what a failure is, unless the inspector names another defect */
  gboolean required;
  gboolean photo_required; /* each reading comes with a photo */
  gboolean second_person;  /* each reading is confirmed by another inspector */
  gboolean may_not_apply;  /* a unit may do without; but no unit passes because nothing applied to it */
  char *method_zh;         /* nullable: the method in Chinese */
} VouchCharacteristic;

VOUCH_DECLARE_RECORD (VouchCharacteristic, vouch_characteristic)

gboolean vouch_characteristic_is_measured (const VouchCharacteristic *self);
gboolean vouch_characteristic_is_plain (const VouchCharacteristic *self);
gboolean vouch_characteristic_is_far (const VouchCharacteristic *self, gint64 value);

G_END_DECLS
