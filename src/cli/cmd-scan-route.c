/* What the station would make of a code, without scanning it anywhere. */
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "vouch-lines.h"
#include "vouch-record-json.h"
#include "vouch-scan-explain.h"
#include "vouch-station-settings.h"
#include "vouch-verb.h"

typedef struct
{
  VouchStation *station; /* nullable: what the text alone tells */
  VouchScanRules rules;
} Router;

static void
say (GString *text, const char *name, const char *value)
{
  if (value != NULL)
    g_string_append_printf (text, "\n  %s: %s", name, value);
}

static char *
say_explanation (const VouchScanExplanation *explanation)
{
  g_autoptr (GString) text = g_string_new (explanation->text);
  g_autofree char *produced =
      explanation->produced != VOUCH_DATE_NONE ? vouch_date_to_string (explanation->produced) : NULL;
  g_autofree char *expiry = explanation->expiry != VOUCH_DATE_NONE ? vouch_date_to_string (explanation->expiry) : NULL;

  g_string_append_printf (text, "\n  %s", explanation->what);
  say (text, _ ("command"), explanation->command);
  say (text, "GTIN", explanation->gtin);
  say (text, _ ("product"), explanation->product);
  say (text, "SSCC", explanation->sscc);
  say (text, _ ("lot"), explanation->lot);
  say (text, _ ("produced"), produced);
  say (text, _ ("expiry"), expiry);
  say (text, _ ("serial"), explanation->serial);
  say (text, _ ("looks like"), explanation->meanings);
  say (text, _ ("not known"), explanation->unknown);
  if (explanation->is_doubtful)
    g_string_append_printf (text, "\n  %s", _ ("a separator may be missing; somebody is asked"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static VouchAnswer *
explain (VouchCli *cli, const Router *router, const char *code, GError **error)
{
  g_autoptr (VouchScan) scan = vouch_scan_new (code, -1, VOUCH_SCAN_TYPED, 0, error);
  g_auto (VouchScanMeaning) meaning = { 0 };
  g_autoptr (VouchScanExplanation) explanation = NULL;
  g_autoptr (VouchClock) clock = vouch_clock_new_system ();

  if (scan == NULL)
    return NULL;
  if (router->station == NULL)
    vouch_scan_route_form (scan, &router->rules, &meaning);
  else if (!vouch_scan_route (router->station, scan, &router->rules, &meaning, error))
    return NULL;
  explanation = vouch_scan_explain (&meaning, vouch_clock_today (clock));
  return vouch_answer_new (vouch_record_to_json (&vouch_scan_explanation_type, explanation, vouch_cli_get_offset (cli)),
                           say_explanation (explanation));
}

static void
answer (VouchCli *cli, const Router *router, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchAnswer) told = explain (cli, router, code, &error);

  if (told != NULL)
    vouch_cli_tell (cli, told);
  else
    vouch_cli_fail (cli, error);
}

static void
answer_all (VouchCli *cli, const Router *router)
{
  char *next;

  while (vouch_lines_read (&next))
    {
      g_autofree char *line = next;

      if (*line != '\0')
        answer (cli, router, line);
    }
}

static void
run_route (VouchCli *cli, const VouchVerb *verb)
{
  VouchArguments *arguments = vouch_cli_get_arguments (cli);
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  g_autofree char *prefix = vouch_station_settings_dup_prefix (settings);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  gboolean is_pure = vouch_arguments_take_flag (arguments, "form-only");
  g_autoptr (GError) error = NULL;
  Router router = { .rules = { prefix, vouch_station_settings_accepts_odoo (settings) } };
  const char *code;

  vouch_arguments_take_flag (arguments, "stdin");
  while ((code = vouch_arguments_take_word (arguments)) != NULL)
    g_ptr_array_add (codes, (gpointer)code);
  if (!vouch_cli_check_taken (cli))
    return;
  if (!is_pure && (router.station = vouch_cli_open (cli, VOUCH_DB_LOOK, &error)) == NULL)
    {
      vouch_cli_fail (cli, error);
      return;
    }
  for (guint i = 0; i < codes->len; i++)
    answer (cli, &router, g_ptr_array_index (codes, i));
  if (codes->len == 0)
    answer_all (cli, &router);
}

const VouchVerb vouch_verbs_of_scan_route[] = {
  {
      .noun = "scan",
      .verb = "route",
      .arguments = "[--form-only] [CODE…]",
      .help = N_ ("says what the station would make of codes, from the command line or one a line; nobody signs in"),
      .run = run_route,
  },
  {
      .noun = "scan",
      .verb = "explain",
      .arguments = "[--form-only] [CODE…]",
      .help = N_ ("the same"),
      .run = run_route,
  },
  { NULL },
};
