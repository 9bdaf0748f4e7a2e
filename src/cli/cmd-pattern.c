#include <glib/gi18n-lib.h>

#include "vouch-code-form.h"
#include "vouch-list.h"
#include "vouch-pattern-fit.h"
#include "vouch-pattern-work.h"
#include "vouch-record-json.h"
#include "vouch-run-case.h"
#include "vouch-scan-pattern-store.h"

static char *
say_pattern (gconstpointer data)
{
  const VouchScanPattern *pattern = data;

  return g_strdup_printf ("%5d  %-24s  %s  %s%s%s  %s", (int)pattern->position, pattern->name, pattern->pattern,
                          vouch_enum_get_name (&vouch_scan_pattern_kind_values, pattern->kind),
                          pattern->check_rule != VOUCH_CARRIER_CHECK_NONE ? " " : "",
                          pattern->check_rule != VOUCH_CARRIER_CHECK_NONE
                              ? vouch_enum_get_name (&vouch_carrier_check_values, pattern->check_rule)
                              : "",
                          pattern->is_active ? pattern->meaning != NULL ? pattern->meaning : "" : _ ("not in use"));
}

static gpointer
read_patterns (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_scan_pattern_store_list (conn, error);
}

static void
list (VouchCli *cli, const VouchVerb *verb)
{
  vouch_list_read (cli, &vouch_scan_pattern_type, read_patterns, NULL, say_pattern);
}

/* Which patterns one code looks like; or whether it looks like a pattern that nobody has added yet. */
typedef struct
{
  char *code;
  char *pattern;
  char *check_rule;
} TryRequest;

static const VouchField try_fields[] = {
  VOUCH_FIELD (TryRequest, code, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (TryRequest, pattern, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (TryRequest, check_rule, TEXT, VOUCH_FIELD_PLAIN),
};

static const VouchRecordType try_type = {
  .name = "pattern_try", .size = sizeof (TryRequest), .fields = try_fields, .n_fields = G_N_ELEMENTS (try_fields)
};

typedef struct
{
  const char *code;
  const char *pattern; /* nullable */
  int check_rule;
} Trial;

static gpointer
read_fits (VouchConn *conn, gpointer data, GError **error)
{
  Trial *trial = data;
  g_autoptr (GPtrArray) patterns = vouch_scan_pattern_store_list (conn, error);
  GPtrArray *fits, *of_house;

  if (patterns == NULL)
    return NULL;
  fits = vouch_pattern_fit_list (patterns, VOUCH_SCAN_PATTERN_KIND_WAYBILL, trial->code);
  of_house = vouch_pattern_fit_list (patterns, VOUCH_SCAN_PATTERN_KIND_USER, trial->code);
  g_ptr_array_extend_and_steal (fits, of_house);
  return fits;
}

/* A pattern that is only tried needs no station. */
static GPtrArray *
try_one (const Trial *trial, GError **error)
{
  g_autoptr (VouchCodeForm) form = vouch_code_form_new (trial->pattern, NULL, error);
  VouchScanPattern pattern = { .name = (char *)trial->pattern,
                               .pattern = (char *)trial->pattern,
                               .check_rule = trial->check_rule };
  VouchPatternFit *fit;
  GPtrArray *fits;

  if (form == NULL)
    return NULL;
  fits = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_pattern_fit_free);
  fit = vouch_pattern_fit_new (&pattern, trial->code);
  if (fit != NULL)
    g_ptr_array_add (fits, fit);
  return fits;
}

static VouchAnswer *
answer_try (VouchCli *cli, gconstpointer data, const char *key, gpointer user_data, GError **error)
{
  const TryRequest *request = data;
  Trial trial = { request->code, request->pattern,
                  vouch_enum_find (&vouch_carrier_check_values,
                                   request->check_rule != NULL ? request->check_rule : "none") };
  VouchStation *station = trial.pattern == NULL ? vouch_cli_open (cli, VOUCH_DB_LOOK, error) : NULL;
  g_autoptr (GPtrArray) fits = NULL;
  g_autoptr (GString) sentence = g_string_new (request->code);
  JsonObject *object;

  if (trial.pattern == NULL && station == NULL)
    return NULL;
  trial.check_rule = MAX (trial.check_rule, VOUCH_CARRIER_CHECK_NONE);
  fits = trial.pattern != NULL ? try_one (&trial, error) : vouch_station_read (station, read_fits, &trial, error);
  if (fits == NULL)
    return NULL;
  for (guint i = 0; i < fits->len; i++)
    {
      const VouchPatternFit *fit = g_ptr_array_index (fits, i);

      g_string_append_printf (sentence, "\n  %s  %s", vouch_pattern_fit_get_meaning (fit), fit->part);
    }
  if (fits->len == 0)
    g_string_append_printf (sentence, "\n  %s", _ ("looks like none of them"));
  object = json_object_new ();
  json_object_set_string_member (object, "code", request->code);
  json_object_set_array_member (object, "fits",
                                vouch_list_to_json (&vouch_pattern_fit_type, fits, vouch_cli_get_offset (cli)));
  return vouch_answer_new (object, g_string_free (g_steal_pointer (&sentence), FALSE));
}

static void
run_try (VouchCli *cli, const VouchVerb *verb)
{
  vouch_run_requests (cli, &try_type, NULL, answer_try, NULL);
}

#define CONTENT                                                                                                        \
  "[--meaning TEXT] [--check-rule none|s10|ups|fedex|mod7] [--opens delivery|product|lot|location|nothing] "           \
  "[--position N]"

const VouchVerb vouch_verbs_of_pattern[] = {
  {
      .noun = "pattern",
      .verb = "list",
      .help = N_ ("lists what codes of carriers and of the house look like, in the order in which they are tried"),
      .run = list,
  },
  {
      .noun = "pattern",
      .verb = "try",
      .arguments = "--code CODE [--pattern PATTERN] [--check-rule RULE]",
      .help = N_ ("says which patterns a code looks like, or whether it looks like one that is given"),
      .run = run_try,
  },
  {
      .noun = "pattern",
      .verb = "add",
      .arguments = "--name NAME --pattern PATTERN [--kind waybill|user] " CONTENT,
      .help = N_ ("adds a pattern"),
      .run = vouch_run_case,
      .use_case = &vouch_pattern_add,
  },
  {
      .noun = "pattern",
      .verb = "change",
      .arguments = "--name NAME [--new-name NAME] [--pattern PATTERN] [--kind waybill|user] " CONTENT,
      .help = N_ ("changes a pattern; what is not said stays"),
      .run = vouch_run_case,
      .use_case = &vouch_pattern_change,
  },
  {
      .noun = "pattern",
      .verb = "retire",
      .arguments = "--name NAME",
      .help = N_ ("takes a pattern out of use"),
      .run = vouch_run_case,
      .use_case = &vouch_pattern_retire,
  },
  {
      .noun = "pattern",
      .verb = "restore",
      .arguments = "--name NAME",
      .help = N_ ("puts a pattern back into use"),
      .run = vouch_run_case,
      .use_case = &vouch_pattern_restore,
  },
  {
      .noun = "pattern",
      .verb = "add-usual",
      .arguments = "[--only NAME]",
      .help = N_ ("adds the usual carriers' patterns that are not there yet"),
      .run = vouch_run_case,
      .use_case = &vouch_pattern_add_usual,
  },
  { NULL },
};
