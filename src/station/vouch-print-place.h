#pragma once

#include "vouch-label-work.h"
#include "vouch-sheet-stock.h"

G_BEGIN_DECLS

/**
 * VouchPrintPlace:
 * @profile: the printer, with the sheets that are in it for this job
 * @sheet: (nullable): these sheets; %NULL where a label is a page
 * @first_position: of @sheet: the first free label of the first one
 *
 * Where the labels of an order go.
 */
typedef struct
{
  VouchPrinterProfile *profile;
  VouchSheetStock *sheet;
  gint64 first_position;
} VouchPrintPlace;

gboolean vouch_print_place_settle (VouchPrintPlace *self, const VouchLabelOrder *order, GError **error);
gboolean vouch_print_place_takes (const VouchPrintPlace *self, const VouchLabelTemplate *template, GError **error);
void vouch_print_place_remember (const VouchPrintPlace *self, gint64 n_given);
char *vouch_print_place_dup_stop (const VouchPrintPlace *self, gint64 n_before, gint64 confirmed,
                                  gint64 sent) G_GNUC_WARN_UNUSED_RESULT;
void vouch_print_place_clear (VouchPrintPlace *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VouchPrintPlace, vouch_print_place_clear)

G_END_DECLS
