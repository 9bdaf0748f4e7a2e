#include "vouch-scanner-sheet.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-sheet.h"
#include "vouch-command.h"
#include "vouch-scanner-code.h"

static void
add (GPtrArray *entries, const char *section, const char *title, const char *text, VouchSymbology symbology)
{
  g_ptr_array_add (entries,
                   vouch_code_sheet_entry_new (section, title, vouch_symbology_get_title (symbology), text, symbology));
}

/* As bars and as a square each, for scanners that read only the one or the other. */
static void
add_code (GPtrArray *entries, const char *section, VouchScannerCode code)
{
  const char *title = vouch_scanner_code_get_title (code);
  const char *text = vouch_scanner_code_get_text (code);
  gboolean is_gs1 = vouch_scanner_code_is_gs1 (code);

  add (entries, section, title, text, is_gs1 ? VOUCH_SYMBOLOGY_GS1_128 : VOUCH_SYMBOLOGY_CODE_128);
  add (entries, section, title, text, is_gs1 ? VOUCH_SYMBOLOGY_GS1_DATA_MATRIX : VOUCH_SYMBOLOGY_QR);
}

static void
add_command (GPtrArray *entries, const char *section, const char *prefix, VouchCommand command)
{
  g_autofree char *text = vouch_command_format (command, prefix, 0);

  add (entries, section, vouch_command_get_label (command), text, VOUCH_SYMBOLOGY_CODE_128);
}

/**
 * vouch_scanner_sheet_write:
 * @prefix: what command codes begin with
 * @path: where the PDF goes
 * @error: STORAGE if it cannot be written
 *
 * Writes the codes that a scanner is checked with, in the order in which they are scanned, and the commands that lead
 * through the check.
 *
 * Returns: whether the sheet is there
 */
gboolean
vouch_scanner_sheet_write (const char *prefix, const char *path, GError **error)
{
  const char *always = _ ("Scan these in any case");
  const char *wrong = _ ("Scan these before the goods label if the station asks for them");
  const char *commands = _ ("To leave a code out, to go back, and to begin or end the check");
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_code_sheet_entry_free);
  g_autoptr (VouchCodeSheet) sheet = NULL;

  g_return_val_if_fail (prefix != NULL && path != NULL, FALSE);

  add_code (entries, always, VOUCH_SCANNER_CODE_CHARACTERS);
  add_code (entries, always, VOUCH_SCANNER_CODE_ELEMENTS);
  for (int code = VOUCH_SCANNER_CODE_REST_1; code <= VOUCH_SCANNER_CODE_REST_3; code++)
    add_code (entries, wrong, (VouchScannerCode)code);
  add_command (entries, commands, prefix, VOUCH_COMMAND_NEXT);
  add_command (entries, commands, prefix, VOUCH_COMMAND_BACK);
  add_command (entries, commands, prefix, VOUCH_COMMAND_SETUP);
  sheet = vouch_code_sheet_new (_ ("Check of a Scanner"), entries, error);
  return sheet != NULL && vouch_code_sheet_write_pdf (sheet, path, error);
}

/**
 * vouch_scanner_sheet_write_of_station:
 * @station: says what command codes begin with
 * @path: where the PDF goes
 * @error: STORAGE if it cannot be written
 *
 * Returns: whether the sheet is there
 */
gboolean
vouch_scanner_sheet_write_of_station (VouchStation *station, const char *path, GError **error)
{
  return vouch_scanner_sheet_write (vouch_station_get_command_prefix (station), path, error);
}
