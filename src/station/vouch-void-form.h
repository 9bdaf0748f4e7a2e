#pragma once

#include "vouch-batch-work.h"

G_BEGIN_DECLS

VouchVoidUnitsRequest *
vouch_void_form_read (gint64 lot_id, const char *which, const char *reason, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
