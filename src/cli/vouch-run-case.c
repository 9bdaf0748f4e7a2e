/* Runs use cases from options or from JSON lines; what a request looks like is its record type's affair. */
#include "vouch-run-case.h"

#include <glib/gi18n-lib.h>

#include "vouch-alias.h"
#include "vouch-error.h"
#include "vouch-record-json.h"
#include "vouch-secret-prompt.h"
#include "vouch-sentence.h"

typedef struct
{
  const VouchRecordType *type;
  VouchRequestFunc func;
  gpointer data;
  const char *secrets;
  gboolean takes_key;
} Requests;

static gboolean
is_set (const VouchField *field, gconstpointer record)
{
  switch (field->kind)
    {
    case VOUCH_FIELD_TEXT:
      return VOUCH_RECORD_TEXT (field, record) != NULL;
    case VOUCH_FIELD_BYTES:
      return VOUCH_RECORD_BYTES (field, record) != NULL;
    case VOUCH_FIELD_ID:
    case VOUCH_FIELD_QUANTITY:
    case VOUCH_FIELD_NUMBER:
    case VOUCH_FIELD_DATE:
    case VOUCH_FIELD_TIME:
    case VOUCH_FIELD_ENUM:
    case VOUCH_FIELD_FLAG:
    default:
      return vouch_record_get_number (field, record) != 0;
    }
}

static char *
find_secret (VouchCli *cli, const char *option, gboolean may_ask, GError **error)
{
  gboolean is_pin = g_str_equal (option, "pin-file");
  const char *path =
      is_pin ? vouch_cli_get_pin_file (cli) : vouch_arguments_take (vouch_cli_get_arguments (cli), option);

  if (path != NULL)
    return vouch_cli_read_secret (path, error);
  return is_pin && may_ask ? vouch_secret_prompt (_ ("PIN to sign with: "), error) : NULL;
}

