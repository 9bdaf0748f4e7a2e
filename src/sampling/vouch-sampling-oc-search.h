#pragma once

#include "vouch-sampling-oc.h"

G_BEGIN_DECLS

#define VOUCH_SAMPLING_OC_POINTS_MAX 10000

gboolean
vouch_sampling_oc_find_quality (const VouchSamplingOc *self, double pa, VouchSamplingOcPoint *point, GError **error);
void vouch_sampling_oc_find_aoql (const VouchSamplingOc *self, VouchSamplingOcPoint *point);
gboolean vouch_sampling_oc_compute_risks (const VouchSamplingOc *self, double prq, double crq, double *producers,
                                          double *consumers, GError **error);
GArray *vouch_sampling_oc_list_points (const VouchSamplingOc *self, double p_most, guint n_points,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
