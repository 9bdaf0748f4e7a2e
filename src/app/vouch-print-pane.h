#pragma once

#include <adwaita.h>

#include "vouch-desk.h"
#include "vouch-label-work.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_PRINT_PANE (vouch_print_pane_get_type ())
G_DECLARE_FINAL_TYPE (VouchPrintPane, vouch_print_pane, VOUCH, PRINT_PANE, AdwBin)

/**
 * VouchPrintPane:
 *
 * Prints labels of something that is no lot: printer and sheet, the button, how far it is, and a reason where the label
 * was printed before. Emits "wanted" when labels are to be printed for the first time, which is answered with
 * vouch_print_pane_print(), and "printed" when something was.
 */

void vouch_print_pane_set_desk (VouchPrintPane *self, VouchDesk *desk);
void vouch_print_pane_show (VouchPrintPane *self, VouchPrintPurpose purpose, int width_um, int height_um,
                            gboolean can_print, const VouchPrintJob *last);
void vouch_print_pane_print (VouchPrintPane *self, VouchLabelOrder *order);
void vouch_print_pane_say (VouchPrintPane *self, const char *message);

G_END_DECLS
