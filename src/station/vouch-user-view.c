#include "vouch-user-view.h"

#include "vouch-user-store.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchUserView, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchUserView, badge, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchUserView, name, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchUserView, roles, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchUserView, state, vouch_user_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchUserView, has_pin, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchUserView, created_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchUserView, vouch_user_view, "user_view", fields)

static char *
read_roles (VouchConn *conn, gint64 user_id, GError **error)
{
  g_autoptr (GPtrArray) roles = vouch_user_store_list_roles (conn, user_id, error);
  GString *names = roles != NULL ? g_string_new (NULL) : NULL;

  for (guint i = 0; roles != NULL && i < roles->len; i++)
    g_string_append_printf (
        names, "%s%s", i > 0 ? "," : "",
        vouch_enum_get_name (&vouch_role_values, (int)((const VouchUserRole *)g_ptr_array_index (roles, i))->role));
  return names != NULL ? g_string_free (names, FALSE) : NULL;
}

/**
 * vouch_user_view_list:
 * @conn: a connection
 * @error: what the database said
 *
 * Hashes of PINs stay in the database: a person has one or has none.
 *
 * Returns: (transfer full) (nullable) (element-type VouchUserView): everybody with an account
 */
GPtrArray *
vouch_user_view_list (VouchConn *conn, GError **error)
{
  g_autoptr (GPtrArray) users = vouch_user_store_list (conn, error);
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_user_view_free);

  if (users == NULL)
    return NULL;
  for (guint i = 0; i < users->len; i++)
    {
      const VouchUser *user = g_ptr_array_index (users, i);
      VouchUserView *view = vouch_user_view_new ();

      g_ptr_array_add (views, view);
      view->id = user->id;
      view->badge = g_strdup (user->badge);
      view->name = g_strdup (user->name);
      view->state = user->state;
      view->has_pin = user->pin_hash != NULL;
      view->created_at = user->created_at;
      view->roles = read_roles (conn, user->id, error);
      if (view->roles == NULL)
        return NULL;
    }
  return g_steal_pointer (&views);
}
