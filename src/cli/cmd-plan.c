#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-alias.h"
#include "vouch-error.h"
#include "vouch-lines.h"
#include "vouch-list.h"
#include "vouch-plan-entry.h"
#include "vouch-plan-version-work.h"
#include "vouch-plan-view.h"
#include "vouch-record-json.h"
#include "vouch-run-case.h"
#include "vouch-sentence.h"
#include "vouch-words.h"

static char *
say_entry (gconstpointer data)
{
  const VouchPlanEntry *entry = data;
  GString *text = g_string_new (NULL);

  if (entry->version != 0)
    /* Translators: a plan in a list: product's number, product, version. */
    g_string_append_printf (text, _ ("%s  %s  version %d"), entry->product,
                            vouch_words_choose (entry->name_en, entry->name_zh), (int)entry->version);
  else
    /* Translators: a product's number, product. */
    g_string_append_printf (text, _ ("%s  %s  no plan in force"), entry->product,
                            vouch_words_choose (entry->name_en, entry->name_zh));
  if (entry->drafts > 0)
    {
      g_string_append (text, "  ");
      /* Translators: a version's number, a person. */
      g_string_append_printf (text, _ ("draft %d of %s waits for approval"), (int)entry->draft_version,
                              entry->draft_author);
    }
  return g_string_free (text, FALSE);
}

static gpointer
read_waiting (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_plan_entry_list_waiting (conn, error);
}

static void
list (VouchCli *cli, const VouchVerb *verb)
{
  if (vouch_arguments_take_flag (vouch_cli_get_arguments (cli), "waiting"))
    vouch_list_read (cli, &vouch_plan_entry_type, read_waiting, NULL, say_entry);
  else
    vouch_list_read_source (cli, &vouch_plan_entry_type, &vouch_plan_source, NULL, 0, say_entry);
}

static gboolean
take_member (JsonObject *object, const char *name, JsonObject *own)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return FALSE;
  json_object_set_member (own, name, json_node_copy (node));
  json_object_remove_member (object, name);
  return TRUE;
}

/* What says which plan is the request's own; the rest is the plan. */
static VouchPlanDraftRequest *
read_draft (VouchCli *cli, JsonObject *object, GError **error)
{
  g_autoptr (VouchPlanDraftRequest) request = NULL;
  g_autoptr (JsonObject) own = json_object_new ();
  VouchStation *station;
  JsonNode *product = json_object_get_member (object, "product");
  char *text;

  if (product == NULL || json_node_get_value_type (product) != G_TYPE_STRING)
    {
      vouch_set_field_error (error, "product", VOUCH_ERROR_INVALID, _ ("“%s” is missing"), "product");
      return NULL;
    }
  take_member (object, "type", own);
  take_member (object, "as_version", own);
  take_member (object, "note", own);
  request = vouch_record_from_json (&vouch_plan_draft_request_type, own, VOUCH_JSON_STRICT, error);
  station = request != NULL ? vouch_cli_open (cli, VOUCH_DB_OWN, error) : NULL;
  if (station == NULL || !vouch_alias_set (station, &vouch_plan_draft_request_type, request, "product",
                                           json_node_get_string (product), error))
    return NULL;
  text = vouch_json_write (object);
  request->content = g_bytes_new_take (text, strlen (text));
  return g_steal_pointer (&request);
}

static char *
take_key (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "key");
  char *key = node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_dup_string (node) : NULL;

  if (key != NULL)
    json_object_remove_member (object, "key");
  return key;
}

static VouchAnswer *
answer_draft (VouchCli *cli, JsonObject *object, gpointer data, GError **error)
{
  g_autofree char *key = take_key (object);
  g_autoptr (VouchPlanDraftRequest) request = read_draft (cli, object, error);
  g_autoptr (VouchPlanChanged) changed = NULL;
  VouchActor *actor = NULL;
  VouchStation *station = request != NULL ? vouch_cli_open_as (cli, &actor, error) : NULL;

  if (station == NULL)
    return NULL;
  changed = vouch_use_case_run (&vouch_plan_draft, station, actor, key, request, error);
  if (changed == NULL)
    return NULL;
  return vouch_answer_new (vouch_record_to_json (&vouch_plan_changed_type, changed, vouch_cli_get_offset (cli)),
                           vouch_sentence_of_answer (&vouch_plan_changed_type, changed));
}

static void
draft (VouchCli *cli, const VouchVerb *verb)
{
  vouch_arguments_take_flag (vouch_cli_get_arguments (cli), "stdin");
  if (vouch_cli_check_taken (cli))
    vouch_lines_answer_all (cli, answer_draft, NULL);
}

const VouchVerb vouch_verbs_of_plan[] = {
  {
      .noun = "plan",
      .verb = "list",
      .arguments = "[--waiting]",
      .help = N_ ("lists products with their plans, or those whose drafts wait for approval"),
      .run = list,
  },
  {
      .noun = "plan",
      .verb = "show",
      .arguments = "--product SKU [--plan-version N]",
      .help = N_ ("shows all that a version of a plan says, and what it changes"),
      .run = vouch_plan_view_show,
  },
  {
      .noun = "plan",
      .verb = "explain",
      .arguments = "--product SKU [--plan-version N] --lot-size N [--severity normal|tightened|reduced]",
      .help = N_ ("says what each rule of a plan comes to for a lot, why, and how well it protects"),
      .run = vouch_plan_view_explain,
  },
  {
      .noun = "plan",
      .verb = "draft",
      .help = N_ ("drafts new versions, one JSON object a line on standard input"),
      .run = draft,
  },
  {
      .noun = "plan",
      .verb = "approve",
      .arguments = "--product SKU --plan-version N [--seen N] --badge OWN-BADGE --pin-file FILE",
      .help = N_ ("puts a version in force that somebody else drafted; badge and PIN sign"),
      .run = vouch_run_case,
      .use_case = &vouch_plan_approve,
      .secrets = "pin-file=pin",
  },
  {
      .noun = "plan",
      .verb = "retire",
      .arguments = "--product SKU --plan-version N --reason TEXT --badge OWN-BADGE --pin-file FILE",
      .help = N_ ("takes a version out of use, or refuses a draft; badge and PIN sign"),
      .run = vouch_run_case,
      .use_case = &vouch_plan_retire,
      .secrets = "pin-file=pin",
  },
  { NULL },
};
