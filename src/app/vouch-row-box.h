#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_ROW_BOX (vouch_row_box_get_type ())
G_DECLARE_FINAL_TYPE (VouchRowBox, vouch_row_box, VOUCH, ROW_BOX, GtkBox)

/**
 * VouchRowBox:
 *
 * What stands in a row of a list. It gives the row, which is what gets the focus, the name that a screen reader says:
 * the texts of its labels, one after the other.
 */

G_END_DECLS
