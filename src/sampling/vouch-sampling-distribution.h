#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchSamplingModel:
 * @VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC: a sample without replacement from a lot of known size with a known number of
 *   nonconforming items: exact for one lot (a type A curve)
 * @VOUCH_SAMPLING_MODEL_BINOMIAL: items of a steady process of which a fraction is nonconforming (a type B curve)
 * @VOUCH_SAMPLING_MODEL_POISSON: nonconformities, of which an item may have several
 *
 * How what a sample contains depends on what the lot contains.
 */
typedef enum
{
  VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC,
  VOUCH_SAMPLING_MODEL_BINOMIAL,
  VOUCH_SAMPLING_MODEL_POISSON,
} VouchSamplingModel;

#define VOUCH_N_SAMPLING_MODELS (VOUCH_SAMPLING_MODEL_POISSON + 1)

/**
 * VouchSamplingDistribution:
 * @model: which of the members below count
 * @n: items in the sample; at most @lot_size for a hypergeometric distribution
 * @lot_size: hypergeometric: items in the lot, at most 2^53
 * @nonconforming: hypergeometric: nonconforming items in the lot, at most @lot_size
 * @p: binomial: the fraction nonconforming, 0 to 1; Poisson: nonconformities per item, not negative
 *
 * The distribution of the count d in a sample. A plain value.
 */
typedef struct
{
  VouchSamplingModel model;
  gint64 n;
  gint64 lot_size;
  gint64 nonconforming;
  double p;
} VouchSamplingDistribution;

const char *vouch_sampling_model_get_id (VouchSamplingModel model);
gboolean vouch_sampling_model_parse (const char *id, VouchSamplingModel *model, GError **error);

double vouch_sampling_distribution_mass (const VouchSamplingDistribution *self, gint64 d);
double vouch_sampling_distribution_between (const VouchSamplingDistribution *self, gint64 first, gint64 last);
double vouch_sampling_distribution_at_most (const VouchSamplingDistribution *self, gint64 d);
void
vouch_sampling_distribution_fill (const VouchSamplingDistribution *self, gint64 first, gsize n_masses, double *masses);

G_END_DECLS
