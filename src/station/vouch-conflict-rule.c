/* Who decides on a lot decides on what they saw. */
#include "vouch-conflict-rule.h"

#include <glib/gi18n-lib.h>

#include "vouch-audit-change-store.h"
#include "vouch-error.h"
#include "vouch-lot.h"
#include "vouch-row.h"
#include "vouch-user.h"
#include "vouch-words.h"

static char *
dup_who (VouchAct *act, gint64 user_id)
{
  g_autoptr (VouchUser) user = user_id != 0 ? vouch_row_load (act->conn, &vouch_user_type, user_id, NULL) : NULL;

  return g_strdup (user != NULL ? user->name : _ ("the station"));
}

static char *
dup_when (VouchAct *act, gint64 at)
{
  int offset_s = vouch_clock_offset (vouch_station_get_clock (act->station), at);
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC + offset_s);

  return g_date_time_format (moment, "%Y-%m-%d %H:%M");
}

static void
refuse (VouchAct *act, const VouchAuditChange *change, const char *lot, GError **error)
{
  g_autofree char *who = dup_who (act, change->actor_id);
  g_autofree char *when = dup_when (act, change->at);

  vouch_set_field_error (error, "seen", VOUCH_ERROR_CONFLICT,
                         /* Translators: a lot's number, what was done to it meanwhile, by whom, and when. */
                         _ ("Lot %s is not as you saw it any more: %s, by %s, %s. Look at it again before you decide."),
                         lot, vouch_words_of_change (change->use_case), who, when);
}

/**
 * vouch_conflict_dup_by:
 * @act: an act that comes too late
 * @type: of a record
 * @id: of a record that somebody else has changed already
 *
 * Returns: (transfer full): by whom and when, for a message: "Li Wei, 2026-11-22 10:31"
 */
char *
vouch_conflict_dup_by (VouchAct *act, const VouchRecordType *type, gint64 id)
{
  g_autoptr (VouchAuditChange) change = vouch_audit_change_store_find_last (act->conn, type->name, id, 0, NULL);
  g_autofree char *who = dup_who (act, change != NULL ? change->actor_id : 0);
  g_autofree char *when = dup_when (act, change != NULL ? change->at : vouch_act_get_now (act));

  return g_strdup_printf ("%s, %s", who, when);
}

/**
 * vouch_conflict_check_lot:
 * @act: an act on a lot
 * @lot_id: the lot
 * @seen: the last act on it that whoever asks knows of, as #VouchLotFile has it; 0 if nothing is said
 * @error: CONFLICT with what was done meanwhile, by whom and when
 *
 * Returns: whether the lot is as it was seen
 */
gboolean
vouch_conflict_check_lot (VouchAct *act, gint64 lot_id, gint64 seen, GError **error)
{
  g_autoptr (VouchLot) lot = NULL;
  g_autoptr (VouchAuditChange) change = NULL;
  g_autoptr (GError) local = NULL;

  if (seen == 0)
    return TRUE;
  change = vouch_audit_change_store_find_last (act->conn, vouch_lot_type.name, lot_id, seen, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (change == NULL)
    return TRUE;
  lot = vouch_row_load (act->conn, &vouch_lot_type, lot_id, error);
  if (lot != NULL)
    refuse (act, change, lot->number, error);
  return FALSE;
}
