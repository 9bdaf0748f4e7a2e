#pragma once

#include <gio/gio.h>

#include "vouch-printer-profile.h"
#include "vouch-sheet-stock.h"

G_BEGIN_DECLS

/* The sheets of labels that this station knows: those of Avery's that everybody has, and the house's own (the setting
 * "sheet-stocks"); and which position is the first free one of the sheet that lies in a printer ("sheet-positions"). */

GPtrArray *vouch_sheet_settings_list (GSettings *settings, char **damage) G_GNUC_WARN_UNUSED_RESULT;
VouchSheetStock *
vouch_sheet_settings_find (GSettings *settings, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_sheet_settings_is_built_in (const char *name);
gboolean
vouch_sheet_settings_store (GSettings *settings, const VouchSheetStock *stock, const char *instead_of, GError **error);
gboolean vouch_sheet_settings_remove (GSettings *settings, const char *name, GError **error);
gint64 vouch_sheet_settings_get_position (GSettings *settings, const char *printer, const VouchSheetStock *stock);
gboolean vouch_sheet_settings_set_position (GSettings *settings, const char *printer, const VouchSheetStock *stock,
                                            gint64 position, GError **error);

G_END_DECLS
