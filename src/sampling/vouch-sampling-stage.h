#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Seven samples: the multiple plans of MIL-STD-105E. */
#define VOUCH_SAMPLING_STAGES_MAX 7

/* The acceptance number of a stage that cannot accept, printed as # in the tables: no count is so low. */
#define VOUCH_SAMPLING_NO_ACCEPTANCE (-1)

/**
 * VouchSamplingStage:
 * @n: items in the sample of this stage alone
 * @ac: acceptance number: the lot is accepted with this many or fewer in all samples so far; or
 *   VOUCH_SAMPLING_NO_ACCEPTANCE
 * @re: rejection number: the lot is not accepted with this many or more in all samples so far
 *
 * One sample of a sampling plan.
 */
typedef struct
{
  guint32 n;
  gint32 ac;
  guint32 re;
} VouchSamplingStage;

/**
 * VouchSamplingStages:
 * @n_stages: how many samples there are at most: 1 for a single plan, 2 for a double, 7 for a multiple one
 * @stages: the samples, in order
 *
 * What a sampling plan does with a lot. A stage that neither accepts nor rejects is followed by the next; the last
 * stage accepts what it does not reject, so that in a gap between its Ac and Re (reduced inspection of MIL-STD-105E)
 * the lot is accepted.
 */
typedef struct
{
  guint n_stages;
  VouchSamplingStage stages[VOUCH_SAMPLING_STAGES_MAX];
} VouchSamplingStages;

/**
 * VouchSamplingVerdict:
 * @VOUCH_SAMPLING_VERDICT_OPEN: not enough is known yet
 * @VOUCH_SAMPLING_VERDICT_ACCEPT: the lot meets the plan
 * @VOUCH_SAMPLING_VERDICT_REJECT: a rejection number is reached
 *
 * What a plan says about a lot.
 */
typedef enum
{
  VOUCH_SAMPLING_VERDICT_OPEN,
  VOUCH_SAMPLING_VERDICT_ACCEPT,
  VOUCH_SAMPLING_VERDICT_REJECT,
} VouchSamplingVerdict;

void vouch_sampling_stages_fit (VouchSamplingStages *self, gint64 lot_size);
guint64 vouch_sampling_stages_get_size (const VouchSamplingStages *self, guint n_stages);
VouchSamplingVerdict vouch_sampling_stages_judge (const VouchSamplingStages *self, gint64 lot_size, guint32 inspected,
                                                  guint32 nonconforming, guint *stage);
char *vouch_sampling_stages_dup_text (const VouchSamplingStages *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_sampling_stages_parse (const char *text, VouchSamplingStages *self);

G_END_DECLS
