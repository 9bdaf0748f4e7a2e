#pragma once

#include <glib.h>

#include "drawn-code.h"

/**
 * CodeScene:
 * @module: how wide a module of the code shall be, in pixels; less where the code would not fit
 * @turn: by how many degrees it is turned
 * @tilt: how far each corner is drawn in or out, as a part of the code's size; 0 is seen straight on
 * @blur: the deviation of the blur, in modules
 * @noise: the deviation of the noise, of 255
 * @shade: how much darker the darkest place is than the lightest, up to 1
 * @is_inverted: whether it is light on dark
 * @cut: how much of the code is out of the picture, at its right; 0 for none
 *
 * What a camera makes of a code.
 */
typedef struct
{
  double module;
  double turn;
  double tilt;
  double blur;
  double noise;
  double shade;
  gboolean is_inverted;
  double cut;
} CodeScene;

DrawnCode *code_scene_new_paper (guint width, guint height);
void
code_scene_place (const CodeScene *self, DrawnCode *paper, const DrawnCode *code, guint drawn_module, GRand *random);
void code_scene_expose (const CodeScene *self, DrawnCode *paper, GRand *random);
void code_scene_clutter (DrawnCode *paper, GRand *random);
