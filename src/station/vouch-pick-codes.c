/* What is scanned from a sample sheet: the lot as its sample cards have it, the inspection that it opens at any stand,
 * and what is said of each unit, for whoever checks beside the goods with the sheet in the hand. */
#include "vouch-pick-codes.h"

#include "vouch-code.h"
#include "vouch-command.h"
#include "vouch-trace-address.h"

/* NULL with an error. */
static VouchPickCode *
add_code (VouchPickList *list, const char *caption, VouchSymbology symbology, const char *text, GError **error)
{
  g_autoptr (VouchCode) code = vouch_code_new (symbology, text, error);
  guint columns, rows;
  VouchPickCode *added;

  if (code == NULL)
    return NULL;
  columns = (guint)vouch_code_get_columns (code);
  rows = (guint)vouch_code_get_rows (code);
  added = vouch_pick_list_add_code (list, caption, text, columns, rows);
  added->quiet = (guint)vouch_symbology_get_quiet_zone (symbology);
  for (guint row = 0; row < rows; row++)
    for (guint column = 0; column < columns; column++)
      added->modules[row * columns + column] = vouch_code_is_dark (code, (int)column, (int)row);
  return added;
}

/* The address, as on the lot's labels; its number where the station has no host name yet. */
static gboolean
add_lot (VouchPickList *list, VouchStation *station, const VouchLotFile *file, GError **error)
{
  g_autofree char *host = vouch_station_dup_policy (station, "host");
  g_autofree char *address = host != NULL && *host != '\0'
                                 ? vouch_trace_address_format (host, NULL, file->lot->number, NULL)
                                 : g_strdup (file->lot->number);

  return add_code (list, file->lot->number, VOUCH_SYMBOLOGY_QR, address, error) != NULL;
}

static gboolean
add_command (VouchPickList *list, VouchStation *station, VouchCommand command, GError **error)
{
  g_autofree char *text = vouch_command_format (command, vouch_station_get_command_prefix (station), 0);
  VouchPickCode *code = add_code (list, vouch_command_get_label (command), VOUCH_SYMBOLOGY_CODE_128, text, error);

  if (code == NULL)
    return FALSE;
  code->is_command = TRUE;
  return TRUE;
}

/**
 * vouch_pick_codes_add:
 * @list: a list
 * @station: the station
 * @file: its lot, which is inspected
 * @error: INVALID if something cannot be encoded
 *
 * Returns: whether the list has its symbols
 */
gboolean
vouch_pick_codes_add (VouchPickList *list, VouchStation *station, const VouchLotFile *file, GError **error)
{
  static const VouchCommand commands[] = { VOUCH_COMMAND_PASS, VOUCH_COMMAND_FAIL, VOUCH_COMMAND_UNDO };

  if (!add_lot (list, station, file, error) ||
      add_code (list, file->inspection->number, VOUCH_SYMBOLOGY_CODE_128, file->inspection->number, error) == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (!add_command (list, station, commands[i], error))
      return FALSE;
  return TRUE;
}
