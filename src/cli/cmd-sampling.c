#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-json-member.h"
#include "vouch-json-stages.h"
#include "vouch-sampling-plan.h"
#include "vouch-verb.h"

static const char *const verdict_names[] = { "open", "accept", "reject" };

static gboolean
read_table (JsonObject *request, VouchSamplingTable *table, GError **error)
{
  const char *standard_id, *type_id, *severity_id;

  return vouch_json_member_get_text (request, "standard", "iso2859-1:1999", &standard_id, error) &&
         vouch_json_member_get_text (request, "type", "single", &type_id, error) &&
         vouch_json_member_get_text (request, "severity", "normal", &severity_id, error) &&
         vouch_sampling_standard_parse (standard_id, &table->standard, error) &&
         vouch_sampling_type_parse (type_id, &table->type, error) &&
         vouch_severity_parse (severity_id, &table->severity, error);
}

static gboolean
read_plan (JsonObject *request, VouchSamplingPlan *plan, GError **error)
{
  VouchSamplingTerms terms = { 0 };

  return read_table (request, &terms.table, error) &&
         vouch_json_member_get_number (request, "lot_size", &terms.lot_size, error) &&
         vouch_json_member_get_text (request, "level", "II", &terms.level, error) &&
         vouch_json_member_get_text (request, "aql", NULL, &terms.aql, error) &&
         vouch_sampling_plan_find (&terms, plan, error);
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

static JsonObject *
describe_plan (const VouchSamplingPlan *plan)
{
  g_autofree char *why = vouch_sampling_plan_dup_why (plan);
  JsonObject *object = json_object_new ();

  add_letter (object, "letter", plan->letter);
  add_letter (object, "plan_letter", plan->plan_letter);
  json_object_set_string_member (object, "type", vouch_sampling_type_get_id (plan->type));
  json_object_set_array_member (object, "stages", vouch_json_stages_write (&plan->samples));
  json_object_set_boolean_member (object, "full_inspection", plan->full_inspection);
  json_object_set_string_member (object, "why", why);
  return object;
}

static VouchAnswer *
answer_plan (VouchCli *cli, JsonObject *request, gpointer data, GError **error)
{
  VouchSamplingPlan plan;

  return read_plan (request, &plan, error)
             ? vouch_answer_new (describe_plan (&plan), vouch_sampling_plan_dup_why (&plan))
             : NULL;
}

static const char *
say_verdict (VouchSamplingVerdict verdict)
{
  switch (verdict)
    {
    case VOUCH_SAMPLING_VERDICT_ACCEPT:
      return _ ("accept");
    case VOUCH_SAMPLING_VERDICT_REJECT:
      return _ ("do not accept");
    case VOUCH_SAMPLING_VERDICT_OPEN:
    default:
      return _ ("not decided yet");
    }
}

static VouchAnswer *
answer_judge (VouchCli *cli, JsonObject *request, gpointer data, GError **error)
{
  gint64 inspected, nonconforming;
  VouchSamplingPlan plan;
  VouchSamplingVerdict verdict;
  JsonObject *object;

  if (!read_plan (request, &plan, error) || !vouch_json_member_get_number (request, "inspected", &inspected, error) ||
      !vouch_json_member_get_number (request, "nonconforming", &nonconforming, error))
    return NULL;
  if (inspected < 0 || nonconforming < 0 || inspected > G_MAXUINT32 || nonconforming > G_MAXUINT32)
    {
      vouch_set_field_error (error, "inspected", VOUCH_ERROR_INVALID, _ ("These counts are impossible"));
      return NULL;
    }
  if (!vouch_sampling_plan_check_counts (&plan, (guint32)inspected, (guint32)nonconforming, error))
    return NULL;
  verdict = vouch_sampling_plan_judge (&plan, (guint32)inspected, (guint32)nonconforming);
  object = describe_plan (&plan);
  json_object_set_string_member (object, "verdict", verdict_names[verdict]);
  return vouch_answer_new (object, g_strdup (say_verdict (verdict)));
}

static void
plan (VouchCli *cli, const VouchVerb *verb)
{
  vouch_json_member_run (cli, answer_plan);
}

static void
judge (VouchCli *cli, const VouchVerb *verb)
{
  vouch_json_member_run (cli, answer_judge);
}

const VouchVerb vouch_verbs_of_sampling[] = {
  {
      .noun = "sampling",
      .verb = "plan",
      .arguments = "[--standard ID] [--type single|double|multiple] --lot-size N [--level LEVEL] --aql AQL [--severity "
                   "normal|tightened|reduced]",
      .help = N_ ("gives the sampling plan of a lot and says why; needs no station"),
      .run = plan,
  },
  {
      .noun = "sampling",
      .verb = "judge",
      .arguments = "--lot-size N --aql AQL [--level LEVEL] --inspected N --nonconforming N",
      .help = N_ ("judges a lot by its plan; needs no station"),
      .run = judge,
  },
  { NULL },
};
