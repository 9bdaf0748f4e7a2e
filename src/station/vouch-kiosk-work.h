#pragma once

#include "vouch-use-case.h"

G_BEGIN_DECLS

/* A supervisor opens the window of a kiosk, with badge and PIN whatever was asked for at sign-in. */
typedef struct
{
  char *badge; /* the actor's own */
  char *pin;
} VouchLeaveKioskRequest;

VOUCH_DECLARE_RECORD (VouchLeaveKioskRequest, vouch_leave_kiosk_request)

/* Request VouchLeaveKioskRequest, answer VouchDone. The audit says who left the kiosk and when. */
extern const VouchUseCase vouch_kiosk_leave;

G_END_DECLS
