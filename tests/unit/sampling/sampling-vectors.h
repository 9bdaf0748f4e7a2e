#pragma once

#include "vouch-sampling-oc.h"

/* Does something with the cells of a line. */
typedef void (*SamplingVectorFunc) (char **cells);

guint sampling_vectors_run (const char *name, SamplingVectorFunc func);
void sampling_vectors_assert_near (double value, double expected, double tolerance, char **cells);
VouchSamplingStages sampling_vectors_read_stages (const char *text);
VouchSamplingOc *sampling_vectors_make_oc (const char *text, VouchSamplingModel model, gint64 lot_size);
