#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchPrintPurpose:
 * @VOUCH_PRINT_PURPOSE_CARTON: the logistic label of a carton or a pallet of ours
 * @VOUCH_PRINT_PURPOSE_LOCATION: a place in the warehouse
 * @VOUCH_PRINT_PURPOSE_SAMPLE: the units of a lot's sample
 * @VOUCH_PRINT_PURPOSE_OTHER: whatever a template of the house and a table say
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
  VOUCH_PRINT_PURPOSE_CARTON,
  VOUCH_PRINT_PURPOSE_LOCATION,
  VOUCH_PRINT_PURPOSE_SAMPLE,
  VOUCH_PRINT_PURPOSE_OTHER,
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
 * VouchPrintState:
 * @VOUCH_PRINT_STATE_DONE: all labels are out
 * @VOUCH_PRINT_STATE_PRINTING: labels are going to the printer; or were, when the station ended
 * @VOUCH_PRINT_STATE_STOPPED: somebody or something stopped it, and somebody can go on with it
 * @VOUCH_PRINT_STATE_GIVEN_UP: it was stopped, and nobody goes on with it
 */
typedef enum
{
  VOUCH_PRINT_STATE_DONE,
  VOUCH_PRINT_STATE_PRINTING,
  VOUCH_PRINT_STATE_STOPPED,
  VOUCH_PRINT_STATE_GIVEN_UP,
} VouchPrintState;

extern const VouchEnum vouch_print_state_values;

/**
 * VouchPrintJob:
 *
 * Labels that were rendered, checked by reading them back, and are given out.
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
  VouchPrintState state;
  gint64 sent;           /* how many labels may have come out; none of them is printed by this job again */
  gint64 confirmed;      /* how many have, as the printer says, or whoever looked */
  char *printer;         /* its name; nullable: a file */
  char *trouble;         /* why it was stopped, or given up; nullable */
  gint64 pack_id;        /* of a carton's label */
  char *about;           /* what the labels of a table are of; nullable */
  char *sheet;           /* the sheets of labels that the last run of it was printed on; nullable: none */
  gint64 first_position; /* of these: where on the first one that run began; 0: none */
} VouchPrintJob;

VOUCH_DECLARE_RECORD (VouchPrintJob, vouch_print_job)

gboolean vouch_print_job_is_open (const VouchPrintJob *self);
gboolean vouch_print_purpose_may_be_of_table (VouchPrintPurpose self);

G_END_DECLS
