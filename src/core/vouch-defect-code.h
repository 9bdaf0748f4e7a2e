#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchDefectClass:
 *
 * How grave a defect is.
 */
typedef enum
{
  VOUCH_DEFECT_CLASS_CRITICAL,
  VOUCH_DEFECT_CLASS_MAJOR,
  VOUCH_DEFECT_CLASS_MINOR,
} VouchDefectClass;

extern const VouchEnum vouch_defect_class_values;

/**
 * VouchDefectArea:
 *
 * What a defect concerns.
 */
typedef enum
{
  VOUCH_DEFECT_AREA_APPEARANCE,
  VOUCH_DEFECT_AREA_SPEC,
  VOUCH_DEFECT_AREA_QUANTITY,
  VOUCH_DEFECT_AREA_PACKAGING,
  VOUCH_DEFECT_AREA_LABEL,
  VOUCH_DEFECT_AREA_FUNCTION,
  VOUCH_DEFECT_AREA_SAFETY,
} VouchDefectArea;

extern const VouchEnum vouch_defect_area_values;

/**
 * VouchDefectCode:
 *
 * A defect with a number that a command code can name.
 */
typedef struct
{
  gint64 id;
  char *code; /* three digits, for XCDF001 */
  VouchDefectClass class;
  VouchDefectArea area;
  char *name_en;
  char *name_zh;
} VouchDefectCode;

VOUCH_DECLARE_RECORD (VouchDefectCode, vouch_defect_code)

G_END_DECLS
