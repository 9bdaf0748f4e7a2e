#pragma once

#include "vouch-use-case.h"

G_BEGIN_DECLS

/* How far time had come, and what the clock says now. */
typedef struct
{
  gint64 latest;
  gint64 now;
} VouchClockBackRequest;

VOUCH_DECLARE_RECORD (VouchClockBackRequest, vouch_clock_back_request)

/* Done by the station itself before the first act after its clock went back, so that the audit says why times repeat.
 */
extern const VouchUseCase vouch_clock_note_back;

gboolean vouch_clock_note_if_back (VouchStation *station, GError **error);

G_END_DECLS
