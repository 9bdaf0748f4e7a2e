#include "vouch-kiosk-work.h"

#include "vouch-user-work.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchLeaveKioskRequest, badge, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchLeaveKioskRequest, pin, TEXT, VOUCH_FIELD_SECRET | VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchLeaveKioskRequest, vouch_leave_kiosk_request, "leave_kiosk", fields)

static gboolean
prepare (VouchStation *station, VouchActor *actor, gconstpointer data, GError **error)
{
  const VouchLeaveKioskRequest *request = data;

  return vouch_sign_in_check_badge (station, actor, request->badge, request->pin, error);
}

/* The entry itself is all that is to be kept. */
static gboolean
leave (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  return TRUE;
}

const VouchUseCase vouch_kiosk_leave = {
  .name = "station.leave_kiosk",
  .permission = VOUCH_PERMISSION_LEAVE_KIOSK,
  .request = &vouch_leave_kiosk_request_type,
  .answer = &vouch_done_type,
  .prepare = prepare,
  .act = leave,
};
