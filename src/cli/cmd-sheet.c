/* The sheets of labels that this station knows. */
#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-printer-settings.h"
#include "vouch-record-json.h"
#include "vouch-sheet-form.h"
#include "vouch-sheet-place.h"
#include "vouch-sheet-settings.h"
#include "vouch-station-settings.h"
#include "vouch-verb.h"

static void
tell_stock (VouchCli *cli, const VouchSheetStock *stock)
{
  JsonObject *object = vouch_record_to_json (&vouch_sheet_stock_type, stock, vouch_cli_get_offset (cli));
  g_autoptr (VouchAnswer) answer = NULL;

  json_object_set_int_member (object, "positions", vouch_sheet_stock_get_n_positions (stock));
  json_object_set_boolean_member (object, "built_in", vouch_sheet_settings_is_built_in (stock->name));
  answer = vouch_answer_new (object, vouch_sheet_stock_dup_words (stock));
  vouch_cli_tell (cli, answer);
}

static void
run_list (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  g_autoptr (GPtrArray) stocks = NULL;
  g_autofree char *damage = NULL;
  g_autoptr (GError) error = NULL;

  if (!vouch_cli_check_taken (cli))
    return;
  stocks = vouch_sheet_settings_list (settings, &damage);
  for (guint i = 0; i < stocks->len; i++)
    tell_stock (cli, g_ptr_array_index (stocks, i));
  if (damage == NULL)
    return;
  g_set_error_literal (&error, VOUCH_ERROR, VOUCH_ERROR_INVALID, damage);
  vouch_cli_fail (cli, error);
}

/* Every command but "list" is about one kind of sheets. */
static const char *
take_name (VouchCli *cli)
{
  const char *name = vouch_arguments_take_word (vouch_cli_get_arguments (cli));

  if (name == NULL)
    vouch_cli_fail_usage (cli, _ ("Say which sheet"));
  return name;
}

static void
run_show (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  const char *name = take_name (cli);
  g_autoptr (VouchSheetStock) stock = NULL;
  g_autoptr (GError) error = NULL;

  if (name == NULL || !vouch_cli_check_taken (cli))
    return;
  stock = vouch_sheet_settings_find (settings, name, &error);
  if (stock != NULL)
    tell_stock (cli, stock);
  else
    vouch_cli_fail (cli, error);
}

static gboolean
take_options (VouchCli *cli, VouchSheetStock *stock, GError **error)
{
  const char *const *names = vouch_sheet_form_list_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *text = vouch_arguments_take (vouch_cli_get_arguments (cli), names[i]);

      if (text != NULL && !vouch_sheet_form_take (stock, names[i], text, error))
        return FALSE;
    }
  return TRUE;
}

static void
store (VouchCli *cli, GSettings *settings, VouchSheetStock *stock, const char *instead_of)
{
  g_autoptr (GError) error = NULL;

  if (!take_options (cli, stock, &error))
    {
      vouch_cli_fail (cli, error);
      return;
    }
  if (!vouch_cli_check_taken (cli))
    return;
  if (vouch_sheet_settings_store (settings, stock, instead_of, &error))
    tell_stock (cli, stock);
  else
    vouch_cli_fail (cli, error);
}

static void
run_add (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  g_autoptr (VouchSheetStock) stock = vouch_sheet_form_new ();
  const char *name = take_name (cli);

  if (name == NULL)
    return;
  stock->name = g_strdup (name);
  store (cli, settings, stock, NULL);
}

static void
run_change (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  const char *name = take_name (cli);
  g_autoptr (VouchSheetStock) stock = NULL;
  g_autoptr (GError) error = NULL;

  if (name == NULL)
    return;
  stock = vouch_sheet_settings_find (settings, name, &error);
  if (stock != NULL)
    store (cli, settings, stock, name);
  else
    vouch_cli_fail (cli, error);
}

