#pragma once

#include "vouch-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_LABELS_PAGE (vouch_labels_page_get_type ())
G_DECLARE_FINAL_TYPE (VouchLabelsPage, vouch_labels_page, VOUCH, LABELS_PAGE, AdwBin)

/**
 * VouchLabelsPage:
 *
 * The batches of codes and what was printed, and beside them the labels of the lot that is chosen.
 *
 * Signals: "open-file" (path): a PDF is to be looked at.
 */

void vouch_labels_page_print_lot (VouchLabelsPage *self, gint64 lot_id, gint64 batch_id);
void vouch_labels_page_show_lot (VouchLabelsPage *self, gint64 lot_id);

G_END_DECLS
