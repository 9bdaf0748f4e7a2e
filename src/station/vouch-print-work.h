#pragma once

#include "vouch-print-job.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

/* Labels that were rendered and read back. */
typedef struct
{
  gint64 lot_id;
  gint64 batch_id; /* 0: not labels of a code batch */
  VouchPrintPurpose purpose;
  char *template_name;
  gint64 labels;
  gint64 read_back;
  char *file;
  gint64 copy_of;            /* the job that is printed again; 0: none is */
  gint64 copy_number;        /* as on the labels */
  VouchReprintReason reason; /* why it is printed again */
  char *note;
  gint64 first_unit;
  gint64 user_id;        /* of a badge: whose */
  VouchPrintState state; /* done, or the printer begins now */
  char *printer;         /* its name; nullable: a file */
  gint64 pack_id;        /* of a carton's label */
  char *about;           /* what the labels of a table are of; nullable */
  char *sheet;           /* the sheets of labels; nullable: none */
  gint64 first_position; /* where on the first of them printing begins; 0: no sheets */
} VouchPrintedRequest;

VOUCH_DECLARE_RECORD (VouchPrintedRequest, vouch_printed_request)

/* How far a job on a printer is. */
typedef struct
{
  gint64 job_id;
  VouchPrintState state;
  gint64 sent;
  gint64 confirmed;
  char *printer;
  char *file;
  char *trouble;
  char *sheet;           /* what this run is printed on; nullable */
  gint64 first_position; /* where on it this run began */
} VouchPrintRunRequest;

VOUCH_DECLARE_RECORD (VouchPrintRunRequest, vouch_print_run_request)

/* Answer VouchDone: the print job. A badge's is the administrator's to print. */
extern const VouchUseCase vouch_code_note_printed;
extern const VouchUseCase vouch_code_note_badge;
extern const VouchUseCase vouch_code_note_run;
extern const VouchUseCase vouch_code_note_badge_run;

G_END_DECLS
