#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_SHEET_EDITOR (vouch_sheet_editor_get_type ())
G_DECLARE_FINAL_TYPE (VouchSheetEditor, vouch_sheet_editor, VOUCH, SHEET_EDITOR, AdwBin)

/**
 * VouchSheetEditor:
 *
 * The house's own sheets of labels: adds, changes and forgets them, in the words of vouch_sheet_form_take().
 */

void vouch_sheet_editor_set_settings (VouchSheetEditor *self, GSettings *settings);

G_END_DECLS
