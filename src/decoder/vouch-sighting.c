#include "vouch-sighting.h"

#include <math.h>
#include <string.h>

/* A sighting that lies on another one is thrown away when that one has so many times its quality. */
#define OVERRULES 4
/* So many make a crowd. */
#define CROWD 3

/**
 * vouch_sighting_new_refused:
 * @symbology: which kind of code it is
 * @aim: the AIM identifier, three characters
 * @refusal: why its content is not told
 *
 * Returns: (transfer full): a sighting without content and place, not sure
 */
VouchSighting *
vouch_sighting_new_refused (VouchCodeKind symbology, const char *aim, VouchSightingRefusal refusal)
{
  VouchSighting *self = g_new0 (VouchSighting, 1);

  self->symbology = symbology;
  self->refusal = refusal;
  g_strlcpy (self->aim, aim, sizeof self->aim);
  self->bytes = g_bytes_new (NULL, 0);
  return self;
}

/**
 * vouch_sighting_new:
 * @symbology: which kind of code it is
 * @aim: the AIM identifier, three characters
 * @bytes: (array length=length): the content
 * @length: the length of @bytes
 *
 * Returns: (transfer full): a sighting without a place and not sure; one that is refused if the content is too long
 */
VouchSighting *
vouch_sighting_new (VouchCodeKind symbology, const char *aim, const void *bytes, gsize length)
{
  VouchSighting *self;

  if (length > VOUCH_CODE_MAX_CONTENT)
    return vouch_sighting_new_refused (symbology, aim, VOUCH_SIGHTING_TOO_LONG);
  self = vouch_sighting_new_refused (symbology, aim, VOUCH_SIGHTING_TAKEN);
  g_bytes_unref (self->bytes);
  self->bytes = g_bytes_new (bytes, length);
  return self;
}

/**
 * vouch_sighting_free:
 * @self: (nullable) (transfer full): a sighting
 */
void
vouch_sighting_free (VouchSighting *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->bytes);
  g_free (self);
}

typedef struct
{
  int left, top, right, bottom;
} Box;

static Box
bounds_of (const VouchSighting *self)
{
  Box box = { G_MAXINT, G_MAXINT, G_MININT, G_MININT };

  for (int i = 0; i < 4; i++)
    {
      box.left = MIN (box.left, self->corners[i][0]);
      box.right = MAX (box.right, self->corners[i][0]);
      box.top = MIN (box.top, self->corners[i][1]);
      box.bottom = MAX (box.bottom, self->corners[i][1]);
    }
  return box;
}

static gboolean
holds_middle (const Box *outer, const Box *inner)
{
  int x = inner->left / 2 + inner->right / 2, y = inner->top / 2 + inner->bottom / 2;

  return x >= outer->left && x <= outer->right && y >= outer->top && y <= outer->bottom;
}

/**
 * vouch_sighting_overlaps:
 * @self: a sighting
 * @other: another
 *
 * Returns: whether the middle of one lies within the bounds of the other, so that both cannot be true symbols
 */
gboolean
vouch_sighting_overlaps (const VouchSighting *self, const VouchSighting *other)
{
  Box mine = bounds_of (self), its = bounds_of (other);

  return holds_middle (&mine, &its) || holds_middle (&its, &mine);
}

/**
 * vouch_sighting_is_same:
 * @self: a sighting
 * @other: another
 *
 * Returns: whether they are the same symbology and content
 */
gboolean
vouch_sighting_is_same (const VouchSighting *self, const VouchSighting *other)
{
  return self->symbology == other->symbology && self->refusal == other->refusal &&
         strcmp (self->aim, other->aim) == 0 && g_bytes_equal (self->bytes, other->bytes);
}

/**
 * vouch_sighting_move:
 * @self: a sighting found in an altered picture
 * @back: where its pixels came from
 */
void
vouch_sighting_move (VouchSighting *self, const VouchAffine *back)
{
  for (int i = 0; i < 4; i++)
    vouch_affine_apply (back, &self->corners[i][0], &self->corners[i][1]);
}

