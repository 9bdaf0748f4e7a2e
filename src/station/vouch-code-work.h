#pragma once

#include "vouch-code-batch.h"
#include "vouch-print-job.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 lot_id;
  gint64 units; /* 0: all that is accepted and not coded yet */
} VouchIssueRequest;

VOUCH_DECLARE_RECORD (VouchIssueRequest, vouch_issue_request)

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
  gint64 user_id; /* of a badge: whose */
} VouchPrintedRequest;

VOUCH_DECLARE_RECORD (VouchPrintedRequest, vouch_printed_request)

typedef struct
{
  gint64 batch_id;
  char *reason;
} VouchVoidRequest;

VOUCH_DECLARE_RECORD (VouchVoidRequest, vouch_void_request)

typedef struct
{
  gint64 batch_id;
  char *code; /* the address on the label, or its serial */
} VouchScanBackRequest;

VOUCH_DECLARE_RECORD (VouchScanBackRequest, vouch_scan_back_request)

typedef struct
{
  gint64 batch_id;
  gint64 unit;
  VouchCodeBatchState state;
  gboolean is_first;
  gboolean is_last;
} VouchScannedBack;

VOUCH_DECLARE_RECORD (VouchScannedBack, vouch_scanned_back)

/* Reserves a range of units of a released lot. Answer VouchDone: the batch. */
extern const VouchUseCase vouch_code_issue;
/* Answer VouchDone: the print job. A badge's is the administrator's to print. */
extern const VouchUseCase vouch_code_note_printed;
extern const VouchUseCase vouch_code_note_badge;
/* Codes that are not active yet are worth nothing from now on. Answer VouchDone: the lot's number. */
extern const VouchUseCase vouch_code_void;
/* First and last label of a batch, scanned from the print; then the batch is active and published. */
extern const VouchUseCase vouch_code_scan_back;

/* What a customer's code is of; all are zero where it is not ours. */
typedef struct
{
  gint64 lot_id;
  gint64 unit;
  gboolean has_unit;
  char *lot;
} VouchCodeMeaning;

void vouch_code_meaning_clear (VouchCodeMeaning *self);
gboolean
vouch_code_find (VouchConn *conn, VouchStation *station, const char *text, VouchCodeMeaning *meaning, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VouchCodeMeaning, vouch_code_meaning_clear)

G_END_DECLS