/* Secrets come from files: a command line is seen by everybody on the machine. */
static gboolean
read_secrets (VouchCli *cli, const Requests *requests, gpointer record, gboolean may_ask, GError **error)
{
  g_auto (GStrv) pairs = g_strsplit (requests->secrets != NULL ? requests->secrets : "", ",", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);
      g_autoptr (GError) local = NULL;
      g_autofree char *secret = NULL;

      if (is_set (vouch_record_find_field (requests->type, pair[1]), record))
        continue;
      secret = find_secret (cli, pair[0], may_ask, &local);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (secret != NULL && !vouch_record_set_text (requests->type, record, pair[1], secret, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_alias (VouchCli *cli, const VouchRecordType *type, gpointer record, const char *name, const char *text,
           GError **error)
{
  VouchStation *station = vouch_cli_get_station (cli);

  /* What only looks has opened the station beside its owner by now. */
  if (station == NULL)
    station = vouch_cli_open (cli, VOUCH_DB_OWN, error);
  return station != NULL && vouch_alias_set (station, type, record, name, text, error);
}

/* A value that is given is there, whether or not somebody also says that it is. */
static void
note_value (const VouchRecordType *type, gpointer record, const char *member)
{
  g_autofree char *name = g_strconcat ("has_", member, NULL);
  const VouchField *field = vouch_record_find_field (type, name);

  if (field != NULL)
    vouch_record_set_number (field, record, TRUE);
}

static gboolean
set_option (VouchCli *cli, const VouchRecordType *type, gpointer record, const char *name, const char *value,
            GError **error)
{
  g_autofree char *member = g_strdelimit (g_strdup (name), "-", '_');
  const VouchField *field = vouch_record_find_field (type, member);

  if (vouch_alias_is_known (type, member))
    return set_alias (cli, type, record, member, value, error);
  if (field != NULL && (field->flags & VOUCH_FIELD_SECRET))
    {
      vouch_set_field_error (error, member, VOUCH_ERROR_INVALID,
                             _ ("“%s” is a secret; everybody can see a command line, so name a file with it"), member);
      return FALSE;
    }
  note_value (type, record, member);
  return vouch_record_set_text (type, record, member, value, error);
}

/* An option that no field has is wrong usage; a value that a field does not take is refused by a rule. */
static gboolean
option_is_known (const VouchRecordType *type, const char *name)
{
  g_autofree char *member = g_strdelimit (g_strdup (name), "-", '_');

  return vouch_record_find_field (type, member) != NULL || vouch_alias_is_known (type, member);
}

/* Only a use case can promise to be done once. */
static VouchAnswer *
answer_record (VouchCli *cli, const Requests *requests, gconstpointer record, const char *key, GError **error)
{
  if (key == NULL || requests->takes_key)
    return requests->func (cli, record, key, requests->data, error);
  vouch_set_field_error (error, "key", VOUCH_ERROR_INVALID, _ ("This command takes no key"));
  return NULL;
}

/* The lot is looked up first, because a check is looked up by its lot, whatever the order of the options. */
static gboolean
set_lot (VouchCli *cli, const VouchRecordType *type, gpointer record, GError **error)
{
  const char *number =
      vouch_alias_is_known (type, "lot") ? vouch_arguments_take (vouch_cli_get_arguments (cli), "lot") : NULL;

  return number == NULL || set_alias (cli, type, record, "lot", number, error);
}

static void
answer_options (VouchCli *cli, const Requests *requests)
{
  VouchArguments *arguments = vouch_cli_get_arguments (cli);
  const char *key = vouch_arguments_take (arguments, "key"), *name, *value;
  gpointer record = vouch_record_new (requests->type);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchAnswer) answer = NULL;
  gboolean good = read_secrets (cli, requests, record, FALSE, &error) && set_lot (cli, requests->type, record, &error);

  while (good && vouch_arguments_take_next (arguments, &name, &value))
    {
      if (!option_is_known (requests->type, name))
        {
          vouch_cli_fail_usage (cli, _ ("“%s” is not understood here; see “vouch --help”"), name);
          vouch_record_free (requests->type, record);
          return;
        }
      good = set_option (cli, requests->type, record, name, value, &error);
    }
  /* Nobody is asked for a PIN before everything else is understood. */
  if (good && vouch_cli_check_taken (cli) && read_secrets (cli, requests, record, TRUE, &error))
    answer = answer_record (cli, requests, record, key, &error);
  vouch_record_free (requests->type, record);
  if (answer != NULL)
    vouch_cli_tell (cli, answer);
  else if (error != NULL)
    vouch_cli_fail (cli, error);
}

static gboolean
take_text (JsonObject *object, const char *name, char **text, GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return TRUE;
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    {
      vouch_set_field_error (error, name, VOUCH_ERROR_INVALID, _ ("“%s” has to be a text"), name);
      return FALSE;
    }
  *text = g_strdup (json_node_get_string (node));
  json_object_remove_member (object, name);
  return TRUE;
}

/* Aliases are taken out and looked up after the fields, because a check is looked up by its lot. */
static gpointer
read_request (VouchCli *cli, const VouchRecordType *type, JsonObject *object, GError **error)
{
  static const char *const names[] = { "lot", "product", "line", "delivery", "check" };
  char *texts[G_N_ELEMENTS (names)] = { NULL };
  gpointer record;
  gboolean good = TRUE;

  for (guint i = 0; good && i < G_N_ELEMENTS (names); i++)
    if (vouch_alias_is_known (type, names[i]))
      good = take_text (object, names[i], &texts[i], error);
  record = good ? vouch_record_from_json (type, object, VOUCH_JSON_STRICT, error) : NULL;
  for (guint i = 0; record != NULL && i < type->n_fields; i++)
    if (json_object_has_member (object, type->fields[i].name))
      note_value (type, record, type->fields[i].name);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (record != NULL && texts[i] != NULL && !set_alias (cli, type, record, names[i], texts[i], error))
        {
          vouch_record_free (type, record);
          record = NULL;
        }
      g_free (texts[i]);
    }
  return record;
}

static VouchAnswer *
answer_line (VouchCli *cli, JsonObject *object, gpointer data, GError **error)
{
  const Requests *requests = data;
  g_autofree char *key = NULL;
  gpointer record;
  VouchAnswer *answer;

  if (!take_text (object, "key", &key, error))
    return NULL;
  record = read_request (cli, requests->type, object, error);
  if (record == NULL)
    return NULL;
  answer =
      read_secrets (cli, requests, record, FALSE, error) ? answer_record (cli, requests, record, key, error) : NULL;
  vouch_record_free (requests->type, record);
  return answer;
}

static VouchAnswer *
run_use_case (VouchCli *cli, gconstpointer request, const char *key, gpointer data, GError **error)
{
  const VouchVerb *verb = data;
  g_autoptr (VouchActor) own = verb->is_station ? vouch_actor_new_station () : NULL;
  VouchActor *actor = own;
  VouchStation *station =
      verb->is_station ? vouch_cli_open (cli, VOUCH_DB_OWN, error) : vouch_cli_open_as (cli, &actor, error);
  const VouchRecordType *type = verb->use_case->answer;
  VouchAnswer *answer;
  gpointer record;

  if (station == NULL)
    return NULL;
  record = vouch_use_case_run (verb->use_case, station, actor, key, request, error);
  if (record == NULL)
    return NULL;
  answer = vouch_answer_new (vouch_record_to_json (type, record, vouch_cli_get_offset (cli)),
                             vouch_sentence_of_answer (type, record));
  vouch_record_free (type, record);
  return answer;
}

static gboolean
has_required_fields (const VouchRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].flags & VOUCH_FIELD_REQUIRED)
      return TRUE;
  return FALSE;
}

