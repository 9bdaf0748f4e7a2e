#pragma once

#include "vouch-quality-entry.h"

G_BEGIN_DECLS

const char *vouch_sampling_event_get_reason (VouchSamplingEvent event);

G_END_DECLS
