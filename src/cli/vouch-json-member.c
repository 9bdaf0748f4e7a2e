/* Commands that need no station: one object in, one out, or the object's members as options. */
#include "vouch-json-member.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vouch-error.h"

static gboolean
refuse_missing (const char *name, GError **error)
{
  vouch_set_field_error (error, name, VOUCH_ERROR_INVALID, _ ("“%s” is missing"), name);
  return FALSE;
}

/**
 * vouch_json_member_get_text:
 * @object: a request
 * @name: a member's name
 * @otherwise: (nullable): what it is where it is missing; %NULL if it must not be
 * @text: (out) (transfer none): the member's text
 * @error: INVALID, naming the member
 *
 * Returns: whether there is a text
 */
gboolean
vouch_json_member_get_text (JsonObject *object, const char *name, const char *otherwise, const char **text,
                            GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || json_node_is_null (node))
    *text = otherwise;
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    *text = json_node_get_string (node);
  else
    {
      vouch_set_field_error (error, name, VOUCH_ERROR_INVALID, _ ("“%s” has to be a text"), name);
      return FALSE;
    }
  return *text != NULL || refuse_missing (name, error);
}

/**
 * vouch_json_member_get_number:
 * @object: a request
 * @name: a member's name
 * @number: (out): the whole number
 * @error: INVALID, naming the member
 *
 * An option's value is a text, so a text with a number in it is one too.
 *
 * Returns: whether there is a whole number
 */
gboolean
vouch_json_member_get_number (JsonObject *object, const char *name, gint64 *number, GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || json_node_is_null (node))
    return refuse_missing (name, error);
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    *number = json_node_get_int (node);
  else if (json_node_get_value_type (node) != G_TYPE_STRING ||
           !g_ascii_string_to_signed (json_node_get_string (node), 10, G_MININT64, G_MAXINT64, number, NULL))
    {
      vouch_set_field_error (error, name, VOUCH_ERROR_INVALID, _ ("“%s” has to be a whole number"), name);
      return FALSE;
    }
  return TRUE;
}

/* What a text says, or NAN. */
static double
read_real (const char *text)
{
  char *end;
  double number = g_ascii_strtod (text, &end);

  return *text != '\0' && !g_ascii_isspace (*text) && *end == '\0' ? number : NAN;
}

/**
 * vouch_json_member_get_real:
 * @object: a request
 * @name: a member's name
 * @number: (out): the number, which is finite
 * @error: INVALID, naming the member
 *
 * An option's value is a text, so a text with a number in it is one too.
 *
 * Returns: whether there is a number
 */
gboolean
vouch_json_member_get_real (JsonObject *object, const char *name, double *number, GError **error)
{
  JsonNode *node = json_object_get_member (object, name);
  GType type = node != NULL ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (node == NULL || json_node_is_null (node))
    return refuse_missing (name, error);
  *number = NAN;
  if (type == G_TYPE_INT64 || type == G_TYPE_DOUBLE)
    *number = json_node_get_double (node);
  else if (type == G_TYPE_STRING)
    *number = read_real (json_node_get_string (node));
  if (isfinite (*number))
    return TRUE;
  vouch_set_field_error (error, name, VOUCH_ERROR_INVALID, _ ("“%s” has to be a number"), name);
  return FALSE;
}

/**
 * vouch_json_member_get_flag:
 * @object: a request
 * @name: a member's name
 * @flag: (out): whether it is true; what is missing is not
 * @error: INVALID, naming the member
 *
 * Returns: whether it is a truth value, or missing
 */
gboolean
vouch_json_member_get_flag (JsonObject *object, const char *name, gboolean *flag, GError **error)
{
  JsonNode *node = json_object_get_member (object, name);
  const char *text = NULL;

  *flag = FALSE;
  if (node == NULL || json_node_is_null (node))
    return TRUE;
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    *flag = json_node_get_boolean (node);
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    text = json_node_get_string (node);
  else
    text = "";
  if (text == NULL || g_str_equal (text, "false"))
    return TRUE;
  *flag = g_str_equal (text, "true");
  if (!*flag)
    vouch_set_field_error (error, name, VOUCH_ERROR_INVALID, _ ("“%s” is either true or false"), name);
  return *flag;
}

/**
 * vouch_json_member_is_given:
 * @object: a request
 * @name: a member's name
 *
 * Returns: whether it is there, and not null
 */
gboolean
vouch_json_member_is_given (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && !json_node_is_null (node);
}

/**
 * vouch_json_member_run:
 * @cli: the run
 * @func: answers one request
 *
 * As vouch_json_member_run_with(), where one request has nothing to do with the next.
 */
void
vouch_json_member_run (VouchCli *cli, VouchLineFunc func)
{
  vouch_json_member_run_with (cli, func, NULL);
}

/**
 * vouch_json_member_run_with:
 * @cli: the run
 * @func: answers one request
 * @data: for @func, the same for all requests
 *
 * The whole of such a command: the options are one request, or without any, standard input has one a line.
 */
void
vouch_json_member_run_with (VouchCli *cli, VouchLineFunc func, gpointer data)
{
  VouchArguments *arguments = vouch_cli_get_arguments (cli);
  g_autoptr (JsonObject) request = json_object_new ();
  const char *name, *value;
  gboolean has_options = vouch_arguments_has_options (arguments);

  while (vouch_arguments_take_next (arguments, &name, &value))
    {
      g_autofree char *member = g_strdelimit (g_strdup (name), "-", '_');

      json_object_set_string_member (request, member, value);
    }
  if (vouch_arguments_take_flag (arguments, "stdin") && has_options)
    vouch_cli_fail_usage (cli, _ ("Give options or --stdin, not both"));
  else if (!vouch_cli_check_taken (cli))
    return;
  else if (has_options)
    vouch_lines_answer_one (cli, func, request, data);
  else
    vouch_lines_answer_all (cli, func, data);
}
