#include "vouch-printer-test.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-printer-address.h"
#include "vouch-printer.h"
#include "vouch-ruler-label.h"

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

/**
 * vouch_printer_test:
 * @profile: a printer
 * @folder: where a PDF goes if the printer names no folder
 * @today: stands on it
 * @cancellable: (nullable): gives up
 * @error: as of vouch_printer_open() and vouch_printer_print()
 *
 * Prints the label that a printer is measured with. It is about no goods, and so nothing of it is recorded. Blocks.
 *
 * Returns: (transfer full) (nullable): where it came out: the file, or the printer's address
 */
char *
vouch_printer_test (const VouchPrinterProfile *profile, const char *folder, VouchDate today, GCancellable *cancellable,
                    GError **error)
{
  g_autofree char *date = vouch_date_to_string (today);
  g_autofree char *path = NULL;
  g_autoptr (VouchLabel) label = NULL;
  VouchPrinterOptions options = { .title = "Vouch" };

  if (!vouch_printer_profile_check (profile, error))
    return NULL;
  label = vouch_ruler_label_new (profile, date, error);
  if (label == NULL)
    return NULL;
  if (profile->language == VOUCH_PRINTER_LANGUAGE_PDF)
    {
      path = dup_path (profile, folder, error);
      if (path == NULL)
        return NULL;
      options.path = path;
    }
  if (!vouch_printer_print_one (profile, &options, label, cancellable, error))
    return NULL;
  return path != NULL ? g_steal_pointer (&path) : g_strdup (profile->uri);
}
