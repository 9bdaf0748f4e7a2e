#pragma once

#include "vouch-code-kind.h"
#include "vouch-grey-filter.h"

G_BEGIN_DECLS

/**
 * VouchLook:
 * @VOUCH_LOOK_PLAIN: bar codes and QR codes in the picture as it is
 * @VOUCH_LOOK_MATRIX: Data Matrix in the picture as it is
 * @VOUCH_LOOK_MATRIX_HALVED: Data Matrix in the picture at half its size: large modules are found there far sooner
 * @VOUCH_LOOK_HALVED: the picture at half its size, which calms noise and blur and costs next to nothing
 * @VOUCH_LOOK_TURNED: turned by 45°: bar codes are only read within some 15° of an axis, matrix codes at any angle
 * @VOUCH_LOOK_CALMED: through a median of 3×3 pixels, against specks
 * @VOUCH_LOOK_TURNED_RIGHT: turned by 20°
 * @VOUCH_LOOK_TURNED_LEFT: turned by 20° the other way
 * @VOUCH_LOOK_ENLARGED: at twice its size and sharpened, against blur and small modules
 * @VOUCH_LOOK_INVERTED: the negative, for light codes on dark ground
 *
 * One way to look at a picture.
 */
typedef enum
{
  VOUCH_LOOK_PLAIN,
  VOUCH_LOOK_MATRIX,
  VOUCH_LOOK_MATRIX_HALVED,
  VOUCH_LOOK_HALVED,
  VOUCH_LOOK_TURNED,
  VOUCH_LOOK_CALMED,
  VOUCH_LOOK_TURNED_RIGHT,
  VOUCH_LOOK_TURNED_LEFT,
  VOUCH_LOOK_ENLARGED,
  VOUCH_LOOK_INVERTED,
} VouchLook;

#define VOUCH_N_LOOKS (VOUCH_LOOK_INVERTED + 1)

/**
 * VouchLookTerms:
 * @symbologies: what is looked for
 * @matrix_ms: how long to look for Data Matrix, where the look does; 0 for not at all
 * @enlarged_pixels: of how many pixels in the middle of the picture an enlarged one is made at most
 *
 * How thoroughly to look.
 */
typedef struct
{
  VouchCodeKinds symbologies;
  guint matrix_ms;
  guint enlarged_pixels;
} VouchLookTerms;

gboolean vouch_look_is_of_use (VouchLook self, VouchCodeKinds symbologies);
gboolean vouch_look_at (VouchLook self, const VouchGrey *picture, const VouchLookTerms *terms, GPtrArray *found);

G_END_DECLS
