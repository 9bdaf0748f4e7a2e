/* The printers of this station, and which of them is used for what. */
#include <glib/gi18n-lib.h>

#include "vouch-clock.h"
#include "vouch-error.h"
#include "vouch-printer-form.h"
#include "vouch-printer-settings.h"
#include "vouch-printer-test.h"
#include "vouch-record-json.h"
#include "vouch-station-settings.h"
#include "vouch-verb.h"

static JsonArray *
make_uses (GSettings *settings, const char *name)
{
  JsonArray *uses = json_array_new ();
  const char *use;

  for (int i = 0; (use = vouch_enum_get_name (&vouch_printer_use_values, i)) != NULL; i++)
    {
      g_autoptr (VouchPrinterProfile) chosen = vouch_printer_settings_find_default (settings, (VouchPrinterUse)i);

      if (g_str_equal (chosen->name, name))
        json_array_add_string_element (uses, use);
    }
  return uses;
}

static char *
say_profile (const VouchPrinterProfile *profile)
{
  g_autofree char *stock = vouch_printer_profile_dup_stock (profile);

  return g_strdup_printf ("%s  %s  %d dpi  %s  %s", profile->name,
                          vouch_enum_get_name (&vouch_printer_language_values, (int)profile->language),
                          (int)profile->dpi, stock, profile->uri != NULL ? profile->uri : "");
}

static void
tell_profile (VouchCli *cli, GSettings *settings, const VouchPrinterProfile *profile)
{
  JsonObject *object = vouch_record_to_json (&vouch_printer_profile_type, profile, vouch_cli_get_offset (cli));
  g_autoptr (VouchAnswer) answer = NULL;

  json_object_set_array_member (object, "default_for", make_uses (settings, profile->name));
  answer = vouch_answer_new (object, say_profile (profile));
  vouch_cli_tell (cli, answer);
}

static void
run_list (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  g_autoptr (GPtrArray) profiles = NULL;
  g_autofree char *damage = NULL;
  g_autoptr (GError) error = NULL;

  if (!vouch_cli_check_taken (cli))
    return;
  profiles = vouch_printer_settings_list (settings, &damage);
  for (guint i = 0; i < profiles->len; i++)
    tell_profile (cli, settings, g_ptr_array_index (profiles, i));
  if (damage == NULL)
    return;
  g_set_error_literal (&error, VOUCH_ERROR, VOUCH_ERROR_INVALID, damage);
  vouch_cli_fail (cli, error);
}

/* Every command but "list" is about one printer. */
static const char *
take_name (VouchCli *cli)
{
  const char *name = vouch_arguments_take_word (vouch_cli_get_arguments (cli));

  if (name == NULL)
    vouch_cli_fail_usage (cli, _ ("Say which printer"));
  return name;
}

static void
run_show (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  const char *name = take_name (cli);
  g_autoptr (VouchPrinterProfile) profile = NULL;
  g_autoptr (GError) error = NULL;

  if (name == NULL || !vouch_cli_check_taken (cli))
    return;
  profile = vouch_printer_settings_find (settings, name, &error);
  if (profile != NULL)
    tell_profile (cli, settings, profile);
  else
    vouch_cli_fail (cli, error);
}

static gboolean
take_options (VouchCli *cli, VouchPrinterProfile *profile, GError **error)
{
  const char *const *names = vouch_printer_form_list_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *text = vouch_arguments_take (vouch_cli_get_arguments (cli), names[i]);

      if (text != NULL && !vouch_printer_form_take (profile, names[i], text, error))
        return FALSE;
    }
  return TRUE;
}

static void
store (VouchCli *cli, GSettings *settings, VouchPrinterProfile *profile, const char *instead_of)
{
  g_autoptr (VouchPrinterProfile) kept = NULL;
  g_autoptr (GError) error = NULL;

  if (!take_options (cli, profile, &error))
    {
      vouch_cli_fail (cli, error);
      return;
    }
  if (!vouch_cli_check_taken (cli))
    return;
  if (vouch_printer_settings_store (settings, profile, instead_of, &error))
    kept = vouch_printer_settings_find (settings, profile->name, &error);
  if (kept != NULL)
    tell_profile (cli, settings, kept);
  else
    vouch_cli_fail (cli, error);
}

static void
run_add (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  g_autoptr (VouchPrinterProfile) profile = vouch_printer_profile_new ();
  const char *name = take_name (cli);

  if (name == NULL)
    return;
  profile->name = g_strdup (name);
  profile->language = VOUCH_PRINTER_LANGUAGE_ZPL;
  profile->dpi = VOUCH_PRINTER_DPI;
  store (cli, settings, profile, NULL);
}

