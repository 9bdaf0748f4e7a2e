#include "vouch-administrator-key-work.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "vouch-administrator-key-file.h"
#include "vouch-administrator-key-store.h"
#include "vouch-error.h"
#include "vouch-row.h"
#include "vouch-text.h"
#include "vouch-trust-record.h"
#include "vouch-user.h"

static const VouchField add_fields[] = {
  VOUCH_FIELD (VouchAdministratorKeyRequest, public_key, BYTES, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchAdministratorKeyRequest, vouch_administrator_key_request, "administrator_key_request",
                     add_fields)

static const VouchField withdraw_fields[] = {
  VOUCH_FIELD (VouchWithdrawKeyRequest, id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchWithdrawKeyRequest, reason, TEXT, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchWithdrawKeyRequest, vouch_withdraw_key_request, "withdraw_key_request", withdraw_fields)

static const VouchField view_fields[] = {
  VOUCH_FIELD (VouchAdministratorKeyView, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchAdministratorKeyView, owner, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchAdministratorKeyView, public_key, BYTES, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchAdministratorKeyView, added_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchAdministratorKeyView, withdrawn_by, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchAdministratorKeyView, withdrawn_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchAdministratorKeyView, reason, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchAdministratorKeyView, vouch_administrator_key_view, "administrator_key_view", view_fields)

static gboolean
check_room (VouchAct *act, GError **error)
{
  g_autoptr (GPtrArray) keys = vouch_administrator_key_store_list_in_force (act->conn, error);

  if (keys != NULL && keys->len >= VOUCH_TRUST_ADMINISTRATORS_MAX)
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                 _ ("There are %d administrators' keys already; withdraw one that is not needed"),
                 VOUCH_TRUST_ADMINISTRATORS_MAX);
  return keys != NULL && keys->len < VOUCH_TRUST_ADMINISTRATORS_MAX;
}

static gboolean
add (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchAdministratorKeyRequest *request = data;
  g_autoptr (VouchAdministratorKey) key = vouch_administrator_key_new ();

  if (g_bytes_get_size (request->public_key) != VOUCH_SIGNER_PUBLIC_KEY_SIZE)
    {
      vouch_set_field_error (error, "public_key", VOUCH_ERROR_INVALID,
                             _ ("An administrator's key has 64 lower-case hexadecimal digits"));
      return FALSE;
    }
  if (!check_room (act, error))
    return FALSE;
  key->id = vouch_act_next_id (act);
  key->public_key = g_bytes_ref (request->public_key);
  key->user_id = vouch_act_get_actor_id (act);
  key->added_at = vouch_act_get_now (act);
  ((VouchDone *)answer)->id = key->id;
  return vouch_act_insert (act, &vouch_administrator_key_type, key, error);
}

static gboolean
withdraw (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchWithdrawKeyRequest *request = data;
  g_autoptr (VouchAdministratorKey) key = NULL;

  if (!vouch_text_check_note (request->reason, "reason", error))
    return FALSE;
  key = vouch_row_load (act->conn, &vouch_administrator_key_type, request->id, error);
  if (key == NULL)
    return FALSE;
  if (key->withdrawn_at != 0)
    {
      vouch_set_field_error (error, "id", VOUCH_ERROR_CONFLICT, _ ("This key was withdrawn already"));
      return FALSE;
    }
  key->withdrawn_by = vouch_act_get_actor_id (act);
  key->withdrawn_at = vouch_act_get_now (act);
  key->reason = g_strdup (request->reason);
  ((VouchDone *)answer)->id = key->id;
  return vouch_act_update (act, &vouch_administrator_key_type, key, error);
}

/**
 * vouch_administrator_key_make:
 * @station: the station
 * @actor: the administrator whose key it is
 * @path: the file, which must not exist: on a stick that is kept off the station
 * @passphrase: by which the file is opened
 * @key: (nullable): the act's idempotency key
 * @error: DENIED if @actor may not; what file or database said
 *
 * Makes a key: its secret half, sealed, in the file alone; its public half in the database. Without the latter the file
 * is of no use, and removed.
 *
 * Returns: (transfer full) (nullable): the key
 */
VouchDone *
vouch_administrator_key_make (VouchStation *station, VouchActor *actor, const char *path, const char *passphrase,
                              const char *key, GError **error)
{
  g_autoptr (VouchAdministratorKeyRequest) request = vouch_administrator_key_request_new ();
  guint8 public_key[VOUCH_SIGNER_PUBLIC_KEY_SIZE];
  VouchDone *done;

  if (!vouch_administrator_key_file_create (path, passphrase, public_key, error))
    return NULL;
  request->public_key = g_bytes_new (public_key, sizeof public_key);
  done = vouch_use_case_run (&vouch_administrator_key_add, station, actor, key, request, error);
  if (done == NULL)
    g_unlink (path);
  return done;
}

static gboolean
read_name (VouchConn *conn, gint64 user_id, char **name, GError **error)
{
  g_autoptr (VouchUser) user = user_id != 0 ? vouch_row_load (conn, &vouch_user_type, user_id, error) : NULL;

  *name = user != NULL ? g_strdup (user->name) : NULL;
  return user != NULL || user_id == 0;
}

/**
 * vouch_administrator_key_list_views:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchAdministratorKeyView): every key, in the order they came
 */
GPtrArray *
vouch_administrator_key_list_views (VouchConn *conn, GError **error)
{
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_administrator_key_view_free);
  g_autoptr (GPtrArray) keys = vouch_administrator_key_store_list (conn, error);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      const VouchAdministratorKey *key = g_ptr_array_index (keys, i);
      VouchAdministratorKeyView *view = vouch_administrator_key_view_new ();

      g_ptr_array_add (views, view);
      view->id = key->id;
      view->public_key = g_bytes_ref (key->public_key);
      view->added_at = key->added_at;
      view->withdrawn_at = key->withdrawn_at;
      view->reason = g_strdup (key->reason);
      if (!read_name (conn, key->user_id, &view->owner, error) ||
          !read_name (conn, key->withdrawn_by, &view->withdrawn_by, error))
        return NULL;
    }
  return keys != NULL ? g_steal_pointer (&views) : NULL;
}

/**
 * vouch_administrator_key_join:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the keys that count, one after the other, as a trust record names them
 */
GBytes *
vouch_administrator_key_join (VouchConn *conn, GError **error)
{
  g_autoptr (GPtrArray) keys = vouch_administrator_key_store_list_in_force (conn, error);
  g_autoptr (GByteArray) joined = g_byte_array_new ();

  if (keys == NULL)
    return NULL;
  for (guint i = 0; i < keys->len; i++)
    {
      const VouchAdministratorKey *key = g_ptr_array_index (keys, i);

      g_byte_array_append (joined, g_bytes_get_data (key->public_key, NULL), VOUCH_SIGNER_PUBLIC_KEY_SIZE);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&joined));
}

const VouchUseCase vouch_administrator_key_add = {
  .name = "administrator_key.add",
  .permission = VOUCH_PERMISSION_MANAGE_STATION,
  .request = &vouch_administrator_key_request_type,
  .answer = &vouch_done_type,
  .act = add,
};

const VouchUseCase vouch_administrator_key_withdraw = {
  .name = "administrator_key.withdraw",
  .permission = VOUCH_PERMISSION_MANAGE_STATION,
  .request = &vouch_withdraw_key_request_type,
  .answer = &vouch_done_type,
  .act = withdraw,
};
