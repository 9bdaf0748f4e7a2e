#pragma once

#include <adwaita.h>

#include "vouch-print-errand.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_PRINT_BAR (vouch_print_bar_get_type ())
G_DECLARE_FINAL_TYPE (VouchPrintBar, vouch_print_bar, VOUCH, PRINT_BAR, AdwBin)

/**
 * VouchPrintBar:
 *
 * How far a print is, and the button that stops it; seen while something is printed.
 */

void vouch_print_bar_set_errand (VouchPrintBar *self, VouchPrintErrand *errand);
VouchPrintErrand *vouch_print_bar_get_errand (VouchPrintBar *self);
void vouch_print_bar_stop (VouchPrintBar *self);

G_END_DECLS
