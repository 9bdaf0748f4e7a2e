/* What a station says after its database or its key file was put back, until somebody has seen it. */
#include "vouch-restore-notice.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-version-store.h"
#include "vouch-error.h"
#include "vouch-moment.h"
#include "vouch-text.h"

static gpointer
read_unseen (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_code_version_store_list_unseen (conn, error);
}

/* What was given out since the state that came back, and is to be seen to. */
static char *
dup_batches (const VouchCodeVersion *row)
{
  if (row->recovered == 0)
    return g_strdup (_ ("No batch of codes was missing"));
  return g_strdup_printf (_ ("Batches of codes taken over: %d; scan their first and last label, or void them"),
                          (int)row->recovered);
}

static char *
dup_text (VouchStation *station, const VouchCodeVersion *row)
{
  g_autofree char *when = vouch_moment_dup (row->made_at);
  g_autofree char *batches = dup_batches (row);

  if (row->cause == VOUCH_CODE_VERSION_CAUSE_KEY_FILE)
    return g_strdup_printf (_ ("The key file was put back to an earlier state, noticed %s: version %d of the code key "
                               "began. Codes of versions that it lacks cannot be verified or printed here; put its "
                               "latest copy back if there is one. Then an administrator acknowledges this"),
                            when, (int)row->version);
  return g_strdup_printf (
      /* Translators: a moment, two numbers, a sentence about batches of codes. */
      _ ("The database was put back to an earlier state, noticed %s: record again what was recorded since. Epoch %d "
         "and version %d of the code key began. %s. The lookup service takes nothing new until an administrator takes "
         "the epoch over: in Settings, or with “vouch lookup take-over”. Then an administrator acknowledges this"),
      when, (int)vouch_station_get_epoch (station), (int)row->version, batches);
}

/**
 * vouch_restore_notice_dup:
 * @station: a station
 *
 * Returns: (transfer full) (nullable): what was put back, what came of it and what to do; %NULL once somebody has
 *   acknowledged it
 */
char *
vouch_restore_notice_dup (VouchStation *station)
{
  g_autoptr (GPtrArray) unseen = vouch_station_read (station, read_unseen, NULL, NULL);

  if (unseen == NULL || unseen->len == 0)
    return NULL;
  return dup_text (station, g_ptr_array_index (unseen, unseen->len - 1));
}

static gboolean
acknowledge (VouchAct *act, gconstpointer data, gpointer answer_data, GError **error)
{
  const VouchRestoredRequest *request = data;
  VouchDone *answer = answer_data;
  g_autoptr (GPtrArray) unseen = vouch_code_version_store_list_unseen (act->conn, error);

  if (unseen == NULL || !vouch_text_check_note (request->note, "note", error))
    return FALSE;
  if (unseen->len == 0)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT,
                           _ ("Nothing was put back that somebody has not acknowledged already"));
      return FALSE;
    }
  for (guint i = 0; i < unseen->len; i++)
    {
      VouchCodeVersion *row = g_ptr_array_index (unseen, i);

      row->seen_by = vouch_act_get_actor_id (act);
      row->seen_at = vouch_act_get_now (act);
      if (row->note == NULL)
        row->note = g_strdup (request->note);
      answer->id = row->id;
      if (!vouch_act_update (act, &vouch_code_version_type, row, error))
        return FALSE;
    }
  return TRUE;
}

const VouchUseCase vouch_restore_acknowledge = {
  .name = "key.acknowledge",
  .permission = VOUCH_PERMISSION_MANAGE_STATION,
  .request = &vouch_restored_request_type,
  .answer = &vouch_done_type,
  .act = acknowledge,
};
