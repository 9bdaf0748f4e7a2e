#pragma once

#include "vouch-quality-entry.h"
#include "vouch-quality-ledger.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 level_id;
  VouchQualityEntryKind kind; /* an act; not a lot */
  char *reason;
  char *badge; /* the signer's own */
  char *pin;   /* secret */
} VouchDeclareRequest;

VOUCH_DECLARE_RECORD (VouchDeclareRequest, vouch_declare_request)

typedef struct
{
  gint64 entry_id;
  VouchSeverity severity; /* in force now */
  VouchSamplingEvent event;
} VouchDeclared;

VOUCH_DECLARE_RECORD (VouchDeclared, vouch_declared)

/* Request VouchDeclareRequest, answer VouchDeclared. */
extern const VouchUseCase vouch_quality_declare;

gboolean vouch_quality_check_act (const VouchQualityLedger *ledger, VouchQualityEntryKind kind, GError **error);

G_END_DECLS
