#include "vouch-clock-work.h"

#include "vouch-audit-store.h"

static const VouchField back_fields[] = {
  VOUCH_FIELD (VouchClockBackRequest, latest, TIME, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchClockBackRequest, now, TIME, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchClockBackRequest, vouch_clock_back_request, "clock_back", back_fields)

/* The entry itself is all that is to be kept. */
static gboolean
note_back (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  return TRUE;
}

const VouchUseCase vouch_clock_note_back = {
  .name = "station.note_clock_back",
  .permission = VOUCH_PERMISSION_SYSTEM,
  .request = &vouch_clock_back_request_type,
  .answer = &vouch_done_type,
  .act = note_back,
};

static gpointer
read_last_entry (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_audit_store_get_last_time (conn, data, error) ? data : NULL;
}

/**
 * vouch_clock_note_if_back:
 * @station: a station whose clock is behind what it recorded already
 * @error: what the database said
 *
 * Notes it once: afterwards the last entry of the audit is no longer ahead of the clock.
 *
 * Returns: whether the audit tells of it
 */
gboolean
vouch_clock_note_if_back (VouchStation *station, GError **error)
{
  VouchClockBackRequest request = { 0, vouch_clock_now (vouch_station_get_clock (station)) };
  g_autoptr (VouchActor) actor = NULL;
  g_autoptr (VouchDone) done = NULL;

  if (vouch_station_read (station, read_last_entry, &request.latest, error) == NULL)
    return FALSE;
  if (request.latest <= request.now)
    return TRUE;
  actor = vouch_actor_new_station ();
  done = vouch_use_case_run (&vouch_clock_note_back, station, actor, NULL, &request, error);
  return done != NULL;
}
