#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchPrintPurpose:
 *
 * What the labels are for.
 */
typedef enum
{
  VOUCH_PRINT_PURPOSE_UNIT,
  VOUCH_PRINT_PURPOSE_LOT,
  VOUCH_PRINT_PURPOSE_HOLD,
  VOUCH_PRINT_PURPOSE_REJECT,
  VOUCH_PRINT_PURPOSE_RELEASED,
  VOUCH_PRINT_PURPOSE_BADGE,
  VOUCH_PRINT_PURPOSE_SHEET,
} VouchPrintPurpose;

extern const VouchEnum vouch_print_purpose_values;

/**
 * VouchPrintJob:
 *
 * Labels that were rendered, checked by reading them back, and given out.
 */
typedef struct
{
  gint64 id;
  gint64 lot_id;
  gint64 batch_id;
  VouchPrintPurpose purpose;
  char *template;
  gint64 labels;
  gint64 read_back; /* how many were decoded back */
  char *file;
  gint64 printed_by;
  gint64 printed_at;
} VouchPrintJob;

VOUCH_DECLARE_RECORD (VouchPrintJob, vouch_print_job)

G_END_DECLS
