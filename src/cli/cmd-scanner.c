/* What is known of this station's scanners, and their check. */
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "vouch-clock.h"
#include "vouch-error.h"
#include "vouch-lines.h"
#include "vouch-record-json.h"
#include "vouch-scanner-check.h"
#include "vouch-scanner-settings.h"
#include "vouch-scanner-sheet.h"
#include "vouch-station-settings.h"
#include "vouch-verb.h"

static JsonArray *
make_facts (const GPtrArray *facts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < facts->len; i++)
    {
      const VouchScannerFact *fact = g_ptr_array_index (facts, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "mark", vouch_enum_get_name (&vouch_scanner_mark_values, (int)fact->mark));
      json_object_set_string_member (object, "text", fact->text);
      json_array_add_object_element (array, object);
    }
  return array;
}

static char *
make_sentences (const VouchScannerProfile *profile, const GPtrArray *facts)
{
  static const char *const signs[] = {
    [VOUCH_SCANNER_MARK_GOOD] = " ", [VOUCH_SCANNER_MARK_REPAIRED] = "~", [VOUCH_SCANNER_MARK_ADVICE] = "!"
  };
  GString *text = g_string_new (profile->device);

  for (guint i = 0; i < facts->len; i++)
    {
      const VouchScannerFact *fact = g_ptr_array_index (facts, i);

      g_string_append_printf (text, "\n  %s %s", signs[fact->mark], fact->text);
    }
  return g_string_free (text, FALSE);
}

static void
tell_profile (VouchCli *cli, const VouchScannerProfile *profile)
{
  g_autoptr (GPtrArray) facts = vouch_scanner_words_list_facts (profile);
  JsonObject *object = vouch_record_to_json (&vouch_scanner_profile_type, profile, vouch_cli_get_offset (cli));
  g_autoptr (VouchAnswer) answer = NULL;

  json_object_set_array_member (object, "facts", make_facts (facts));
  answer = vouch_answer_new (object, make_sentences (profile, facts));
  vouch_cli_tell (cli, answer);
}

static void
tell_damage (VouchCli *cli, const char *damage)
{
  g_autoptr (GError) error = NULL;

  if (damage == NULL)
    return;
  g_set_error_literal (&error, VOUCH_ERROR, VOUCH_ERROR_INVALID, damage);
  vouch_cli_fail (cli, error);
}

static void
run_list (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  g_autoptr (GPtrArray) profiles = NULL;
  g_autofree char *damage = NULL;

  if (!vouch_cli_check_taken (cli))
    return;
  profiles = vouch_scanner_settings_list (settings, &damage);
  for (guint i = 0; i < profiles->len; i++)
    tell_profile (cli, g_ptr_array_index (profiles, i));
  tell_damage (cli, damage);
}

static const char *
take_device (VouchCli *cli)
{
  const char *device = vouch_arguments_take_word (vouch_cli_get_arguments (cli));

  return device != NULL ? device : VOUCH_SCANNER_KEYBOARD;
}

static void
run_show (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  const char *device = take_device (cli);
  g_autoptr (VouchScannerProfile) profile = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *damage = NULL;

  if (!vouch_cli_check_taken (cli))
    return;
  profile = vouch_scanner_settings_find (settings, device, &damage);
  if (profile != NULL)
    {
      tell_profile (cli, profile);
      return;
    }
  tell_damage (cli, damage);
  if (damage != NULL)
    return;
  vouch_set_field_error (&error, "device", VOUCH_ERROR_NOT_FOUND, _ ("Nothing is known of a scanner “%s”"), device);
  vouch_cli_fail (cli, error);
}

