#include <glib/gi18n-lib.h>

#include "vouch-json-member.h"
#include "vouch-sampling-long-run.h"
#include "vouch-verb.h"

static gboolean
read_terms (JsonObject *request, VouchSamplingTerms *terms, GError **error)
{
  const char *standard, *type;

  return vouch_json_member_get_text (request, "standard", "iso2859-1:1999", &standard, error) &&
         vouch_json_member_get_text (request, "type", "single", &type, error) &&
         vouch_sampling_standard_parse (standard, &terms->table.standard, error) &&
         vouch_sampling_type_parse (type, &terms->table.type, error) &&
         vouch_json_member_get_number (request, "lot_size", &terms->lot_size, error) &&
         vouch_json_member_get_text (request, "level", "II", &terms->level, error) &&
         vouch_json_member_get_text (request, "aql", NULL, &terms->aql, error);
}

static VouchSamplingLongRun *
read_scheme (JsonObject *request, GError **error)
{
  VouchSamplingTerms terms = { 0 };
  VouchSamplingModel model;
  const char *id;

  return read_terms (request, &terms, error) && vouch_json_member_get_text (request, "model", NULL, &id, error) &&
                 vouch_sampling_model_parse (id, &model, error)
             ? vouch_sampling_long_run_new (&terms, model, error)
             : NULL;
}

static JsonObject *
describe_point (const VouchSamplingLongRunPoint *point)
{
  JsonObject *object = json_object_new ();

  json_object_set_double_member (object, "p", point->p);
  if (point->nonconforming >= 0)
    json_object_set_int_member (object, "D", point->nonconforming);
  json_object_set_double_member (object, "pa", point->pa);
  json_object_set_double_member (object, "asn", point->asn);
  json_object_set_double_member (object, "normal", point->shares[VOUCH_SEVERITY_NORMAL]);
  json_object_set_double_member (object, "tightened", point->shares[VOUCH_SEVERITY_TIGHTENED]);
  json_object_set_double_member (object, "reduced", point->shares[VOUCH_SEVERITY_REDUCED]);
  return object;
}

static VouchAnswer *
answer_point (JsonObject *request, const VouchSamplingLongRun *scheme, GError **error)
{
  VouchSamplingLongRunPoint point;
  double p;

  if (!vouch_json_member_get_real (request, "p", &p, error) ||
      !vouch_sampling_long_run_compute (scheme, p, &point, error))
    return NULL;
  return vouch_answer_new (
      describe_point (&point),
      g_strdup_printf (
          _ ("%.4g %% of the lots accepted, %.6g items inspected a lot; normal %.4g %%, tightened %.4g %%, "
             "reduced %.4g %% of the time"),
          100 * point.pa, point.asn, 100 * point.shares[VOUCH_SEVERITY_NORMAL],
          100 * point.shares[VOUCH_SEVERITY_TIGHTENED], 100 * point.shares[VOUCH_SEVERITY_REDUCED]));
}

static VouchAnswer *
answer_points (JsonObject *request, const VouchSamplingLongRun *scheme, GError **error)
{
  g_autoptr (GArray) points = NULL;
  g_autoptr (GString) sentence = g_string_new (NULL);
  JsonObject *object;
  JsonArray *array;
  double p_max = 0;
  gint64 number;

  if (!vouch_json_member_get_number (request, "points", &number, error) ||
      (vouch_json_member_is_given (request, "p_max") && !vouch_json_member_get_real (request, "p_max", &p_max, error)))
    return NULL;
  points = vouch_sampling_long_run_list_points (scheme, p_max, (guint)CLAMP (number, 0, G_MAXUINT), error);
  if (points == NULL)
    return NULL;
  object = json_object_new ();
  array = json_array_sized_new (points->len);
  for (guint i = 0; i < points->len; i++)
    {
      const VouchSamplingLongRunPoint *point = &g_array_index (points, VouchSamplingLongRunPoint, i);

      json_array_add_object_element (array, describe_point (point));
      g_string_append_printf (sentence, "%s%.6g  %.6g", i > 0 ? "\n" : "", point->p, point->pa);
    }
  json_object_set_array_member (object, "points", array);
  return vouch_answer_new (object, g_string_free (g_steal_pointer (&sentence), FALSE));
}

static VouchAnswer *
answer_scheme (VouchCli *cli, JsonObject *request, gpointer data, GError **error)
{
  g_autoptr (VouchSamplingLongRun) scheme = read_scheme (request, error);

  if (scheme == NULL)
    return NULL;
  return vouch_json_member_is_given (request, "points") ? answer_points (request, scheme, error)
                                                        : answer_point (request, scheme, error);
}

static void
scheme (VouchCli *cli, const VouchVerb *verb)
{
  vouch_json_member_run (cli, answer_scheme);
}

const VouchVerb vouch_verbs_of_sampling_scheme[] = {
  {
      .noun = "sampling",
      .verb = "scheme",
      .arguments = "[--standard ID] [--type single|double|multiple] --lot-size N [--level LEVEL] --aql AQL --model "
                   "hypergeometric|binomial|poisson (--p P | --points N [--p-max P])",
      .help = N_ ("says what plans and switching rules together do with lots of a quality; needs no station"),
      .run = scheme,
  },
  { NULL },
};
