#pragma once

#include "vouch-sampling-stage.h"

G_BEGIN_DECLS

gboolean
vouch_sampling_plan_zero (gint64 lot_size, double rql, double risk, VouchSamplingStages *stages, GError **error);

G_END_DECLS
