/* An order for labels as the command line gives it: onto which printer, where on its sheets, and what is told. */
#include "vouch-label-order.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-printer-settings.h"
#include "vouch-record-json.h"
#include "vouch-row.h"
#include "vouch-sheet-place.h"
#include "vouch-sheet-settings.h"
#include "vouch-station-settings.h"

/**
 * vouch_label_order_check:
 * @type: what @request is
 * @request: what was asked for
 * @dpi: the dots an inch that were asked for; 0 for none
 * @error: INVALID with the field
 *
 * Returns: whether it can be asked for
 */
gboolean
vouch_label_order_check (const VouchRecordType *type, gconstpointer request, gint64 dpi, GError **error)
{
  if (!vouch_record_check (type, request, error))
    return FALSE;
  if (dpi == 0 || dpi == 203 || dpi == 300 || dpi == 600)
    return TRUE;
  vouch_set_field_error (error, "dpi", VOUCH_ERROR_INVALID, _ ("Printers have 203, 300 or 600 dots an inch"));
  return FALSE;
}

static char *
say_job (const VouchPrintJob *job)
{
  return g_strdup_printf (ngettext ("%d label, %d read back: %s", "%d labels, %d read back: %s", (gulong)job->labels),
                          (int)job->labels, (int)job->read_back, job->file);
}

/* A directory asks for a file; otherwise labels go where they always go. */
static VouchPrinterProfile *
choose_printer (const char *name, const VouchLabelOrder *order, VouchPrintPurpose purpose, GError **error)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  VouchPrinterProfile *profile;

  if (name != NULL)
    return vouch_printer_settings_find (settings, name, error);
  profile = order->directory != NULL ? vouch_printer_profile_new_pdf ()
                                     : vouch_printer_settings_find_default (settings, vouch_printer_use_of (purpose));
  if (profile->language == VOUCH_PRINTER_LANGUAGE_PDF && order->dpi != 0)
    profile->dpi = order->dpi;
  return profile;
}

static gpointer
read_job (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_row_load (conn, &vouch_print_job_type, *(const gint64 *)data, error);
}

/* What is repeated or gone on with says itself what it is. */
static gboolean
find_purpose (VouchStation *station, const VouchLabelOrder *order, VouchPrintPurpose *purpose, GError **error)
{
  gint64 job_id = order->copy_of != 0 ? order->copy_of : order->resume_of;
  g_autoptr (VouchPrintJob) job = NULL;

  *purpose = order->purpose;
  if (job_id == 0)
    return TRUE;
  job = vouch_station_read (station, read_job, &job_id, error);
  if (job != NULL)
    *purpose = job->purpose;
  return job != NULL;
}

/* A row and a column are of a sheet, and so the sheet has to be known. */
static gboolean
take_position (VouchLabelOrder *order, const char *text, GError **error)
{
  const char *name = order->sheet != NULL ? order->sheet : order->printer->sheet;
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (VouchSheetStock) stock = NULL;

  if (text == NULL)
    return TRUE;
  if (name == NULL || *name == '\0')
    {
      vouch_set_field_error (error, "first_position", VOUCH_ERROR_INVALID,
                             _ ("There are no sheets in “%s”: name them, too, like --sheet L7160"),
                             order->printer->name);
      return FALSE;
    }
  settings = vouch_station_settings_new ();
  stock = vouch_sheet_settings_find (settings, name, error);
  return stock != NULL && vouch_sheet_place_parse (stock, text, &order->first_position, error);
}

/**
 * vouch_label_order_run:
 * @cli: the run
 * @station: the station
 * @actor: who prints
 * @order: what is wanted; its printer is chosen here
 * @name: (nullable): a printer of the settings
 * @position: (nullable): where on a sheet labels begin
 * @error: why nothing was printed, or not all
 *
 * Returns: (transfer full) (nullable): the job
 */
VouchAnswer *
vouch_label_order_run (VouchCli *cli, VouchStation *station, VouchActor *actor, VouchLabelOrder *order,
                       const char *name, const char *position, GError **error)
{
  g_autoptr (VouchPrinterProfile) profile = NULL;
  g_autoptr (VouchPrintJob) job = NULL;
  VouchPrintPurpose purpose;

  if (!find_purpose (station, order, &purpose, error))
    return NULL;
  profile = choose_printer (name, order, purpose, error);
  if (profile == NULL)
    return NULL;
  order->printer = profile;
  if (!take_position (order, position, error))
    return NULL;
  job = vouch_label_print (station, actor, order, NULL, error);
  if (job == NULL)
    return NULL;
  return vouch_answer_new (vouch_record_to_json (&vouch_print_job_type, job, vouch_cli_get_offset (cli)),
                           say_job (job));
}

/**
 * vouch_label_order_carry_out:
 * @cli: the run
 * @type: what @request is
 * @request: what was asked for
 * @order: the same as an order
 * @printer: (nullable): a printer of the settings
 * @position: (nullable): where on a sheet labels begin
 * @dpi: of a PDF; 0 for the usual
 * @error: why nothing was printed, or not all
 *
 * Prints as whoever the command line says.
 *
 * Returns: (transfer full) (nullable): the job
 */
VouchAnswer *
vouch_label_order_carry_out (VouchCli *cli, const VouchRecordType *type, gconstpointer request, VouchLabelOrder *order,
                             const char *printer, const char *position, gint64 dpi, GError **error)
{
  VouchStation *station;
  VouchActor *actor;

  if (!vouch_label_order_check (type, request, dpi, error))
    return NULL;
  order->dpi = (guint)dpi;
  station = vouch_cli_open_as (cli, &actor, error);
  return station != NULL ? vouch_label_order_run (cli, station, actor, order, printer, position, error) : NULL;
}
