#include <glib/gi18n-lib.h>
#include <math.h>

#include "vouch-error.h"
#include "vouch-json-member.h"
#include "vouch-json-stages.h"
#include "vouch-sampling-find.h"
#include "vouch-sampling-oc-search.h"
#include "vouch-verb.h"

static gboolean
read_model (JsonObject *request, VouchSamplingModel *model, GError **error)
{
  const char *id;

  return vouch_json_member_get_text (request, "model", NULL, &id, error) &&
         vouch_sampling_model_parse (id, model, error);
}

/* Null and nothing at all say that the lot's size is of no account; a size of 0 is one that no lot has. */
static gboolean
read_lot_size (JsonObject *request, VouchSamplingModel model, gint64 *lot_size, GError **error)
{
  *lot_size = 0;
  if (!vouch_json_member_is_given (request, "N") && model != VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC)
    return TRUE;
  if (!vouch_json_member_get_number (request, "N", lot_size, error))
    return FALSE;
  if (*lot_size >= 1)
    return TRUE;
  vouch_set_field_error (error, "N", VOUCH_ERROR_INVALID, _ ("A lot has at least 1 item"));
  return FALSE;
}

static VouchSamplingOc *
read_characteristic (JsonObject *request, GError **error)
{
  VouchSamplingStages stages;
  VouchSamplingModel model;
  gint64 lot_size;

  return vouch_json_stages_read (request, &stages, error) && read_model (request, &model, error) &&
                 read_lot_size (request, model, &lot_size, error)
             ? vouch_sampling_oc_new (&stages, model, lot_size, error)
             : NULL;
}

/* The quality that is asked for: of a hypergeometric lot its nonconforming items, or the nearest number to a fraction.
 */
static gboolean
compute_point (JsonObject *request, const VouchSamplingOc *oc, VouchSamplingOcPoint *point, GError **error)
{
  gboolean in_lot = vouch_sampling_oc_get_model (oc) == VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC;
  gint64 nonconforming;
  double p;

  if (in_lot && (vouch_json_member_is_given (request, "D") || !vouch_json_member_is_given (request, "p")))
    return vouch_json_member_get_number (request, "D", &nonconforming, error) &&
           vouch_sampling_oc_compute_count (oc, nonconforming, point, error);
  return vouch_json_member_get_real (request, "p", &p, error) && vouch_sampling_oc_compute (oc, p, point, error);
}

static void
add_quality (JsonObject *object, const VouchSamplingOcPoint *point)
{
  json_object_set_double_member (object, "p", point->p);
  if (point->nonconforming >= 0)
    json_object_set_int_member (object, "D", point->nonconforming);
}

static void
add_point (JsonObject *object, const VouchSamplingOcPoint *point)
{
  json_object_set_double_member (object, "pa", point->pa);
  json_object_set_double_member (object, "asn", point->asn);
  json_object_set_double_member (object, "p_between", point->p_between);
  json_object_set_double_member (object, "aoq", point->aoq);
  if (!isnan (point->ati))
    json_object_set_double_member (object, "ati", point->ati);
}

static gboolean
add_points (JsonObject *request, const VouchSamplingOc *oc, JsonObject *object, GError **error)
{
  g_autoptr (GArray) points = NULL;
  JsonArray *array;
  double p_max = 0;
  gint64 number;

  if (!vouch_json_member_get_number (request, "points", &number, error) ||
      (vouch_json_member_is_given (request, "p_max") && !vouch_json_member_get_real (request, "p_max", &p_max, error)))
    return FALSE;
  points = vouch_sampling_oc_list_points (oc, p_max, (guint)CLAMP (number, 0, G_MAXUINT), error);
  if (points == NULL)
    return FALSE;
  array = json_array_sized_new (points->len);
  for (guint i = 0; i < points->len; i++)
    {
      const VouchSamplingOcPoint *point = &g_array_index (points, VouchSamplingOcPoint, i);
      JsonObject *element = json_object_new ();

      add_quality (element, point);
      add_point (element, point);
      json_array_add_object_element (array, element);
    }
  json_object_set_array_member (object, "points", array);
  return TRUE;
}

static VouchAnswer *
answer_aoql (const VouchSamplingOc *oc)
{
  JsonObject *object = json_object_new ();
  VouchSamplingOcPoint point;

  vouch_sampling_oc_find_aoql (oc, &point);
  json_object_set_double_member (object, "aoql", point.aoq);
  add_quality (object, &point);
  return vouch_answer_new (object, g_strdup_printf (_ ("AOQL %.6g, with p = %.6g"), point.aoq, point.p));
}

static VouchAnswer *
answer_quality (JsonObject *request, const VouchSamplingOc *oc, GError **error)
{
  VouchSamplingOcPoint point;
  JsonObject *object;
  double pa;

  if (!vouch_json_member_get_real (request, "pa", &pa, error) ||
      !vouch_sampling_oc_find_quality (oc, pa, &point, error))
    return NULL;
  object = json_object_new ();
  add_quality (object, &point);
  return vouch_answer_new (object, g_strdup_printf (_ ("p = %.6g is accepted with probability %.6g"), point.p, pa));
}

