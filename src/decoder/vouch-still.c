#include "vouch-still.h"

#include "vouch-deadline.h"
#include "vouch-glance.h"
#include "vouch-sighting.h"

/* A larger picture is halved until it fits: no reader gains from more, and each further look would cost too much. */
#define MAX_LOOK_PIXELS (6u * 1000 * 1000)
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
} further_looks[] = {
  { VOUCH_GLANCE_HALVED, 0 },       { VOUCH_GLANCE_TURNED, 0 },      { VOUCH_GLANCE_CALMED, 80 },
  { VOUCH_GLANCE_TURNED_RIGHT, 0 }, { VOUCH_GLANCE_TURNED_LEFT, 0 }, { VOUCH_GLANCE_ENLARGED, 200 },
  { VOUCH_GLANCE_INVERTED, 0 },
};

/* The client waits for 5 s, whatever else the machine is doing. */
#define WALL_PER_CPU 2

static void
look_for_matrix (const VouchGrey *picture, VouchCodeKinds symbologies, GPtrArray *found)
{
  gboolean is_beside = vouch_sightings_suffice (found);
  const VouchGlanceTerms halved = { symbologies, is_beside ? BESIDE_MATRIX_MS : HALVED_MATRIX_MS, ENLARGED_PIXELS };
  const VouchGlanceTerms whole = { symbologies, is_beside ? BESIDE_MATRIX_MS : WHOLE_MATRIX_MS, ENLARGED_PIXELS };

  if (!vouch_glance_is_of_use (VOUCH_GLANCE_MATRIX, symbologies))
    return;
  if (!vouch_glance_at (VOUCH_GLANCE_MATRIX_HALVED, picture, &halved, found))
    vouch_glance_at (VOUCH_GLANCE_MATRIX, picture, &whole, found);
}

static void
look_again (const VouchGrey *picture, VouchCodeKinds symbologies, const VouchDeadline *deadline, GPtrArray *found)
{
  for (gsize i = 0; i < G_N_ELEMENTS (further_looks); i++)
    {
      const VouchGlanceTerms terms = { symbologies, further_looks[i].matrix_ms, ENLARGED_PIXELS };

      if (vouch_sightings_suffice (found) || vouch_deadline_is_over (deadline))
        return;
      vouch_glance_at (further_looks[i].look, picture, &terms, found);
    }
}

/* Takes the sightings of a halved picture back to the whole one. */
static GPtrArray *
read_halved (const VouchGrey *picture, VouchCodeKinds symbologies, guint budget_ms)
{
  VouchAffine back = VOUCH_AFFINE_IDENTITY;
  g_autoptr (VouchGrey) half = vouch_grey_halve (picture, &back);
  GPtrArray *found;

  if (half == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_sighting_free);
  found = vouch_still_read (half, symbologies, budget_ms);
  for (guint i = 0; i < found->len; i++)
    vouch_sighting_move (g_ptr_array_index (found, i), &back);
  return found;
}

/**
 * vouch_still_read:
 * @picture: a picture
 * @symbologies: what is looked for
 * @budget_ms: no further look is begun after so long
 *
 * Looks for symbols in the picture as it is, and while nothing sure was found, again in altered ones: turned, calmed,
 * enlarged and sharpened, halved, inverted.
 *
 * Returns: (transfer full) (element-type VouchSighting): what was found, perhaps nothing
 */
GPtrArray *
vouch_still_read (const VouchGrey *picture, VouchCodeKinds symbologies, guint budget_ms)
{
  const VouchGlanceTerms terms = { symbologies, 0, ENLARGED_PIXELS };
  VouchDeadline deadline = vouch_deadline_after (budget_ms, WALL_PER_CPU);
  GPtrArray *found;

  if ((guint64)picture->width * picture->height > MAX_LOOK_PIXELS)
    return read_halved (picture, symbologies, budget_ms);
  found = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_sighting_free);
  vouch_glance_at (VOUCH_GLANCE_PLAIN, picture, &terms, found);
  look_for_matrix (picture, symbologies, found);
  look_again (picture, symbologies, &deadline, found);
  vouch_sightings_judge (found);
  return found;
}
