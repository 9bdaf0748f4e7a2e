#pragma once

#include "vouch-sampling-oc.h"

G_BEGIN_DECLS

/**
 * VouchOcPlan:
 * @name: what the plan is called in a chart, translated
 * @stages: its samples; no larger than the lot where @lot_size is known
 * @lot_size: items in the lot; 0 if it is not known
 * @counts_nonconformities: whether nonconformities are counted, of which one item may have several
 * @aql: (nullable): acceptance quality limit, in percent nonconforming or nonconformities per 100 items
 *
 * A plan whose operating characteristic is to be drawn, whatever it comes from: a table, c = 0, a fixed number or a
 * share of the lot. Texts are owned.
 */
typedef struct
{
  char *name;
  VouchSamplingStages stages;
  gint64 lot_size;
  gboolean counts_nonconformities;
  char *aql;
} VouchOcPlan;

VouchOcPlan *
vouch_oc_plan_new (const char *name, const VouchSamplingStages *stages, gint64 lot_size) G_GNUC_WARN_UNUSED_RESULT;
VouchOcPlan *vouch_oc_plan_new_for_plan (const char *name, const VouchSamplingPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
VouchOcPlan *vouch_oc_plan_copy (const VouchOcPlan *self) G_GNUC_WARN_UNUSED_RESULT;
void vouch_oc_plan_free (VouchOcPlan *self);
VouchSamplingModel vouch_oc_plan_get_model (const VouchOcPlan *self);
double vouch_oc_plan_get_aql (const VouchOcPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchOcPlan, vouch_oc_plan_free)

G_END_DECLS
