#pragma once

#include "vouch-code-kind.h"
#include "vouch-grey.h"

G_BEGIN_DECLS

GPtrArray *
vouch_still_read (const VouchGrey *picture, VouchCodeKinds symbologies, guint budget_ms) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
