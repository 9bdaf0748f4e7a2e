#pragma once

#include "vouch-glance-plan.h"

G_BEGIN_DECLS

GPtrArray *
vouch_stream_read (VouchGlancePlan *plan, const VouchGrey *frame, VouchCodeKinds kinds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
