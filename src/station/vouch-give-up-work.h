#pragma once

#include "vouch-use-case.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 job_id;
  gint64 printed; /* how many labels came out, as somebody counted them */
  char *reason;
} VouchGiveUpRequest;

VOUCH_DECLARE_RECORD (VouchGiveUpRequest, vouch_give_up_request)

/* A print job that was stopped is not gone on with. Codes whose labels did not come out are withdrawn and count as
 * spoiled; a batch of which none did is void. Answer VouchDone: the job. */
extern const VouchUseCase vouch_code_give_up;

G_END_DECLS
