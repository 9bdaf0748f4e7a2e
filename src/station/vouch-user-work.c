#include "vouch-user-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-command.h"
#include "vouch-error.h"
#include "vouch-first-start.h"
#include "vouch-hash.h"
#include "vouch-password.h"
#include "vouch-pattern-work.h"
#include "vouch-pin-work.h"
#include "vouch-policy-work.h"
#include "vouch-text.h"
#include "vouch-user-store.h"

#define PIN_MIN 4
#define PIN_MAX 64

static const VouchField first_fields[] = {
  VOUCH_FIELD (VouchFirstUserRequest, code, TEXT, VOUCH_FIELD_SECRET | VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchFirstUserRequest, badge, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchFirstUserRequest, name, TEXT, VOUCH_FIELD_REQUIRED | VOUCH_FIELD_PERSONAL),
  VOUCH_FIELD (VouchFirstUserRequest, pin, TEXT, VOUCH_FIELD_SECRET | VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchFirstUserRequest, vouch_first_user_request, "first_user", first_fields)

static const VouchField add_fields[] = {
  VOUCH_FIELD (VouchAddUserRequest, badge, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchAddUserRequest, name, TEXT, VOUCH_FIELD_REQUIRED | VOUCH_FIELD_PERSONAL),
  VOUCH_FIELD (VouchAddUserRequest, roles, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchAddUserRequest, pin, TEXT, VOUCH_FIELD_SECRET),
};

VOUCH_DEFINE_RECORD (VouchAddUserRequest, vouch_add_user_request, "add_user", add_fields)

/* A badge is scanned and typed, so it is short and plain. */
static gboolean
check_badge_text (VouchStation *station, const char *badge, GError **error)
{
  gsize length = strlen (badge);
  int argument;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (badge[i]) && badge[i] != '-')
      length = 0;
  if (vouch_command_parse (badge, vouch_station_get_command_prefix (station), &argument) != VOUCH_COMMAND_NONE)
    length = 0;
  if (length >= 3 && length <= 32)
    return TRUE;
  vouch_set_field_error (error, "badge", VOUCH_ERROR_INVALID,
                         _ ("A badge number has 3 to 32 letters, digits or hyphens; “%s” does not fit"), badge);
  return FALSE;
}

static gboolean
check_pin_text (const char *pin, GError **error)
{
  gsize length = strlen (pin);

  if (length >= PIN_MIN && length <= PIN_MAX)
    return TRUE;
  vouch_set_field_error (error, "pin", VOUCH_ERROR_INVALID, _ ("A PIN has at least %d digits"), PIN_MIN);
  return FALSE;
}

static gboolean
insert_role (VouchAct *act, gint64 user_id, VouchRole role, GError **error)
{
  g_autoptr (VouchUserRole) row = vouch_user_role_new ();

  row->id = vouch_act_next_id (act);
  row->user_id = user_id;
  row->role = role;
  return vouch_act_insert (act, &vouch_user_role_type, row, error);
}

