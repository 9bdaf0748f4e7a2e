#include "vouch-plan-version-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-decide-private.h"
#include "vouch-error.h"
#include "vouch-plan-content.h"
#include "vouch-plan-store.h"
#include "vouch-plan-version-private.h"
#include "vouch-product.h"
#include "vouch-row.h"
#include "vouch-user-work.h"

static const VouchField approve_fields[] = {
  VOUCH_FIELD (VouchPlanApproveRequest, product_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchPlanApproveRequest, type, vouch_plan_type_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPlanApproveRequest, plan_version, NUMBER, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPlanApproveRequest, seen, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPlanApproveRequest, badge, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPlanApproveRequest, pin, TEXT, VOUCH_FIELD_SECRET | VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchPlanApproveRequest, vouch_plan_approve_request, "plan_approve", approve_fields)

static const VouchField retire_fields[] = {
  VOUCH_FIELD (VouchPlanRetireRequest, product_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchPlanRetireRequest, type, vouch_plan_type_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPlanRetireRequest, plan_version, NUMBER, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPlanRetireRequest, reason, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPlanRetireRequest, badge, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPlanRetireRequest, pin, TEXT, VOUCH_FIELD_SECRET | VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchPlanRetireRequest, vouch_plan_retire_request, "plan_retire", retire_fields)

static const VouchField changed_fields[] = {
  VOUCH_FIELD (VouchPlanChanged, plan_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPlanChanged, product, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPlanChanged, version, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchPlanChanged, state, vouch_plan_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPlanChanged, retired_version, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchPlanChanged, vouch_plan_changed, "plan_changed", changed_fields)

static gboolean
prepare_approve (VouchStation *station, VouchActor *actor, gconstpointer data, GError **error)
{
  const VouchPlanApproveRequest *request = data;

  return vouch_sign_in_check_badge (station, actor, request->badge, request->pin, error);
}

static gboolean
prepare_retire (VouchStation *station, VouchActor *actor, gconstpointer data, GError **error)
{
  const VouchPlanRetireRequest *request = data;

  return vouch_sign_in_check_badge (station, actor, request->badge, request->pin, error);
}

static VouchInspectionPlan *
load_version (VouchAct *act, gint64 product_id, VouchPlanType type, gint64 version, GError **error)
{
  g_autoptr (VouchPlanContent) content = vouch_plan_content_load (act->conn, product_id, type, version, error);

  return content != NULL ? g_steal_pointer (&content->plan) : NULL;
}

static gboolean
insert_rules (VouchAct *act, const VouchPlanContent *plan, GError **error)
{
  for (guint i = 0; i < plan->rules->len; i++)
    {
      VouchSamplingRule *rule = g_ptr_array_index (plan->rules, i);

      rule->id = vouch_act_next_id (act);
      rule->plan_id = plan->plan->id;
      if (!vouch_act_insert (act, &vouch_sampling_rule_type, rule, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_checks (VouchAct *act, const VouchPlanContent *plan, GError **error)
{
  for (guint i = 0; i < plan->characteristics->len; i++)
    {
      VouchCharacteristic *check = g_ptr_array_index (plan->characteristics, i);

      check->id = vouch_act_next_id (act);
      check->plan_id = plan->plan->id;
      if (!vouch_act_insert (act, &vouch_characteristic_type, check, error))
        return FALSE;
    }
  return TRUE;
}

/* A version with its rules and checks; all of them get their ids here. */
gboolean
vouch_plan_version_insert (VouchAct *act, VouchPlanContent *plan, GError **error)
{
  plan->plan->id = vouch_act_next_id (act);
  return vouch_act_insert (act, &vouch_inspection_plan_type, plan->plan, error) && insert_rules (act, plan, error) &&
         insert_checks (act, plan, error);
}

/* Takes a version out of use. Its reason is the version that takes its place, where none is given. */
gboolean
vouch_plan_version_retire (VouchAct *act, VouchInspectionPlan *plan, const char *reason, GError **error)
{
  plan->state = VOUCH_PLAN_STATE_RETIRED;
  plan->retired_by = vouch_act_get_actor_id (act);
  plan->retired_at = vouch_act_get_now (act);
  plan->retired_reason = g_strdup (reason);
  return vouch_act_update (act, &vouch_inspection_plan_type, plan, error);
}

gboolean
vouch_plan_version_answer (VouchAct *act, const VouchInspectionPlan *plan, VouchPlanChanged *answer, GError **error)
{
  g_autoptr (VouchProduct) product = vouch_row_load (act->conn, &vouch_product_type, plan->product_id, error);

  if (product == NULL)
    return FALSE;
  answer->plan_id = plan->id;
  answer->product = g_strdup (product->sku);
  answer->version = plan->version;
  answer->state = plan->state;
  return TRUE;
}

static gboolean
check_draft (VouchAct *act, const VouchInspectionPlan *plan, GError **error)
{
  if (plan->state == VOUCH_PLAN_STATE_APPROVED)
    vouch_set_field_error (error, "plan_version", VOUCH_ERROR_CONFLICT, _ ("This version is in force already"));
  else if (plan->state == VOUCH_PLAN_STATE_RETIRED)
    vouch_set_field_error (error, "plan_version", VOUCH_ERROR_CONFLICT,
                           _ ("This version is out of use; draft it again as a new one"));
  else if (plan->author_id == vouch_act_get_actor_id (act))
    vouch_set_field_error (error, "plan_version", VOUCH_ERROR_DENIED,
                           _ ("Nobody approves a plan of their own; another QA lead has to"));
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_seen (const VouchPlanApproveRequest *request, const VouchInspectionPlan *in_force, GError **error)
{
  gint64 version = in_force != NULL ? in_force->version : 0;

  if (request->seen == 0 || request->seen == version)
    return TRUE;
  vouch_set_field_error (error, "seen", VOUCH_ERROR_CONFLICT,
                         _ ("Another version came into force meanwhile; compare the draft with that one"));
  return FALSE;
}

/* One version of a plan is in force at any time. */
static gboolean
replace_in_force (VouchAct *act, const VouchPlanApproveRequest *request, VouchPlanChanged *answer, GError **error)
{
  g_autoptr (GPtrArray) versions = vouch_plan_store_list_versions (act->conn, request->product_id, error);
  VouchInspectionPlan *in_force = NULL;

  for (guint i = 0; versions != NULL && i < versions->len && in_force == NULL; i++)
    {
      VouchInspectionPlan *other = g_ptr_array_index (versions, i);

      if (other->type == request->type && other->state == VOUCH_PLAN_STATE_APPROVED)
        in_force = other;
    }
  if (versions == NULL || !check_seen (request, in_force, error))
    return FALSE;
  if (in_force == NULL)
    return TRUE;
  answer->retired_version = in_force->version;
  return vouch_plan_version_retire (act, in_force, NULL, error);
}

static gboolean
approve (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchPlanApproveRequest *request = data;
  g_autoptr (VouchInspectionPlan) plan =
      load_version (act, request->product_id, request->type, request->plan_version, error);

  if (plan == NULL || !check_draft (act, plan, error) || !replace_in_force (act, request, answer, error))
    return FALSE;
  plan->state = VOUCH_PLAN_STATE_APPROVED;
  plan->approver_id = vouch_act_get_actor_id (act);
  plan->approved_at = vouch_act_get_now (act);
  return vouch_act_update (act, &vouch_inspection_plan_type, plan, error) &&
         vouch_decide_sign (act, &vouch_inspection_plan_type, plan, VOUCH_MEANING_PLAN_APPROVED, error) &&
         vouch_plan_version_answer (act, plan, answer, error);
}

static gboolean
retire (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchPlanRetireRequest *request = data;
  g_autoptr (VouchInspectionPlan) plan =
      load_version (act, request->product_id, request->type, request->plan_version, error);

  if (plan == NULL)
    return FALSE;
  if (plan->state == VOUCH_PLAN_STATE_RETIRED)
    {
      vouch_set_field_error (error, "plan_version", VOUCH_ERROR_CONFLICT, _ ("This version is out of use already"));
      return FALSE;
    }
  return vouch_plan_version_retire (act, plan, request->reason, error) &&
         vouch_decide_sign (act, &vouch_inspection_plan_type, plan, VOUCH_MEANING_PLAN_RETIRED, error) &&
         vouch_plan_version_answer (act, plan, answer, error);
}

const VouchUseCase vouch_plan_approve = {
  .name = "plan.approve",
  .permission = VOUCH_PERMISSION_APPROVE_PLAN,
  .request = &vouch_plan_approve_request_type,
  .answer = &vouch_plan_changed_type,
  .prepare = prepare_approve,
  .act = approve,
};

const VouchUseCase vouch_plan_retire = {
  .name = "plan.retire",
  .permission = VOUCH_PERMISSION_APPROVE_PLAN,
  .request = &vouch_plan_retire_request_type,
  .answer = &vouch_plan_changed_type,
  .prepare = prepare_retire,
  .act = retire,
};
