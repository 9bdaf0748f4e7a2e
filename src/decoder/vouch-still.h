#pragma once

#include "vouch-sighting.h"

G_BEGIN_DECLS

GPtrArray *vouch_still_read (const VouchGrey *picture, guint budget_ms) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
