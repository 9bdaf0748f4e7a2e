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
 * VouchReprintReason:
 *
 * Why a label is printed again.
 */
typedef enum
{
  VOUCH_REPRINT_REASON_NONE,
  VOUCH_REPRINT_REASON_DAMAGED,
  VOUCH_REPRINT_REASON_MISPRINT,
  VOUCH_REPRINT_REASON_LOST,
  VOUCH_REPRINT_REASON_OTHER,
} VouchReprintReason;

extern const VouchEnum vouch_reprint_reason_values;

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
  gint64 copy_of;     /* the first job that this one repeats; 0: it repeats none */
  gint64 copy_number; /* 1 for the first repetition, as on the label: R1 */
  gint64 first_unit;  /* of unit labels: the first one's unit; 0: the batch's first */
  char *reason;       /* of a repetition: a name of VouchReprintReason */
  char *note;
  gint64 user_id; /* of a badge: whose */
} VouchPrintJob;

VOUCH_DECLARE_RECORD (VouchPrintJob, vouch_print_job)

G_END_DECLS
