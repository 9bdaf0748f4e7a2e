#pragma once

#include "vouch-sampling-oc.h"
#include "vouch-sampling-path.h"

G_BEGIN_DECLS

struct _VouchSamplingOc
{
  VouchSamplingModel model;
  gint64 lot_size; /* 0: not known */
  VouchSamplingStages stages;
  VouchSamplingPath paths[VOUCH_SAMPLING_STAGES_MAX];
};

gint64 vouch_sampling_oc_get_acceptance_end (const VouchSamplingOc *self, guint i);
double vouch_sampling_oc_get_unseen_part (const VouchSamplingOc *self, guint i);
VouchSamplingDistribution
vouch_sampling_oc_distribute (const VouchSamplingOc *self, guint i, gint64 lot_size, gint64 nonconforming, double p);

G_END_DECLS
