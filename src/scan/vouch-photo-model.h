#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchPhotoModel:
 * @seed: two pictures with the same seed and settings are equal to the byte
 * @tilt_x: degrees by which the label leans away at its top
 * @tilt_y: degrees by which it leans away at its right
 * @turn: degrees clockwise within the picture
 * @scale: pixels of the picture per pixel of the label in the middle; 0 means 1
 * @blur_radius: the standard deviation of the lens's blur, in pixels of the picture
 * @noise_sigma: the standard deviation of the sensor's noise, in grey levels of 255
 * @shade: how much light the darkest corner lacks, from 0 to 1
 * @margin: pixels of table around the label
 *
 * What lies between a printed label and its picture.
 */
typedef struct
{
  guint64 seed;
  double tilt_x;
  double tilt_y;
  double turn;
  double scale;
  double blur_radius;
  double noise_sigma;
  double shade;
  guint margin;
} VouchPhotoModel;

gboolean vouch_photo_model_apply (const guint8 *grey, guint width, guint height, guint stride,
                                  const VouchPhotoModel *model, guint8 **out, guint *out_width, guint *out_height);

G_END_DECLS
