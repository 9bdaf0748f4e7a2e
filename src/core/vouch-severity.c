#include "vouch-severity.h"

static const char *const severity_names[] = { "normal", "tightened", "reduced", "discontinued", NULL };
const VouchEnum vouch_severity_values = { severity_names };
