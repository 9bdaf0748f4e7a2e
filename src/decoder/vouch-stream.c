#include "vouch-stream.h"

#include "vouch-deadline.h"
#include "vouch-sighting.h"

/* Ten frames of 1280×720 a second on one processor leave 100 ms for both looks. Noise costs most: each speck is an edge
 * that might begin a code, and a look at a smoothed frame takes a third to a fifth of the time. */
#define MATRIX_MS 30
#define ENLARGED_PIXELS (640u * 360)
/* A frame that took so long gets no second look, but one of three. */
#define SLOW_MS 60
#define WALL_PER_CPU 4
#define SLOW_TURNS 3

/* The two looks that are of no use when the specks are gone already. */
static gboolean
wants_raw (VouchGlance glance)
{
  return glance == VOUCH_GLANCE_PLAIN || glance == VOUCH_GLANCE_CALMED;
}

static GPtrArray *
look_twice (VouchGlancePlan *plan, const VouchGrey *frame, const VouchGrey *smooth, VouchCodeKinds kinds)
{
  const VouchGlanceTerms bars = { kinds, 0, ENLARGED_PIXELS }, matrix = { kinds, MATRIX_MS, ENLARGED_PIXELS };
  const VouchDeadline deadline = vouch_deadline_after (SLOW_MS, WALL_PER_CPU);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_sighting_free);
  VouchGlance glance;

  vouch_glance_at (VOUCH_GLANCE_PLAIN, smooth, &bars, found);
  if (vouch_deadline_is_over (&deadline) && ++plan->n_skipped < SLOW_TURNS)
    return found;
  plan->n_skipped = 0;
  glance = vouch_glance_plan_next (plan, kinds);
  vouch_glance_plan_note (plan, glance,
                          vouch_glance_at (glance, wants_raw (glance) ? frame : smooth,
                                           vouch_glance_is_for_matrix (glance) ? &matrix : &bars, found));
  return found;
}

/**
 * vouch_stream_read:
 * @plan: which looks the frames before had, and what they were good for
 * @frame: a camera's picture, not the only one of what it shows
 * @kinds: what is looked for
 *
 * Looks twice at most: at the frame without its noise, and in the one way whose turn it is. What one frame is not
 * looked at for, the next ones are.
 *
 * Returns: (transfer full) (element-type VouchSighting): what was found, perhaps nothing
 */
GPtrArray *
vouch_stream_read (VouchGlancePlan *plan, const VouchGrey *frame, VouchCodeKinds kinds)
{
  g_autoptr (VouchGrey) smooth = vouch_grey_smooth (frame);
  GPtrArray *found = look_twice (plan, frame, smooth != NULL ? smooth : frame, kinds);

  vouch_sightings_judge (found);
  return found;
}
