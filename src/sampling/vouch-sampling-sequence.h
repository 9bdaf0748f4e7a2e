#pragma once

#include "vouch-sampling-table.h"

G_BEGIN_DECLS

#define VOUCH_SAMPLING_FIRST_SEQUENCE 17 /* the diagonal */
#define VOUCH_N_SAMPLING_SEQUENCES 10

void vouch_sampling_sequence_read (VouchSamplingType type, VouchSeverity severity, guint diagonal, guint32 n,
                                   VouchSamplingStages *samples);

G_END_DECLS
