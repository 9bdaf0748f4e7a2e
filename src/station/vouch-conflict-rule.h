#pragma once

#include "vouch-use-case.h"

G_BEGIN_DECLS

gboolean vouch_conflict_check_lot (VouchAct *act, gint64 lot_id, gint64 seen, GError **error);

G_END_DECLS
