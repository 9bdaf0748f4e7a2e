#pragma once

#include "vouch-line-count.h"

G_BEGIN_DECLS

/* What a label says against what is stored: a stored fact is never overwritten in silence, and no piece comes twice. */
gboolean
vouch_lot_contradiction_check_expiry (VouchAct *act, gint64 product_id, gint64 supplier_id, const char *supplier_lot,
                                      VouchDate expiry, gint64 except_lot_id, GError **error);
gboolean vouch_lot_contradiction_check_once (VouchAct *act, const VouchReceiptLine *line,
                                             const VouchCountRequest *request, GError **error);

G_END_DECLS