static void
run_forget (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  const char *device = take_device (cli);
  g_autoptr (VouchAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *object;

  if (!vouch_cli_check_taken (cli))
    return;
  if (!vouch_scanner_settings_forget (settings, device, &error))
    {
      vouch_cli_fail (cli, error);
      return;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "forgotten", device);
  answer = vouch_answer_new (object, g_strdup_printf (_ ("Nothing is known of %s any more"), device));
  vouch_cli_tell (cli, answer);
}

static void
run_sheet (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  g_autofree char *prefix = vouch_station_settings_dup_prefix (settings);
  const char *path = vouch_arguments_take (vouch_cli_get_arguments (cli), "pdf");
  g_autoptr (VouchAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *object;

  if (path == NULL)
    {
      vouch_cli_fail_usage (cli, _ ("Say where the sheet goes: --pdf FILE"));
      return;
    }
  if (!vouch_cli_check_taken (cli))
    return;
  if (!vouch_scanner_sheet_write (prefix, path, &error))
    {
      vouch_cli_fail (cli, error);
      return;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "file", path);
  answer = vouch_answer_new (object, g_strdup_printf (_ ("The codes are in the file %s"), path));
  vouch_cli_tell (cli, answer);
}

/* People are asked for the next code; programs read in each answer what it was about. */
static void
ask (VouchCli *cli, const VouchScannerCheck *check)
{
  VouchScannerCode code;
  guint n_over, n = vouch_scanner_check_count_codes (check, &n_over);

  if (vouch_cli_wants_json (cli) || !vouch_scanner_check_get_code (check, &code))
    return;
  g_printerr (_ ("Scan code %u of %u: %s\n"), n_over + 1, n, vouch_scanner_code_get_text (code));
}

static void
tell_arrival (VouchCli *cli, const VouchScannerCheck *check, VouchScannerCode code)
{
  const char *verdict = vouch_scanner_check_get_verdict (check);
  JsonObject *object = json_object_new ();
  g_autoptr (VouchAnswer) answer = NULL;

  json_object_set_string_member (object, "code", vouch_scanner_code_get_name (code));
  json_object_set_string_member (object, "shown", vouch_scanner_code_get_reading (code));
  if (verdict != NULL)
    {
      json_object_set_string_member (object, "arrived", vouch_scanner_check_get_arrived (check));
      json_object_set_string_member (
          object, "answer",
          vouch_enum_get_name (&vouch_scanner_answer_values, (int)vouch_scanner_check_get_answer (check)));
      json_object_set_string_member (object, "message", verdict);
    }
  else
    json_object_set_string_member (object, "answer", "left_out");
  answer = vouch_answer_new (object, g_strdup (verdict != NULL ? verdict : _ ("Left out.")));
  vouch_cli_tell (cli, answer);
}

/* A terminal makes the byte itself of Ctrl+]. */
static VouchScannerArrival *
make_arrival (const char *line, const char *device)
{
  VouchScannerArrival *arrival = vouch_scanner_arrival_new (line, strlen (line), VOUCH_SCANNER_SUFFIX_ENTER);

  if (arrival->separator == VOUCH_SCANNER_SEPARATOR_BYTE && g_str_equal (device, VOUCH_SCANNER_KEYBOARD))
    arrival->separator = VOUCH_SCANNER_SEPARATOR_CONTROL;
  return arrival;
}

static void
check_lines (VouchCli *cli, VouchScannerCheck *check, const char *device)
{
  VouchScannerCode code;
  char *next;

  ask (cli, check);
  while (vouch_scanner_check_get_code (check, &code) && vouch_lines_read (&next))
    {
      g_autofree char *line = next;
      g_autoptr (VouchScannerArrival) arrival = make_arrival (line, device);

      if (vouch_scanner_check_take (check, device, arrival) == VOUCH_SCANNER_CHECK_LEFT)
        return;
      tell_arrival (cli, check, code);
      fflush (stdout);
      ask (cli, check);
    }
}

static void
tell_end (VouchCli *cli, const VouchScannerCheck *check)
{
  const VouchScannerProfile *profile = vouch_scanner_check_get_profile (check);
  const char *trouble = vouch_scanner_check_get_trouble (check);
  g_autoptr (GError) error = NULL;

  if (profile != NULL)
    tell_profile (cli, profile);
  if (trouble != NULL)
    g_set_error_literal (&error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, trouble);
  else if (profile == NULL)
    g_set_error_literal (
        &error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
        _ ("The check was not finished, and nothing of it is kept; leave a code out by its NEXT code"));
  if (error != NULL)
    vouch_cli_fail (cli, error);
}

static void
run_check (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  g_autofree char *prefix = vouch_station_settings_dup_prefix (settings);
  g_autoptr (VouchClock) clock = vouch_clock_new_system ();
  g_autoptr (VouchScannerCheck) check = NULL;
  const char *device = take_device (cli);

  if (!vouch_cli_check_taken (cli))
    return;
  check = vouch_scanner_check_new (settings, prefix, clock);
  vouch_scanner_check_begin (check, device);
  check_lines (cli, check, device);
  tell_end (cli, check);
}

const VouchVerb vouch_verbs_of_scanner[] = {
  {
      .noun = "scanner",
      .verb = "list",
      .help = N_ ("tells what is known of this station's scanners"),
      .run = run_list,
  },
  {
      .noun = "scanner",
      .verb = "show",
      .arguments = "[DEVICE]",
      .help = N_ ("tells what is known of one scanner, without a name of the one that types"),
      .run = run_show,
  },
  {
      .noun = "scanner",
      .verb = "check",
      .arguments = "[DEVICE]",
      .help = N_ ("reads what a scanner sends, a line a code, and learns how it is set up"),
      .run = run_check,
  },
  {
      .noun = "scanner",
      .verb = "forget",
      .arguments = "[DEVICE]",
      .help = N_ ("forgets what is known of a scanner"),
      .run = run_forget,
  },
  {
      .noun = "scanner",
      .verb = "sheet",
      .arguments = "--pdf FILE",
      .help = N_ ("writes the codes that a scanner is checked with"),
      .run = run_sheet,
  },
  { NULL },
};
