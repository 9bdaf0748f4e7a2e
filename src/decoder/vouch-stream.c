#include "vouch-stream.h"

#include "vouch-sighting.h"

/* Ten frames of 1280×720 a second on one processor leave 100 ms for both looks. */
#define MATRIX_MS 30
#define ENLARGED_PIXELS (640u * 360)

/**
 * vouch_stream_read:
 * @plan: which looks the frames before had, and what they were good for
 * @frame: a camera's picture, not the only one of what it shows
 * @kinds: what is looked for
 *
 * Looks twice at most: at the frame as it is, and in the one way whose turn it is. What one frame is not looked at for,
 * the next ones are.
 *
 * Returns: (transfer full) (element-type VouchSighting): what was found, perhaps nothing
 */
GPtrArray *
vouch_stream_read (VouchGlancePlan *plan, const VouchGrey *frame, VouchCodeKinds kinds)
{
  const VouchGlanceTerms terms = { kinds, MATRIX_MS, ENLARGED_PIXELS };
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_sighting_free);
  VouchGlance look = vouch_glance_plan_next (plan, kinds);

  vouch_glance_at (VOUCH_GLANCE_PLAIN, frame, &terms, found);
  if (look != VOUCH_GLANCE_PLAIN)
    vouch_glance_plan_note (plan, look, vouch_glance_at (look, frame, &terms, found));
  vouch_sightings_judge (found);
  return found;
}
