#include "vouch-plan-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vouch-error.h"
#include "vouch-json-stages.h"
#include "vouch-oc-figure.h"
#include "vouch-plan-change.h"
#include "vouch-plan-file.h"
#include "vouch-plan-json.h"
#include "vouch-product-store.h"
#include "vouch-record-json.h"
#include "vouch-rule-view.h"
#include "vouch-rule-words.h"
#include "vouch-run-case.h"
#include "vouch-words.h"

typedef struct
{
  char *product;
  VouchPlanType type;
  gint64 plan_version; /* 0: the one in force */
  gint64 lot_size;
  VouchSeverity severity;
} PlanRequest;

static const VouchField request_fields[] = {
  VOUCH_FIELD (PlanRequest, product, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (PlanRequest, type, vouch_plan_type_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (PlanRequest, plan_version, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (PlanRequest, lot_size, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (PlanRequest, severity, vouch_severity_values, VOUCH_FIELD_PLAIN),
};

static const VouchRecordType request_type = { .name = "plan_request",
                                              .size = sizeof (PlanRequest),
                                              .fields = request_fields,
                                              .n_fields = G_N_ELEMENTS (request_fields) };

/* What is read of a version. */
typedef struct
{
  const PlanRequest *request;
  int offset_s;
  VouchPlanFile *file;
  JsonObject *json;
} PlanQuery;

static void
plan_query_clear (PlanQuery *self)
{
  vouch_plan_file_free (self->file);
  g_clear_pointer (&self->json, json_object_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlanQuery, plan_query_clear)

static VouchProduct *
find_product (VouchConn *conn, const char *sku, GError **error)
{
  g_autoptr (GError) local = NULL;
  VouchProduct *product = vouch_product_store_find_by_sku (conn, sku, &local);

  if (product == NULL && local == NULL)
    vouch_set_field_error (&local, "product", VOUCH_ERROR_NOT_FOUND, _ ("There is no product “%s” in the catalogue"),
                           sku);
  if (product == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return product;
}

static gpointer
read_version (VouchConn *conn, gpointer data, GError **error)
{
  PlanQuery *query = data;
  const PlanRequest *request = query->request;
  g_autoptr (VouchProduct) product = find_product (conn, request->product, error);

  if (product == NULL)
    return NULL;
  query->file = vouch_plan_file_load (conn, product->id, request->type, request->plan_version, error);
  if (query->file == NULL)
    return NULL;
  if (query->file->plan == NULL)
    {
      vouch_set_field_error (error, "plan_version", VOUCH_ERROR_NOT_FOUND,
                             _ ("No plan of %s is in force; name a version"), product->sku);
      return NULL;
    }
  query->json = vouch_plan_json_write (conn, query->file->plan, query->offset_s, error);
  if (query->json == NULL)
    return NULL;
  json_object_set_string_member (query->json, "product", product->sku);
  return query;
}

static gboolean
load (VouchCli *cli, const PlanRequest *request, PlanQuery *query, GError **error)
{
  VouchStation *station;

  query->request = request;
  query->offset_s = vouch_cli_get_offset (cli);
  if (!vouch_record_check (&request_type, request, error))
    return FALSE;
  station = vouch_cli_open (cli, VOUCH_DB_LOOK, error);
  return station != NULL && vouch_station_read (station, read_version, query, error) != NULL;
}

static void
say_checks (GString *text, const VouchPlanContent *plan)
{
  for (guint i = 0; i < plan->characteristics->len; i++)
    {
      const VouchCharacteristic *check = g_ptr_array_index (plan->characteristics, i);

      g_string_append_printf (text, "\n  %u. %s", i + 1, vouch_words_choose (check->name_en, check->name_zh));
    }
}

static void
add_change (const VouchPlanChange *change, GString *text, JsonArray *array)
{
  const char *before = change->before != NULL ? change->before : "–";
  const char *after = change->after != NULL ? change->after : "–";

  g_string_append (text, "\n");
  /* Translators: what changes; what it was, what it becomes. */
  g_string_append_printf (text, _ ("Change, %s: %s → %s"), change->title, before, after);
  json_array_add_object_element (array, vouch_record_to_json (&vouch_plan_change_type, change, 0));
}

static void
add_changes (PlanQuery *query, GString *text)
{
  g_autoptr (GPtrArray) changes = NULL;
  JsonArray *array;

  if (query->file->in_force == NULL || query->file->plan->plan->state != VOUCH_PLAN_STATE_DRAFT)
    return;
  changes = vouch_plan_change_list (query->file->in_force, query->file->plan);
  array = json_array_new ();
  for (guint i = 0; i < changes->len; i++)
    add_change (g_ptr_array_index (changes, i), text, array);
  json_object_set_array_member (query->json, "changes", array);
}

static VouchAnswer *
answer_show (VouchCli *cli, gconstpointer data, const char *key, gpointer user_data, GError **error)
{
  const PlanRequest *request = data;
  g_auto (PlanQuery) query = { 0 };
  g_autofree char *rules = NULL;
  GString *text;

  if (!load (cli, request, &query, error))
    return NULL;
  rules = vouch_words_dup_rules (query.file->plan);
  text = g_string_new (NULL);
  /* Translators: a product, a version's number, and "draft" or the like. */
  g_string_append_printf (text, _ ("%s, version %d, %s"), request->product, (int)query.file->plan->plan->version,
                          vouch_words_of_plan_state (query.file->plan->plan->state));
  g_string_append_printf (text, "\n%s", rules);
  say_checks (text, query.file->plan);
  add_changes (&query, text);
  return vouch_answer_new (g_steal_pointer (&query.json), g_string_free (text, FALSE));
}

void
vouch_plan_view_show (VouchCli *cli, const VouchVerb *verb)
{
  vouch_run_requests (cli, &request_type, NULL, answer_show, NULL);
}

static void
add_quality (JsonObject *object, const char *name, const VouchSamplingOcPoint *point)
{
  if (isnan (point->p))
    json_object_set_null_member (object, name);
  else
    json_object_set_double_member (object, name, point->p);
}

/* How well the plan protects, by the figures that stand beside its chart. */
static void
add_characteristic (const VouchRuleView *view, JsonObject *object, GString *text)
{
  g_autoptr (VouchOcPlan) plan = vouch_rule_view_make_oc_plan (view, view->title);
  g_autoptr (VouchOcCurve) curve = plan != NULL ? vouch_oc_curve_compute (plan, NULL) : NULL;
  JsonObject *oc;

  if (curve == NULL)
    {
      json_object_set_null_member (object, "oc");
      return;
    }
  for (guint i = 0; i < VOUCH_N_OC_FIGURES; i++)
    {
      g_autofree char *value = vouch_oc_figure_dup_value (i, curve);

      if (value != NULL)
        g_string_append_printf (text, "\n  %s: %s", vouch_oc_figure_get_label (i), value);
    }
  oc = json_object_new ();
  add_quality (oc, "p_at_95", &curve->producers);
  add_quality (oc, "p_at_50", &curve->indifferent);
  add_quality (oc, "p_at_10", &curve->consumers);
  json_object_set_double_member (oc, "aoql", curve->aoql.aoq);
  json_object_set_object_member (object, "oc", oc);
}

static void
add_letter (JsonObject *object, const char *name, char letter)
{
  char text[2] = { letter, '\0' };

  if (letter != '\0')
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

static void
add_plan (JsonObject *object, const VouchRulePlan *plan)
{
  json_object_set_array_member (object, "stages", vouch_json_stages_write (&plan->plan.samples));
  json_object_set_boolean_member (object, "full_inspection", plan->plan.full_inspection);
  if (plan->method == VOUCH_SAMPLING_METHOD_AQL)
    {
      add_letter (object, "letter", plan->plan.letter);
      add_letter (object, "plan_letter", plan->plan.plan_letter);
      json_object_set_string_member (object, "type", vouch_sampling_type_get_id (plan->plan.type));
    }
  if (plan->method == VOUCH_SAMPLING_METHOD_VARIABLES)
    {
      add_letter (object, "letter", plan->variables.letter);
      json_object_set_int_member (object, "n", plan->variables.n);
      json_object_set_double_member (object, "m_percent", plan->variables.m_percent);
      json_object_set_double_member (object, "k", plan->variables.k);
    }
}

static JsonObject *
explain_rule (const VouchSamplingRule *rule, const VouchRuleView *view, GString *text)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "position", view->position);
  json_object_set_string_member (object, "scope", vouch_enum_get_name (&vouch_defect_scope_values, (int)rule->scope));
  json_object_set_string_member (object, "method",
                                 vouch_enum_get_name (&vouch_sampling_method_values, (int)rule->method));
  if (view->has_plan)
    add_plan (object, &view->plan);
  json_object_set_string_member (object, "why", view->why);
  g_string_append_printf (text, "%s%s\n%s", text->len > 0 ? "\n\n" : "", view->title, view->why);
  add_characteristic (view, object, text);
  return object;
}

static VouchAnswer *
answer_explain (VouchCli *cli, gconstpointer data, const char *key, gpointer user_data, GError **error)
{
  const PlanRequest *request = data;
  g_auto (PlanQuery) query = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);
  JsonObject *object;
  JsonArray *rules;

  if (request->lot_size < 1 || request->lot_size > VOUCH_SAMPLING_LOT_SIZE_MAX)
    {
      vouch_set_field_error (error, "lot_size", VOUCH_ERROR_INVALID, _ ("Say for how many items: --lot-size N"));
      return NULL;
    }
  if (!load (cli, request, &query, error))
    return NULL;
  object = json_object_new ();
  rules = json_array_new ();
  for (guint i = 0; i < query.file->plan->rules->len; i++)
    {
      g_autoptr (VouchRuleView) view = vouch_rule_view_new (query.file->plan, i, request->lot_size, request->severity);

      json_array_add_object_element (rules, explain_rule (g_ptr_array_index (query.file->plan->rules, i), view, text));
    }
  json_object_set_string_member (object, "product", request->product);
  json_object_set_int_member (object, "version", query.file->plan->plan->version);
  json_object_set_int_member (object, "lot_size", request->lot_size);
  json_object_set_string_member (object, "severity",
                                 vouch_enum_get_name (&vouch_severity_values, (int)request->severity));
  json_object_set_array_member (object, "rules", rules);
  return vouch_answer_new (object, g_string_free (g_steal_pointer (&text), FALSE));
}

void
vouch_plan_view_explain (VouchCli *cli, const VouchVerb *verb)
{
  vouch_run_requests (cli, &request_type, NULL, answer_explain, NULL);
}
