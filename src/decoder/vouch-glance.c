#include "vouch-glance.h"

#include <math.h>

#include "vouch-dmtx-reader.h"
#include "vouch-sighting.h"
#include "vouch-zbar-reader.h"

typedef VouchGrey *(*Alteration) (const VouchGrey *picture, const VouchGlanceTerms *terms, VouchAffine *back);

static VouchGrey *
halve (const VouchGrey *picture, const VouchGlanceTerms *terms, VouchAffine *back)
{
  return vouch_grey_halve (picture, back);
}

static VouchGrey *
turn_halfway (const VouchGrey *picture, const VouchGlanceTerms *terms, VouchAffine *back)
{
  return vouch_grey_rotate (picture, 45, back);
}

static VouchGrey *
turn_right (const VouchGrey *picture, const VouchGlanceTerms *terms, VouchAffine *back)
{
  return vouch_grey_rotate (picture, 20, back);
}

static VouchGrey *
turn_left (const VouchGrey *picture, const VouchGlanceTerms *terms, VouchAffine *back)
{
  return vouch_grey_rotate (picture, -20, back);
}

static VouchGrey *
calm_down (const VouchGrey *picture, const VouchGlanceTerms *terms, VouchAffine *back)
{
  return vouch_grey_median (picture);
}

/* What is held before a camera is held into its middle. */
static VouchGrey *
enlarge_sharply (const VouchGrey *picture, const VouchGlanceTerms *terms, VouchAffine *back)
{
  double part = sqrt (terms->enlarged_pixels / ((double)picture->width * picture->height));
  VouchAffine shift = VOUCH_AFFINE_IDENTITY;
  g_autoptr (VouchGrey) middle = NULL;
  g_autoptr (VouchGrey) large = NULL;

  if (part < 1)
    middle = vouch_grey_cut_middle (picture, part, &shift);
  if (part < 1 && middle == NULL)
    return NULL;
  large = vouch_grey_enlarge (middle != NULL ? middle : picture, back);
  back->x0 += shift.x0;
  back->y0 += shift.y0;
  return large != NULL ? vouch_grey_sharpen (large) : NULL;
}

static VouchGrey *
invert (const VouchGrey *picture, const VouchGlanceTerms *terms, VouchAffine *back)
{
  return vouch_grey_invert (picture);
}

static const struct
{
  Alteration alter; /* NULL: none */
  gboolean reads_bars;
  gboolean reads_matrix;
  gboolean is_turned;
} looks[VOUCH_N_GLANCES] = {
  [VOUCH_GLANCE_PLAIN] = { NULL, TRUE, FALSE },
  [VOUCH_GLANCE_MATRIX] = { NULL, FALSE, TRUE },
  [VOUCH_GLANCE_MATRIX_HALVED] = { halve, FALSE, TRUE },
  [VOUCH_GLANCE_HALVED] = { halve, TRUE, FALSE },
  [VOUCH_GLANCE_TURNED] = { turn_halfway, TRUE, FALSE, TRUE },
  [VOUCH_GLANCE_CALMED] = { calm_down, TRUE, TRUE },
  [VOUCH_GLANCE_TURNED_RIGHT] = { turn_right, TRUE, FALSE, TRUE },
  [VOUCH_GLANCE_TURNED_LEFT] = { turn_left, TRUE, FALSE, TRUE },
  [VOUCH_GLANCE_ENLARGED] = { enlarge_sharply, TRUE, TRUE },
  [VOUCH_GLANCE_INVERTED] = { invert, TRUE, FALSE },
};

/**
 * vouch_glance_is_of_use:
 * @self: a way to look
 * @kinds: what is looked for
 *
 * Returns: whether it may find any of them
 */
gboolean
vouch_glance_is_of_use (VouchGlance self, VouchCodeKinds kinds)
{
  const VouchCodeKinds matrix =
      VOUCH_CODE_KIND_BIT (VOUCH_CODE_KIND_DATA_MATRIX) | VOUCH_CODE_KIND_BIT (VOUCH_CODE_KIND_GS1_DATAMATRIX);

  return (looks[self].reads_bars && (kinds & ~matrix) != 0) || (looks[self].reads_matrix && (kinds & matrix) != 0);
}

/**
 * vouch_glance_is_for_matrix:
 * @self: a way to look
 *
 * Returns: whether it looks for Data Matrix and nothing else
 */
gboolean
vouch_glance_is_for_matrix (VouchGlance self)
{
  return looks[self].reads_matrix && !looks[self].reads_bars;
}

/**
 * vouch_glance_at:
 * @self: a way to look
 * @picture: a picture
 * @terms: what is looked for, and how thoroughly
 * @found: (element-type VouchSighting): what was found so far; what this look finds is merged into it
 *
 * Returns: whether it found anything that was not there before
 */
gboolean
vouch_glance_at (VouchGlance self, const VouchGrey *picture, const VouchGlanceTerms *terms, GPtrArray *found)
{
  g_autoptr (GPtrArray) sightings = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_sighting_free);
  VouchAffine back = VOUCH_AFFINE_IDENTITY;
  g_autoptr (VouchGrey) altered = looks[self].alter != NULL ? looks[self].alter (picture, terms, &back) : NULL;
  guint n_before = found->len;

  if (looks[self].alter != NULL && altered == NULL)
    return FALSE;
  if (altered != NULL)
    picture = altered;
  if (looks[self].reads_bars)
    vouch_zbar_read (picture, terms->kinds, looks[self].is_turned ? terms->turned_step : 1, sightings);
  if (looks[self].reads_matrix && terms->matrix_ms > 0)
    vouch_dmtx_read (picture, terms->kinds, terms->matrix_ms, sightings);
  vouch_sightings_merge (found, sightings, &back);
  return found->len > n_before;
}
