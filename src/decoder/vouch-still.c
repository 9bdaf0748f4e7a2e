#include "vouch-still.h"

#include "vouch-deadline.h"
#include "vouch-dmtx-reader.h"
#include "vouch-zbar-reader.h"

/* A larger picture is halved until it fits: no reader gains from more, and each further look would cost too much. */
#define MAX_LOOK_PIXELS (6u * 1000 * 1000)
/* Enlarging pays for small modules, and those come in small pictures. */
#define MAX_ENLARGE_PIXELS (1200u * 1000)

typedef VouchGrey *(*Alteration) (const VouchGrey *picture, VouchAffine *back);

static VouchGrey *
turn_halfway (const VouchGrey *picture, VouchAffine *back)
{
  return vouch_grey_rotate (picture, 45, back);
}

static VouchGrey *
turn_right (const VouchGrey *picture, VouchAffine *back)
{
  return vouch_grey_rotate (picture, 20, back);
}

static VouchGrey *
turn_left (const VouchGrey *picture, VouchAffine *back)
{
  return vouch_grey_rotate (picture, -20, back);
}

static VouchGrey *
calm_down (const VouchGrey *picture, VouchAffine *back)
{
  return vouch_grey_median (picture);
}

static VouchGrey *
enlarge_sharply (const VouchGrey *picture, VouchAffine *back)
{
  g_autoptr (VouchGrey) large = NULL;

  if ((guint64)picture->width * picture->height > MAX_ENLARGE_PIXELS)
    return NULL;
  large = vouch_grey_enlarge (picture, back);
  return large != NULL ? vouch_grey_sharpen (large) : NULL;
}

static VouchGrey *
invert (const VouchGrey *picture, VouchAffine *back)
{
  return vouch_grey_invert (picture);
}

/* What helps, the best for its time first. Halving calms noise and blur and costs next to nothing. Bar codes are only
 * read within some 15° of an axis, matrix codes at any angle. */
static const struct
{
  Alteration alter;
  guint dmtx_ms; /* how long to look for Data Matrix in it */
} looks[] = {
  { vouch_grey_halve, 0 }, { turn_halfway, 0 },      { calm_down, 80 }, { turn_right, 0 },
  { turn_left, 0 },        { enlarge_sharply, 200 }, { invert, 0 },
};

/* Data Matrix is found soon if at all, but where there is none the time is always used up. Large modules are found far
 * sooner in the halved picture, small ones only in the whole. */
#define HALVED_DMTX_MS 40
#define WHOLE_DMTX_MS 120
/* Beside something sure it is looked for, too, since a label may carry both, but for less long. */
#define BESIDE_DMTX_MS 40

/* The client waits for 5 s, whatever else the machine is doing. */
#define WALL_PER_CPU 2

static GPtrArray *
sightings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_sighting_free);
}

static void
look_at (const VouchGrey *picture, const VouchAffine *back, guint dmtx_ms, GPtrArray *found)
{
  g_autoptr (GPtrArray) sightings = sightings_new ();

  vouch_zbar_read (picture, sightings);
  if (dmtx_ms > 0)
    vouch_dmtx_read (picture, dmtx_ms, sightings);
  vouch_sightings_merge (found, sightings, back);
}

static gboolean
look_for_matrix_in (const VouchGrey *picture, const VouchAffine *back, guint dmtx_ms, GPtrArray *found)
{
  g_autoptr (GPtrArray) sightings = sightings_new ();
  gboolean is_found;

  vouch_dmtx_read (picture, dmtx_ms, sightings);
  is_found = sightings->len > 0;
  vouch_sightings_merge (found, sightings, back);
  return is_found;
}

static void
look_for_matrix (const VouchGrey *picture, GPtrArray *found)
{
  VouchAffine identity = VOUCH_AFFINE_IDENTITY, back;
  g_autoptr (VouchGrey) half = vouch_grey_halve (picture, &back);
  gboolean is_beside = vouch_sightings_suffice (found);

  if (half != NULL && look_for_matrix_in (half, &back, is_beside ? BESIDE_DMTX_MS : HALVED_DMTX_MS, found))
    return;
  look_for_matrix_in (picture, &identity, is_beside ? BESIDE_DMTX_MS : WHOLE_DMTX_MS, found);
}

static void
look_again (const VouchGrey *picture, const VouchDeadline *deadline, GPtrArray *found)
{
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      VouchAffine back = VOUCH_AFFINE_IDENTITY;
      g_autoptr (VouchGrey) altered = NULL;

      if (vouch_sightings_suffice (found) || vouch_deadline_is_over (deadline))
        return;
      altered = looks[i].alter (picture, &back);
      if (altered != NULL)
        look_at (altered, &back, looks[i].dmtx_ms, found);
    }
}

/* Takes the sightings of a halved picture back to the whole one. */
static GPtrArray *
read_halved (const VouchGrey *picture, guint budget_ms)
{
  VouchAffine back = VOUCH_AFFINE_IDENTITY;
  g_autoptr (VouchGrey) half = vouch_grey_halve (picture, &back);
  GPtrArray *found;

  if (half == NULL)
    return sightings_new ();
  found = vouch_still_read (half, budget_ms);
  for (guint i = 0; i < found->len; i++)
    vouch_sighting_move (g_ptr_array_index (found, i), &back);
  return found;
}

/**
 * vouch_still_read:
 * @picture: a picture
 * @budget_ms: no further look is begun after so long
 *
 * Looks for symbols in the picture as it is, and while nothing sure was found, again in altered ones: turned, calmed,
 * enlarged and sharpened, halved, inverted.
 *
 * Returns: (transfer full) (element-type VouchSighting): what was found, perhaps nothing
 */
GPtrArray *
vouch_still_read (const VouchGrey *picture, guint budget_ms)
{
  VouchDeadline deadline = vouch_deadline_after (budget_ms, WALL_PER_CPU);
  VouchAffine identity = VOUCH_AFFINE_IDENTITY;
  GPtrArray *found;

  if ((guint64)picture->width * picture->height > MAX_LOOK_PIXELS)
    return read_halved (picture, budget_ms);
  found = sightings_new ();
  look_at (picture, &identity, 0, found);
  look_for_matrix (picture, found);
  look_again (picture, &deadline, found);
  vouch_sightings_judge (found);
  return found;
}
