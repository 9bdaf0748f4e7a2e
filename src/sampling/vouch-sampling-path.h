#pragma once

#include "vouch-sampling-distribution.h"
#include "vouch-sampling-stage.h"

G_BEGIN_DECLS

/**
 * VouchSamplingPath:
 * @drawn: items drawn up to and with this stage
 * @first: the smallest count with which the stage can end without rejecting
 * @n_shares: how many counts there are from @first on that do not reject
 * @shares: (nullable): of all ways in which the count may lie in the items drawn, the share by which this stage is
 *   reached at all, for each of those counts; %NULL where each is 1, as in the first stage
 *
 * Which counts at the end of a stage come from lots that were still undecided before it. Given the count, every place
 * in the sample is as likely to have it, whatever the lot is like: the shares belong to the plan alone.
 */
typedef struct
{
  gint64 drawn;
  gint64 first;
  gsize n_shares;
  double *shares;
} VouchSamplingPath;

gboolean vouch_sampling_path_check (const VouchSamplingStages *stages, GError **error);
void vouch_sampling_path_init (const VouchSamplingStages *stages, VouchSamplingModel model, gint64 lot_size,
                               VouchSamplingPath paths[VOUCH_SAMPLING_STAGES_MAX]);
void vouch_sampling_path_clear (VouchSamplingPath paths[VOUCH_SAMPLING_STAGES_MAX]);

G_END_DECLS
