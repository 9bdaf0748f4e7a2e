#pragma once

#include "vouch-sheet-stock.h"

G_BEGIN_DECLS

/* Sheets of labels as people write them: texts by name, lengths in millimetres. */

VouchSheetStock *vouch_sheet_form_new (void) G_GNUC_WARN_UNUSED_RESULT;
const char *const *vouch_sheet_form_list_names (void);
gboolean vouch_sheet_form_take (VouchSheetStock *stock, const char *name, const char *text, GError **error);
char *vouch_sheet_form_dup (const VouchSheetStock *stock, const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
