#pragma once

#include "vouch-grey.h"

G_BEGIN_DECLS

/**
 * VouchAffine:
 * @xx: how much of x goes into x
 * @xy: how much of y goes into x
 * @x0: the shift of x
 * @yx: how much of x goes into y
 * @yy: how much of y goes into y
 * @y0: the shift of y
 *
 * Where a pixel of an altered picture came from: (x, y) ↦ (xx·x + xy·y + x0, yx·x + yy·y + y0).
 */
typedef struct
{
  double xx, xy, x0;
  double yx, yy, y0;
} VouchAffine;

#define VOUCH_AFFINE_IDENTITY                                                                                          \
  {                                                                                                                    \
    1, 0, 0, 0, 1, 0                                                                                                   \
  }

void vouch_affine_apply (const VouchAffine *self, int *x, int *y);

VouchGrey *vouch_grey_rotate (const VouchGrey *self, double degrees, VouchAffine *back) G_GNUC_WARN_UNUSED_RESULT;
VouchGrey *vouch_grey_enlarge (const VouchGrey *self, VouchAffine *back) G_GNUC_WARN_UNUSED_RESULT;
VouchGrey *vouch_grey_halve (const VouchGrey *self, VouchAffine *back) G_GNUC_WARN_UNUSED_RESULT;
VouchGrey *vouch_grey_cut_middle (const VouchGrey *self, double part, VouchAffine *back) G_GNUC_WARN_UNUSED_RESULT;
VouchGrey *vouch_grey_median (const VouchGrey *self) G_GNUC_WARN_UNUSED_RESULT;
VouchGrey *vouch_grey_smooth (const VouchGrey *self) G_GNUC_WARN_UNUSED_RESULT;
VouchGrey *vouch_grey_sharpen (const VouchGrey *self) G_GNUC_WARN_UNUSED_RESULT;
VouchGrey *vouch_grey_invert (const VouchGrey *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