static VouchAnswer *
answer_risks (JsonObject *request, const VouchSamplingOc *oc, GError **error)
{
  double prq, crq, producers, consumers;
  JsonObject *object;

  if (!vouch_json_member_get_real (request, "prq", &prq, error) ||
      !vouch_json_member_get_real (request, "crq", &crq, error) ||
      !vouch_sampling_oc_compute_risks (oc, prq, crq, &producers, &consumers, error))
    return NULL;
  object = json_object_new ();
  json_object_set_double_member (object, "producers_risk", producers);
  json_object_set_double_member (object, "consumers_risk", consumers);
  return vouch_answer_new (object,
                           g_strdup_printf (_ ("Producer's risk %.6g, consumer's risk %.6g"), producers, consumers));
}

static char *
describe_points (JsonObject *object)
{
  GString *text = g_string_new (NULL);
  JsonArray *array = json_object_get_array_member (object, "points");

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *point = json_array_get_object_element (array, i);

      g_string_append_printf (text, "%s%.6g  %.6g", i > 0 ? "\n" : "", json_object_get_double_member (point, "p"),
                              json_object_get_double_member (point, "pa"));
    }
  return g_string_free (text, FALSE);
}

static VouchAnswer *
answer_points (JsonObject *request, const VouchSamplingOc *oc, GError **error)
{
  g_autoptr (JsonObject) object = json_object_new ();
  char *sentence;

  if (!add_points (request, oc, object, error))
    return NULL;
  sentence = describe_points (object);
  return vouch_answer_new (g_steal_pointer (&object), sentence);
}

static VouchAnswer *
answer_point (JsonObject *request, const VouchSamplingOc *oc, GError **error)
{
  g_autoptr (JsonObject) object = json_object_new ();
  VouchSamplingOcPoint point;
  char *sentence;

  if (!compute_point (request, oc, &point, error))
    return NULL;
  add_point (object, &point);
  if (vouch_json_member_is_given (request, "points") && !add_points (request, oc, object, error))
    return NULL;
  sentence =
      g_strdup_printf (_ ("Accepted with probability %.6g; %.6g items inspected on the average"), point.pa, point.asn);
  return vouch_answer_new (g_steal_pointer (&object), sentence);
}

/* What is asked for shows in what is given. */
static VouchAnswer *
answer_oc (VouchCli *cli, JsonObject *request, gpointer data, GError **error)
{
  g_autoptr (VouchSamplingOc) oc = read_characteristic (request, error);
  gboolean wants_aoql;

  if (oc == NULL || !vouch_json_member_get_flag (request, "aoql", &wants_aoql, error))
    return NULL;
  if (wants_aoql)
    return answer_aoql (oc);
  if (vouch_json_member_is_given (request, "pa"))
    return answer_quality (request, oc, error);
  if (vouch_json_member_is_given (request, "prq") || vouch_json_member_is_given (request, "crq"))
    return answer_risks (request, oc, error);
  if (vouch_json_member_is_given (request, "p") || vouch_json_member_is_given (request, "D") ||
      !vouch_json_member_is_given (request, "points"))
    return answer_point (request, oc, error);
  return answer_points (request, oc, error);
}

static VouchAnswer *
answer_find (VouchCli *cli, JsonObject *request, gpointer data, GError **error)
{
  VouchSamplingModel model;
  VouchSamplingRisks risks;
  JsonObject *object;
  gint64 lot_size, n, c;

  if (!read_model (request, &model, error) || !read_lot_size (request, model, &lot_size, error) ||
      !vouch_json_member_get_real (request, "prq", &risks.prq, error) ||
      !vouch_json_member_get_real (request, "pa_prq", &risks.pa_prq, error) ||
      !vouch_json_member_get_real (request, "crq", &risks.crq, error) ||
      !vouch_json_member_get_real (request, "pa_crq", &risks.pa_crq, error) ||
      !vouch_sampling_find_plan (model, lot_size, &risks, &n, &c, error))
    return NULL;
  object = json_object_new ();
  json_object_set_int_member (object, "n", n);
  json_object_set_int_member (object, "c", c);
  return vouch_answer_new (object, g_strdup_printf (_ ("Inspect %lld items; accept with %lld nonconforming or fewer"),
                                                    (long long)n, (long long)c));
}

static void
oc (VouchCli *cli, const VouchVerb *verb)
{
  vouch_json_member_run (cli, answer_oc);
}

static void
find (VouchCli *cli, const VouchVerb *verb)
{
  vouch_json_member_run (cli, answer_find);
}

const VouchVerb vouch_verbs_of_sampling_oc[] = {
  {
      .noun = "sampling",
      .verb = "oc",
      .arguments = "--stages N/AC/RE[,…] --model hypergeometric|binomial|poisson [--N N] [--D D | --p P | --pa PA | "
                   "--aoql true | --prq P --crq P] [--points N [--p-max P]]",
      .help = N_ ("says what a plan does with lots of a quality; needs no station"),
      .run = oc,
  },
  {
      .noun = "sampling",
      .verb = "find",
      .arguments = "--model hypergeometric|binomial|poisson [--N N] --prq P --pa-prq PA --crq P --pa-crq PA",
      .help = N_ ("finds the smallest single plan between two risk points; needs no station"),
      .run = find,
  },
  { NULL },
};