static void
answer_requests (VouchCli *cli, Requests *requests)
{
  VouchArguments *arguments = vouch_cli_get_arguments (cli);

  if (vouch_arguments_take_flag (arguments, "stdin"))
    {
      if (vouch_cli_check_taken (cli))
        vouch_lines_answer_all (cli, answer_line, requests);
    }
  else if (vouch_arguments_has_options (arguments) || !has_required_fields (requests->type))
    answer_options (cli, requests);
  else
    vouch_cli_fail_usage (cli,
                          _ ("Say what is to be done with options, or --stdin for JSON lines; see “vouch --help”"));
}

/**
 * vouch_run_requests:
 * @cli: the run
 * @type: the requests' type
 * @secrets: (nullable): see #VouchVerb
 * @func: answers one request
 * @data: for @func
 *
 * One request from options, or as many as there are lines on standard input with `--stdin`.
 */
void
vouch_run_requests (VouchCli *cli, const VouchRecordType *type, const char *secrets, VouchRequestFunc func,
                    gpointer data)
{
  Requests requests = { type, func, data, secrets, FALSE };

  answer_requests (cli, &requests);
}

/**
 * vouch_run_acts:
 * @cli: the run
 * @type: the requests' type
 * @secrets: (nullable): see #VouchVerb
 * @func: runs the use case of one request, under the key that it gets
 * @data: for @func
 *
 * Like vouch_run_requests(), for requests that are done once under a key.
 */
void
vouch_run_acts (VouchCli *cli, const VouchRecordType *type, const char *secrets, VouchRequestFunc func, gpointer data)
{
  Requests requests = { type, func, data, secrets, TRUE };

  answer_requests (cli, &requests);
}
/**
 * vouch_run_case:
 * @cli: the run
 * @verb: a command with a use case
 *
 * The whole of a command that runs a use case.
 */
void
vouch_run_case (VouchCli *cli, const VouchVerb *verb)
{
  vouch_run_acts (cli, verb->use_case->request, verb->secrets, run_use_case, (gpointer)verb);
}
