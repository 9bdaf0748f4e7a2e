#pragma once

#include "vouch-code-batch.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 batch_id;
  char *code;     /* the address on the label, or its serial */
  gboolean again; /* the same was scanned before, and lies where the expected label should be */
} VouchScanBackRequest;

VOUCH_DECLARE_RECORD (VouchScanBackRequest, vouch_scan_back_request)

typedef struct
{
  gint64 batch_id;
  gint64 unit;
  VouchCodeBatchState state;
  gboolean is_first;
  gboolean is_last;
  gint64 withdrawn; /* the unit in whose place another label lies; 0: none */
  gint64 next;      /* the unit whose label is awaited; 0: none */
} VouchScannedBack;

VOUCH_DECLARE_RECORD (VouchScannedBack, vouch_scanned_back)

/* The field of the error that asks whether a wrong label lies in the place of the expected one. */
#define VOUCH_SCAN_BACK_AGAIN "again"

/* First and last label of a batch, scanned from the print; then the batch is active and published. */
extern const VouchUseCase vouch_code_scan_back;

char *vouch_scanned_back_dup_text (const VouchScannedBack *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
