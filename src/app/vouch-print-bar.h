#pragma once

#include <adwaita.h>

#include "vouch-desk.h"
#include "vouch-print-errand.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_PRINT_BAR (vouch_print_bar_get_type ())
G_DECLARE_FINAL_TYPE (VouchPrintBar, vouch_print_bar, VOUCH, PRINT_BAR, AdwBin)

/**
 * VouchPrintBar:
 *
 * Prints, says how far it is, and has the button that stops it; seen while something is printed. Emits "ended" with the
 * #VouchPrintJob, or %NULL and why there is none: %NULL too where somebody stopped it, who knows.
 */

gboolean vouch_print_bar_print (VouchPrintBar *self, VouchDesk *desk, const VouchLabelOrder *order);
gboolean vouch_print_bar_is_busy (VouchPrintBar *self);
void vouch_print_bar_drop (VouchPrintBar *self);

G_END_DECLS
