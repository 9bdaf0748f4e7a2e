#pragma once

#include "vouch-lot-count.h"
#include "vouch-lot.h"
#include "vouch-receive-work.h"

G_BEGIN_DECLS

/* What counting, recounting and correcting a count have in common. */
gboolean vouch_line_count_check_not_inspected (VouchAct *act, const VouchLot *lot, GError **error);
gboolean vouch_line_count_check_person (VouchAct *act, const VouchReceiptLine *line, GPtrArray *counts, GError **error);
gboolean vouch_line_count_set_received (VouchAct *act, VouchLot *lot, gint64 received, GError **error);
gboolean vouch_line_count_take_line (VouchAct *act, VouchReceiptLine *line, GError **error);
gboolean vouch_line_count_fill_answer (VouchAct *act, const VouchReceiptLine *line, const VouchLot *lot,
                                       VouchCounted *answer, GError **error);

G_END_DECLS
