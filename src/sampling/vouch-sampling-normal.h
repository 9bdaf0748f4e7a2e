#pragma once

#include <glib.h>

G_BEGIN_DECLS

double vouch_sampling_normal_cdf (double z);
double vouch_sampling_normal_quantile (double p);

G_END_DECLS
