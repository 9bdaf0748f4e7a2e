#pragma once

#include "vouch-sheet-stock.h"

G_BEGIN_DECLS

/* Which label of which sheet is the next: labels flow over sheets from the first free position of the first one. */

gboolean vouch_sheet_place_parse (const VouchSheetStock *stock, const char *text, gint64 *position, GError **error);
gboolean vouch_sheet_place_check (const VouchSheetStock *stock, gint64 position, GError **error);
gint64 vouch_sheet_place_after (const VouchSheetStock *stock, gint64 first, gint64 n_labels);
gint64 vouch_sheet_place_count_sheets (const VouchSheetStock *stock, gint64 first, gint64 n_labels);
gint64 vouch_sheet_place_count_labels (const VouchSheetStock *stock, gint64 first, gint64 n_sheets);
char *vouch_sheet_place_dup_ranges (const VouchSheetStock *stock, gint64 first, gint64 n_before, gint64 n_from,
                                    gint64 n_to) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
