#pragma once

#include "vouch-user-work.h"

G_BEGIN_DECLS

/**
 * VouchFirstRun:
 * @actor: the first administrator, signed in
 * @remark: (nullable): why the station has not got its name, which can be given later
 *
 * A station that has just got its first administrator.
 */
typedef struct
{
  VouchActor *actor;
  char *remark;
} VouchFirstRun;

VouchFirstRun *vouch_first_run_begin (VouchStation *station, VouchActor *actor, const VouchFirstUserRequest *person,
                                      const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_first_run_free (VouchFirstRun *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchFirstRun, vouch_first_run_free)

G_END_DECLS
