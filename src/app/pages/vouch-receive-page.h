#pragma once

#include <adwaita.h>

#include "vouch-desk-state.h"
#include "vouch-paged-model.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_RECEIVE_PAGE (vouch_receive_page_get_type ())
G_DECLARE_FINAL_TYPE (VouchReceivePage, vouch_receive_page, VOUCH, RECEIVE_PAGE, AdwBin)

/**
 * VouchReceivePage:
 *
 * The deliveries to receive; once one is open, its lines as they are counted.
 *
 * Signals: "delivery-chosen" (number): a delivery of the list was chosen. "product-chosen" (SKU): a line was chosen,
 * because the goods bear no label that can be read. "open-file" (path).
 */

void vouch_receive_page_set_deliveries (VouchReceivePage *self, VouchPagedModel *deliveries);
void vouch_receive_page_set_state (VouchReceivePage *self, const VouchDeskState *state);

G_END_DECLS
