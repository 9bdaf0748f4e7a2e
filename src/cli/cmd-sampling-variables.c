/* `vouch sampling variables`; the other verbs of the noun stand beside it. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "vouch-error.h"
#include "vouch-json-member.h"
#include "vouch-sampling-standard.h"
#include "vouch-variables-normality.h"
#include "vouch-variables.h"
#include "vouch-verb.h"

typedef struct
{
  VouchVariablesPlan plan;
  GArray *readings; /* nullable: none are given */
  VouchVariablesLimits limits;
  VouchVariablesResult result;
  VouchVariablesNormality normality;
  double normality_statistic;
  double normality_p;
} Request;

static gboolean
read_letter (JsonObject *object, char *letter, GError **error)
{
  const char *text, *level;
  gint64 lot_size;

  if (vouch_json_member_is_given (object, "letter"))
    return vouch_json_member_get_text (object, "letter", NULL, &text, error) &&
           vouch_variables_find_letter (text, letter, error);
  return vouch_json_member_get_number (object, "lot_size", &lot_size, error) &&
         vouch_json_member_get_text (object, "level", "II", &level, error) &&
         vouch_variables_code_letter (lot_size, level, letter, error);
}

static gboolean
read_plan (JsonObject *object, VouchVariablesPlan *plan, GError **error)
{
  const char *method_id, *severity_id, *aql;
  VouchVariablesMethod method;
  VouchSeverity severity;
  guint aql_index;
  char letter;

  return vouch_json_member_get_text (object, "method", "s", &method_id, error) &&
         vouch_json_member_get_text (object, "severity", "normal", &severity_id, error) &&
         vouch_json_member_get_text (object, "aql", NULL, &aql, error) &&
         vouch_variables_method_parse (method_id, &method, error) &&
         vouch_severity_parse (severity_id, &severity, error) && read_letter (object, &letter, error) &&
         vouch_variables_find_aql (aql, &aql_index, error) &&
         vouch_variables_plan_find (method, severity, letter, aql_index, plan, error);
}

static gboolean
read_limit (JsonObject *object, const char *name, double *limit, GError **error)
{
  *limit = NAN;
  return !vouch_json_member_is_given (object, name) || vouch_json_member_get_real (object, name, limit, error);
}

static GArray *
read_readings (JsonObject *object, GError **error)
{
  JsonNode *node = json_object_get_member (object, "data");
  g_autoptr (GArray) readings = g_array_new (FALSE, FALSE, sizeof (double));
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      GType type = json_node_get_value_type (element);
      double reading = json_node_get_double (element);

      if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
        {
          vouch_set_field_error (error, "data", VOUCH_ERROR_INVALID, _ ("Reading %u is not a number; measure again"),
                                 i + 1);
          return NULL;
        }
      g_array_append_val (readings, reading);
    }
  if (array != NULL)
    return g_steal_pointer (&readings);
  vouch_set_field_error (error, "data", VOUCH_ERROR_INVALID, _ ("“data” has to be a list of readings"));
  return NULL;
}

static void
test_normality (Request *request)
{
  request->normality =
      vouch_variables_normality_test ((const double *)(gpointer)request->readings->data, request->readings->len,
                                      &request->normality_statistic, &request->normality_p);
}

static gboolean
judge_readings (JsonObject *object, Request *request, GError **error)
{
  if (!vouch_json_member_is_given (object, "data"))
    return TRUE;
  request->readings = read_readings (object, error);
  return request->readings != NULL && read_limit (object, "lower", &request->limits.lower, error) &&
         read_limit (object, "upper", &request->limits.upper, error) &&
         read_limit (object, "sigma", &request->limits.sigma, error) &&
         vouch_variables_plan_judge (&request->plan, (const double *)request->readings->data, request->readings->len,
                                     &request->limits, &request->result, error);
}

static gboolean
read_fraction (JsonObject *object, double *p, GError **error)
{
  *p = NAN;
  if (!vouch_json_member_is_given (object, "p"))
    return TRUE;
  if (!vouch_json_member_get_real (object, "p", p, error))
    return FALSE;
  if (*p >= 0 && *p <= 1)
    return TRUE;
  vouch_set_field_error (error, "p", VOUCH_ERROR_INVALID, _ ("“%s” has to be a fraction from 0 to 1"), "p");
  return FALSE;
}

