#pragma once

#include "web-load.h"

G_BEGIN_DECLS

void web_cost_wait_until_idle (GPid pid);
double web_cost_measure (const WebLoad *load, GPid pid, WebLoadResult *result);
double web_cost_median (double *values, gsize n);

G_END_DECLS
