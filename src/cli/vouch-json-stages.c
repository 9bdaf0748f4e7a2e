/* The stages of a sampling plan in a request. */
#include "vouch-json-stages.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-json-member.h"

static gboolean
refuse_form (GError **error)
{
  vouch_set_field_error (
      error, "stages", VOUCH_ERROR_INVALID,
      _ ("“stages” lists the samples of the plan, each with n, ac and re; as an option, 50/1/4,50/4/5"));
  return FALSE;
}

static gboolean
read_count (JsonObject *object, const char *name, gint64 smallest, gint64 largest, gint64 *number, GError **error)
{
  if (!vouch_json_member_get_number (object, name, number, error))
    return FALSE;
  if (*number >= smallest && *number <= largest)
    return TRUE;
  vouch_set_field_error (error, name, VOUCH_ERROR_INVALID, _ ("“%s” is %lld to %lld"), name, (long long)smallest,
                         (long long)largest);
  return FALSE;
}

/* An acceptance number of null says that acceptance is not permitted yet; none at all was forgotten. */
static gboolean
read_acceptance (JsonObject *object, gint64 *ac, GError **error)
{
  *ac = VOUCH_SAMPLING_NO_ACCEPTANCE;
  if (json_object_has_member (object, "ac") && json_object_get_null_member (object, "ac"))
    return TRUE;
  return read_count (object, "ac", 0, G_MAXINT32, ac, error);
}

static gboolean
read_stage (JsonObject *object, VouchSamplingStage *stage, GError **error)
{
  gint64 n, ac, re;

  if (!read_count (object, "n", 1, G_MAXUINT32, &n, error) || !read_acceptance (object, &ac, error) ||
      !read_count (object, "re", 1, G_MAXUINT32, &re, error))
    return FALSE;
  *stage = (VouchSamplingStage){ .n = (guint32)n, .ac = (gint32)ac, .re = (guint32)re };
  return TRUE;
}

static gboolean
check_number (guint n_stages, GError **error)
{
  if (n_stages >= 1 && n_stages <= VOUCH_SAMPLING_STAGES_MAX)
    return TRUE;
  vouch_set_field_error (error, "stages", VOUCH_ERROR_INVALID, _ ("A plan has 1 to %d samples, not %u"),
                         VOUCH_SAMPLING_STAGES_MAX, n_stages);
  return FALSE;
}

static gboolean
read_array (JsonArray *array, VouchSamplingStages *stages, GError **error)
{
  stages->n_stages = json_array_get_length (array);
  if (!check_number (stages->n_stages, error))
    return FALSE;
  for (guint i = 0; i < stages->n_stages; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        return refuse_form (error);
      if (!read_stage (json_node_get_object (node), &stages->stages[i], error))
        return FALSE;
    }
  return TRUE;
}

/* "n/ac/re", ac # where acceptance is not permitted. */
static gboolean
read_part (const char *part, VouchSamplingStage *stage, GError **error)
{
  g_auto (GStrv) numbers = g_strsplit (part, "/", -1);
  g_autoptr (JsonObject) object = json_object_new ();

  if (g_strv_length (numbers) != 3)
    return refuse_form (error);
  json_object_set_string_member (object, "n", numbers[0]);
  if (g_str_equal (numbers[1], "#"))
    json_object_set_null_member (object, "ac");
  else
    json_object_set_string_member (object, "ac", numbers[1]);
  json_object_set_string_member (object, "re", numbers[2]);
  return read_stage (object, stage, error);
}

static gboolean
read_text (const char *text, VouchSamplingStages *stages, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  stages->n_stages = g_strv_length (parts);
  if (!check_number (stages->n_stages, error))
    return FALSE;
  for (guint i = 0; i < stages->n_stages; i++)
    if (!read_part (parts[i], &stages->stages[i], error))
      return FALSE;
  return TRUE;
}

/**
 * vouch_json_stages_read:
 * @request: a request with a member "stages": an array of objects with n, ac and re, or, because an option's value is a
 *   text, a text as 50/1/4,50/4/5
 * @stages: (out caller-allocates): the stages; whether a plan can have them is not checked
 * @error: INVALID, naming "stages" or the number at fault
 *
 * Returns: whether there are stages
 */
gboolean
vouch_json_stages_read (JsonObject *request, VouchSamplingStages *stages, GError **error)
{
  JsonNode *node = json_object_get_member (request, "stages");

  *stages = (VouchSamplingStages){ 0 };
  if (node == NULL || json_node_is_null (node))
    {
      vouch_set_field_error (error, "stages", VOUCH_ERROR_INVALID, _ ("“%s” is missing"), "stages");
      return FALSE;
    }
  if (JSON_NODE_HOLDS_ARRAY (node))
    return read_array (json_node_get_array (node), stages, error);
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return read_text (json_node_get_string (node), stages, error);
  return refuse_form (error);
}

/**
 * vouch_json_stages_write:
 * @stages: the samples of a plan
 *
 * Returns: (transfer full): objects with n, ac and re; ac is null where a sample cannot accept
 */
JsonArray *
vouch_json_stages_write (const VouchSamplingStages *stages)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < stages->n_stages; i++)
    {
      JsonObject *stage = json_object_new ();

      json_object_set_int_member (stage, "n", stages->stages[i].n);
      if (stages->stages[i].ac == VOUCH_SAMPLING_NO_ACCEPTANCE)
        json_object_set_null_member (stage, "ac");
      else
        json_object_set_int_member (stage, "ac", stages->stages[i].ac);
      json_object_set_int_member (stage, "re", stages->stages[i].re);
      json_array_add_object_element (array, stage);
    }
  return array;
}