/* JSON knows no infinite numbers: an index without any spread is null. */
static void
add_real (JsonObject *object, const char *name, double value)
{
  if (isfinite (value))
    json_object_set_double_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

static JsonObject *
describe_plan (const VouchVariablesPlan *plan)
{
  JsonObject *object = json_object_new ();
  char letter[2] = { plan->letter, '\0' };

  json_object_set_string_member (object, "letter", letter);
  json_object_set_int_member (object, "n", plan->n);
  json_object_set_double_member (object, "m_percent", plan->m_percent);
  json_object_set_double_member (object, "k", plan->k);
  return object;
}

/* A hint, null where there are too few readings for one, or all are alike. */
static void
describe_normality (JsonObject *object, const Request *request)
{
  JsonObject *normality;

  if (isnan (request->normality_p))
    {
      json_object_set_null_member (object, "normality");
      return;
    }
  normality = json_object_new ();
  json_object_set_double_member (normality, "statistic", request->normality_statistic);
  json_object_set_double_member (normality, "p", request->normality_p);
  json_object_set_object_member (object, "normality", normality);
}

static void
describe_result (JsonObject *object, const VouchVariablesResult *result)
{
  json_object_set_double_member (object, "mean", result->mean);
  json_object_set_double_member (object, "s", result->s);
  add_real (object, "q_lower", result->q_lower);
  add_real (object, "q_upper", result->q_upper);
  json_object_set_double_member (object, "percent_nonconforming", result->percent_nonconforming);
  json_object_set_boolean_member (object, "accepted", result->is_accepted);
}

static char *
tell_verdict (const Request *request)
{
  const VouchVariablesPlan *plan = &request->plan;

  if (request->readings == NULL)
    /* Translators: a code letter; a sample size; M in percent; k. */
    return g_strdup_printf (_ ("Letter %c: measure n = %u items; M = %.3f %%, k = %.4f."), plan->letter, plan->n,
                            plan->m_percent, plan->k);
  if (request->result.is_accepted)
    return g_strdup_printf (_ ("Accepted: an estimated %.3f %% nonconforming is at most M = %.3f %%."),
                            request->result.percent_nonconforming, plan->m_percent);
  return g_strdup_printf (_ ("Not accepted: an estimated %.3f %% nonconforming is above M = %.3f %%."),
                          request->result.percent_nonconforming, plan->m_percent);
}

static char *
tell (const Request *request)
{
  g_autofree char *verdict = tell_verdict (request);

  if (request->readings == NULL)
    return g_steal_pointer (&verdict);
  return g_strjoin ("\n", verdict, vouch_variables_normality_get_hint (request->normality), NULL);
}

static VouchAnswer *
answer_variables (VouchCli *cli, JsonObject *object, gpointer data, GError **error)
{
  Request request = { .readings = NULL };
  JsonObject *answer = NULL;
  double p;
  char *said = NULL;

  if (read_plan (object, &request.plan, error) && read_fraction (object, &p, error) &&
      judge_readings (object, &request, error))
    {
      answer = describe_plan (&request.plan);
      if (request.readings != NULL)
        {
          test_normality (&request);
          describe_result (answer, &request.result);
          describe_normality (answer, &request);
        }
      if (!isnan (p))
        json_object_set_double_member (answer, "pa", vouch_variables_plan_get_acceptance (&request.plan, p));
      said = tell (&request);
    }
  g_clear_pointer (&request.readings, g_array_unref);
  return answer != NULL ? vouch_answer_new (answer, said) : NULL;
}

static void
variables (VouchCli *cli, const VouchVerb *verb)
{
  vouch_json_member_run (cli, answer_variables);
}

const VouchVerb vouch_verbs_of_sampling_variables[] = {
  {
      .noun = "sampling",
      .verb = "variables",
      .arguments = "[--method s|sigma] --lot-size N [--level LEVEL] --aql AQL [--severity normal|tightened|reduced]",
      .help = N_ ("gives the plan by variables of a lot and judges readings; needs no station"),
      .run = variables,
  },
  { NULL },
};