static void
run_change (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  const char *name = take_name (cli);
  g_autoptr (VouchPrinterProfile) profile = NULL;
  g_autoptr (GError) error = NULL;

  if (name == NULL)
    return;
  profile = vouch_printer_settings_find (settings, name, &error);
  if (profile != NULL)
    store (cli, settings, profile, name);
  else
    vouch_cli_fail (cli, error);
}

static void
tell_done (VouchCli *cli, const char *member, const char *value, char *sentence)
{
  JsonObject *object = json_object_new ();
  g_autoptr (VouchAnswer) answer = vouch_answer_new (object, sentence);

  json_object_set_string_member (object, member, value);
  vouch_cli_tell (cli, answer);
}

static void
run_remove (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  const char *name = take_name (cli);
  g_autoptr (GError) error = NULL;

  if (name == NULL || !vouch_cli_check_taken (cli))
    return;
  if (vouch_printer_settings_remove (settings, name, &error))
    tell_done (cli, "removed", name, g_strdup_printf (_ ("This station has no printer %s any more"), name));
  else
    vouch_cli_fail (cli, error);
}

static void
run_use (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  const char *name = take_name (cli);
  const char *word = vouch_arguments_take (vouch_cli_get_arguments (cli), "for");
  int use = vouch_enum_find (&vouch_printer_use_values, word != NULL ? word : "");
  g_autoptr (GError) error = NULL;

  if (name == NULL)
    return;
  if (use < 0)
    {
      vouch_cli_fail_usage (cli, _ ("Say what for: --for item, lot, carton or sheet"));
      return;
    }
  if (!vouch_cli_check_taken (cli))
    return;
  if (vouch_printer_settings_set_default (settings, (VouchPrinterUse)use, name, &error))
    tell_done (cli, word, name, g_strdup_printf (_ ("Labels of this kind (%s) go to %s"), word, name));
  else
    vouch_cli_fail (cli, error);
}

static void
run_test (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  g_autoptr (VouchClock) clock = vouch_clock_new_system ();
  const char *name = take_name (cli);
  const char *folder = vouch_arguments_take (vouch_cli_get_arguments (cli), "directory");
  g_autoptr (VouchPrinterProfile) profile = NULL;
  g_autofree char *place = NULL;
  g_autoptr (GError) error = NULL;

  if (name == NULL || !vouch_cli_check_taken (cli))
    return;
  profile = vouch_printer_settings_find (settings, name, &error);
  if (profile != NULL)
    place = vouch_printer_test (profile, folder != NULL ? folder : ".", vouch_clock_today (clock), NULL, &error);
  if (place != NULL)
    tell_done (cli, "printed", place, g_strdup_printf (_ ("The ruler is at %s"), place));
  else
    vouch_cli_fail (cli, error);
}

#define OPTIONS                                                                                                        \
  "[--uri URI] [--language zpl|tspl|cups|pdf] [--dpi 203|300|600] [--stock WxH|SHEET] [--gap MM] [--dx MM] [--dy MM] " \
  "[--darkness N] [--speed N]"

const VouchVerb vouch_verbs_of_printer[] = {
  { .noun = "printer", .verb = "list", .help = N_ ("lists the printers of this station"), .run = run_list },
  {
      .noun = "printer",
      .verb = "show",
      .arguments = "NAME",
      .help = N_ ("tells how one printer is set up"),
      .run = run_show,
  },
  {
      .noun = "printer",
      .verb = "add",
      .arguments = "NAME " OPTIONS,
      .help = N_ ("sets a printer up"),
      .run = run_add,
  },
  {
      .noun = "printer",
      .verb = "change",
      .arguments = "NAME [--name NAME] " OPTIONS,
      .help = N_ ("changes how a printer is set up"),
      .run = run_change,
  },
  {
      .noun = "printer",
      .verb = "remove",
      .arguments = "NAME",
      .help = N_ ("forgets a printer"),
      .run = run_remove,
  },
  {
      .noun = "printer",
      .verb = "use",
      .arguments = "NAME --for item|lot|carton|sheet",
      .help = N_ ("says which labels go to a printer unless somebody chooses another"),
      .run = run_use,
  },
  {
      .noun = "printer",
      .verb = "test",
      .arguments = "NAME [--directory DIR]",
      .help = N_ ("prints a ruler, to find a printer's offset"),
      .run = run_test,
  },
  { NULL },
};
