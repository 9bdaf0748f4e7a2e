#pragma once

#include "vouch-stock.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

gboolean vouch_stock_put (VouchAct *act, gint64 lot_id, VouchLotStatus status, VouchLocation location, gint64 quantity,
                          const char *unit, GError **error);
gboolean vouch_stock_clear (VouchAct *act, gint64 lot_id, GError **error);

G_END_DECLS
