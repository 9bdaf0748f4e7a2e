#include "vouch-code-version-view.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-version-store.h"
#include "vouch-row.h"
#include "vouch-user.h"

static const char *const state_names[] = { "in_use", "kept", "revoked", "missing", NULL };
const VouchEnum vouch_key_state_values = { state_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchKeyView, version, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchKeyView, state, vouch_key_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchKeyView, cause, vouch_code_version_cause_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchKeyView, note, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchKeyView, made_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchKeyView, made_by, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchKeyView, batches, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchKeyView, units, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchKeyView, revoked_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchKeyView, revoked_by, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchKeyView, revoke_reason, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchKeyView, is_unseen, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchKeyView, seen_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchKeyView, seen_by, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchKeyView, vouch_key_view, "key_view", fields)

/* Nobody, where the station itself did it. */
static gboolean
read_name (VouchConn *conn, gint64 user_id, char **name, GError **error)
{
  g_autoptr (VouchUser) user = user_id != 0 ? vouch_row_load (conn, &vouch_user_type, user_id, error) : NULL;

  *name = user != NULL ? g_strdup (user->name) : NULL;
  return user != NULL || user_id == 0;
}

static gboolean
take_row (VouchKeyView *view, VouchConn *conn, const VouchCodeVersion *row, GError **error)
{
  view->cause = row->cause;
  view->note = g_strdup (row->note);
  view->made_at = row->made_at;
  view->revoked_at = row->revoked_at;
  view->revoke_reason = g_strdup (row->revoke_reason);
  view->seen_at = row->seen_at;
  view->is_unseen = row->seen_at == 0 &&
                    (row->cause == VOUCH_CODE_VERSION_CAUSE_RESTORE || row->cause == VOUCH_CODE_VERSION_CAUSE_KEY_FILE);
  return read_name (conn, row->seen_by, &view->seen_by, error) &&
         read_name (conn, row->made_by, &view->made_by, error) &&
         read_name (conn, row->revoked_by, &view->revoked_by, error);
}

static VouchKeyView *
read_view (VouchConn *conn, VouchKeyFile *keys, guint version, GError **error)
{
  g_autoptr (VouchKeyView) view = vouch_key_view_new ();
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchCodeVersion) row = vouch_code_version_store_find (conn, version, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  view->version = version;
  view->made_at = vouch_key_file_get_code_key_created_at (keys, version);
  if ((row != NULL && !take_row (view, conn, row, error)) ||
      !vouch_code_version_store_count (conn, version, &view->batches, &view->units, error))
    return NULL;
  if (view->revoked_at != 0 || vouch_key_file_code_key_is_revoked (keys, version))
    view->state = VOUCH_KEY_STATE_REVOKED;
  else if (vouch_key_file_get_code_key (keys, version) == NULL)
    view->state = VOUCH_KEY_STATE_MISSING;
  else if (version != vouch_key_file_get_code_version (keys))
    view->state = VOUCH_KEY_STATE_KEPT;
  return g_steal_pointer (&view);
}

/**
 * vouch_key_view_list:
 * @conn: a connection
 * @station: the station
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchKeyView): every version that the key file has or that codes
 *   were made with, the newest first
 */
GPtrArray *
vouch_key_view_list (VouchConn *conn, VouchStation *station, GError **error)
{
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_key_view_free);
  VouchKeyFile *keys = vouch_station_get_keys (station);
  gint64 known, used;

  if (!vouch_code_version_store_get_greatest (conn, &known, &used, error))
    return NULL;
  for (guint version = MAX ((guint)MAX (known, used), vouch_key_file_get_code_version (keys)); version > 0; version--)
    {
      g_autoptr (VouchKeyView) view = read_view (conn, keys, version, error);

      if (view == NULL)
        return NULL;
      if (view->state != VOUCH_KEY_STATE_MISSING || view->batches > 0)
        g_ptr_array_add (views, g_steal_pointer (&view));
    }
  return g_steal_pointer (&views);
}

/**
 * vouch_key_view_describe_state:
 * @state: how a version stands
 *
 * Returns: (transfer none): the same in the user's language
 */
const char *
vouch_key_view_describe_state (VouchKeyState state)
{
  switch (state)
    {
    case VOUCH_KEY_STATE_IN_USE:
      return _ ("In use");
    case VOUCH_KEY_STATE_KEPT:
      return _ ("Kept for what was printed");
    case VOUCH_KEY_STATE_REVOKED:
      return _ ("Revoked");
    case VOUCH_KEY_STATE_MISSING:
      return _ ("Missing in the key file");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * vouch_key_view_describe_cause:
 * @cause: why there is a version
 *
 * Returns: (transfer none): the same in the user's language
 */
const char *
vouch_key_view_describe_cause (VouchCodeVersionCause cause)
{
  switch (cause)
    {
    case VOUCH_CODE_VERSION_CAUSE_FIRST:
      return _ ("The station’s first key");
    case VOUCH_CODE_VERSION_CAUSE_ROTATION:
      return _ ("Made by an administrator");
    case VOUCH_CODE_VERSION_CAUSE_LEAK:
      return _ ("The version before was revoked");
    case VOUCH_CODE_VERSION_CAUSE_RESTORE:
      return _ ("The database was put back to an earlier state");
    case VOUCH_CODE_VERSION_CAUSE_KEY_FILE:
      return _ ("The key file was put back to an earlier state");
    default:
      g_return_val_if_reached ("");
    }
}
