#include "vouch-stream.h"

#include "vouch-deadline.h"
#include "vouch-sighting.h"

/* Ten frames of 1280×720 a second on one processor leave 100 ms for both looks, and a camera is not all that a station
 * computes. Noise costs most: each speck is an edge that might begin a code, and a look at a smoothed frame takes a
 * third to a fifth of the time. */
#define MATRIX_MS 25
#define ENLARGED_PIXELS (640u * 360)
#define TURNED_STEP 2
/* A frame that took so long gets no further look, but one of three. */
#define SLOW_MS 60
#define WALL_PER_CPU 4
#define SLOW_TURNS 3
/* Where something sure is seen, a further look is for codes beside it: one of two gets it. */
#define SURE_TURNS 2

static GPtrArray *
new_sightings (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_sighting_free);
}

/* The two looks that are of no use when the specks are gone already. */
static gboolean
wants_raw (VouchGlance glance)
{
  return glance == VOUCH_GLANCE_PLAIN || glance == VOUCH_GLANCE_CALMED;
}

static void
look_further (VouchGlancePlan *plan, const VouchGrey *frame, const VouchGrey *smooth, VouchCodeKinds kinds,
              GPtrArray *found)
{
  VouchGlance glance = vouch_glance_plan_next (plan, kinds);
  const VouchGlanceTerms terms = { kinds, vouch_glance_is_for_matrix (glance) ? MATRIX_MS : 0, ENLARGED_PIXELS,
                                   TURNED_STEP };

  vouch_glance_plan_note (plan, glance, vouch_glance_at (glance, wants_raw (glance) ? frame : smooth, &terms, found));
}

/* One of how many frames gets a further look. */
static guint
count_turns (const VouchGlancePlan *plan, const VouchDeadline *slow, GPtrArray *found)
{
  if (vouch_glance_plan_is_urgent (plan))
    return 1;
  if (vouch_deadline_is_over (slow))
    return SLOW_TURNS;
  return vouch_sightings_suffice (found) ? SURE_TURNS : 1;
}

static GPtrArray *
look_twice (VouchGlancePlan *plan, const VouchGrey *frame, const VouchGrey *smooth, VouchCodeKinds kinds)
{
  const VouchGlanceTerms plain = { kinds, 0, ENLARGED_PIXELS, 1 };
  const VouchDeadline slow = vouch_deadline_after (SLOW_MS, WALL_PER_CPU);
  GPtrArray *found = new_sightings ();

  vouch_glance_at (VOUCH_GLANCE_PLAIN, smooth, &plain, found);
  if (++plan->n_skipped < count_turns (plan, &slow, found))
    return found;
  plan->n_skipped = 0;
  look_further (plan, frame, smooth, kinds, found);
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
