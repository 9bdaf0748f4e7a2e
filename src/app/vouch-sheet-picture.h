#pragma once

#include <gtk/gtk.h>

#include "vouch-sheet-stock.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_SHEET_PICTURE (vouch_sheet_picture_get_type ())
G_DECLARE_FINAL_TYPE (VouchSheetPicture, vouch_sheet_picture, VOUCH, SHEET_PICTURE, GtkWidget)

/**
 * VouchSheetPicture:
 *
 * A small sheet of labels as it lies in the printer: those before the first free one are gone. Which one that is, is
 * said by a click, or by the arrow keys, Home and End. Emits "changed" when somebody has said it.
 */

void vouch_sheet_picture_show (VouchSheetPicture *self, const VouchSheetStock *stock, gint64 position);
void vouch_sheet_picture_step (VouchSheetPicture *self, gint64 by);
gint64 vouch_sheet_picture_get_position (VouchSheetPicture *self);
char *vouch_sheet_picture_dup_words (VouchSheetPicture *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
