#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-gs1-reading.h"
#include "vouch-gs1-rule.h"
#include "vouch-gs1-write.h"
#include "vouch-json-member.h"
#include "vouch-lines.h"
#include "vouch-verb.h"

static VouchGs1Reading *
parse (const char *form, const char *input, gsize length, GError **error)
{
  if (g_str_equal (form, "scan"))
    return vouch_gs1_reading_parse_scan (input, length);
  if (g_str_equal (form, "bracketed"))
    return vouch_gs1_reading_parse_bracketed (input);
  if (g_str_equal (form, "dl"))
    return vouch_gs1_reading_parse_digital_link (input);
  vouch_set_field_error (error, "form", VOUCH_ERROR_INVALID, _ ("“%s” is no form; there are bracketed, scan, dl"),
                         form);
  return NULL;
}

static JsonArray *
list_elements (const VouchGs1Reading *reading)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < vouch_gs1_reading_get_n_elements (reading); i++)
    {
      const VouchGs1Element *element = vouch_gs1_reading_get_element (reading, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "ai", element->ai);
      json_object_set_string_member (object, "value", element->value);
      json_object_set_string_member (object, "title", element->title);
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
add_problem (JsonArray *array, const VouchGs1Problem *problem)
{
  JsonObject *object = json_object_new ();

  if (*problem->ai != '\0')
    json_object_set_string_member (object, "ai", problem->ai);
  else
    json_object_set_null_member (object, "ai");
  json_object_set_int_member (object, "position", (gint64)problem->position);
  json_object_set_string_member (object, "rule", vouch_gs1_rule_get_name (problem->rule));
  json_object_set_string_member (object, "message", problem->message);
  json_array_add_object_element (array, object);
}

/* What makes a reading invalid, and after it what makes it incomplete. */
static JsonArray *
list_problems (const VouchGs1Reading *reading)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < vouch_gs1_reading_get_n_errors (reading); i++)
    add_problem (array, vouch_gs1_reading_get_error (reading, i));
  for (guint i = 0; i < vouch_gs1_reading_get_n_gaps (reading); i++)
    add_problem (array, vouch_gs1_reading_get_gap (reading, i));
  return array;
}

static char *
say_reading (const VouchGs1Reading *reading)
{
  g_autoptr (GString) sentence = g_string_new (NULL);

  for (guint i = 0; i < vouch_gs1_reading_get_n_elements (reading); i++)
    {
      const VouchGs1Element *element = vouch_gs1_reading_get_element (reading, i);

      g_string_append_printf (sentence, "(%s) %s  %s\n", element->ai, element->value, element->title);
    }
  for (guint i = 0; i < vouch_gs1_reading_get_n_errors (reading); i++)
    g_string_append_printf (sentence, "%s\n", vouch_gs1_reading_get_error (reading, i)->message);
  for (guint i = 0; i < vouch_gs1_reading_get_n_gaps (reading); i++)
    g_string_append_printf (sentence, "%s\n", vouch_gs1_reading_get_gap (reading, i)->message);
  g_string_append (sentence, !vouch_gs1_reading_is_valid (reading)      ? _ ("not valid")
                             : !vouch_gs1_reading_is_complete (reading) ? _ ("valid, not complete")
                                                                        : _ ("valid and complete"));
  return g_string_free (g_steal_pointer (&sentence), FALSE);
}

static void
set_text_or_null (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

static VouchAnswer *
answer_parse (VouchCli *cli, JsonObject *request, gpointer data, GError **error)
{
  const char *form, *input;
  g_autoptr (VouchGs1Reading) reading = NULL;
  g_autofree char *link = NULL;
  JsonObject *object;

  if (!vouch_json_member_get_text (request, "form", "scan", &form, error) ||
      !vouch_json_member_get_text (request, "input", NULL, &input, error))
    return NULL;
  reading = parse (form, input, strlen (input), error);
  if (reading == NULL)
    return NULL;
  object = json_object_new ();
  json_object_set_boolean_member (object, "valid", vouch_gs1_reading_is_valid (reading));
  json_object_set_boolean_member (object, "complete", vouch_gs1_reading_is_complete (reading));
  json_object_set_array_member (object, "elements", list_elements (reading));
  link = vouch_gs1_reading_is_valid (reading) ? vouch_gs1_reading_to_digital_link (reading, VOUCH_GS1_CANONICAL_STEM)
                                              : NULL;
  set_text_or_null (object, "digital_link", link);
  json_object_set_array_member (object, "errors", list_problems (reading));
  return vouch_answer_new (object, say_reading (reading));
}

static gboolean
take_pair (JsonNode *node, GArray *pairs, GError **error)
{
  VouchGs1Pair pair;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      vouch_set_field_error (error, "elements", VOUCH_ERROR_INVALID,
                             _ ("Each of the elements is an object with “ai” and “value”"));
      return FALSE;
    }
  if (!vouch_json_member_get_text (json_node_get_object (node), "ai", NULL, &pair.ai, error) ||
      !vouch_json_member_get_text (json_node_get_object (node), "value", NULL, &pair.value, error))
    return FALSE;
  g_array_append_val (pairs, pair);
  return TRUE;
}

