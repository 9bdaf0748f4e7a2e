#pragma once

#include <glib.h>

G_BEGIN_DECLS

double vouch_sampling_beta_cdf (double x, double a);
double vouch_sampling_beta_quantile (double p, double a);

G_END_DECLS
