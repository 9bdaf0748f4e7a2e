#include "vouch-first-run.h"

#include "vouch-policy-work.h"

/* The account is there already, so a name that is refused is a remark and no failure. */
static char *
give_name (VouchStation *station, VouchActor *administrator, const char *name)
{
  g_autoptr (VouchPolicyRequest) request = NULL;
  g_autoptr (VouchDone) done = NULL;
  g_autoptr (GError) error = NULL;

  if (name == NULL || *name == '\0')
    return NULL;
  request = vouch_policy_request_new ();
  request->name = g_strdup (vouch_policy_table_get (VOUCH_POLICY_STATION_NAME)->name);
  request->value = g_strdup (name);
  done = vouch_use_case_run (&vouch_policy_change, station, administrator, NULL, request, &error);
  return done != NULL ? NULL : g_strdup (error->message);
}

/**
 * vouch_first_run_begin:
 * @station: a station that nobody has an account on
 * @actor: who asks; the station itself
 * @person: the first administrator, with the one-time code
 * @name: (nullable): the station's name; none if empty
 * @error: what vouch_user_add_first() or vouch_sign_in() said
 *
 * Makes the first administrator, who then names the station: two acts, each with its own entry in the audit.
 *
 * Returns: (transfer full) (nullable): the administrator, signed in
 */
VouchFirstRun *
vouch_first_run_begin (VouchStation *station, VouchActor *actor, const VouchFirstUserRequest *person, const char *name,
                       GError **error)
{
  g_autoptr (VouchDone) done = NULL;
  g_autoptr (VouchActor) administrator = NULL;
  VouchFirstRun *self;

  g_return_val_if_fail (station != NULL, NULL);
  g_return_val_if_fail (person != NULL, NULL);

  done = vouch_use_case_run (&vouch_user_add_first, station, actor, NULL, person, error);
  if (done == NULL)
    return NULL;
  administrator = vouch_sign_in (station, person->badge, person->pin, NULL, error);
  if (administrator == NULL)
    return NULL;
  self = g_new0 (VouchFirstRun, 1);
  self->remark = give_name (station, administrator, name);
  self->actor = g_steal_pointer (&administrator);
  return self;
}

/**
 * vouch_first_run_free:
 * @self: (nullable) (transfer full): what vouch_first_run_begin() gave
 */
void
vouch_first_run_free (VouchFirstRun *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->actor, vouch_actor_unref);
  g_free (self->remark);
  g_free (self);
}
