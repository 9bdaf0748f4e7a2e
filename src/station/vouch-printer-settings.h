#pragma once

#include <gio/gio.h>

#include "vouch-print-job.h"
#include "vouch-printer-profile.h"

G_BEGIN_DECLS

/**
 * VouchPrinterUse:
 *
 * Labels that go to the same printer unless somebody says otherwise.
 */
typedef enum
{
  VOUCH_PRINTER_USE_ITEM,
  VOUCH_PRINTER_USE_LOT,
  VOUCH_PRINTER_USE_CARTON,
  VOUCH_PRINTER_USE_SHEET,
} VouchPrinterUse;

extern const VouchEnum vouch_printer_use_values;

/* What is known of each of this station's printers, and which of them is used for what: the settings "printer-profiles"
 * and "default-printer-…". The printer that writes PDF files is always there. Window and command line share it. */

GPtrArray *vouch_printer_settings_list (GSettings *settings, char **damage) G_GNUC_WARN_UNUSED_RESULT;
VouchPrinterProfile *
vouch_printer_settings_find (GSettings *settings, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_printer_settings_store (GSettings *settings, const VouchPrinterProfile *profile, const char *instead_of,
                                       GError **error);
gboolean vouch_printer_settings_remove (GSettings *settings, const char *name, GError **error);
VouchPrinterUse vouch_printer_use_of (VouchPrintPurpose purpose);
char *vouch_printer_settings_dup_default (GSettings *settings, VouchPrinterUse use) G_GNUC_WARN_UNUSED_RESULT;
gboolean
vouch_printer_settings_set_default (GSettings *settings, VouchPrinterUse use, const char *name, GError **error);
VouchPrinterProfile *
vouch_printer_settings_find_default (GSettings *settings, VouchPrinterUse use) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
