#pragma once

#include "vouch-use-case.h"

G_BEGIN_DECLS

gboolean vouch_conflict_check_lot (VouchAct *act, gint64 lot_id, gint64 seen, GError **error);

char *vouch_conflict_dup_by (VouchAct *act, const VouchRecordType *type, gint64 id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
