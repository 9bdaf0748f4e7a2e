#pragma once

#include "vouch-code-batch.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 lot_id;
  gint64 units; /* 0: all that is accepted and not coded yet, unless @has_units */
  gboolean has_units;
} VouchIssueRequest;

VOUCH_DECLARE_RECORD (VouchIssueRequest, vouch_issue_request)

typedef struct
{
  gint64 batch_id;
  char *reason;
} VouchVoidRequest;

VOUCH_DECLARE_RECORD (VouchVoidRequest, vouch_void_request)

/* Reserves a range of units of a released lot. Answer VouchDone: the batch. */
extern const VouchUseCase vouch_code_issue;
/* Codes that are not active yet are worth nothing from now on. Answer VouchDone: the lot's number. */
extern const VouchUseCase vouch_code_void;

G_END_DECLS