static void
run_remove (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  const char *name = take_name (cli);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchAnswer) answer = NULL;

  if (name == NULL || !vouch_cli_check_taken (cli))
    return;
  if (!vouch_sheet_settings_remove (settings, name, &error))
    {
      vouch_cli_fail (cli, error);
      return;
    }
  answer = vouch_answer_new (json_object_new (), g_strdup_printf (_ ("This station knows no sheet %s any more"), name));
  json_object_set_string_member (answer->json, "removed", name);
  vouch_cli_tell (cli, answer);
}

static void
tell_position (VouchCli *cli, const char *printer, const VouchSheetStock *stock, gint64 position)
{
  gint64 n = vouch_sheet_stock_get_n_positions (stock);
  g_autoptr (VouchAnswer) answer = vouch_answer_new (
      json_object_new (), g_strdup_printf (_ ("The first free label of sheet %s in %s is number %d of %d"), stock->name,
                                           printer, (int)position, (int)n));

  json_object_set_string_member (answer->json, "printer", printer);
  json_object_set_string_member (answer->json, "sheet", stock->name);
  json_object_set_int_member (answer->json, "first_position", position);
  json_object_set_int_member (answer->json, "row", (position - 1) / stock->columns + 1);
  json_object_set_int_member (answer->json, "column", (position - 1) % stock->columns + 1);
  json_object_set_int_member (answer->json, "positions", n);
  vouch_cli_tell (cli, answer);
}

static gboolean
move_position (GSettings *settings, const char *printer, const VouchSheetStock *stock, const char *text,
               gint64 *position, GError **error)
{
  *position = vouch_sheet_settings_get_position (settings, printer, stock);
  return text == NULL || (vouch_sheet_place_parse (stock, text, position, error) &&
                          vouch_sheet_settings_set_position (settings, printer, stock, *position, error));
}

static void
run_position (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  const char *name = take_name (cli);
  const char *printer = vouch_arguments_take (vouch_cli_get_arguments (cli), "printer");
  const char *text = vouch_arguments_take (vouch_cli_get_arguments (cli), "first-position");
  g_autoptr (VouchPrinterProfile) profile = NULL;
  g_autoptr (VouchSheetStock) stock = NULL;
  g_autoptr (GError) error = NULL;
  gint64 position;

  if (name == NULL || !vouch_cli_check_taken (cli))
    return;
  profile = vouch_printer_settings_find (settings, printer != NULL ? printer : VOUCH_PRINTER_PDF, &error);
  stock = profile != NULL ? vouch_sheet_settings_find (settings, name, &error) : NULL;
  if (stock != NULL && move_position (settings, profile->name, stock, text, &position, &error))
    tell_position (cli, profile->name, stock, position);
  else
    vouch_cli_fail (cli, error);
}

#define OPTIONS "[--page WxH] [--labels COLUMNSxROWS] [--size WxH] [--left MM] [--top MM] [--pitch XxY]"

const VouchVerb vouch_verbs_of_sheet[] = {
  { .noun = "sheet", .verb = "list", .help = N_ ("lists the sheets of labels that are known"), .run = run_list },
  {
      .noun = "sheet",
      .verb = "show",
      .arguments = "NAME",
      .help = N_ ("tells where the labels of a sheet are"),
      .run = run_show,
  },
  {
      .noun = "sheet",
      .verb = "add",
      .arguments = "NAME " OPTIONS,
      .help = N_ ("adds a sheet of labels of the house"),
      .run = run_add,
  },
  {
      .noun = "sheet",
      .verb = "change",
      .arguments = "NAME [--name NAME] " OPTIONS,
      .help = N_ ("changes a sheet of the house"),
      .run = run_change,
  },
  {
      .noun = "sheet",
      .verb = "remove",
      .arguments = "NAME",
      .help = N_ ("forgets a sheet of the house"),
      .run = run_remove,
  },
  {
      .noun = "sheet",
      .verb = "position",
      .arguments = "NAME [--printer NAME] [--first-position K]",
      .help = N_ ("tells, or says, which is the first free label of the sheet in a printer"),
      .run = run_position,
  },
  { NULL },
};
