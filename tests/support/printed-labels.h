#pragma once

#include "vouch-bitmap.h"

G_BEGIN_DECLS

/* What a printer was sent, taken apart as the printer's maker describes it and by nothing of ours. Whatever is no part
 * of a label, or of one that is not whole, ends the test. */

GPtrArray *printed_labels_of_zpl (const guint8 *bytes, gsize length) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *printed_labels_of_tspl (const guint8 *bytes, gsize length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
