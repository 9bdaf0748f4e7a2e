#pragma once

#include "vouch-permission.h"
#include "vouch-user.h"

G_BEGIN_DECLS

/**
 * VouchActor:
 *
 * Who acts: a signed-in user with the roles held at sign-in, or the station itself. Immutable and reference counted.
 */
typedef struct _VouchActor VouchActor;

VouchActor *vouch_actor_new (const VouchUser *user, VouchRoles roles) G_GNUC_WARN_UNUSED_RESULT;
VouchActor *vouch_actor_new_station (void) G_GNUC_WARN_UNUSED_RESULT;
VouchActor *vouch_actor_ref (VouchActor *self);
void vouch_actor_unref (VouchActor *self);
gint64 vouch_actor_get_user_id (const VouchActor *self);
const char *vouch_actor_get_name (const VouchActor *self);
const char *vouch_actor_get_badge (const VouchActor *self);
VouchRoles vouch_actor_get_roles (const VouchActor *self);
gboolean vouch_actor_may (const VouchActor *self, VouchPermission permission);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchActor, vouch_actor_unref)

G_END_DECLS
