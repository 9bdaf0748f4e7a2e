#include "vouch-retire-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-user-store.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchRetireRequest, badge, TEXT, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchRetireRequest, vouch_retire_request, "retire", fields)

static VouchUser *
find_user (VouchAct *act, const char *badge, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchUser) user = vouch_user_store_find_by_badge (act->conn, badge, &local);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (user == NULL)
    vouch_set_field_error (error, "badge", VOUCH_ERROR_NOT_FOUND, _ ("Nobody has the badge %s"), badge);
  else if (user->state == VOUCH_USER_STATE_RETIRED)
    vouch_set_field_error (error, "badge", VOUCH_ERROR_CONFLICT, _ ("%s has left already"), user->name);
  else
    return g_steal_pointer (&user);
  return NULL;
}

/* Nobody could make accounts any more. */
static gboolean
check_not_last (VouchAct *act, const VouchUser *user, GError **error)
{
  gint64 others;

  if (!vouch_user_store_count_other_administrators (act->conn, user->id, &others, error))
    return FALSE;
  if (others > 0)
    return TRUE;
  vouch_set_field_error (error, "badge", VOUCH_ERROR_CONFLICT,
                         _ ("%s is the last administrator; make another one first"), user->name);
  return FALSE;
}

/* Whoever signed in keeps what they may until they sign out, so nobody does it to themselves. */
static gboolean
check_other (VouchAct *act, const VouchUser *user, GError **error)
{
  if (user->id != vouch_act_get_actor_id (act))
    return TRUE;
  vouch_set_field_error (error, "badge", VOUCH_ERROR_DENIED, _ ("Another administrator has to do this for you"));
  return FALSE;
}

static gboolean
retire (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchRetireRequest *request = data;
  g_autoptr (VouchUser) user = find_user (act, request->badge, error);

  if (user == NULL || !check_not_last (act, user, error) || !check_other (act, user, error))
    return FALSE;
  user->state = VOUCH_USER_STATE_RETIRED;
  ((VouchDone *)answer)->id = user->id;
  ((VouchDone *)answer)->number = g_strdup (user->badge);
  return vouch_act_update (act, &vouch_user_type, user, error);
}

const VouchUseCase vouch_user_retire = {
  .name = "user.retire",
  .permission = VOUCH_PERMISSION_MANAGE_USERS,
  .request = &vouch_retire_request_type,
  .answer = &vouch_done_type,
  .act = retire,
};
