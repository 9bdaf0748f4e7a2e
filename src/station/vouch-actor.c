#include "vouch-actor.h"

struct _VouchActor
{
  gatomicrefcount references;
  gint64 user_id; /* 0: the station */
  char *name;
  char *badge;
  VouchRoles roles;
};

/**
 * vouch_actor_new:
 * @user: who signed in
 * @roles: the user's roles
 *
 * Returns: (transfer full): the actor
 */
VouchActor *
vouch_actor_new (const VouchUser *user, VouchRoles roles)
{
  VouchActor *self = g_new0 (VouchActor, 1);

  g_atomic_ref_count_init (&self->references);
  self->user_id = user->id;
  self->name = g_strdup (user->name);
  self->badge = g_strdup (user->badge);
  self->roles = roles;
  return self;
}

/**
 * vouch_actor_new_station:
 *
 * Returns: (transfer full): the station itself, which may do what happens without a person and nothing else
 */
VouchActor *
vouch_actor_new_station (void)
{
  VouchActor *self = g_new0 (VouchActor, 1);

  g_atomic_ref_count_init (&self->references);
  return self;
}

VouchActor *
vouch_actor_ref (VouchActor *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
vouch_actor_unref (VouchActor *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->name);
  g_free (self->badge);
  g_free (self);
}

gint64
vouch_actor_get_user_id (const VouchActor *self)
{
  return self->user_id;
}

const char *
vouch_actor_get_name (const VouchActor *self)
{
  return self->name;
}

const char *
vouch_actor_get_badge (const VouchActor *self)
{
  return self->badge;
}

VouchRoles
vouch_actor_get_roles (const VouchActor *self)
{
  return self->roles;
}

/**
 * vouch_actor_may:
 * @self: an actor
 * @permission: what for
 *
 * Returns: whether the actor may; the station may only what no person does
 */
gboolean
vouch_actor_may (const VouchActor *self, VouchPermission permission)
{
  if (self->user_id == 0)
    return permission == VOUCH_PERMISSION_SYSTEM || permission == VOUCH_PERMISSION_FIRST_START;
  return vouch_permission_is_granted (permission, self->roles);
}