/* In an enlarged picture each line stands several times, which makes it no better witness. */
static void
weigh (VouchSighting *self, const VouchAffine *back)
{
  double scale = MIN (hypot (back->xx, back->yx), 1);

  if (!self->is_matrix)
    self->quality = (int)lround (self->quality * scale);
  self->sure = self->quality >= self->needed_quality;
}

/* ZBar takes all bar codes with the same content for one, wherever they are, and knows the place of one that few lines
 * crossed only roughly. */
static VouchSighting *
find_same (GPtrArray *all, const VouchSighting *sighting)
{
  for (guint i = 0; i < all->len; i++)
    {
      VouchSighting *known = g_ptr_array_index (all, i);

      if (vouch_sighting_is_same (known, sighting) && (!known->is_matrix || vouch_sighting_overlaps (known, sighting)))
        return known;
    }
  return NULL;
}

/**
 * vouch_sightings_merge:
 * @all: (element-type VouchSighting): what was found so far
 * @more: (element-type VouchSighting): what one look at an altered picture found; emptied
 * @back: where the altered picture's pixels came from
 *
 * Moves the new sightings to their places and adds those that are not known yet. The same symbol read again keeps its
 * better quality, and the place that goes with it: a second look at the same pixels is no second witness.
 */
void
vouch_sightings_merge (GPtrArray *all, GPtrArray *more, const VouchAffine *back)
{
  while (more->len > 0)
    {
      g_autoptr (VouchSighting) sighting = g_ptr_array_steal_index (more, 0);
      VouchSighting *known;

      vouch_sighting_move (sighting, back);
      weigh (sighting, back);
      known = find_same (all, sighting);
      if (known == NULL)
        {
          g_ptr_array_add (all, g_steal_pointer (&sighting));
          continue;
        }
      if (sighting->quality > known->quality)
        {
          known->quality = sighting->quality;
          known->sure = sighting->sure;
          memcpy (known->corners, sighting->corners, sizeof known->corners);
        }
    }
}

static gboolean
is_overruled (const VouchSighting *self, const VouchSighting *other)
{
  if (self->is_matrix)
    return FALSE;
  return other->is_matrix || other->quality >= OVERRULES * self->quality;
}

static guint
count_rivals (GPtrArray *all, const VouchSighting *sighting)
{
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    n += g_ptr_array_index (all, i) != sighting && vouch_sighting_overlaps (g_ptr_array_index (all, i), sighting);
  return n;
}

/* Of three or more that lie on each other any one is more likely wrong than right. */
static void
drop_crowds (GPtrArray *all)
{
  g_autofree gboolean *is_lost = g_new0 (gboolean, all->len + 1);

  for (guint i = 0; i < all->len; i++)
    {
      const VouchSighting *sighting = g_ptr_array_index (all, i);

      is_lost[i] = !sighting->is_matrix && !sighting->sure && count_rivals (all, sighting) >= CROWD - 1;
    }
  for (guint i = all->len; i > 0; i--)
    if (is_lost[i - 1])
      g_ptr_array_remove_index (all, i - 1);
}

/**
 * vouch_sightings_judge:
 * @all: (element-type VouchSighting): what was found
 *
 * Two different codes cannot lie on each other. A bar code read across a matrix code, or along far fewer lines than its
 * rival, is a misreading and goes; where neither is clearly the better one, both stay and neither is sure, and where
 * there is a crowd of such, all go.
 */
void
vouch_sightings_judge (GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++)
    for (guint k = 0; k < all->len; k++)
      {
        VouchSighting *one = g_ptr_array_index (all, i), *other = g_ptr_array_index (all, k);

        if (i == k || !vouch_sighting_overlaps (one, other) || is_overruled (other, one))
          continue;
        if (!is_overruled (one, other))
          {
            one->sure = one->is_matrix && one->sure;
            continue;
          }
        g_ptr_array_remove_index (all, i--);
        break;
      }
  drop_crowds (all);
}

/**
 * vouch_sightings_suffice:
 * @all: (element-type VouchSighting): what was found so far
 *
 * Returns: whether something sure was found, so that no further look is needed
 */
gboolean
vouch_sightings_suffice (GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++)
    if (((const VouchSighting *)g_ptr_array_index (all, i))->sure)
      return TRUE;
  return FALSE;
}
