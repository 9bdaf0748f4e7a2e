#include "vouch-pin-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-password.h"
#include "vouch-pin-guard-store.h"

static const VouchField tried_fields[] = {
  VOUCH_FIELD (VouchPinTriedRequest, user_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPinTriedRequest, was_right, FLAG, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchPinTriedRequest, vouch_pin_tried_request, "pin_tried", tried_fields)

static gboolean
note_tried (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchPinTriedRequest *request = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchPinGuard) guard = vouch_pin_guard_store_find (act->conn, request->user_id, &local);
  gboolean is_new = guard == NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (is_new)
    {
      guard = vouch_pin_guard_new ();
      guard->id = vouch_act_next_id (act);
      guard->user_id = request->user_id;
    }
  guard->failures = request->was_right ? 0 : guard->failures + 1;
  guard->failed_at = vouch_act_get_now (act);
  ((VouchDone *)answer)->id = guard->id;
  return is_new ? vouch_act_insert (act, &vouch_pin_guard_type, guard, error)
                : vouch_act_update (act, &vouch_pin_guard_type, guard, error);
}

const VouchUseCase vouch_pin_note_tried = {
  .name = "user.note_pin_tried",
  .permission = VOUCH_PERMISSION_SYSTEM,
  .request = &vouch_pin_tried_request_type,
  .answer = &vouch_done_type,
  .act = note_tried,
};

/* Where nothing can be written, people can still sign in and look, and a wrong PIN is still wrong. */
static void
note (VouchStation *station, const VouchUser *user, gboolean was_right)
{
  g_autoptr (VouchActor) actor = vouch_actor_new_station ();
  VouchPinTriedRequest request = { user->id, was_right };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = vouch_use_case_run (&vouch_pin_note_tried, station, actor, NULL, &request, &error);

  if (done == NULL)
    g_info ("%s", error->message);
}

static gboolean
refuse_for_now (gint64 wait_s, GError **error)
{
  gulong minutes = (gulong)(wait_s + 59) / 60;

  if (wait_s <= 90)
    vouch_set_field_error (error, "pin", VOUCH_ERROR_DENIED,
                           ngettext ("The PIN was wrong too often; try again in %d second",
                                     "The PIN was wrong too often; try again in %d seconds", (gulong)wait_s),
                           (int)wait_s);
  else
    vouch_set_field_error (error, "pin", VOUCH_ERROR_DENIED,
                           ngettext ("The PIN was wrong too often; try again in %d minute",
                                     "The PIN was wrong too often; try again in %d minutes", minutes),
                           (int)minutes);
  return FALSE;
}

static gpointer
read_guard (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_pin_guard_store_find (conn, *(const gint64 *)data, error);
}

/**
 * vouch_pin_check:
 * @station: the station
 * @user: whose PIN
 * @pin: what was typed
 * @error: DENIED if the PIN is wrong, or was wrong so often that none is looked at for a while: the message says how
 *   long
 *
 * Every wrong PIN is counted in the database, so that another window or program counts on, and stands in the audit.
 *
 * Returns: whether it is the user's PIN
 */
gboolean
vouch_pin_check (VouchStation *station, const VouchUser *user, const char *pin, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchPinGuard) guard = vouch_station_read (station, read_guard, (gpointer)&user->id, &local);
  gboolean is_right;
  gint64 wait_s = vouch_pin_guard_get_wait (guard, vouch_clock_now (vouch_station_get_clock (station)));

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (wait_s > 0)
    return refuse_for_now (wait_s, error);
  is_right = vouch_password_verify (user->pin_hash, pin, vouch_key_file_get_pepper (vouch_station_get_keys (station)));
  if (!is_right || (guard != NULL && guard->failures > 0))
    note (station, user, is_right);
  if (!is_right)
    vouch_set_field_error (error, "pin", VOUCH_ERROR_DENIED, _ ("The badge or the PIN is not right"));
  return is_right;
}
