#pragma once

#include "vouch-glance.h"

G_BEGIN_DECLS

/**
 * VouchGlancePlan:
 * @step: how far the round of looks has come
 * @favourite: the look that helped last
 * @patience: for how many tries more it is a favourite; 0 for none
 * @n_skipped: how many frames had no further look since the last that had one
 * @was_favourite: whether the look given last was it
 *
 * Which further look the next frame of a camera gets. A frame has time for one: the looks go round, and one that
 * helped has every other turn as long as it keeps helping. All zeros is a new plan.
 */
typedef struct
{
  guint step;
  VouchGlance favourite;
  guint patience;
  guint n_skipped;
  gboolean was_favourite;
} VouchGlancePlan;

VouchGlance vouch_glance_plan_next (VouchGlancePlan *self, VouchCodeKinds kinds);
gboolean vouch_glance_plan_is_urgent (const VouchGlancePlan *self);
void vouch_glance_plan_note (VouchGlancePlan *self, VouchGlance look, gboolean helped);

G_END_DECLS
