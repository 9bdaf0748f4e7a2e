#include "vouch-glance-plan.h"

/* A code is held before the camera for seconds, and a hand turns it: what helped once helps again, but not in every
 * frame. */
#define PATIENCE 10

/* The round, so that each kind of trouble has its turn soon: another kind of code, another angle, blur, specks. Twice
 * in it is what helps most often. */
static const VouchGlance round_of_looks[] = {
  VOUCH_GLANCE_MATRIX_HALVED, VOUCH_GLANCE_TURNED, VOUCH_GLANCE_MATRIX,       VOUCH_GLANCE_PLAIN,
  VOUCH_GLANCE_HALVED,        VOUCH_GLANCE_CALMED, VOUCH_GLANCE_TURNED_RIGHT, VOUCH_GLANCE_MATRIX_HALVED,
  VOUCH_GLANCE_TURNED,        VOUCH_GLANCE_MATRIX, VOUCH_GLANCE_TURNED_LEFT,  VOUCH_GLANCE_ENLARGED,
  VOUCH_GLANCE_INVERTED,
};

static VouchGlance
go_round (VouchGlancePlan *self, VouchCodeKinds kinds)
{
  for (gsize i = 0; i < G_N_ELEMENTS (round_of_looks); i++)
    {
      VouchGlance look = round_of_looks[self->step++ % G_N_ELEMENTS (round_of_looks)];

      if (vouch_glance_is_of_use (look, kinds))
        return look;
    }
  return VOUCH_GLANCE_PLAIN;
}

/**
 * vouch_glance_plan_next:
 * @self: a plan
 * @kinds: what is looked for
 *
 * Returns: how to look at the next frame, beside the look at it without noise
 */
VouchGlance
vouch_glance_plan_next (VouchGlancePlan *self, VouchCodeKinds kinds)
{
  self->was_favourite = self->patience > 0 && !self->was_favourite && vouch_glance_is_of_use (self->favourite, kinds);
  /* After a look of the round that helped this is at once the same again: what is not sure waits for a second frame to
   * agree. */
  return self->was_favourite ? self->favourite : go_round (self, kinds);
}

/**
 * vouch_glance_plan_is_urgent:
 * @self: a plan
 *
 * Returns: whether the next frame must have its look, since what the last one found may have to be agreed on by two
 *   frames one after the other
 */
gboolean
vouch_glance_plan_is_urgent (const VouchGlancePlan *self)
{
  return self->patience == PATIENCE && !self->was_favourite;
}

/**
 * vouch_glance_plan_note:
 * @self: a plan
 * @look: a look that it gave
 * @helped: whether that found what the plain look had not
 */
void
vouch_glance_plan_note (VouchGlancePlan *self, VouchGlance look, gboolean helped)
{
  if (helped)
    {
      self->favourite = look;
      self->patience = PATIENCE;
    }
  else if (self->patience > 0 && look == self->favourite)
    self->patience--;
}