static VouchGs1Reading *
read_list (JsonArray *list, GError **error)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (VouchGs1Pair));

  for (guint i = 0; i < json_array_get_length (list); i++)
    if (!take_pair (json_array_get_element (list, i), pairs, error))
      return NULL;
  if (pairs->len == 0)
    {
      vouch_set_field_error (error, "elements", VOUCH_ERROR_INVALID, _ ("There are no elements to write"));
      return NULL;
    }
  return vouch_gs1_reading_new_from_pairs ((VouchGs1Pair *)pairs->data, pairs->len);
}

/* A list as vouch gs1 parse gives it, or a text in brackets. */
static VouchGs1Reading *
read_elements (JsonObject *request, GError **error)
{
  JsonNode *node = json_object_get_member (request, "elements");
  const char *text;

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return read_list (json_node_get_array (node), error);
  if (!vouch_json_member_get_text (request, "elements", NULL, &text, error))
    return NULL;
  return vouch_gs1_reading_parse_bracketed (text);
}

/* What stands in front of the first key. A link that a reader would refuse is not written. */
static char *
write_link (const VouchGs1Reading *reading, const char *stem, GError **error)
{
  g_autofree char *begun = g_strndup (stem, strlen (stem) - g_str_has_suffix (stem, "/"));
  g_autofree char *link = vouch_gs1_reading_to_digital_link (reading, begun);
  g_autoptr (VouchGs1Reading) again = link != NULL ? vouch_gs1_reading_parse_digital_link (link) : NULL;

  if (again != NULL && !vouch_gs1_reading_is_valid (again))
    vouch_set_field_error (error, "stem", VOUCH_ERROR_INVALID,
                           _ ("“%s” cannot stand before a Digital Link; give scheme and host, like %s"), stem,
                           VOUCH_GS1_CANONICAL_STEM);
  return g_steal_pointer (&link);
}

static char *
say_built (const char *bracketed, const char *link, const VouchGs1Reading *reading)
{
  g_autoptr (GString) sentence = g_string_new (bracketed);

  if (link != NULL)
    g_string_append_printf (sentence, "\n%s", link);
  for (guint i = 0; i < vouch_gs1_reading_get_n_gaps (reading); i++)
    g_string_append_printf (sentence, "\n%s", vouch_gs1_reading_get_gap (reading, i)->message);
  return g_string_free (g_steal_pointer (&sentence), FALSE);
}

static VouchAnswer *
answer_build (VouchCli *cli, JsonObject *request, gpointer data, GError **error)
{
  const char *stem;
  g_autoptr (VouchGs1Reading) reading = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *bracketed = NULL;
  g_autofree char *scan = NULL;
  g_autofree char *link = NULL;
  JsonObject *object;

  if (!vouch_json_member_get_text (request, "stem", VOUCH_GS1_CANONICAL_STEM, &stem, error))
    return NULL;
  reading = read_elements (request, error);
  if (reading == NULL || !vouch_gs1_reading_check (reading, error))
    return NULL;
  link = write_link (reading, stem, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  bracketed = vouch_gs1_reading_to_string (reading, VOUCH_GS1_SYNTAX_BRACKETED);
  scan = vouch_gs1_reading_to_string (reading, VOUCH_GS1_SYNTAX_SCAN);
  object = json_object_new ();
  json_object_set_boolean_member (object, "complete", vouch_gs1_reading_is_complete (reading));
  json_object_set_string_member (object, "bracketed", bracketed);
  json_object_set_string_member (object, "scan", scan);
  set_text_or_null (object, "digital_link", link);
  json_object_set_array_member (object, "errors", list_problems (reading));
  return vouch_answer_new (object, say_built (bracketed, link, reading));
}

static void
run_parse (VouchCli *cli, const VouchVerb *verb)
{
  vouch_json_member_run (cli, answer_parse);
}

static void
run_build (VouchCli *cli, const VouchVerb *verb)
{
  vouch_json_member_run (cli, answer_build);
}

const VouchVerb vouch_verbs_of_gs1[] = {
  {
      .noun = "gs1",
      .verb = "parse",
      .arguments = "[--form bracketed|scan|dl --input TEXT]",
      .help = N_ ("says what a GS1 element string or Digital Link means; needs no station"),
      .run = run_parse,
  },
  {
      .noun = "gs1",
      .verb = "build",
      .arguments = "[--elements TEXT [--stem URI]]",
      .help = N_ ("writes elements as an element string and as a Digital Link; needs no station"),
      .run = run_build,
  },
  { NULL },
};
