#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The label of a place in the warehouse: what stands on it is what somebody writes. */

GPtrArray *
vouch_place_label_make_rows (const char *location, const char *name_zh, const char *name_en) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
