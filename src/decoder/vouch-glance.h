#pragma once

#include "vouch-code-kind.h"
#include "vouch-grey-filter.h"

G_BEGIN_DECLS

/**
 * VouchGlance:
 * @VOUCH_GLANCE_PLAIN: bar codes and QR codes in the picture as it is
 * @VOUCH_GLANCE_MATRIX: Data Matrix in the picture as it is
 * @VOUCH_GLANCE_MATRIX_HALVED: Data Matrix in the picture at half its size: large modules are found there far sooner
 * @VOUCH_GLANCE_HALVED: the picture at half its size, which calms noise and blur and costs next to nothing
 * @VOUCH_GLANCE_TURNED: turned by 45°: bar codes are only read within some 15° of an axis, matrix codes at any angle
 * @VOUCH_GLANCE_CALMED: through a median of 3×3 pixels, against specks
 * @VOUCH_GLANCE_TURNED_RIGHT: turned by 20°
 * @VOUCH_GLANCE_TURNED_LEFT: turned by 20° the other way
 * @VOUCH_GLANCE_ENLARGED: at twice its size and sharpened, against blur and small modules
 * @VOUCH_GLANCE_INVERTED: the negative, for light codes on dark ground
 *
 * One way to look at a picture.
 */
typedef enum
{
  VOUCH_GLANCE_PLAIN,
  VOUCH_GLANCE_MATRIX,
  VOUCH_GLANCE_MATRIX_HALVED,
  VOUCH_GLANCE_HALVED,
  VOUCH_GLANCE_TURNED,
  VOUCH_GLANCE_CALMED,
  VOUCH_GLANCE_TURNED_RIGHT,
  VOUCH_GLANCE_TURNED_LEFT,
  VOUCH_GLANCE_ENLARGED,
  VOUCH_GLANCE_INVERTED,
} VouchGlance;

#define VOUCH_N_GLANCES (VOUCH_GLANCE_INVERTED + 1)

/**
 * VouchGlanceTerms:
 * @kinds: what is looked for
 * @matrix_ms: how long to look for Data Matrix, where the look does; 0 for not at all
 * @enlarged_pixels: of how many pixels in the middle of the picture an enlarged one is made at most
 * @turned_step: how many pixels lie between the lines that are looked along in a turned picture: 1, or 2 in half the
 *   time; along those only half as many agree, and QR codes, which need no turning, are not found
 *
 * How thoroughly to look.
 */
typedef struct
{
  VouchCodeKinds kinds;
  guint matrix_ms;
  guint enlarged_pixels;
  guint turned_step;
} VouchGlanceTerms;

gboolean vouch_glance_is_of_use (VouchGlance self, VouchCodeKinds kinds);
gboolean vouch_glance_is_for_matrix (VouchGlance self);
gboolean vouch_glance_at (VouchGlance self, const VouchGrey *picture, const VouchGlanceTerms *terms, GPtrArray *found);

G_END_DECLS
