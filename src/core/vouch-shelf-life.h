#pragma once

#include "vouch-lot.h"
#include "vouch-product.h"

G_BEGIN_DECLS

VouchDate vouch_shelf_life_derive_expiry (const VouchProduct *product, VouchDate produced);
VouchHoldGate vouch_shelf_life_find_gate (const VouchProduct *product, VouchDate expiry, VouchDate today);
gboolean vouch_shelf_life_check (const VouchProduct *product, VouchDate produced, VouchDate expiry, VouchDate today,
                                 GError **error);

G_END_DECLS