static gboolean
insert_roles (VouchAct *act, gint64 user_id, const char *text, GError **error)
{
  g_auto (GStrv) names = g_strsplit (text, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      int role = vouch_enum_find (&vouch_role_values, g_strstrip (names[i]));

      if (role < 0)
        {
          vouch_set_field_error (error, "roles", VOUCH_ERROR_INVALID,
                                 _ ("“%s” is no role; there are inspector, qa_lead, service, administrator, auditor"),
                                 names[i]);
          return FALSE;
        }
      if (!insert_role (act, user_id, (VouchRole)role, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_user (VouchAct *act, const char *badge, const char *name, const char *roles, const char *pin, VouchDone *answer,
             GError **error)
{
  g_autoptr (VouchUser) user = vouch_user_new ();
  guint8 salt[16];

  if (!check_badge_text (act->station, badge, error) ||
      !vouch_text_check_line (name, "name", VOUCH_TEXT_NAME_MAX, error))
    return FALSE;
  vouch_random_bytes (salt, sizeof salt);
  user->id = vouch_act_next_id (act);
  user->badge = g_strdup (badge);
  user->name = g_strdup (name);
  user->personal_salt = g_bytes_new (salt, sizeof salt);
  user->created_at = vouch_act_get_now (act);
  if (pin != NULL && *pin != '\0')
    {
      user->pin_hash =
          vouch_password_hash (pin, vouch_key_file_get_pepper (vouch_station_get_keys (act->station)), error);
      if (user->pin_hash == NULL)
        return FALSE;
    }
  answer->id = user->id;
  answer->number = g_strdup (badge);
  return vouch_act_insert (act, &vouch_user_type, user, error) && insert_roles (act, user->id, roles, error);
}

static gboolean
prepare_first (VouchStation *station, VouchActor *actor, gconstpointer data, GError **error)
{
  const VouchFirstUserRequest *request = data;
  g_autofree char *path = vouch_first_start_dup_code_path (vouch_station_get_directory (station));
  g_autofree char *code = NULL;

  if (!check_pin_text (request->pin, error))
    return FALSE;
  if (g_file_get_contents (path, &code, NULL, NULL) && g_str_equal (g_strstrip (code), request->code))
    return TRUE;
  vouch_set_field_error (error, "code", VOUCH_ERROR_DENIED, _ ("The one-time code is wrong; it is in the file %s"),
                         path);
  return FALSE;
}

static gboolean
add_first (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchFirstUserRequest *request = data;
  g_autoptr (GPtrArray) users = vouch_user_store_list (act->conn, error);
  guint n_patterns;

  if (users == NULL)
    return FALSE;
  if (users->len > 0)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_DENIED,
                           _ ("The station has accounts already; an administrator makes new ones"));
      return FALSE;
    }
  /* A new station knows the usual carriers' numbers. */
  return vouch_pattern_insert_usual (act, NULL, &n_patterns, error) &&
         insert_user (act, request->badge, request->name, "administrator", request->pin, answer, error);
}

static gboolean
prepare_add (VouchStation *station, VouchActor *actor, gconstpointer data, GError **error)
{
  const VouchAddUserRequest *request = data;

  return request->pin == NULL || *request->pin == '\0' || check_pin_text (request->pin, error);
}

static gboolean
add (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchAddUserRequest *request = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchUser) other = vouch_user_store_find_by_badge (act->conn, request->badge, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (other != NULL)
    {
      vouch_set_field_error (error, "badge", VOUCH_ERROR_CONFLICT, _ ("The badge %s is in use"), request->badge);
      return FALSE;
    }
  return insert_user (act, request->badge, request->name, request->roles, request->pin, answer, error);
}

const VouchUseCase vouch_user_add_first = {
  .name = "user.add_first",
  .permission = VOUCH_PERMISSION_FIRST_START,
  .request = &vouch_first_user_request_type,
  .answer = &vouch_done_type,
  .prepare = prepare_first,
  .act = add_first,
};

const VouchUseCase vouch_user_add = {
  .name = "user.add",
  .permission = VOUCH_PERMISSION_MANAGE_USERS,
  .request = &vouch_add_user_request_type,
  .answer = &vouch_done_type,
  .prepare = prepare_add,
  .act = add,
};

typedef struct
{
  const char *badge;
  VouchRoles roles;
} BadgeQuery;

static gpointer
read_badge (VouchConn *conn, gpointer data, GError **error)
{
  BadgeQuery *query = data;
  g_autoptr (VouchUser) user = vouch_user_store_find_by_badge (conn, query->badge, error);
  g_autoptr (GPtrArray) roles = NULL;

  if (user == NULL)
    return NULL;
  roles = vouch_user_store_list_roles (conn, user->id, error);
  if (roles == NULL)
    return NULL;
  for (guint i = 0; i < roles->len; i++)
    query->roles |= VOUCH_ROLES_OF (((const VouchUserRole *)g_ptr_array_index (roles, i))->role);
  return g_steal_pointer (&user);
}

static gboolean
find_whether_pin_is_wanted (VouchStation *station, const VouchUser *user, gboolean *wanted, GError **error)
{
  gint64 rule;

  if (!vouch_station_read_policy (station, VOUCH_POLICY_PIN_AT_SIGN_IN, &rule, error))
    return FALSE;
  *wanted = user->pin_hash != NULL && rule != VOUCH_PIN_RULE_NEVER;
  return TRUE;
}

static gboolean
refuse_sign_in (GError **error)
{
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_DENIED, _ ("The badge or the PIN is not right"));
  return FALSE;
}

/**
 * vouch_sign_in:
 * @station: the station
 * @badge: as scanned or typed
 * @pin: (nullable): the PIN, if one was asked for
 * @wants_pin: (out) (optional): whether the badge is known and a PIN has to follow; there is no error then
 * @error: DENIED if badge and PIN do not fit together, or did not too often just now
 *
 * A PIN is asked of everybody who has one, unless the policy "pin-at-sign-in" is "never".
 *
 * Returns: (transfer full) (nullable): who signed in
 */
VouchActor *
vouch_sign_in (VouchStation *station, const char *badge, const char *pin, gboolean *wants_pin, GError **error)
{
  g_autoptr (GError) local = NULL;
  BadgeQuery query = { badge, 0 };
  g_autoptr (VouchUser) user = vouch_station_read (station, read_badge, &query, &local);
  gboolean pin_is_wanted;

  if (wants_pin != NULL)
    *wants_pin = FALSE;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (user == NULL || user->state != VOUCH_USER_STATE_ACTIVE)
    {
      refuse_sign_in (error);
      return NULL;
    }
  if (!find_whether_pin_is_wanted (station, user, &pin_is_wanted, error))
    return NULL;
  if (pin_is_wanted)
    {
      if (pin == NULL && wants_pin != NULL)
        {
          *wants_pin = TRUE;
          return NULL;
        }
      if (pin == NULL)
        {
          refuse_sign_in (error);
          return NULL;
        }
      if (!vouch_pin_check (station, user, pin, error))
        return NULL;
    }
  return vouch_actor_new (user, query.roles);
}

/**
 * vouch_sign_in_check_badge:
 * @station: the station
 * @actor: who signs
 * @badge: the badge as scanned for the signature
 * @pin: (nullable): the PIN, where the signature asks for one
 * @error: DENIED if it is not the signer's own badge, or the PIN is wrong
 *
 * Returns: whether @actor signed
 */
gboolean
vouch_sign_in_check_badge (VouchStation *station, VouchActor *actor, const char *badge, const char *pin, GError **error)
{
  g_autoptr (GError) local = NULL;
  BadgeQuery query = { badge, 0 };
  g_autoptr (VouchUser) user = NULL;

  if (g_strcmp0 (badge, vouch_actor_get_badge (actor)) != 0)
    {
      vouch_set_field_error (error, "badge", VOUCH_ERROR_DENIED, _ ("Sign with your own badge"));
      return FALSE;
    }
  if (pin == NULL)
    return TRUE;
  user = vouch_station_read (station, read_badge, &query, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (user != NULL && user->pin_hash != NULL)
    return vouch_pin_check (station, user, pin, error);
  vouch_set_field_error (error, "pin", VOUCH_ERROR_DENIED, _ ("The PIN is not right"));
  return FALSE;
}
