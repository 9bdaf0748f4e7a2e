#pragma once

#include "vouch-code-batch.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

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

/* First and last label of a batch, scanned from the print; then the batch is active and published. */
extern const VouchUseCase vouch_code_scan_back;

G_END_DECLS
