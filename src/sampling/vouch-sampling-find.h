#pragma once

#include "vouch-sampling-distribution.h"

G_BEGIN_DECLS

/* The largest sample that is looked for where the lot has no size. */
#define VOUCH_SAMPLING_FIND_N_MAX 1000000

/**
 * VouchSamplingRisks:
 * @prq: producer's risk quality: the fraction nonconforming, or nonconformities per item, that is good enough
 * @pa_prq: lots as good as @prq are to be accepted with at least this probability: 1 less the producer's risk
 * @crq: consumer's risk quality, which is worse than @prq
 * @pa_crq: lots as bad as @crq are to be accepted with at most this probability: the consumer's risk
 *
 * Two points between which the operating characteristic of a plan is to pass.
 */
typedef struct
{
  double prq;
  double pa_prq;
  double crq;
  double pa_crq;
} VouchSamplingRisks;

gboolean vouch_sampling_find_plan (VouchSamplingModel model, gint64 lot_size, const VouchSamplingRisks *risks,
                                   gint64 *n, gint64 *c, GError **error);

G_END_DECLS
