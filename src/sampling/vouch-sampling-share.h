#pragma once

#include "vouch-sampling-stage.h"

G_BEGIN_DECLS

/* A share of the lot is counted in hundredths of a percent; this is all of it. */
#define VOUCH_SAMPLING_WHOLE_LOT 10000

gboolean vouch_sampling_plan_fixed (gint64 lot_size, gint64 n, gint64 ac, VouchSamplingStages *stages, GError **error);
gboolean
vouch_sampling_plan_share (gint64 lot_size, gint64 share, gint64 ac, VouchSamplingStages *stages, GError **error);

G_END_DECLS
