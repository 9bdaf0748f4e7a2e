#include "vouch-still.h"

#include "vouch-deadline.h"
#include "vouch-glance.h"
#include "vouch-sighting.h"

/* A larger picture is halved until it fits: no reader gains from more, and each further look would cost too much. */
#define MAX_PIXELS (6u * 1000 * 1000)
/* Enlarging pays for small modules, and those come in small pictures. */
#define ENLARGED_PIXELS (1200u * 1000)

/* Data Matrix is found soon if at all, but where there is none the time is always used up. Large modules are found far
 * sooner in the halved picture, small ones only in the whole. */
#define HALVED_MATRIX_MS 40
#define WHOLE_MATRIX_MS 120
/* Beside something sure it is looked for, too, since a label may carry both, but for less long. */
#define BESIDE_MATRIX_MS 40

/* What helps where the picture as it is shows nothing sure, the best for its time first. */
static const struct
{
  VouchGlance look;
  guint matrix_ms; /* how long to look for Data Matrix as well */
} further_glances[] = {
  { VOUCH_GLANCE_HALVED, 0 },       { VOUCH_GLANCE_TURNED, 0 },      { VOUCH_GLANCE_CALMED, 80 },
  { VOUCH_GLANCE_TURNED_RIGHT, 0 }, { VOUCH_GLANCE_TURNED_LEFT, 0 }, { VOUCH_GLANCE_ENLARGED, 200 },
  { VOUCH_GLANCE_INVERTED, 0 },
};

/* What is left of the time for codes beside something sure. */
#define BESIDE_PART 2

/* The client waits for 5 s, whatever else the machine is doing. */
#define WALL_PER_CPU 2

/* Once something sure was found, further looks are for codes beside it. */
static gboolean
is_enough (const VouchStillTerms *still, const VouchDeadline *deadline, const VouchDeadline *beside, GPtrArray *found)
{
  if (!vouch_sightings_suffice (found))
    return vouch_deadline_is_over (deadline);
  return !still->is_thorough || vouch_deadline_is_over (beside);
}

static void
look_for_matrix (const VouchGrey *picture, const VouchStillTerms *still, GPtrArray *found)
{
  gboolean is_beside = vouch_sightings_suffice (found);
  const VouchGlanceTerms halved = { still->kinds, is_beside ? BESIDE_MATRIX_MS : HALVED_MATRIX_MS, ENLARGED_PIXELS, 1 };
  const VouchGlanceTerms whole = { still->kinds, is_beside ? BESIDE_MATRIX_MS : WHOLE_MATRIX_MS, ENLARGED_PIXELS, 1 };

  if (!vouch_glance_is_of_use (VOUCH_GLANCE_MATRIX, still->kinds))
    return;
  if (!vouch_glance_at (VOUCH_GLANCE_MATRIX_HALVED, picture, &halved, found))
    vouch_glance_at (VOUCH_GLANCE_MATRIX, picture, &whole, found);
}

static void
look_again (const VouchGrey *picture, const VouchStillTerms *still, GPtrArray *found)
{
  const VouchDeadline deadline = vouch_deadline_after (still->budget_ms, WALL_PER_CPU);
  const VouchDeadline beside = vouch_deadline_after (still->budget_ms / BESIDE_PART, WALL_PER_CPU);

  for (gsize i = 0; i < G_N_ELEMENTS (further_glances); i++)
    {
      const VouchGlanceTerms terms = { still->kinds, further_glances[i].matrix_ms, ENLARGED_PIXELS, 1 };

      if (is_enough (still, &deadline, &beside, found))
        return;
      vouch_glance_at (further_glances[i].look, picture, &terms, found);
    }
}

/* Takes the sightings of a halved picture back to the whole one. */
static GPtrArray *
read_halved (const VouchGrey *picture, const VouchStillTerms *terms)
{
  VouchAffine back = VOUCH_AFFINE_IDENTITY;
  g_autoptr (VouchGrey) half = vouch_grey_halve (picture, &back);
  GPtrArray *found;

  if (half == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_sighting_free);
  found = vouch_still_read (half, terms);
  for (guint i = 0; i < found->len; i++)
    vouch_sighting_move (g_ptr_array_index (found, i), &back);
  return found;
}

/**
 * vouch_still_read:
 * @picture: a picture
 * @terms: what is looked for, and how thoroughly
 *
 * Looks for symbols in the picture as it is, and while nothing sure was found, again in altered ones: turned, calmed,
 * enlarged and sharpened, halved, inverted.
 *
 * Returns: (transfer full) (element-type VouchSighting): what was found, perhaps nothing
 */
GPtrArray *
vouch_still_read (const VouchGrey *picture, const VouchStillTerms *terms)
{
  const VouchGlanceTerms plain = { terms->kinds, 0, ENLARGED_PIXELS, 1 };
  GPtrArray *found;

  if ((guint64)picture->width * picture->height > MAX_PIXELS)
    return read_halved (picture, terms);
  found = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_sighting_free);
  vouch_glance_at (VOUCH_GLANCE_PLAIN, picture, &plain, found);
  look_for_matrix (picture, terms, found);
  look_again (picture, terms, found);
  vouch_sightings_judge (found);
  return found;
}
