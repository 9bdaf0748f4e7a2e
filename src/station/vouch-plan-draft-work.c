/* A new version of an inspection plan; declared in vouch-plan-version-work.h. */
#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-plan-fault.h"
#include "vouch-plan-json.h"
#include "vouch-plan-store.h"
#include "vouch-plan-version-private.h"
#include "vouch-product-store.h"
#include "vouch-record-json.h"
#include "vouch-row.h"

static const VouchField draft_fields[] = {
  VOUCH_FIELD (VouchPlanDraftRequest, product_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchPlanDraftRequest, type, vouch_plan_type_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPlanDraftRequest, as_version, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPlanDraftRequest, note, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPlanDraftRequest, content, BYTES, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchPlanDraftRequest, vouch_plan_draft_request, "plan_draft", draft_fields)

/**
 * vouch_plan_draft_request_of:
 * @plan: a plan with terms and rules as they are wanted
 * @as_version: whose checks it has
 * @note: (nullable): what the version is for
 *
 * Returns: (transfer full): the request that drafts it
 */
VouchPlanDraftRequest *
vouch_plan_draft_request_of (const VouchPlanContent *plan, gint64 as_version, const char *note)
{
  VouchPlanDraftRequest *self = vouch_plan_draft_request_new ();

  self->product_id = plan->plan->product_id;
  self->type = plan->plan->type;
  self->as_version = as_version;
  self->note = g_strdup (note);
  self->content = vouch_plan_json_write_terms (plan);
  return self;
}

static gboolean
read_content (VouchAct *act, const VouchPlanDraftRequest *request, VouchPlanContent *plan, GError **error)
{
  g_autoptr (JsonObject) object = NULL;
  const char *text;
  gsize length;

  if (request->content == NULL)
    return TRUE;
  text = g_bytes_get_data (request->content, &length);
  object = vouch_json_parse_object (text, (gssize)length, error);
  return object != NULL && vouch_plan_json_read (act->conn, object, plan, error);
}

/* What an earlier version says, without what became of that version. */
static VouchPlanContent *
begin (VouchAct *act, const VouchPlanDraftRequest *request, GError **error)
{
  g_autoptr (VouchPlanContent) plan = NULL;
  VouchInspectionPlan *terms;

  if (request->as_version == 0)
    return vouch_plan_content_new ();
  plan = vouch_plan_content_load (act->conn, request->product_id, request->type, request->as_version, error);
  if (plan == NULL)
    return NULL;
  terms = vouch_inspection_plan_new ();
  terms->decider_not_inspector = plan->plan->decider_not_inspector;
  terms->arrival_checks = g_steal_pointer (&plan->plan->arrival_checks);
  terms->draw_by = g_steal_pointer (&plan->plan->draw_by);
  vouch_inspection_plan_free (plan->plan);
  plan->plan = terms;
  return g_steal_pointer (&plan);
}

static gboolean
check (VouchAct *act, const VouchPlanContent *plan, gint64 product_id, GError **error)
{
  g_autoptr (GPtrArray) gtins = vouch_product_store_list_gtins (act->conn, product_id, error);
  g_autoptr (GPtrArray) faults = gtins != NULL ? vouch_plan_fault_list (plan, gtins) : NULL;

  return faults != NULL && vouch_plan_fault_refuse (faults, error);
}

/* Versions count up whatever became of them, and nobody has two drafts of one plan waiting. */
static gboolean
take_place (VouchAct *act, VouchInspectionPlan *plan, VouchPlanChanged *answer, GError **error)
{
  g_autoptr (GPtrArray) versions = vouch_plan_store_list_versions (act->conn, plan->product_id, error);

  if (versions == NULL)
    return FALSE;
  plan->version = 1;
  for (guint i = 0; i < versions->len; i++)
    {
      VouchInspectionPlan *other = g_ptr_array_index (versions, i);

      if (other->type != plan->type)
        continue;
      plan->version = MAX (plan->version, other->version + 1);
      if (other->state != VOUCH_PLAN_STATE_DRAFT || other->author_id != plan->author_id)
        continue;
      answer->retired_version = other->version;
      if (!vouch_plan_version_retire (act, other, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
draft (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchPlanDraftRequest *request = data;
  g_autoptr (VouchProduct) product = vouch_row_load (act->conn, &vouch_product_type, request->product_id, error);
  g_autoptr (VouchPlanContent) plan = product != NULL ? begin (act, request, error) : NULL;

  if (plan == NULL || !read_content (act, request, plan, error) || !check (act, plan, product->id, error))
    return FALSE;
  vouch_plan_content_number (plan);
  plan->plan->product_id = product->id;
  plan->plan->type = request->type;
  plan->plan->state = VOUCH_PLAN_STATE_DRAFT;
  plan->plan->author_id = vouch_act_get_actor_id (act);
  plan->plan->drafted_at = vouch_act_get_now (act);
  plan->plan->note = g_strdup (request->note);
  return take_place (act, plan->plan, answer, error) && vouch_plan_version_insert (act, plan, error) &&
         vouch_plan_version_answer (act, plan->plan, answer, error);
}

const VouchUseCase vouch_plan_draft = {
  .name = "plan.draft",
  .permission = VOUCH_PERMISSION_DRAFT_PLAN,
  .request = &vouch_plan_draft_request_type,
  .answer = &vouch_plan_changed_type,
  .act = draft,
};
