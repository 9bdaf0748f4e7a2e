#include "vouch-printer-test.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-printer-address.h"
#include "vouch-printer.h"
#include "vouch-ruler-label.h"
#include "vouch-sheet-settings.h"
#include "vouch-station-settings.h"

#define FILE_NAME "ruler.pdf"

static char *
dup_path (const VouchPrinterProfile *profile, const char *folder, GError **error)
{
  g_auto (VouchPrinterAddress) address = { 0 };

  if (!vouch_printer_address_parse (&address, profile->uri, error))
    return NULL;
  if (address.path != NULL)
    folder = address.path;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be made: %s"), folder, g_strerror (errno));
      return NULL;
    }
  return g_build_filename (folder, FILE_NAME, NULL);
}

/* Of sheets it is a page of their size, on plain paper: nobody prints outlines onto labels. */
static VouchLabel *
make_ruler (VouchPrinterProfile *profile, const char *note, GError **error)
{
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (VouchSheetStock) stock = NULL;
  VouchLabel *label;

  if (profile->sheet == NULL)
    return vouch_ruler_label_new (profile, note, error);
  settings = vouch_station_settings_new ();
  stock = vouch_sheet_settings_find (settings, profile->sheet, error);
  label = stock != NULL ? vouch_ruler_label_new_sheet (profile, stock, note, error) : NULL;
  if (label == NULL)
    return NULL;
  vouch_printer_profile_put_sheet (profile, NULL);
  profile->width_um = stock->page_width_um;
  profile->height_um = stock->page_height_um;
  return label;
}

/**
 * vouch_printer_test:
 * @profile: a printer
 * @folder: where a PDF goes if the printer names no folder
 * @today: stands on it
 * @cancellable: (nullable): gives up
 * @error: as of vouch_printer_open() and vouch_printer_print()
 *
 * Prints the label, or for sheets the page, that a printer is measured with. It is about no goods, and so nothing of it
 * is recorded. Blocks.
 *
 * Returns: (transfer full) (nullable): where it came out: the file, or the printer's address
 */
char *
vouch_printer_test (const VouchPrinterProfile *profile, const char *folder, VouchDate today, GCancellable *cancellable,
                    GError **error)
{
  g_autofree char *date = vouch_date_to_string (today);
  g_autofree char *path = NULL;
  g_autoptr (VouchPrinterProfile) page = NULL;
  g_autoptr (VouchLabel) label = NULL;
  VouchPrinterOptions options = { .title = "Vouch" };

  if (!vouch_printer_profile_check (profile, error))
    return NULL;
  page = vouch_record_copy (&vouch_printer_profile_type, profile);
  label = make_ruler (page, date, error);
  if (label == NULL)
    return NULL;
  if (profile->language == VOUCH_PRINTER_LANGUAGE_PDF)
    {
      path = dup_path (profile, folder, error);
      if (path == NULL)
        return NULL;
      options.path = path;
    }
  if (!vouch_printer_print_one (page, &options, label, cancellable, error))
    return NULL;
  return path != NULL ? g_steal_pointer (&path) : g_strdup (profile->uri);
}
